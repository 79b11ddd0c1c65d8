/** Dotted capitals: "U.S." reads as "US". */
const DOTTED_ACRONYM = /(?<![\p{L}.])(?:\p{Lu}\.){2,}(?:\p{Lu}(?!\p{L}))?/gu;

/**
 * One spelling for what readers take for the same characters: NFKC (so NFD and full-width forms agree), acronyms
 * without dots. Case is kept. For matching only; what is shown to people stays as it was written.
 */
export function normalizeCharacters(text: string): string {
  return text.normalize("NFKC").replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll(".", ""));
}

/** `normalizeCharacters`, lower case, and nothing but letters and digits: to compare passages beside spacing. */
export function squash(text: string): string {
  return normalizeCharacters(text)
    .toLowerCase()
    .replace(/(?<=\d)[,](?=\d{3})/g, "")
    .replace(/[^\p{L}\p{N}%]+/gu, "");
}
