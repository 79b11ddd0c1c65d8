import { withoutControls } from "../../../src/text/plain.ts";

/**
 * What Discord's clients read as markup within a line: emphasis, code, `<…>` (mentions, custom emoji, timestamps),
 * masked links, spoilers, strikes, `@everyone`, `:emoji:` and addresses (`https:`), invites (`discord.gg/…`).
 */
const LIVE =
  /[\\*_`<[\]]|(?<=\])\(|\|(?=\|)|(?<=\|)\||~(?=~)|(?<=~)~|@(?=everyone|here)|:(?=[\w/+-])|(?<=\.[a-z]{2,20})\//gi;
/** At the beginning of a line: headings, lists, small print, quotes. */
const LINE_START = /^([ \t]*)(#(?=#{0,2}(?:\s|$))|-(?=\s|#|$)|>)/gm;
const LINE_NUMBER = /^([ \t]*\d+)(\.)(?=\s|$)/gm;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** A page must have room for something beside its links. */
const LONGEST_TARGET = 1000;

/** Text that Discord shows as it is: nothing in it is live, and no character is lost. Line ends stay. */
export function escaped(text: string): string {
  return withoutControls(text.replace(LINE_ENDS, "\n"))
    .replace(LIVE, "\\$&")
    .replace(LINE_START, "$1\\$2")
    .replace(LINE_NUMBER, "$1\\$2");
}

/** An address that ends where a masked link ends; null where it is too long for one. */
export function linkTarget(url: string): string | null {
  const target = url.replace(/[()<>[\]\\\s"`|]/g, encoded);
  return target.length <= LONGEST_TARGET ? target : null;
}

function encoded(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
