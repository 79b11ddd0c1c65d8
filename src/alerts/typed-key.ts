import { finalConsonant } from "../text/hangul.ts";
import type { Word } from "../text/words.ts";

/** No noun of a topic ends in these, where a shorter word is left before them. */
const PARTICLES =
  /^(?:를|을|은|는|에|에서|에서는|에게|으로|까지|부터|에는|에도|라고|이라고|입니다|했다|하다|하는|한다|되다|됐다|된다)$/;
const JOINING = /^[의와과]$/;

/**
 * What of a typed word is looked for. People type nouns, so an ending that may belong to one stays: 전문가, 정상회의.
 * `isLast`: it ends what was typed.
 */
export function typedKey({ text, stem, script }: Word, isLast: boolean): string {
  if (script !== "hangul") return stem;
  const ending = text.slice(stem.length);
  if (PARTICLES.test(ending) || (!isLast && JOINING.test(ending) && agrees(stem, ending))) return stem;
  return text;
}

function agrees(stem: string, particle: string): boolean {
  if (particle === "의") return true;
  return (finalConsonant(stem) === "") === (particle === "와");
}
