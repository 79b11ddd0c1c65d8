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
/** Sentences are added until they have this share of what the likeliest are worth together. */
const SHARE_SHOWN = 0.93;
/** One of a newer article that is this likely, compared with the first, is read before it. */
const AS_LIKELY = 0.5;
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
  const judged = judgeBest(question, candidates, rarity);
  const best = judged[0] ?? null;
  const floor = emptyNamed ? FLOOR_BESIDE_EMPTY : FLOOR;
  if (!best) return { chosen: [], emptySection: emptyNamed, confidence: 1, reason: "nothing", best, floor };
  const onSubject = !emptyNamed || namesSubject(best.candidate, emptyNamed, lexicon);
  if (!onSubject || best.confidence < floor) {
    const reason = onSubject ? "unsure" : "off-subject";
    return { chosen: [], emptySection: emptyNamed, confidence: 1 - best.confidence, reason, best, floor };
  }
  const chosen = withSupport(judged, candidates);
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

/** How many of the likeliest sentences are judged. */
const JUDGED = 5;

interface Judged extends Judgement {
  readonly candidate: Candidate;
}

/** The likeliest sentences, best first by what was fitted and what is judged: either alone trusts some that say nothing. */
function judgeBest(
  question: ReadQuestion,
  candidates: readonly Candidate[],
  rarity: ReadonlyMap<string, number>,
): Judged[] {
  const judged = candidates.slice(0, JUDGED).map((candidate) => ({ ...judge(question, candidate, rarity), candidate }));
  return judged.sort((a, b) => worth(b) - worth(a));
}

/** Larger where a sentence more likely answers; of the likeliest ones together, its share is about how likely. */
function worth({ candidate, confidence }: Judged): number {
  return candidate.likelihood * confidence ** 2;
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

/** The best sentence, and further ones where it alone may not answer. */
function withSupport(judged: readonly Judged[], candidates: readonly Candidate[]): Candidate[] {
  const [best, ...others] = judged;
  if (!best) return [];
  const chosen = [best.candidate];
  const completing =
    best.candidate.statesWanted === 1
      ? undefined
      : candidates.find((candidate) => completes(candidate, best.candidate));
  if (completing) chosen.push(completing);
  const enough = SHARE_SHOWN * judged.reduce((sum, each) => sum + worth(each), 0);
  let shown = worth(best);
  for (const other of others) {
    if (chosen.length === MOST_SENTENCES || shown >= enough) break;
    shown += worth(other);
    if (other.candidate !== completing) chosen.push(other.candidate);
  }
  // Where articles of different days say it, the newest is read first.
  const asLikely = (candidate: Candidate) => candidate.likelihood >= AS_LIKELY * best.candidate.likelihood;
  return chosen.sort((a, b) => (isNewer(b, a) && asLikely(b) ? 1 : isNewer(a, b) && asLikely(a) ? -1 : 0));
}

/** Both articles say when they were published, and this one later. */
function isNewer({ hit: { article } }: Candidate, { hit: { article: other } }: Candidate): boolean {
  if (article.publishedAt === null || other.publishedAt === null) return false;
  return Date.parse(article.publishedAt) > Date.parse(other.publishedAt);
}
