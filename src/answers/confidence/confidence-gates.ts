import { type QueryWord, SAYS_WHAT } from "../../search/query.ts";
import type { Word } from "../../text/words.ts";
import { askedByName } from "../asked/asked-by-name.ts";
import { asksForRule } from "../asked/asked-for.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Wanted } from "../asked/wanted.ts";
import { evidenceAround, NEIGHBOUR_SHARE } from "../sentences/evidence-around.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";
import type { Gates } from "./confidence-feature-names.ts";
import type { AskedWord, Grounds } from "./confidence-features.ts";

/**
 * What gates add to the sum. They and the shares below are set by hand on test/golden, where documents often name what is
 * asked about without saying what is asked: sets whose questions were made from the answers hardly know such a one.
 */
export const GATE_WEIGHTS: Gates = {
  "too little said": -4,
  "wanted missing": -5,
  "name missing": -2,
  "attribute missing": -2,
  "case missing": -3,
  "subject missing": -4,
  "own noun missing": -4,
  "english word missing": -6,
  "time missing": -5,
  "of another": -10,
};

/** In a question of more words than this, one thing missing says less. */
const SHORT_QUESTION = 3;

/** 0 where a sentence passes. */
export function gatesOf(grounds: Grounds, candidate: Candidate): Gates {
  const { words } = grounds;
  const brevity = Math.min(1, SHORT_QUESTION / Math.max(1, words.length));
  const { said, wanted, nameMissing, attributeMissing } = whatIsSaid(grounds, candidate);
  return {
    "too little said": tooLittle(said, words.length),
    "wanted missing": brevity * -Math.log(Math.min(1, wanted)),
    "name missing": nameMissing ? 1 : 0,
    "attribute missing": attributeMissing ? brevity : 0,
    "case missing": caseMissing(grounds, candidate) ? brevity : 0,
    "subject missing": brevity * subjectMissing(grounds, candidate),
    "own noun missing": ownNounMissing(grounds, candidate) ? 1 : 0,
    "english word missing": englishMissing(grounds, candidate),
    "time missing": candidate.ofAnotherTime ? 1 : 0,
    "of another": candidate.ofAnother ? 1 : 0,
  };
}

/**
 * "외국인도 참가할 수 있어?", "프랑스도 보복한대?": whether a rule holds for them or somebody does the same, too, it does not say
 * where it says nothing of them.
 */
function caseMissing({ question, words }: Grounds, candidate: Candidate): boolean {
  const isRule = asksForRule(question.text);
  return words.some(
    ({ query }, at) =>
      (isRule || query.concept !== null) &&
      query.word.text === `${query.word.stem}도` &&
      isSubject(query) &&
      evidenceAround(candidate, at) < NEIGHBOUR_SHARE,
  );
}

/** "택시 요금은?" after a talk of buses: what the talk is about is said of all its sentences, and answers no noun that it lacks. */
function ownNounMissing({ question: { ownStems }, words }: Grounds, candidate: Candidate): boolean {
  if (ownStems === undefined) return false;
  // Documents and amounts that are stated need not be called so.
  const isStated = (stem: string) => (candidate.statesWanted ?? 0) > 0 && askedByName(stem) !== null;
  return words.some(
    ({ query, query: { word } }, at) =>
      ownStems.has(word.stem) &&
      isSubject(query) &&
      evidenceAround(candidate, at) <= HARDLY_SAID &&
      !isStated(word.stem),
  );
}

/** Lighter words, by their share of the heaviest one, are no subject. */
const A_SUBJECT = 0.4;
const HARDLY_SAID = 0.3;

/**
 * How much the heaviest noun matters, 0..1, that the headings of the best section hold and a sentence of another section is
 * far from: what it states is of something else.
 */
function subjectMissing({ words, bestSectionId }: Grounds, candidate: Candidate): number {
  if (candidate.hit.section.id === bestSectionId) return 0;
  const heaviest = Math.max(0, ...words.map(({ weight }) => weight)) || 1;
  const shares = words.map(({ query, weight, inBestHeadings }, at) =>
    inBestHeadings && isSubject(query) && evidenceAround(candidate, at) <= HARDLY_SAID ? weight / heaviest : 0,
  );
  const most = Math.max(0, ...shares);
  return most < A_SUBJECT ? 0 : most;
}

/** What is left of the gate where the article says the word elsewhere. */
const SAID_IN_ARTICLE = 0.5;
/** What is left of it beside what is asked for: an amount or a name may be told of it in other words. */
const BESIDE_STATED = 4 / 6;

/** How much is missing of the English words, 0..1. They are no compounds: none of their parts can be said elsewhere. */
function englishMissing({ words }: Grounds, candidate: Candidate): number {
  const missing = words.map(({ query, saidInArticles }, at) => {
    const counts = query.word.script === "latin" && query.weight >= 1 && !query.preamble;
    if (!counts || evidenceAround(candidate, at) > HARDLY_SAID) return 0;
    const elsewhere = saidInArticles.has(candidate.hit.article.id) ? SAID_IN_ARTICLE : 1;
    return candidate.statesWanted === 1 ? BESIDE_STATED * elsewhere : elsewhere;
  });
  // Need, get and use make no question longer.
  const saying = words.filter(({ query }) => query.weight >= SAYS_WHAT).length;
  return Math.max(0, ...missing) * Math.min(1, SHORT_QUESTION / Math.max(1, saying));
}

