import type { Section } from "../documents/article.ts";
import { endsLikeSentence } from "../documents/ends-like-sentence.ts";
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
  /** It heads the sentences below it without being marked as a heading, and answers nothing by itself. */
  readonly isCaption: boolean;
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
  const read = sentences.map((sentence, place): Omit<Passage, "isCaption"> => {
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
  return read.map((passage, place) => ({
    ...passage,
    isCaption: isCaption(passage, read[place - 1], read[place + 1]),
  }));
}

/** Characters. */
const LONGEST_CAPTION = 40;
/** An amount may answer without a predicate; -함 and -음 are predicates. */
const SAYS_SOMETHING = /\d|[:：?？.]|[함음임됨]$/u;

type Read = Omit<Passage, "isCaption">;

function isCaption({ text, line, inList, headerRow }: Read, before: Read | undefined, next: Read | undefined): boolean {
  return (
    line !== null &&
    line !== before?.line &&
    inList === null &&
    headerRow === null &&
    text.length <= LONGEST_CAPTION &&
    !SAYS_SOMETHING.test(text) &&
    !endsLikeSentence(text) &&
    (before === undefined || endsLikeSentence(before.text)) &&
    next?.line === line + 1 &&
    endsLikeSentence(next.text)
  );
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
