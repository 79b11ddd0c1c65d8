import { isLetterOrDigit } from "./characters.ts";
import { isParticle } from "./particles.ts";

/** Dotted capitals: "U.S." reads as "US". */
const DOTTED_ACRONYM = /(?<![\p{L}.])(?:\p{Lu}\.){2,}(?:\p{Lu}(?!\p{L}))?/gu;

const DOT_BETWEEN = /[·ㆍᆞ・‧∙]/gu;
/** Syllables with dots between them, 한·미 or 읍ㆍ면ㆍ동, and what follows the last one. */
const DOTTED_SYLLABLES = new RegExp(
  `(?<![가-힣])(?<row>[가-힣](?:${DOT_BETWEEN.source}[가-힣])+)(?<tail>[가-힣]*)`,
  "gu",
);

/**
 * One spelling for what readers take for the same characters: NFKC (so NFD and full-width forms agree), acronyms and rows of
 * syllables without dots (U.S., 한·미). Case is kept. For matching only; what is shown to people stays as it was written.
 */
export function normalizeCharacters(text: string): string {
  return withoutDots(text.normalize("NFKC"));
}

/** The same of characters that are in NFKC. */
export function withoutDots(characters: string): string {
  const joined = hasDotsApart(characters)
    ? characters.replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll(".", ""))
    : characters;
  if (joined.search(DOT_BETWEEN) === -1) return joined;
  // 초·중·고등학교 is no word of its own.
  return joined.replace(DOTTED_SYLLABLES, (whole, row: string, tail: string) =>
    tail === "" || isParticle(tail) ? row.replace(DOT_BETWEEN, "") + tail : whole,
  );
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
