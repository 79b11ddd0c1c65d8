import { SAYS_WHAT, type SectionQuery } from "../search/query.ts";
import { importance, rankSections, readSection } from "../search/rank-sections.ts";
import type { FindOptions, SectionHit, SectionIndex } from "../search/section-index.ts";
import type { Speller } from "../search/spelling.ts";
import { spaceAtUnknown } from "../search/split-unspaced.ts";
import { evidenceFor, readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Answer } from "./answer.ts";
import { compose, toReference } from "./compose.ts";
import { askedBesideNames, type Reading, readingsOf, type Turn, topicOfTurn } from "./conversation.ts";
import { FLOOR, judge } from "./judge.ts";
import { type NamedSection, namedSections, namesHeading } from "./named-sections.ts";
import { type Candidate, rankSentences } from "./rank-sentences.ts";
import { type ReadQuestion, readQuestion } from "./read-question.ts";

/** What the engine reads from. It asks no network and no queue. */
export interface Knowledge {
  readonly index: SectionIndex;
  readonly lexicon: Lexicon;
  readonly speller: Speller;
}

const CANDIDATE_SECTIONS = 50;
const MOST_HITS = 10;
const MOST_SUGGESTIONS = 3;
const MOST_SENTENCES = 3;
/** Further sentences of the same section, or of another, must score this share of the best one. */
const SAME_SECTION_SHARE = 0.8;
const OTHER_SECTION_SHARE = 0.95;
const NEWER_SECTION_SHARE = 0.88;
/** A sentence of another section must be about as sure. */
const SUPPORT_SHARE = 0.85;
const COMPLETING_DISTANCE = 2;
/** Where the question names an empty section, other sections must answer better than usual. */
const FLOOR_BESIDE_EMPTY = 0.55;
/** At most this share of the question, by importance, may lie outside a heading for the heading to be what is asked about. */
const BESIDE_HEADING = 0.35;
const BESIDE_HEADING_UNSAID = 0.1;
const OVERVIEW_CONFIDENCE = 0.9;

export interface Answered {
  readonly answer: Answer;
  /** Pass it to the next question of the same talk. */
  readonly turn: Turn;
}

/**
 * Answers one question from the sections, or says that they don't. Pure: the same index gives the same answer.
 * `articleId`: only this article's sections count, where it is given.
 */
export function answerQuestion(
  text: string,
  previous: Turn | null,
  knowledge: Knowledge,
  articleId: string | null = null,
): Answered {
  const readings = readingsOf(text.replace(/\s+/g, " ").trim(), previous, knowledge.lexicon);
  let first: Answered | null = null;
  let best: Answered | null = null;
  for (const reading of readings) {
    if (best !== null && !reading.isRival) break;
    const answered = answerReading(text, reading.text, previous, knowledge, articleId);
    first ??= answered;
    if (answered.answer.status === "not-found" || !keepsTo(reading, answered.answer, knowledge.lexicon)) continue;
    if (best === null || isRivalling(answered.answer, best.answer)) best = answered;
  }
  if (best !== null) return best;
  return first ?? answerReading(text, text.trim(), previous, knowledge, articleId);
}

/** A section that is merely empty outdoes no answer. */
function isRivalling(rival: Answer, best: Answer): boolean {
  return rival.status === "answered" && rival.confidence > best.confidence;
}

/** At least this much of one word must be said. */
const SAID = 0.5;

function keepsTo({ inSpiritOf }: Reading, { citations }: Answer, lexicon: Lexicon): boolean {
  if (inSpiritOf === null) return true;
  const words = askedBesideNames(inSpiritOf, lexicon);
  const said = readEvidence(
    citations.map(({ quote, headingPath }) => [quote, ...headingPath].join("\n")).join("\n"),
    lexicon,
  );
  return words.length === 0 || words.some(({ word, concept }) => evidenceFor(word, concept, said) >= SAID);
}

