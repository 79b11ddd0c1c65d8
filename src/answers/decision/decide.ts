import { SAYS_WHAT } from "../../search/query.ts";
import type { SectionHit } from "../../search/section-index.ts";
import { importance, readSection } from "../../search/section-reading.ts";
import { evidenceFor, readEvidence, SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { asksNow, asksWhoHolds, tellsOfLeaving, tellsOfSuccessor } from "../asked/asks-now.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { type NamedSection, namesHeading } from "../candidates/named-sections.ts";
import { type Judged, judgeBest, worth } from "../confidence/best-candidate.ts";
import type { Judge } from "../confidence/judge.ts";
import type { DecisionReason } from "../explanation.ts";
import { isNext } from "../passages/is-next.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";
import { contradictions } from "./contradictions.ts";
import { newestFirst, withNewest } from "./newest-first.ts";
import { sideBySide } from "./side-by-side.ts";
import { wholeList } from "./whole-list.ts";

/** Of an answer that quotes no list. */
export const MOST_SENTENCES = 3;
/** Sentences are added until they have this share of what the likeliest are worth together. */
const SHARE_SHOWN = 0.95;
const COMPLETING_DISTANCE = 2;
/** At most this share of the question, by importance, may lie outside a heading for the heading to be what is asked about. */
const BESIDE_HEADING = 0.35;
const BESIDE_HEADING_UNSAID = 0.1;
const OVERVIEW_CONFIDENCE = 0.9;

export interface Verdict {
  /** Best first; empty where nothing answers. */
  readonly chosen: readonly Candidate[];
  /** The chosen ones stand in sections that answer nearly alike, one in each. */
  readonly inSeveralPlaces: boolean;
  /** They state the same thing with other amounts, the newest article first. */
  readonly differ: boolean;
  readonly emptySection: SectionHit | null;
  readonly confidence: number;
  readonly reason: DecisionReason;
  /** The sentence that was weighed against the threshold; null where that was not the question. */
  readonly best: Judged | null;
}

/** What a verdict is made from. */
export interface Matter {
  readonly question: ReadQuestion;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly named: readonly NamedSection[];
  readonly rarity: ReadonlyMap<string, number>;
  readonly lexicon: Lexicon;
  readonly judge: Judge;
  /** How sure an answer must be, 0..1. */
  readonly threshold: number;
  /** All of a list is asked for. */
  readonly isListAsked: boolean;
}

/** Whether sentences answer, a section is asked for as a whole, or nothing answers. */
export function decide(matter: Matter): Verdict {
  const { question, candidates, named, rarity, lexicon, judge, threshold, isListAsked } = matter;
  const about = named.filter((section) => asksAbout(question, section, rarity, lexicon));
  const filled = about.find((section) => !section.empty);
  if (filled) {
    const first = opening(filled, candidates);
    const chosen = listThatOpens(first, candidates, isListAsked) ?? first;
    // It may be there, but of another one.
    if (chosen.length > 0 && !chosen.some(({ ofAnother }) => ofAnother))
      return ofSection("whole-section", chosen, null);
  }
  const emptyAbout = about.find((section) => section.empty);
  if (emptyAbout) return ofSection("empty", [], emptyAbout.hit);

  const emptyNamed = named.find((section) => section.empty)?.hit ?? null;
  const judged = judgeBest(candidates, judge);
  const best = judged[0] ?? null;
  if (!best) return abstained(emptyNamed, 1, "nothing", null);
  const onSubject = !emptyNamed || namesSubject(best.candidate, emptyNamed, lexicon);
  if (!onSubject || best.confidence < threshold) {
    const reason = onSubject ? "unsure" : "off-subject";
    return abstained(emptyNamed, 1 - best.confidence, reason, best);
  }
  const announces = best.candidate.inList?.item === null;
  const list = isListAsked || announces ? listAround(best.candidate, candidates) : null;
  const differing = list === null ? contradictions(best.candidate, candidates, lexicon) : [];
  const differ = differing.length > 0;
  const beside = list === null && !differ ? sideBySide(best.candidate, candidates, judge) : [];
  const inSeveralPlaces = differ || beside.length > 0;
  const alike = differ ? differing : [best.candidate, ...beside];
  const chosen =
    list ??
    (inSeveralPlaces ? alike : withListAnnounced(withSupport(question, judged, candidates, threshold), candidates));
  const isNow = asksNow(question.text);
  const known = isNow && list === null && !differ ? withNewest(chosen, judged, MOST_SENTENCES) : chosen;
  return {
    chosen: differ ? chosen : newestFirst(known, isNow),
    inSeveralPlaces,
    differ,
    emptySection: null,
    confidence: best.confidence,
    reason: "sure",
    best,
  };
}

function ofSection(reason: DecisionReason, chosen: readonly Candidate[], emptySection: SectionHit | null): Verdict {
  return {
    chosen,
    inSeveralPlaces: false,
    differ: false,
    emptySection,
    confidence: OVERVIEW_CONFIDENCE,
    reason,
    best: null,
  };
}

function abstained(
  emptySection: SectionHit | null,
  confidence: number,
  reason: DecisionReason,
  best: Judged | null,
): Verdict {
  return { chosen: [], inSeveralPlaces: false, differ: false, emptySection, confidence, reason, best };
}

/** Words that say little, beside what a heading says: more of them ask something of it. */
const MOST_LIGHT_BESIDE = 1;

/** The question asks for a section as a whole: hardly a word of it stands outside the heading. */
function asksAbout(
  question: ReadQuestion,
  { hit }: NamedSection,
  rarity: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): boolean {
  if (question.askedFor !== "overview" && question.askedFor !== "what") return false;
  // A telephone number is asked for, and not the section of whom it belongs to.
  if (question.wanted?.calledBy) return false;
  const heading = readSection(hit.article, hit.section, lexicon).headingEvidence;
  let beside = 0;
  let mass = 0;
  let lightBeside = 0;
  for (const word of question.query.words) {
    if (word.weight < SAYS_WHAT) {
      if (evidenceFor(word.word, word.concept, heading) < SAID) lightBeside++;
      continue;
    }
    const weight = importance(word, rarity);
    mass += weight;
    beside += weight * (1 - evidenceFor(word.word, word.concept, heading));
  }
  // "안 쓴 연차 돈으로 줘?": what is asked of it stands in light words.
  if (question.askedFor === "what" && lightBeside > MOST_LIGHT_BESIDE) return false;
  return mass === 0 || beside / mass <= (question.askedFor === "overview" ? BESIDE_HEADING : BESIDE_HEADING_UNSAID);
}

/** Whether a sentence, or a heading over it, names what the empty section is about. */
function namesSubject({ text, hit }: Candidate, empty: SectionHit, lexicon: Lexicon): boolean {
  const evidence = readEvidence([text, hit.article.title, ...hit.section.headingPath].join("\n"), lexicon);
  return namesHeading(evidence, empty.section.heading, lexicon);
}

/** The first sentences of a section, or of the sections under it: of what is asked for, where they state it ("대만 반응은?"). */
function opening({ withText }: NamedSection, candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  const each = Math.max(1, Math.ceil(MOST_SENTENCES / Math.max(1, withText.length)));
  for (const section of withText) {
    const inSection = candidates.filter(
      (candidate) => candidate.hit.section.id === section.id && candidate.footnote === null && !candidate.isHeard,
    );
    inSection.sort((a, b) => a.place - b.place);
    const stating = inSection.filter(({ statesWanted }) => statesWanted === 1);
    chosen.push(...(stating.length > 0 ? stating : inSection).slice(0, each));
    if (chosen.length >= MOST_SENTENCES) break;
  }
  return chosen.slice(0, MOST_SENTENCES);
}

/** A list that opens a section, with what stands above it where all is asked for; null where none does. */
function listThatOpens(
  first: readonly Candidate[],
  candidates: readonly Candidate[],
  all: boolean,
): Candidate[] | null {
  const at = all ? first.findIndex(({ inList }) => inList !== null) : 0;
  const opening = first[at];
  if (opening === undefined) return null;
  if (!all && first.some(({ inList }) => inList?.list !== opening.inList?.list)) return null;
  const list = wholeList(opening, candidates);
  return list && [...first.slice(0, at), ...list];
}

/** The list that the best sentence stands in, unless that sentence enumerates what is asked for by itself. */
function listAround(best: Candidate, candidates: readonly Candidate[]): Candidate[] | null {
  return best.inList?.item !== null && best.statesWanted === 1 ? null : wholeList(best, candidates);
}

/** With the first list that one of them announces: what announces a list says nothing without it. */
function withListAnnounced(chosen: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  const announcing = chosen.find(({ inList }) => inList?.item === null);
  const list = announcing && wholeList(announcing, candidates);
  return list ? [...new Set([...chosen, ...list])] : chosen;
}

/** A sentence close by that states what was asked for where the best one does not: the place, the cause, the amount. */
function completes(candidate: Candidate, best: Candidate): boolean {
  return candidate.statesWanted === 1 && isNear(candidate, best);
}

function isNear(candidate: Candidate, best: Candidate): boolean {
  return (
    candidate.hit.section.id === best.hit.section.id &&
    candidate.footnote === best.footnote &&
    Math.abs(candidate.place - best.place) <= COMPLETING_DISTANCE
  );
}

/** The best sentence, and further ones where it alone may not answer. */
function withSupport(
  { text: question, askedFor }: ReadQuestion,
  judged: readonly Judged[],
  candidates: readonly Candidate[],
  threshold: number,
): Candidate[] {
  const [best, ...others] = judged;
  if (!best) return [];
  const chosen = [best.candidate];
  // What happened is told first, and then why.
  const tellsWhy = (candidate: Candidate) =>
    askedFor === "why" && isNext(candidate, best.candidate) && !candidate.ofAnother;
  // "장관이 사임했다. 후임으로 …를 임명했다.": the first alone names who holds the office no more.
  const namesSuccessor = (candidate: Candidate) =>
    isNear(candidate, best.candidate) && tellsOfSuccessor(candidate.text) && !candidate.ofAnother;
  const hasLeft = asksWhoHolds(question) && tellsOfLeaving(best.candidate.text);
  const completing = hasLeft
    ? candidates.find(namesSuccessor)
    : best.candidate.statesWanted === 1
      ? undefined
      : (candidates.find((candidate) => completes(candidate, best.candidate)) ?? candidates.find(tellsWhy));
  if (completing) chosen.push(completing);
  const enough = SHARE_SHOWN * judged.reduce((sum, each) => sum + worth(each), 0);
  let shown = worth(best);
  for (const other of others) {
    if (chosen.length === MOST_SENTENCES || shown >= enough) break;
    if (other.candidate.ofAnother) continue;
    // Another section's sentence stands by itself, about something else perhaps.
    if (other.confidence < threshold && other.candidate.hit.section.id !== best.candidate.hit.section.id) continue;
    shown += worth(other);
    if (other.candidate !== completing) chosen.push(other.candidate);
  }
  return chosen;
}
