import type { Section } from "../documents/article.ts";
import { readSection, type SectionSentence } from "../search/section-reading.ts";
import { numbersIn } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { Remembered } from "../text/remembered.ts";
import { type ListPart, listPartsOf } from "./item-list.ts";

/** A sentence of a section that may be quoted: text, where it stands, and what stands around it. */
export interface Passage extends SectionSentence {
  /** The body's line that it stands in, from 0; null in a footnote. */
  readonly line: number | null;
  /** Numbers it states, without separators. */
  readonly numbers: readonly string[];
  /** In a table: the place of its first row, which names the columns; null elsewhere. */
  readonly headerRow: number | null;
  /** The list or table it is a part of; null in running text. */
  readonly inList: ListPart | null;
}

const passages = new Remembered<Section, readonly Passage[]>();

/** A section's sentences, the body's and then the footnotes', read once for all questions that meet it. */
export function passagesOf(title: string, section: Section, lexicon: Lexicon): readonly Passage[] {
  return passages.of(section, () => readPassages(title, section, lexicon));
}

function readPassages(title: string, section: Section, lexicon: Lexicon): Passage[] {
  const { sentences } = readSection(title, section, lexicon);
  const headerRows = headerRowsOf(sentences);
  const listParts = listPartsOf(section.body, sentences, (place) => headerRows[place] ?? null);
  let line = 0;
  let counted = 0;
  return sentences.map((sentence, place): Passage => {
    const { footnote, start, evidence } = sentence;
    if (footnote === null) for (; counted < start; counted++) if (section.body.charCodeAt(counted) === 10) line++;
    return {
      ...sentence,
      line: footnote === null ? line : null,
      numbers: numbersIn(evidence),
      headerRow: headerRows[place] ?? null,
      inList: listParts.get(place) ?? null,
    };
  });
}

const CELL_BORDER = " | ";

/** By place, the first of the rows that a row stands among; a row alone heads nothing. */
function headerRowsOf(sentences: readonly SectionSentence[]): (number | null)[] {
  const isRow = sentences.map(({ footnote, text }) => footnote === null && text.includes(CELL_BORDER));
  let first = 0;
  return isRow.map((row, place) => {
    if (!isRow[place - 1]) first = place;
    return row && (first < place || isRow[place + 1]) ? first : null;
  });
}
