import type { Lexicon } from "../text/lexicon.ts";
import { normalizeCharacters } from "../text/normalize.ts";
import { onOneLine } from "../text/plain.ts";
import { createPhraseReader } from "./read-phrase.ts";

/** 1,000 is one number, and 한·미 one word. */
const BETWEEN_WORDS =
  /(?:,(?!(?<=\d,)\d{3}(?!\d))|[，、;；/／\n\r\u0085\u2028\u2029]|(?!(?<=(?<![가-힣])[가-힣])[·ㆍ・‧][가-힣](?![가-힣]))[·ㆍ・‧])+/u;
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;

/** The words and phrases that somebody typed into one field, in their order, each once. */
export function readTopicWords(typed: string): string[] {
  const words = new Map<string, string>();
  for (const part of typed.toWellFormed().normalize("NFC").split(BETWEEN_WORDS)) {
    const word = onOneLine(part).replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
    const same = normalizeCharacters(word).toLowerCase();
    if (word !== "" && !words.has(same)) words.set(same, word);
  }
  return [...words.values()];
}

/** False where nothing can be looked for: "!", "은". */
export function searchable(word: string, lexicon: Lexicon): boolean {
  return createPhraseReader(lexicon)(word).parts.length > 0;
}
