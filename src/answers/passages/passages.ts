import type { Article, Section } from "../../documents/article.ts";
import { isRow } from "../../documents/block.ts";
import { endsLikeSentence } from "../../documents/ends-like-sentence.ts";
import { isQuestion } from "../../documents/is-question.ts";
import { isAskedLine, isToldLine } from "../../documents/question-headings.ts";
import { readSection, type SectionSentence } from "../../search/section-reading.ts";
import { numbersIn } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { Remembered } from "../../text/remembered.ts";
import { type ListPart, listPartsOf } from "./item-list.ts";
import { footerFrom } from "./page-footer.ts";
import { rowInUnits } from "./table-rows.ts";

/** A sentence of a section that may be quoted: text, where it stands, and what stands around it. */
export interface Passage extends SectionSentence {
  /** The body's line that it stands in, from 0; null in a footnote. */
  readonly line: number | null;
  /** Numbers it states, without separators. */
  readonly numbers: readonly string[];
  /** In a table: the place of its first row, which names the columns; null elsewhere. */
  readonly headerRow: number | null;
  /** Its text; of a row with what its columns are called and told in beside numbers alone (table-rows.ts). */
  readonly inUnits: string;
  /** The list or table it is a part of; null in running text. */
  readonly inList: ListPart | null;
  /** It heads the sentences below it without being marked as a heading, and answers nothing by itself. */
  readonly isCaption: boolean;
  /** It stands at the end of its article, and only says whose that is. */
  readonly isFooter: boolean;
  /** The place of the question above that it answers; null where none stands there. */
  readonly answers: number | null;
}

const passages = new Remembered<Section, readonly Passage[]>();

/** A section's sentences, the body's and then the footnotes', read once for all questions that meet it. */
export function passagesOf(article: Article, section: Section, lexicon: Lexicon): readonly Passage[] {
  return passages.of(section, () => readPassages(article, section, lexicon));
}

function readPassages(article: Article, section: Section, lexicon: Lexicon): Passage[] {
  const { sentences } = readSection(article, section, lexicon);
  const headerRows = headerRowsOf(sentences);
  const listParts = listPartsOf(section.body, sentences, (place) => headerRows[place] ?? null);
  const lines = linesOf(section.body, sentences);
  const questions = questionsAnswered(sentences, lines);
  const footer =
    article.sections.findLast(({ body }) => body !== "")?.id === section.id ? footerOf(sentences, listParts) : null;
  return sentences.map((sentence, place): Passage => {
    const headerRow = headerRows[place] ?? null;
    const inList = listParts.get(place) ?? null;
    const header = headerRow === null ? null : headerOf(headerRow, sentences);
    const above = sentences[(headerRow ?? 0) - 1]?.text ?? "";
    return {
      ...sentence,
      line: lines[place] ?? null,
      numbers: numbersIn(sentence.evidence),
      headerRow,
      inUnits: header === null ? sentence.text : rowInUnits(sentence.text, header, above),
      inList,
      isCaption:
        questions[place] === place || (headerRow === null && inList === null && isCaption(place, sentences, lines)),
      isFooter: footer !== null && sentence.footnote === null && place >= footer,
      answers: questions[place] === place ? null : (questions[place] ?? null),
    };
  });
}

function footerOf(sentences: readonly SectionSentence[], listParts: ReadonlyMap<number, ListPart>): number {
  const ofBody = sentences.filter(({ footnote }) => footnote === null);
  return footerFrom(ofBody.map(({ text }, place) => ({ text, isItem: listParts.has(place) })));
}

/** By sentence: the body's line that it stands in; null in a footnote. */
function linesOf(body: string, sentences: readonly SectionSentence[]): (number | null)[] {
  let line = 0;
  let counted = 0;
  return sentences.map(({ footnote, start }) => {
    if (footnote !== null) return null;
    for (; counted < start; counted++) if (body.charCodeAt(counted) === 10) line++;
    return line;
  });
}

/** Characters. */
const LONGEST_CAPTION = 40;
/** An amount may answer without a predicate; -함 and -음 are predicates. */
const SAYS_SOMETHING = /\d|[:：?？.]|[함음임됨]$/u;

/** Of running text: alone in its line, after a sentence and above one, and none itself. */
function isCaption(place: number, sentences: readonly SectionSentence[], lines: readonly (number | null)[]): boolean {
  const line = lines[place] ?? null;
  const text = sentences[place]?.text ?? "";
  const before = sentences[place - 1];
  const next = sentences[place + 1];
  return (
    line !== null &&
    line !== lines[place - 1] &&
    text.length <= LONGEST_CAPTION &&
    !SAYS_SOMETHING.test(text) &&
    !endsLikeSentence(text) &&
    (before === undefined || endsLikeSentence(before.text)) &&
    next !== undefined &&
    lines[place + 1] === line + 1 &&
    endsLikeSentence(next.text)
  );
}

/** Neither a further question nor a label. */
const STATES = /[^?？:：]$/u;

/** By place, the question that stands above it; of the question itself its own place. */
function questionsAnswered(
  sentences: readonly SectionSentence[],
  lines: readonly (number | null)[],
): (number | null)[] {
  let question: number | null = null;
  return sentences.map(({ footnote, text }, place) => {
    const next = sentences[place + 1];
    if (footnote !== null) return null;
    if (next?.footnote === null) {
      const isAnswered = isToldLine(next.text) && (isQuestion(text) || isAskedLine(text));
      const endsLine = lines[place + 1] !== lines[place];
      if (isAnswered || (endsLine && isQuestion(text) && STATES.test(next.text))) question = place;
    }
    return question;
  });
}

/** Of the row that heads a table; each row is looked at beside it. Characters. */
const LONGEST_HEADER = 200;

/** What the row that heads a table says, as much as is looked at. */
export function headerOf(headerRow: number, sentences: readonly Pick<Passage, "text">[]): string {
  return sentences[headerRow]?.text.slice(0, LONGEST_HEADER) ?? "";
}

/** By place, the first of the rows that a row stands among; a row alone heads nothing. */
function headerRowsOf(sentences: readonly SectionSentence[]): (number | null)[] {
  const areRows = sentences.map(({ footnote, text }) => footnote === null && isRow(text));
  let first = 0;
  return areRows.map((row, place) => {
    if (!areRows[place - 1]) first = place;
    return row && (first < place || areRows[place + 1]) ? first : null;
  });
}