function answerReading(
  text: string,
  reading: string,
  previous: Turn | null,
  { index, lexicon, speller }: Knowledge,
  articleId: string | null,
): Answered {
  const within: FindOptions = { limit: CANDIDATE_SECTIONS, ...(articleId === null ? {} : { articleId }) };
  const { question, found, corrected } = findSections(reading, { index, lexicon, speller }, within);
  const hits = rankSections(question.query, found, lexicon);
  const candidates = rankSentences(question, hits, found.rarity, index, lexicon);
  const named = namedSections(readEvidence(question.text, lexicon), hits.slice(0, MOST_HITS), lexicon);

  const verdict = decide(question, candidates, named, found.rarity, lexicon);
  const { sentences, citations } = compose(verdict.chosen, candidates);
  const { emptySection } = verdict;
  const suggestions = emptySection ? [emptySection, ...hits.filter((hit) => hit !== emptySection)] : hits;
  const main = verdict.chosen[0]?.hit ?? emptySection;
  return {
    answer: {
      question: text,
      understoodAs: question.text,
      correctedWords: corrected,
      status: sentences.length > 0 ? "answered" : emptySection ? "empty-section" : "not-found",
      sentences,
      citations,
      hits: hits.slice(0, MOST_HITS).map(toReference),
      suggestions: sentences.length > 0 ? [] : suggestions.slice(0, MOST_SUGGESTIONS).map(toReference),
      confidence: verdict.confidence,
    },
    turn: {
      understoodAs: question.text,
      // A question without an answer does not end the talk.
      topic: main
        ? topicOfTurn(question.text, main.section.headingPath.at(-1) ?? "", lexicon)
        : (previous?.topic ?? ""),
    },
  };
}

interface Verdict {
  /** Best first; empty where nothing answers. */
  readonly chosen: readonly Candidate[];
  readonly emptySection: SectionHit | null;
  readonly confidence: number;
}

function decide(
  question: ReadQuestion,
  candidates: readonly Candidate[],
  named: readonly NamedSection[],
  rarity: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): Verdict {
  const about = named.filter((section) => asksAbout(question, section, rarity, lexicon));
  const filled = about.find((section) => !section.empty);
  if (filled) {
    const chosen = opening(filled, candidates);
    if (chosen.length > 0) return { chosen, emptySection: null, confidence: OVERVIEW_CONFIDENCE };
  }
  const emptyAbout = about.find((section) => section.empty);
  if (emptyAbout) return { chosen: [], emptySection: emptyAbout.hit, confidence: OVERVIEW_CONFIDENCE };

  const emptyNamed = named.find((section) => section.empty)?.hit ?? null;
  const best = bestCandidate(question, candidates, rarity);
  const onSubject = !emptyNamed || !best || namesSubject(best.candidate, emptyNamed, lexicon);
  if (best && onSubject && best.confidence >= (emptyNamed ? FLOOR_BESIDE_EMPTY : FLOOR)) {
    return {
      chosen: withSupport(best, candidates, (candidate) => judge(question, candidate, rarity)),
      emptySection: null,
      confidence: best.confidence,
    };
  }
  return { chosen: [], emptySection: emptyNamed, confidence: best ? 1 - best.confidence : 1 };
}

/** The question asks for a section as a whole: hardly a word of it stands outside the heading. */
function asksAbout(
  question: ReadQuestion,
  { hit }: NamedSection,
  rarity: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): boolean {
  if (question.askedFor !== "overview" && question.askedFor !== "what") return false;
  const heading = readSection(hit.article.title, hit.section, lexicon).headingEvidence;
  let beside = 0;
  let mass = 0;
  for (const word of question.query.words) {
    if (word.weight < SAYS_WHAT) continue;
    const weight = importance(word, rarity);
    mass += weight;
    beside += weight * (1 - evidenceFor(word.word, word.concept, heading));
  }
  return mass === 0 || beside / mass <= (question.askedFor === "overview" ? BESIDE_HEADING : BESIDE_HEADING_UNSAID);
}

/** Whether a sentence, or a heading over it, names what the empty section is about. */
function namesSubject({ text, hit }: Candidate, empty: SectionHit, lexicon: Lexicon): boolean {
  const evidence = readEvidence([text, hit.article.title, ...hit.section.headingPath].join("\n"), lexicon);
  return namesHeading(evidence, empty.section.heading, lexicon);
}

/** The first sentences of a section, or of the sections under it. */
function opening({ withText }: NamedSection, candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  const each = Math.max(1, Math.ceil(MOST_SENTENCES / Math.max(1, withText.length)));
  for (const section of withText) {
    const inSection = candidates.filter(
      (candidate) => candidate.hit.section.id === section.id && candidate.footnote === null,
    );
    inSection.sort((a, b) => a.place - b.place);
    chosen.push(...inSection.slice(0, each));
    if (chosen.length >= MOST_SENTENCES) break;
  }
  return chosen.slice(0, MOST_SENTENCES);
}

/** How many of the best sentences are judged; a lower one may be the better founded. */
const JUDGED = 5;
const JUDGED_SHARE = 0.7;
const RANK_COST = 0.03;
const RANK_BONUS = 0.06;

