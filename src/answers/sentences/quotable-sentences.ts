import type { RankedSection } from "../../search/rank-sections.ts";
import { evidenceByWord } from "../../search/said-words.ts";
import type { SectionIndex } from "../../search/section-index.ts";
import { type AboveReading, readAbove, readHeadings, readSection } from "../../search/section-reading.ts";
import type { TermTable } from "../../search/term-table.ts";
import { type CalendarDay, dayWritten } from "../../text/calendar.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { Remembered } from "../../text/remembered.ts";
import { NOTHING_TOLD, type TimesTold, timesTold } from "../../text/times.ts";
import type { Placed } from "../another/another-one.ts";
import { withDayWritten, withTimes } from "../asked/evidence-of-time.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { callsWhatIsAsked } from "../passages/asked-heading.ts";
import { headerOf, type Passage, passagesOf } from "../passages/passages.ts";

/** A sentence that may be quoted, with what it and its surroundings say of each word of the question. */
export interface QuotableSentence extends Passage {
  readonly hit: RankedSection;
  readonly section: QuotedSection;
  /** Its place among the section's passages, in reading order. */
  readonly place: number;
  /** By word of the question, 0..1: in the sentence, in its headings, beside it, in its section, in its article. */
  readonly inSentence: readonly number[];
  readonly inHeading: readonly number[];
  readonly inNeighbours: readonly number[];
  readonly inSection: readonly number[];
  readonly inArticle: readonly number[];
  /** The same of the sentence before it, and of the one before that. */
  readonly inBefore: readonly number[];
  readonly inTwoBefore: readonly number[];
  /** The same of the question that it answers. */
  readonly inQuestion: readonly number[];
  /** How far it states the kind of thing that was asked for, 0..1; null where nothing in particular was. */
  readonly statesWanted: number | null;
  /** Its heading, or in a table its column or its row, calls what the question asks for. */
  readonly isCalled: boolean;
  /** A row of a table that states what is wanted of what its first cell names, which the question names, too. */
  readonly isRowAsked: boolean;
  /** It speaks of another one than the question names. */
  readonly ofAnother: boolean;
  /** It does not know of the time that the question asks about. */
  readonly ofAnotherTime: boolean;
}

/** What sentences of one section share. */
export interface QuotedSection {
  readonly passages: readonly Passage[];
  readonly bodyTerms: TermTable;
  /** The title, with a heading that is a question: said of all its sentences; null where its article has no other section. */
  readonly title: AboveReading | null;
  /** By word of the question, 0..1: what they say of it. */
  readonly inTitle: readonly number[];
}

/** What is looked for in each sentence; null where the question gives no cause. */
export interface SentenceTests {
  readonly isOfAnother: ((sentence: Placed) => boolean) | null;
  readonly isOfAnotherTime: ((sentence: Pick<Placed, "writtenOn" | "inReach">) => boolean) | null;
  /** Words of the question that the sentence says without writing them. */
  readonly heldAmounts: ((text: string) => readonly number[]) | null;
  /** Whether the question names what a row of a table is about. */
  readonly namesRow: (row: string) => boolean;
  /** Whether the name of a row, or of a column over it, calls what the question asks for. */
  readonly callsInRow: ((row: string, header: string) => boolean) | null;
}

/** Of a passage, on the day of its article: kept as long as the section. */
const timesOfPassages = new Remembered<Passage, TimesTold>();

function timesOf(passage: Passage, writtenOn: CalendarDay | null): TimesTold {
  return timesOfPassages.of(passage, () => {
    const told = timesTold(passage.text, writtenOn);
    const tellsAny = told.years.size + told.months.size + told.days.size + told.spans.length > 0;
    return tellsAny ? told : NOTHING_TOLD;
  });
}

