import type { Answer, Citation, SectionReference } from "../answers/answer.ts";
import type { Courtesy } from "../answers/talk/courtesy.ts";
import { numberedHeading, plainHeading } from "../documents/heading-name.ts";
import { isQuestion } from "../documents/is-question.ts";
import { clip } from "../text/clip.ts";
import { type Age, ageOf, type Locale } from "../wording/age.ts";
import type { Wording } from "../wording/wording.ts";
import { wordingFor, wordingIn } from "../wording/wording-for.ts";
import { citedTexts } from "./cited-texts.ts";
import { quotedText } from "./quoted-text.ts";
import { webAddress } from "./web-address.ts";

/** Who reads, and when. */
export interface Reader {
  readonly nowMs: number;
  /** IANA name, such as "Asia/Seoul". */
  readonly timeZone: string;
  /** The language the reader chose; without it, the question's. */
  readonly locale?: Locale;
  /** True where there is no document to answer from. */
  readonly nothingLoaded?: boolean;
}

/** One for each text that is quoted, however many sentences of it are. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  /** Only from the index; null where the document has none. */
  readonly url: string | null;
}

export interface QuotedLine {
  readonly text: string;
  /** The number of its source line: quotes of one text share it, though each may be a citation of its own. */
  readonly citation: number;
}

/** A section that a reader may want to ask about. */
export interface Suggestion {
  readonly articleId: string;
  readonly sectionId: string;
  /** As readers know it: "3.6 대만". */
  readonly name: string;
  readonly title: string;
  /** Asked, this leads to the section. */
  readonly question: string;
}

/** An answer in words, for any platform to render. Nothing in it is markup. */
export interface AnswerMessage {
  /** What the bot says before the answer: another spelling it searched for, that another document answers than before, that it quotes something else, that it is not sure, that it answers one question of two, that several places speak of it, or differ. */
  readonly notice: string | null;
  /** The quoted sentences as they are to be read, the best first; none where nothing answers. */
  readonly quotes: readonly QuotedLine[];
  /** The same with their [n], or the bot's own words where nothing answers. */
  readonly text: string;
  /** The bot's own words where nothing answers, without the sections it names; null where something does. */
  readonly lead: string | null;
  /** That a list goes on, for each that does. */
  readonly goesOn: readonly string[];
  readonly sources: readonly SourceLine[];
  /** That the newest source is old. */
  readonly caveat: string | null;
  /** The nearest sections where nothing answers, or some to ask about where nothing was asked. */
  readonly suggestions: readonly Suggestion[];
}

function wordingOf({ question, readAs = question }: Pick<Answer, "question" | "readAs">): Wording {
  return wordingFor(readAs);
}

export function answerMessage(answer: Answer, reader: Reader): AnswerMessage {
  const { nowMs, timeZone, locale, nothingLoaded = false } = reader;
  const wording = locale === undefined ? wordingOf(answer) : wordingIn(locale);
  const ages = new Map<number, Age>();
  for (const { number, publishedAt } of answer.citations) {
    if (publishedAt !== null) ages.set(number, ageOf(publishedAt, nowMs, wording.locale, timeZone));
  }
  const texts = citedTexts(answer.citations);
  const shown = new Map(texts.flatMap(({ number, citations }) => citations.map((each) => [each.number, number])));
  const sourceOf = (citation: number) => shown.get(citation) ?? citation;
  const quotes = answer.sentences.map((each) => ({ text: quotedText(each), citation: sourceOf(each.citation) }));
  const newest = newestCitation(answer.citations);
  const newestAge = newest && ages.get(newest.number);
  return {
    notice: noticeOf(answer, newestAge ?? null, wording),
    quotes,
    text: nothingLoaded ? wording.nothingLoaded() : answerText({ ...answer, sentences: quotes }, wording),
    lead: nothingLoaded ? wording.nothingLoaded() : leadOf(answer, wording),
    goesOn: (answer.quotedLists ?? []).map(({ kind, left, citation }) =>
      wording.listGoesOn(kind, left, sourceOf(citation)),
    ),
    sources: texts.map(({ number, first, citations }) => ({
      number,
      text: wording.source(
        number,
        placeOfCitation(first, wording),
        ages.get(first.number) ?? null,
        answer.differ ? (newest && citations.includes(newest) ? "newer" : "older") : undefined,
      ),
      url: webAddress(first.url),
    })),
    caveat: newestAge?.old ? wording.oldSource(newestAge) : null,
    // The empty section itself is named in the lead.
    suggestions: answer.suggestions.slice(answer.status === "empty-section" ? 1 : 0).map(toSuggestion),
  };
}

