import type { QueryWord } from "../search/query.ts";
import { importance } from "../search/section-reading.ts";
import type { Candidate } from "./rank-sentences.ts";
import type { ReadQuestion } from "./read-question.ts";

/** How far what stands around a sentence is evidence for the sentence. */
const HEADING_SHARE = 0.95;
const NEIGHBOUR_SHARE = 0.75;
const SECTION_SHARE = 0.45;
const ARTICLE_SHARE = 0.4;
/** How much one important word without evidence takes away, where the others have all. */
const MISSING_WORD = 0.2;

/** A sentence that states the kind of thing asked for makes up for words it lacks. */
const BONUS_FOR_STATED = 1.2;
const DATE_OF_ANOTHER_EVENT = 0.6;
/** What is left where nothing near the sentence speaks of the attribute that is asked for. */
const WITHOUT_ATTRIBUTE = 0.4;

/** What is left where neither the sentence nor what stands beside it names somebody or something the question names. */
const WITHOUT_A_NAME = 0.55;
const A_NAME_THAT_MATTERS = 0.4;

/** Below this the bot says that the documents do not answer. */
export const FLOOR = 0.39;

/** How sure it is that a sentence answers, 0..1, and what that is the product of, 1 at most. */
export interface Judgement {
  readonly confidence: number;
  readonly factors: Readonly<
    Record<"coverage" | "missingWord" | "wanted" | "missingName" | "missingAttribute", number>
  >;
}

const NOTHING_ASKED: Judgement = {
  confidence: 0,
  factors: { coverage: 0, missingWord: 1, wanted: 1, missingName: 1, missingAttribute: 1 },
};

/** How far a word of the question is said in a sentence or around it, 0..1. */
export function evidenceAround(candidate: Candidate, word: number): number {
  return Math.max(
    candidate.inSentence[word] ?? 0,
    HEADING_SHARE * (candidate.inHeading[word] ?? 0),
    NEIGHBOUR_SHARE * (candidate.inNeighbours[word] ?? 0),
    SECTION_SHARE * (candidate.inSection[word] ?? 0),
    ARTICLE_SHARE * (candidate.inArticle[word] ?? 0),
  );
}

/**
 * How sure it is that the sentence answers: the share of the question's words, by importance, for which there is
 * evidence in the sentence or around it, lowered by the most important word that lacks it. Words are weighed by rarity
 * relative to the corpus, so the figure does not grow with the corpus.
 */
export function judge(question: ReadQuestion, candidate: Candidate, rarity: ReadonlyMap<string, number>): Judgement {
  const weights = question.query.words.map((word) => importance(word, rarity) * translatable(word, candidate));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  if (mass === 0) return NOTHING_ASKED;
  const heaviest = Math.max(...weights);
  let covered = 0;
  let missing = 0;
  let namesMissing = false;
  let attributeMissing = false;
  let eventMissing = false;
  for (const [word, weight] of weights.entries()) {
    const concept = question.query.words[word]?.concept ?? null;
    const evidence = evidenceAround(candidate, word);
    covered += weight * evidence;
    if (question.query.words[word]?.attribute && evidence < NEIGHBOUR_SHARE) attributeMissing = true;
    if (question.query.words[word]?.event && evidence < NEIGHBOUR_SHARE) eventMissing = true;
    if (concept !== null && weight / heaviest > A_NAME_THAT_MATTERS && evidence < NEIGHBOUR_SHARE) namesMissing = true;
    missing = Math.max(missing, (weight / heaviest) * (1 - evidence));
  }
  const factors = {
    coverage: covered / mass,
    missingWord: 1 - MISSING_WORD * missing ** 2,
    wanted: wantedFactor(question, candidate, eventMissing, namesMissing || attributeMissing),
    missingName: namesMissing ? WITHOUT_A_NAME : 1,
    missingAttribute: attributeMissing ? WITHOUT_ATTRIBUTE : 1,
  };
  const product = Object.values(factors).reduce((all, factor) => all * factor, 1);
  return { confidence: Math.min(1, product), factors };
}

function wantedFactor(
  { wanted, askedFor }: ReadQuestion,
  { statesWanted }: Candidate,
  eventMissing: boolean,
  offSubject: boolean,
): number {
  if (wanted === null || statesWanted === null || wanted.confidenceWithout === 1) return 1;
  // A date belongs to what happened then.
  if (askedFor === "when" && eventMissing) return DATE_OF_ANOTHER_EVENT;
  if (statesWanted === 1) return offSubject ? 1 : BONUS_FOR_STATED;
  return wanted.confidenceWithout + (1 - wanted.confidenceWithout) * statesWanted ** 2;
}

/** How much an English word that no alias knows counts against a Korean text. */
const FOREIGN_WORD = 0.25;

function translatable({ word, concept }: QueryWord, { hit }: Candidate): number {
  const foreign = word.script === "latin" && !word.capitals && concept === null && hit.article.lang === "ko";
  return foreign ? FOREIGN_WORD : 1;
}