interface Judged {
  readonly candidate: Candidate;
  readonly confidence: number;
}

function bestCandidate(
  question: ReadQuestion,
  candidates: readonly Candidate[],
  rarity: ReadonlyMap<string, number>,
): Judged | null {
  let best: (Judged & { readonly worth: number }) | null = null;
  for (const [rank, candidate] of candidates.slice(0, JUDGED).entries()) {
    if (candidate.score < JUDGED_SHARE * (candidates[0]?.score ?? 0)) break;
    const confidence = judge(question, candidate, rarity);
    const worth = rank === 0 ? confidence + RANK_BONUS : confidence - RANK_COST * rank;
    if (best === null || worth > best.worth) best = { candidate, confidence, worth };
  }
  return best;
}

/** A sentence close by that states what was asked for where the best one does not: the place, the cause, the amount. */
function completes(candidate: Candidate, best: Candidate): boolean {
  return (
    candidate.statesWanted === 1 &&
    candidate.hit.section.id === best.hit.section.id &&
    candidate.footnote === best.footnote &&
    Math.abs(candidate.place - best.place) <= COMPLETING_DISTANCE
  );
}

function withSupport(
  { candidate: best, confidence }: Judged,
  candidates: readonly Candidate[],
  confidenceIn: (candidate: Candidate) => number,
): Candidate[] {
  const chosen = [best];
  const completing = best.statesWanted === 1 ? undefined : candidates.find((candidate) => completes(candidate, best));
  if (completing) chosen.push(completing);
  for (const candidate of candidates) {
    if (chosen.length === MOST_SENTENCES) break;
    if (chosen.includes(candidate)) continue;
    const sameSection = candidate.hit.section.id === best.hit.section.id;
    const share = sameSection
      ? SAME_SECTION_SHARE
      : isNewer(candidate, best)
        ? NEWER_SECTION_SHARE
        : OTHER_SECTION_SHARE;
    // The sentence that answers is read first; what leads up to it is a tap away.
    if (sameSection && candidate.footnote === best.footnote && candidate.place < best.place) continue;
    if (candidate.score < best.score * share) continue;
    if (!sameSection && confidenceIn(candidate) < SUPPORT_SHARE * confidence) continue;
    chosen.push(candidate);
  }
  // Where articles of different days say it, the newest is read first.
  return chosen.sort((a, b) => (isNewer(b, a) ? 1 : isNewer(a, b) ? -1 : 0));
}

/** Both articles say when they were published, and this one later. */
function isNewer({ hit: { article } }: Candidate, { hit: { article: other } }: Candidate): boolean {
  if (article.publishedAt === null || other.publishedAt === null) return false;
  return Date.parse(article.publishedAt) > Date.parse(other.publishedAt);
}

interface Search {
  readonly question: ReadQuestion;
  readonly found: ReturnType<SectionIndex["find"]>;
  readonly corrected: readonly string[];
}

/** Searches, and once more where a word that no section holds is one slip away from one that some do. */
function findSections(text: string, { index, lexicon, speller }: Knowledge, within: FindOptions): Search {
  const question = readQuestion(text, lexicon);
  const found = index.find(question.query, within);
  const corrections = spellingCorrections(question.query, found.unknown, speller);
  const spacings = question.query.words.map(({ word }) => ({
    from: word.text,
    to: spaceAtUnknown(word.text, found.unknown),
  }));
  if (corrections.length === 0 && spacings.every(({ from, to }) => from === to))
    return { question, found, corrected: [] };
  let rewritten = question.text;
  for (const { from, to } of spacings) rewritten = rewritten.replace(from, to);
  for (const { from, to } of corrections) rewritten = rewritten.replace(from, to);
  const again = readQuestion(rewritten, lexicon);
  return {
    question: again,
    found: index.find(again.query, within),
    corrected: corrections.map((correction) => correction.to),
  };
}

function spellingCorrections(
  query: SectionQuery,
  unknown: ReadonlySet<string>,
  speller: Speller,
): { from: string; to: string }[] {
  const corrections: { from: string; to: string }[] = [];
  for (const { word, concept, terms, weight } of query.words) {
    if (concept !== null || word.script !== "hangul" || weight < 1) continue;
    if (!terms.some((term) => unknown.has(term))) continue;
    const meant = speller.correct(word.stem);
    if (meant !== null) corrections.push({ from: word.stem, to: meant });
  }
  return corrections;
}