function noticeOf(
  {
    courtesy,
    readAs,
    correctedWords,
    inSeveralPlaces,
    differ = false,
    unsure = false,
    onlyFirst = false,
    onlyTwo = false,
    fromAnotherArticle = false,
    notThat = false,
    status,
  }: Answer,
  newest: Age | null,
  wording: Wording,
): string | null {
  const several = differ && newest !== null ? wording.documentsDiffer(newest) : wording.inSeveralPlaces();
  const lookedFor = readAs === undefined || courtesy ? correctedWords : [readAs, ...correctedWords];
  const said = [
    ...(lookedFor.length > 0 ? [wording.searchedFor(lookedFor)] : []),
    ...(onlyFirst ? [wording.onlyFirst()] : onlyTwo ? [wording.onlyTwo()] : []),
    ...(fromAnotherArticle ? [wording.fromAnotherArticle()] : []),
    ...(notThat && status === "answered" ? [wording.somethingElse()] : []),
    ...(unsure ? [wording.unsure()] : []),
    ...(inSeveralPlaces ? [several] : []),
  ];
  return said.length === 0 ? null : said.join(" ");
}

function leadOf(answer: Answer, wording: Wording): string | null {
  switch (answer.status) {
    case "answered":
      return null;
    case "empty-section":
      return answerText(answer, wording);
    case "not-found":
      if (answer.writtenThen !== undefined) return wording.writtenThen(answer.writtenThen, answer.suggestions.length);
      if (answer.notThat) return wording.nothingElse([]);
      return answer.courtesy ? courtesyText(answer.courtesy, [], wording) : wording.notFound([]);
  }
}

function toSuggestion(reference: SectionReference): Suggestion {
  const { articleId, sectionId, title } = reference;
  return { articleId, sectionId, name: sectionName(reference), title, question: sectionQuestion(reference) };
}

/** A question that is about this section and no other: its title and its heading without the number. */
export function sectionQuestion({ title, headingPath }: Pick<SectionReference, "title" | "headingPath">): string {
  return `${title} ${plainHeading(headingPath)}`.trim();
}

/** What answers in the documents' own words, or the bot's where nothing does; without the source lines. */
export function answerText(answer: Answer, wording: Wording = wordingOf(answer)): string {
  const [nearest] = answer.suggestions;
  switch (answer.status) {
    case "answered":
      return answer.sentences.map(({ text, citation }) => `${text} [${citation}]`).join("\n");
    case "empty-section":
      return wording.emptySection(nearest ? sectionName(nearest) : "");
    case "not-found":
      if (answer.writtenThen !== undefined) return writtenThenText(answer.writtenThen, answer.suggestions, wording);
      if (answer.notThat) return wording.nothingElse(answer.suggestions.map(sectionName));
      return answer.courtesy
        ? courtesyText(answer.courtesy, answer.suggestions, wording)
        : wording.notFound(answer.suggestions.map(sectionName));
  }
}

const LONGEST_EXAMPLE = 150;

/** A reply to somebody who asks nothing of the documents, with some questions that could be asked. */
function courtesyText(courtesy: Courtesy, examples: readonly SectionReference[], wording: Wording): string {
  if (courtesy === "thanks") return wording.youAreWelcome();
  const own = courtesy === "nothing-before" ? wording.nothingBefore() : wording.whatIDo();
  const said = [...(courtesy === "greeting" ? [wording.greeting()] : []), own].join(" ");
  const asked = examples.map((example) => `• ${clip(exampleOf(example, wording), LONGEST_EXAMPLE)}`);
  return [said, ...(asked.length > 0 ? [wording.askLikeThis(), ...asked] : [])].join("\n");
}

/** Of each article its title: what its sections are called says little. */
function writtenThenText(count: number, written: readonly SectionReference[], wording: Wording): string {
  const titles = written.map(({ title }) => `• ${clip(title, LONGEST_EXAMPLE)}`);
  return [wording.writtenThen(count, written.length), ...titles].join("\n");
}

function exampleOf(example: SectionReference, wording: Wording): string {
  const heading = example.headingPath.at(-1) ?? example.title;
  if (isQuestion(heading)) return heading;
  return wording.exampleQuestion(example.title, plainHeading(example.headingPath) || example.title);
}

/** The last heading as readers know it ("3.6 대만"), or the title where a section has no heading. */
export function sectionName({ title, headingPath }: Pick<SectionReference, "title" | "headingPath">): string {
  return numberedHeading(headingPath) ?? title;
}

function placeOfCitation(citation: Citation, wording: Wording): string {
  const name = sectionName(citation);
  const place = citation.headingPath.length === 0 ? citation.title : `${citation.title} › ${name}`;
  return citation.footnote === null ? place : `${citation.title} › ${wording.footnote(citation.footnote, name)}`;
}

function newestCitation(citations: readonly Citation[]): Citation | null {
  let newest: Citation | null = null;
  for (const citation of citations) {
    if (citation.publishedAt === null) return null;
    if (newest === null || Date.parse(citation.publishedAt) > Date.parse(newest.publishedAt ?? "")) newest = citation;
  }
  return newest;
}
