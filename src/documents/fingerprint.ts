import { hash } from "node:crypto";
import { LINK_MASK, type LineBlock } from "./block.ts";

const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"')\]|]+/gi;
const TITLE_MASK = "\ue001";

/** Makes the function that fingerprints an article's lines; the title's words are masked. */
export function fingerprinter(title: string): (line: LineBlock) => string {
  const titleWords = new Set(wordsOf(title).filter((word) => word.length > 1));
  return (line) => {
    const linked = line.masked.replace(WEB_ADDRESS, LINK_MASK);
    const masked = linked
      .replace(/[\p{L}\p{N}]+/gu, (word) => (titleWords.has(word.toLowerCase()) ? TITLE_MASK : word))
      .replace(/\d+(?:[.,]\d+)*/g, "0")
      .replace(/(?:\ue001[\s\p{P}]*)+/gu, TITLE_MASK)
      .replace(/(?:\ue000\s*)+/g, LINK_MASK)
      .replace(/\s+/g, " ");
    // A row of figures alone says nothing of its neighbours: two tables must not count as the same block.
    const telling = /\p{L}/u.test(masked) || masked.includes(LINK_MASK) || masked.includes(TITLE_MASK);
    return hash("sha256", telling ? masked : linked).slice(0, 12);
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