/** A section's sentences in reading order; blocks that repeat through a source are left out, and the footer of a page. */
export function quotableSentences(
  { query, wanted, askedFor, times, today }: ReadQuestion,
  { isOfAnother, isOfAnotherTime, heldAmounts, namesRow, callsInRow }: SentenceTests,
  hit: RankedSection,
  index: SectionIndex,
  lexicon: Lexicon,
): QuotableSentence[] {
  const { article, section } = hit;
  const passages = passagesOf(article, section, lexicon);
  const reading = readSection(article, section, lexicon);
  const { inHeading, inSentences } = hit.said;
  const writtenOn = dayWritten(article, today);
  const asksOfTime = times.some((time) => time !== null);
  const toldAbove = asksOfTime
    ? timesTold([article.title, ...section.headingPath].join("\n"), writtenOn)
    : NOTHING_TOLD;
  const toldAt = (place: number): TimesTold => {
    const passage = passages[place];
    return passage === undefined || !asksOfTime ? NOTHING_TOLD : timesOf(passage, writtenOn);
  };
  const dated = (held: readonly number[], told: TimesTold) =>
    asksOfTime ? withTimes(held, times, told, writtenOn) : held;
  const inTitles = dated(
    inHeading.map(({ own, related }) => Math.max(own, related)),
    toldAbove,
  );
  const inArticle = evidenceByWord(query.words, readHeadings(article, lexicon));
  const nothing = query.words.map(() => 0);
  const repeats = passages.map(
    ({ line, isFooter }) => isFooter || (line !== null && index.isBoilerplate(article, section, line)),
  );
  // A block that repeats everywhere says nothing of what stands beside it.
  const said = inSentences.map((held, place) => (repeats[place] ? nothing : dated(held, toldAt(place))));
  const inSection = query.words.map((_, word) => said.reduce((most, held) => Math.max(most, held[word] ?? 0), 0));
  const title = reading.isPart ? readAbove(article, section, lexicon) : null;
  const quoted = {
    passages,
    bodyTerms: reading.bodyTerms,
    title,
    inTitle: title === null ? nothing : evidenceByWord(query.words, title.evidence),
  };
  const isHeaded = callsWhatIsAsked(askedFor, section.heading);
  const isTested = isOfAnother !== null || isOfAnotherTime !== null;

  return passages.flatMap((passage, place): QuotableSentence[] => {
    if (repeats[place] || passage.headerRow === place || passage.isCaption) return [];
    // Rows of a table say nothing of each other; the first one says what they are about.
    const header = passage.headerRow === null ? null : (said[passage.headerRow] ?? nothing);
    const headerText = passage.headerRow === null ? null : headerOf(passage.headerRow, passages);
    const saidAt = (at: number) =>
      header === null && passages[at]?.footnote === passage.footnote ? (said[at] ?? nothing) : nothing;
    const inBefore = saidAt(place - 1);
    const inTwoBefore = saidAt(place - 2);
    const held = heldAmounts?.(`${passage.text}\n${headerText ?? ""}`) ?? [];
    const own = said[place] ?? nothing;
    const toldHere = () => [
      toldAt(place),
      toldAbove,
      ...(passage.headerRow === null ? [] : [toldAt(passage.headerRow)]),
    ];
    const written = asksOfTime ? withDayWritten(own, times, toldHere(), writtenOn) : own;
    const inSentence = held.length === 0 ? written : written.map((one, word) => (held.includes(word) ? 1 : one));
    // A question that stands above its answer says of it what a heading would.
    const inQuestion = passage.answers === null ? nothing : (said[passage.answers] ?? nothing);
    const above = larger(larger(inTitles, header ?? nothing), inQuestion);
    const stated = wanted?.statedBy(passage.inUnits) ?? null;
    // Under 까닭 a cause needs no word that calls it one.
    const isInRow = headerText !== null && (callsInRow?.(passage.text, headerText) ?? false);
    const isCause = askedFor === "why" && isHeaded;
    // Persons and places have no form: the name of the column alone says that a cell holds one.
    const isNamed = isInRow && (askedFor === "who" || askedFor === "where");
    const statesWanted = isCause || isNamed ? 1 : stated;
    const inReach = isTested ? larger(larger(inSentence, above), larger(inBefore, inTwoBefore)) : nothing;
    const placed = (): Placed => ({
      article,
      text: passage.text,
      evidence: passage.evidence,
      headingPath: headerText === null ? section.headingPath : [...section.headingPath, headerText],
      title: article.title,
      writtenOn,
      before: [passages[place - 1], passages[place - 2]].flatMap((other) =>
        other === undefined || other.footnote !== passage.footnote ? [] : other,
      ),
      statesWanted: statesWanted === 1,
      inSentence,
      inReach,
    });
    return [
      {
        ...passage,
        hit,
        section: quoted,
        place,
        inSentence,
        inHeading: above,
        inNeighbours: larger(inBefore, saidAt(place + 1)),
        inSection,
        inArticle,
        inBefore,
        inTwoBefore,
        inQuestion,
        statesWanted,
        isCalled: isHeaded || isInRow,
        isRowAsked: headerText !== null && statesWanted === 1 && namesRow(passage.text),
        ofAnother: isOfAnother?.(placed()) ?? false,
        ofAnotherTime: isOfAnotherTime?.({ writtenOn, inReach }) ?? false,
      },
    ];
  });
}

/** Of two lists of the same length, the larger at each place. */
function larger(some: readonly number[], others: readonly number[]): number[] {
  return some.map((one, at) => Math.max(one, others[at] ?? 0));
}
