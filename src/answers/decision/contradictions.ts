import { readSection } from "../../search/section-reading.ts";
import { dayWritten } from "../../text/calendar.ts";
import { conceptsByWord } from "../../text/concepts-named.ts";
import { type Evidence, evidenceFor, SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { isParticle } from "../../text/particles.ts";
import { type Amount, amountsIn } from "../../text/quantities.ts";
import { timesTold } from "../../text/times.ts";
import { classOf } from "../../text/verbal.ts";
import { readWords, type Word } from "../../text/words.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

const MOST_STATEMENTS = 3;
/** How many of the likeliest sentences are compared. */
const COMPARED = 12;
/** Statements that share fewer words may be of anything. */
const LEAST_SHARED = 2;
/** Where an amount is rounded, the other must lie this far from it. Of the larger one. */
const ROUNDED = 0.1;
const ROUNDS = /(?<![가-힣])약\s|가량|정도|안팎|남짓|\d\s?여\s|\b(?:about|around|nearly|almost|roughly|some)\b/iu;
/** From the old amount to the new one. */
const CHANGES_FROM = /에서|\bfrom\b/iu;

/** Behind the old amount, before the new one. */
const CHANGES_TO = /(?<=[\d원%달러명개]|퍼센트)에서\s(?=\d)/u;
const LONGEST_AMOUNT = 20;

/** What news add to a statement without changing what it is about: who says it, when, and that it changes. */
const FRAMING =
  /^(?:지금|오는|정부|당국|발표|공고|공지|고시|안내|소식|보도|뉴스|인상|인하|상향|하향|조정|확정|결정|확대|축소|적용|시행|합의|부과|변경|개정|추가|최종|기존|현행|현재|올해|내년|작년|지난해|이번|다시|이제|이후|이전|새로|다음|오늘|어제|기준|수준|a|an|the|is|are|was|were|be|been|will|would|now|of|on|for|to|from|by|in|at|and|it|its|has|have|had|that|this|new|again|raised?|raises|cuts?|lowered|lowers?|sets?|increased?|increases|reduced?|rose|rises?|fell|falls?|stands?|reaches|reached|announced?|announces|notice|update|news|percent|year|month)$/iu;

/**
 * Sentences of articles of different days that state the same thing with other amounts, the newest first; the newest one of
 * each amount. Empty where the best sentence is contradicted by none. Where it is unsure, none is: a section, a title or
 * a sentence that names something the other does not may be about something else.
 */
export function contradictions(best: Candidate, candidates: readonly Candidate[], lexicon: Lexicon): Candidate[] {
  const statement = readStatement(best);
  if (statement.amounts.length === 0 || best.hit.article.publishedAt === null) return [];
  const differing = candidates
    .slice(0, COMPARED)
    .filter(
      ({ hit, text, ofAnother, ofAnotherTime }) =>
        !ofAnother &&
        !ofAnotherTime &&
        hit.article.publishedAt !== null &&
        hit.article.id !== best.hit.article.id &&
        /\d/.test(text),
    )
    .map(readStatement)
    .filter((other) => mayDiffer(statement, other));
  if (differing.length === 0) return [];
  const subject = readSubject(statement, lexicon);
  const alike = differing.filter((other) => {
    const told = readSubject(other, lexicon);
    return areAlike(subject, told) || (changesAmountOf(other, statement) && speaksOf(told, subject));
  });
  const newestFirst = [statement, ...alike].sort((a, b) => publishedMs(b) - publishedMs(a));
  const stated: Statement[] = [];
  for (const each of newestFirst) {
    if (stated.length < MOST_STATEMENTS && stated.every((newer) => day(newer) !== day(each) && differ(newer, each)))
      stated.push(each);
  }
  return stated.length < 2 ? [] : stated.map(({ candidate }) => candidate);
}

/** A sentence, and how much it states. */
interface Statement {
  readonly candidate: Candidate;
  readonly amounts: readonly Amount[];
  /** The sentence without its amounts. */
  readonly rest: string;
}

/** What a statement is about. */
interface Subject {
  readonly evidence: Evidence;
  /** The words that say it, in the sentence and above it. */
  readonly words: readonly SubjectWord[];
  readonly wordsAbove: readonly SubjectWord[];
  /** Of the sentence, and of what stands above it. */
  readonly said: readonly Evidence[];
}

interface SubjectWord {
  readonly word: Word;
  readonly concept: string | null;
}

function readStatement(candidate: Candidate): Statement {
  return { candidate, ...amountsIn(candidate.text) };
}

function readSubject({ candidate, rest }: Statement, lexicon: Lexicon): Subject {
  const { article, section } = candidate.hit;
  const above = [article.title, ...section.headingPath];
  return {
    evidence: candidate.evidence,
    words: subjectWords(rest, lexicon),
    wordsAbove: subjectWords(above.map((name) => amountsIn(name).rest).join("\n"), lexicon),
    // Both are read already, and a sentence may be as long as a hostile document.
    said: [candidate.evidence, readSection(article, section, lexicon).headingEvidence],
  };
}

function subjectWords(text: string, lexicon: Lexicon): SubjectWord[] {
  const words = readWords(text);
  const conceptAt = conceptsByWord(words, lexicon);
  return words.flatMap((word, at) => {
    const concept = conceptAt.get(at) ?? null;
    const isBare = word.stem.length < 2 || word.script === "number" || isParticle(word.text);
    const isFraming = isBare || FRAMING.test(word.stem);
    const isVerb = classOf(word, words[at + 1], at === words.length - 1) === "verb";
    return concept === null && (isFraming || isVerb) ? [] : [{ word, concept }];
  });
}

/** Whatever one of them names, the other names too, or what stands above it does. */
function areAlike(a: Subject, b: Subject): boolean {
  const isLackedBy =
    ({ said }: Subject) =>
    ({ word, concept }: SubjectWord) =>
      said.every((evidence) => evidenceFor(word, concept, evidence) < SAID);
  if (a.words.some(isLackedBy(b)) || b.words.some(isLackedBy(a))) return false;
  const shared = a.words.filter(({ word, concept }) => evidenceFor(word, concept, b.evidence) >= SAID);
  if (shared.length < LEAST_SHARED) return false;
  const onlyAboveA = a.wordsAbove.filter(isLackedBy(b));
  const onlyAboveB = b.wordsAbove.filter(isLackedBy(a));
  if ([...onlyAboveA, ...onlyAboveB].some(({ concept }) => concept !== null)) return false;
  // Titles that each have a word of their own may tell two things apart, unless the sentences name the thing.
  return onlyAboveA.length === 0 || onlyAboveB.length === 0 || shared.some(({ concept }) => concept !== null);
}

/** What is told later of a change from that very amount: "30분에 1,500원에서 1,200원으로". */
function changesAmountOf(newer: Statement, older: Statement): boolean {
  if (publishedMs(newer) <= publishedMs(older)) return false;
  const changed = newer.candidate.text.split(CHANGES_TO).slice(0, -1);
  return changed.some((before) => {
    const old = amountsIn(before.slice(-LONGEST_AMOUNT)).amounts.at(-1);
    return old !== undefined && older.amounts.some(({ unit, value }) => unit === old.unit && value === old.value);
  });
}

/** Enough of what the one names stands in the other's sentence or above it. */
function speaksOf({ words }: Subject, { said }: Subject): boolean {
  const shared = words.filter(({ word, concept }) =>
    said.some((evidence) => evidenceFor(word, concept, evidence) >= SAID),
  );
  return shared.length >= LEAST_SHARED;
}

/** Whichever of the two is the newer one. What is said of different years may both hold. */
function mayDiffer(a: Statement, b: Statement): boolean {
  return !areOfOtherYears(a, b) && (differ(a, b) || differ(b, a));
}

/** Of a whole year: "2025년 예산", "in 2025". A day or a beginning is when the newer amount began to hold. */
const YEARS =
  /(?<!\d)(?:19|20)\d\d(?=\s?년(?!\s?\d|도?부터|\s?[가-힣]{1,3}부터))|(?<=\b(?:in|for|of)\s)(?:19|20)\d\d\b|\b(?:19|20)\d\d(?='s|\s(?:budget|rate|price|fee))/gu;

function areOfOtherYears(a: Statement, b: Statement): boolean {
  const yearsOfA = yearsIn(a);
  const yearsOfB = yearsIn(b);
  return yearsOfA.length > 0 && yearsOfB.length > 0 && !yearsOfA.some((year) => yearsOfB.includes(year));
}

/** A year that is over when an article is written: "지난해" of 2025 is 2024. */
const PAST_YEARS = /재작년|작년|지난\s?해/gu;

function yearsIn({ candidate: { text, hit } }: Statement): number[] {
  const writtenOn = dayWritten(hit.article, null);
  const past = [...text.matchAll(PAST_YEARS)].flatMap(([word]) => [...timesTold(word, writtenOn).years]);
  return [...[...text.matchAll(YEARS)].map(([year]) => Number(year)), ...past];
}

/** Whether two statements give amounts of one unit and none of them agrees, or the newer one tells of a change. */
function differ(newer: Statement, older: Statement): boolean {
  const tolerance = [newer, older].some(({ candidate }) => ROUNDS.test(candidate.text)) ? ROUNDED : 0;
  const isSame = (a: Amount, b: Amount) =>
    a.unit === b.unit && Math.abs(a.value - b.value) <= tolerance * Math.max(a.value, b.value);
  const comparable = newer.amounts.filter(({ unit }) => older.amounts.some((other) => other.unit === unit));
  const isNew = (amount: Amount) => !older.amounts.some((other) => isSame(amount, other));
  return CHANGES_FROM.test(newer.candidate.text)
    ? comparable.some(isNew)
    : comparable.length > 0 && comparable.every(isNew);
}

function publishedMs({ candidate }: Statement): number {
  return Date.parse(candidate.hit.article.publishedAt ?? "");
}

/** As the article states it, in its own zone. */
function day({ candidate }: Statement): string {
  return candidate.hit.article.publishedAt?.slice(0, 10) ?? "";
}
