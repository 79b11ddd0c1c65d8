import { SAYS_WHAT } from "../search/query.ts";
import type { SectionHit } from "../search/section-index.ts";
import { importance, readSection } from "../search/section-reading.ts";
import { evidenceFor, readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { DecisionReason } from "./explanation.ts";
import { FLOOR, type Judgement, judge } from "./judge.ts";
import { type NamedSection, namesHeading } from "./named-sections.ts";
import type { Candidate } from "./rank-sentences.ts";
import type { ReadQuestion } from "./read-question.ts";

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

export interface Verdict {
  /** Best first; empty where nothing answers. */
  readonly chosen: readonly Candidate[];
  readonly emptySection: SectionHit | null;
  readonly confidence: number;
  readonly reason: DecisionReason;
  /** The sentence that was weighed against the floor; null where that was not the question. */
  readonly best: Judged | null;
  readonly floor: number;
}

/** Whether sentences answer, a section is asked for as a whole, or nothing answers. */
export function decide(
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
    if (chosen.length > 0) return ofSection("whole-section", chosen, null);
  }
  const emptyAbout = about.find((section) => section.empty);
  if (emptyAbout) return ofSection("empty", [], emptyAbout.hit);

  const emptyNamed = named.find((section) => section.empty)?.hit ?? null;
  const best = bestCandidate(question, candidates, rarity);
  const floor = emptyNamed ? FLOOR_BESIDE_EMPTY : FLOOR;
  if (!best) return { chosen: [], emptySection: emptyNamed, confidence: 1, reason: "nothing", best, floor };
  const onSubject = !emptyNamed || namesSubject(best.candidate, emptyNamed, lexicon);
  if (!onSubject || best.confidence < floor) {
    const reason = onSubject ? "unsure" : "off-subject";
    return { chosen: [], emptySection: emptyNamed, confidence: 1 - best.confidence, reason, best, floor };
  }
  const chosen = withSupport(best, candidates, (candidate) => judge(question, candidate, rarity).confidence);
  return { chosen, emptySection: null, confidence: best.confidence, reason: "sure", best, floor };
}

function ofSection(reason: DecisionReason, chosen: readonly Candidate[], emptySection: SectionHit | null): Verdict {
  return { chosen, emptySection, confidence: OVERVIEW_CONFIDENCE, reason, best: null, floor: FLOOR };
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

interface Judged extends Judgement {
  readonly candidate: Candidate;
}

function bestCandidate(
  question: ReadQuestion,
  candidates: readonly Candidate[],
  rarity: ReadonlyMap<string, number>,
): Judged | null {
  let best: (Judged & { readonly worth: number }) | null = null;
  for (const [rank, candidate] of candidates.slice(0, JUDGED).entries()) {
    if (candidate.score < JUDGED_SHARE * (candidates[0]?.score ?? 0)) break;
    const judgement = judge(question, candidate, rarity);
    const { confidence } = judgement;
    const worth = rank === 0 ? confidence + RANK_BONUS : confidence - RANK_COST * rank;
    if (best === null || worth > best.worth) best = { ...judgement, candidate, worth };
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
