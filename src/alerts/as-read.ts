import { isParticle } from "../text/particles.ts";

const INITIAL = /(?<=(?:^|[^가-힣])[가-힣])[·ㆍ・‧](?<next>[가-힣]+)/g;
/** A definition, not the country: ‘공정’이란. */
const DEFINING = /(?<=\S['"]|[’”」』》〉)\]])이란(?![가-힣])/g;

/**
 * A text as topics are looked for in it: 한·미 is read as the one word 한미. To be matched, not to be shown. What
 * stands between two spaces is read alike with its neighbours and without them.
 */
export function asRead(text: string): string {
  return text
    .replace(INITIAL, (whole, next: string) => (next.length === 1 || isParticle(next.slice(1)) ? next : whole))
    .replace(DEFINING, " ");
}
