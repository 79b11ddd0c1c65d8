import { isLetterOrDigit } from "./characters.ts";

/** Dotted capitals: "U.S." reads as "US". */
const DOTTED_ACRONYM = /(?<![\p{L}.])(?:\p{Lu}\.){2,}(?:\p{Lu}(?!\p{L}))?/gu;

/**
 * One spelling for what readers take for the same characters: NFKC (so NFD and full-width forms agree), acronyms
 * without dots. Case is kept. For matching only; what is shown to people stays as it was written.
 */
export function normalizeCharacters(text: string): string {
  return withoutAcronymDots(text.normalize("NFKC"));
}

/** The same of characters that are in NFKC. */
export function withoutAcronymDots(characters: string): string {
  if (!hasDotsApart(characters)) return characters;
  return characters.replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll(".", ""));
}

/** Two dots with a character between them, as in every dotted acronym; letters take one or two units of UTF-16. */
function hasDotsApart(text: string): boolean {
  for (let dot = text.indexOf("."); dot !== -1; dot = text.indexOf(".", dot + 1))
    if (text.charAt(dot + 2) === "." || text.charAt(dot + 3) === ".") return true;
  return false;
}

/** `normalizeCharacters`, lower case, and nothing but letters and digits: to compare passages beside spacing. */
export function squash(text: string): string {
  return lettersOf(normalizeCharacters(text));
}

/** The same of characters that are normalised. */
export function lettersOf(characters: string): string {
  const lower = characters.toLowerCase();
  let letters = "";
  let from = 0;
  let at = 0;
  while (at < lower.length) {
    const codePoint = lower.codePointAt(at) as number;
    const width = codePoint > 0xffff ? 2 : 1;
    if (!isLetterOrDigit(codePoint) && codePoint !== PERCENT) {
      if (at > from) letters += lower.slice(from, at);
      from = at + width;
    }
    at += width;
  }
  return letters + lower.slice(from);
}

const PERCENT = 0x25;
