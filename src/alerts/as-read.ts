/** A definition, not the country: ‘공정’이란. */
const DEFINING = /(?<=\S['"]|[’”」』》〉)\]])이란(?![가-힣])/g;

/**
 * A text as topics are looked for in it. To be matched, not to be shown. What stands between two spaces is read alike with its
 * neighbours and without them.
 */
export function asRead(text: string): string {
  return text.replace(DEFINING, " ");
}