function isSubject({ weight, preamble, word }: QueryWord): boolean {
  return weight >= 1 && !preamble && word.script !== "number";
}

/** Of a question of few words so much must be said; of a longer one less, since few texts hold many of its words. */
const LEAST_SAID = 0.44;
const FEW_WORDS = 4;
/** How far below it is too little without any doubt. */
const DOUBT = 0.08;

function tooLittle(said: number, words: number): number {
  const least = LEAST_SAID * Math.min(1, FEW_WORDS / Math.max(1, words));
  return Math.max(0, Math.min(1, (least - said) / DOUBT));
}

/** How much one important word without evidence takes away, where the others have all. */
const MISSING_WORD = 0.2;
/** What is left where neither the sentence nor what stands beside it names somebody or something the question names. */
const WITHOUT_A_NAME = 0.55;
/** A name counts where it weighs at least this share of the heaviest word. */
const A_NAME_THAT_MATTERS = 0.4;
/** What is left where nothing near the sentence speaks of the attribute that is asked for. */
const WITHOUT_ATTRIBUTE = 0.4;

/**
 * The share of the question's words, by importance, for which there is evidence in the sentence or around it, lowered by
 * the most important word that lacks it and by what the question cannot do without.
 */
function whatIsSaid({ question, words }: Grounds, candidate: Candidate) {
  const evidence = words.map((_, at) => evidenceAround(candidate, at));
  const heaviest = Math.max(0, ...words.map(({ weight }) => weight)) || 1;
  let covered = 0;
  let mass = 0;
  let missing = 0;
  for (const [at, { weight }] of words.entries()) {
    covered += weight * (evidence[at] ?? 0);
    mass += weight;
    missing = Math.max(missing, (weight / heaviest) * (1 - (evidence[at] ?? 0)));
  }
  const lacks = (is: (word: AskedWord) => boolean) =>
    words.some((word, at) => is(word) && (evidence[at] ?? 0) < NEIGHBOUR_SHARE);
  // A number of a telephone says that it is one.
  const isStated = question.wanted?.isAttribute === true && candidate.statesWanted === 1;
  const attributeMissing = !isStated && lacks(({ query }) => query.attribute && !query.preamble);
  const nameMissing = lacks(({ query, weight }) => query.concept !== null && weight / heaviest > A_NAME_THAT_MATTERS);
  const deed = words.find(({ query }, at) => query.event && saidOfDeed(query, candidate, at) < NEIGHBOUR_SHARE)?.query;
  const wanted = wantedShare(question, candidate, deed?.word ?? null, nameMissing || attributeMissing);
  const said =
    (isNumberAlone(words, evidence) ? 0 : 1) *
    (covered / (mass || 1)) *
    (1 - MISSING_WORD * missing ** 2) *
    wanted *
    (nameMissing ? WITHOUT_A_NAME : 1) *
    (attributeMissing ? WITHOUT_ATTRIBUTE : 1);
  return { said, wanted, nameMissing, attributeMissing };
}

/** What says nothing of an English question but its year or its number is about something else. */
function isNumberAlone(words: readonly AskedWord[], evidence: readonly number[]): boolean {
  const others = [...words.keys()].filter((at) => words[at]?.query.word.script !== "number");
  const isUnsaid = (at: number) => words[at]?.query.word.script === "latin" && (evidence[at] ?? 0) <= HARDLY_SAID;
  return others.length > 0 && others.every(isUnsaid);
}

/** An English deed is dated in its own sentence, and not by one that stands beside it. */
function saidOfDeed({ word }: QueryWord, candidate: Candidate, at: number): number {
  if (word.script !== "latin") return evidenceAround(candidate, at);
  return Math.max(candidate.inSentence[at] ?? 0, candidate.inHeading[at] ?? 0);
}

/** A sentence that states the kind of thing asked for makes up for words it lacks. */
const BONUS_FOR_STATED = 1.2;
const DATE_OF_ANOTHER_EVENT = 0.6;
const DATE_OF_ANOTHER_ENGLISH_EVENT = 0.4;

/** What is left where the sentence does not state the kind of thing asked for; more than 1 where it does. */
function wantedShare(
  { wanted, askedFor }: ReadQuestion,
  { statesWanted }: Candidate,
  deedMissing: Word | null,
  offSubject: boolean,
): number {
  if (wanted === null || statesWanted === null || wanted.confidenceWithout === 1) return 1;
  // A date belongs to what happened then.
  if (askedFor === "when" && deedMissing !== null) {
    const most = deedMissing.script === "latin" ? DATE_OF_ANOTHER_ENGLISH_EVENT : DATE_OF_ANOTHER_EVENT;
    return Math.min(most, stated(wanted, statesWanted));
  }
  if (statesWanted === 1) return offSubject ? 1 : BONUS_FOR_STATED;
  return stated(wanted, statesWanted);
}

function stated({ confidenceWithout }: Wanted, statesWanted: number): number {
  return confidenceWithout + (1 - confidenceWithout) * statesWanted ** 2;
}
