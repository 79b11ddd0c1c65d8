import type { Article, Section } from "../documents/article.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { choosePassage } from "./choose-passage.ts";
import { findPart } from "./find-part.ts";
import { markWords } from "./mark-words.ts";
import type { Part } from "./phrase.ts";
import { createPhraseReader } from "./read-phrase.ts";
import { readTexts, type Span } from "./read-text.ts";

/** Characters: an alert is made while its channel waits for it. */
const LONGEST_READ = 20_000;

/** The part of an article that an alert shows. */
export interface Excerpt {
  readonly headingPath: readonly string[];
  /** Running text with its matched words strong. */
  readonly pieces: readonly { readonly text: string; readonly strong: boolean }[];
}

/**
 * Of the section that says most of the words, the sentences around the first of them, with all of them strong; the
 * first sentences of the article where there are none. Null where it has no text.
 */
export function chooseExcerpt(article: Article, words: readonly string[], lexicon: Lexicon): Excerpt | null {
  const phrases = words.map(createPhraseReader(lexicon));
  const parts = [...new Map(phrases.flatMap((phrase) => phrase.parts).map((part) => [part.key, part])).values()];
  const section = sayingMost(beginningOf(article.sections).filter(hasText), parts, lexicon);
  if (!section) return null;
  const marksIn = (text: string) => markWords(text, parts, lexicon);
  const passage = choosePassage(section.body, marksIn);
  return { headingPath: section.headingPath, pieces: piecesOf(passage, marksIn(passage)) };
}

function beginningOf(sections: readonly Section[]): Section[] {
  let left = LONGEST_READ;
  return sections.flatMap((section) => {
    if (left <= 0) return [];
    const body = section.body.slice(0, left);
    left -= body.length + 1;
    return [{ ...section, body }];
  });
}

function hasText({ body }: Section): boolean {
  return /\p{L}/u.test(body);
}

/** The first of those that say most; what the text says counts before what the headings say. */
function sayingMost(sections: readonly Section[], parts: readonly Part[], lexicon: Lexicon): Section | undefined {
  let best = sections[0];
  let most = 0;
  for (const section of sections) {
    const inBody = countSaid(section.body, parts, lexicon);
    const inAll = countSaid([...section.headingPath, section.body].join("\n"), parts, lexicon);
    const said = inAll + inBody / (parts.length + 1);
    if (said > most) [best, most] = [section, said];
  }
  return best;
}

function countSaid(text: string, parts: readonly Part[], lexicon: Lexicon): number {
  if (parts.length === 0) return 0;
  const reading = readTexts([text], lexicon);
  return parts.filter((part) => findPart(part, reading).length > 0).length;
}

function piecesOf(text: string, marks: readonly Span[]): Excerpt["pieces"] {
  const pieces: { text: string; strong: boolean }[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    pieces.push({ text: text.slice(from, start), strong: false }, { text: text.slice(start, end), strong: true });
    from = end;
  }
  pieces.push({ text: text.slice(from), strong: false });
  return pieces.filter((piece) => piece.text !== "");
}
