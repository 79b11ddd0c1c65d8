import type { QueryWord } from "../search/query.ts";
import { importance } from "../search/rank-sections.ts";
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

/**
 * How sure it is that the sentence answers, 0..1: the share of the question's words, by importance, for which there is
 * evidence in the sentence or around it, lowered by the most important word that lacks it. Words are weighed by rarity
 * relative to the corpus, so the figure does not grow with the corpus.
 */
export function judge(question: ReadQuestion, candidate: Candidate, rarity: ReadonlyMap<string, number>): number {
  const weights = question.query.words.map((word) => importance(word, rarity) * translatable(word, candidate));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  if (mass === 0) return 0;
  const heaviest = Math.max(...weights);
  let covered = 0;
  let missing = 0;
  let namesMissing = false;
  let attributeMissing = false;
  let eventMissing = false;
  for (const [word, weight] of weights.entries()) {
    const concept = question.query.words[word]?.concept ?? null;
    const evidence = Math.max(
      candidate.inSentence[word] ?? 0,
      HEADING_SHARE * (candidate.inHeading[word] ?? 0),
      NEIGHBOUR_SHARE * (candidate.inNeighbours[word] ?? 0),
      SECTION_SHARE * (candidate.inSection[word] ?? 0),
      ARTICLE_SHARE * (candidate.inArticle[word] ?? 0),
    );
    covered += weight * evidence;
    if (question.query.words[word]?.attribute && evidence < NEIGHBOUR_SHARE) attributeMissing = true;
    if (question.query.words[word]?.event && evidence < NEIGHBOUR_SHARE) eventMissing = true;
    if (concept !== null && weight / heaviest > A_NAME_THAT_MATTERS && evidence < NEIGHBOUR_SHARE) namesMissing = true;
    missing = Math.max(missing, (weight / heaviest) * (1 - evidence));
  }
  const confidence =
    (covered / mass) *
    (1 - MISSING_WORD * missing ** 2) *
    wantedFactor(question, candidate, eventMissing, namesMissing || attributeMissing) *
    (namesMissing ? WITHOUT_A_NAME : 1) *
    (attributeMissing ? WITHOUT_ATTRIBUTE : 1);
  return Math.min(1, confidence);
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
