import type { RankedSection } from "../search/rank-sections.ts";
import type { Asked } from "../search/section-features.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { squash } from "../text/normalize.ts";
import { lookFeatures, readAskedThing } from "./asked-thing.ts";
import { longestCommonRun } from "./longest-common-run.ts";
import type { QuotableSentence } from "./quotable-sentences.ts";
import type { ReadQuestion } from "./read-question.ts";
import type { SentenceFeatures } from "./sentence-feature-names.ts";

/** Korean has the predicate last, and before it what it is about. */
const LAST_WORDS = 3;
/** Letters in a row; more of them say no more. */
const LONGEST_RUN = 12;
/** Sentences run on in tables; each place of a long question would be looked for in all of that. Letters. */
const LONGEST_COMPARED = 2000;
/** Characters: from here on a longer sentence is no worse, and a shorter one no better. */
const LONG_SENTENCE = 400;
const SHORT_SENTENCE = 20;
/** The best section's score that a section has at least, for the logarithm. */
const LEAST_SHARE = 0.05;

/** The features of each sentence, in their order; `hits` best first. */
export function featuresOfSentences(
  question: ReadQuestion,
  asked: Asked,
  sentences: readonly QuotableSentence[],
  hits: readonly RankedSection[],
  lexicon: Lexicon,
): SentenceFeatures[] {
  const thing = readAskedThing(question);
  const letters = squash(question.text);
  const best = hits[0]?.score ?? 0;
  const terms = termFeatures(asked, sentences);
  return sentences.map((sentence, at) => {
    const { hit, text, place, evidence } = sentence;
    const rareTerms = terms.rare[at] ?? 0;
    const words = wordFeatures(asked, sentence);
    const look = lookFeatures(thing, sentence, lexicon);
    return {
      "rare terms": rareTerms,
      "terms beside heading": terms.besideHeading[at] ?? 0,
      "last words": words.last,
      // Without a term of the question there is hardly a run of its letters.
      "longest run":
        rareTerms === 0 ? 0 : longestCommonRun(letters, evidence.squashed.slice(0, LONGEST_COMPARED), LONGEST_RUN),
      "words around": words.around,
      "words under heading": words.underHeading,
      "what is wanted": (question.wanted?.preference ?? 0) * (sentence.statesWanted ?? 0),
      person: look.person,
      date: look.date,
      title: look.title,
      "kind of concept": look.kindOfConcept,
      "new number": look.newNumber,
      unit: look.unit,
      "section score": hit.score - best,
      "share of best section": best === 0 ? 0 : Math.log(Math.max(LEAST_SHARE, hit.score / best)),
      brevity: Math.log(LONG_SENTENCE / Math.max(SHORT_SENTENCE, Math.min(LONG_SENTENCE, text.length))),
      "early place": -Math.log(1 + place),
      // A name is glossed where it is introduced.
      gloss: text.includes("(") ? 1 : 0,
    };
  });
}

/** How much of what is asked stands in the sentence, by terms. */
function termFeatures({ terms }: Asked, sentences: readonly QuotableSentence[]) {
  const sections = [...new Set(sentences.map(({ section }) => section))].map((section) => ({
    section,
    rare: new Float64Array(section.passages.length),
    beside: new Float64Array(section.passages.length),
    besideMass: 0,
  }));
  const count = sections.reduce((sum, { section }) => sum + section.passages.length, 0);
  for (const [term, weight] of terms) {
    const places = sections.map(({ section }) => section.bodyTerms.sentencesOf(term));
    const holding = places.reduce((sum, held) => sum + held.length, 0);
    const rare = weight * Math.log(1 + count / (1 + holding));
    for (const [at, of] of sections.entries()) {
      const inHeading = of.section.headingTerms.countOf(term) > 0;
      if (!inHeading) of.besideMass += weight;
      for (const place of places[at] ?? []) {
        of.rare[place] = (of.rare[place] ?? 0) + rare;
        if (!inHeading) of.beside[place] = (of.beside[place] ?? 0) + weight;
      }
    }
  }
  const massesOf = new Map(sections.map((of) => [of.section, of]));
  const rareIn = ({ section, place }: QuotableSentence) => massesOf.get(section)?.rare[place] ?? 0;
  const most = sentences.reduce((largest, sentence) => Math.max(largest, rareIn(sentence)), 0) || 1;
  return {
    rare: sentences.map((sentence) => rareIn(sentence) / most),
    besideHeading: sentences.map(({ section, place }) => {
      const of = massesOf.get(section);
      return (of?.beside[place] ?? 0) / (of?.besideMass || 1);
    }),
  };
}

/** How much of what is asked is said in the sentence and around it, by words. */
function wordFeatures({ words, wordMass }: Asked, sentence: QuotableSentence) {
  const { inSentence, inHeading, inNeighbours, inBefore, inTwoBefore } = sentence;
  let around = 0;
  let underHeading = 0;
  let last = 0;
  for (const [word, { mass }] of words.entries()) {
    const said = inSentence[word] ?? 0;
    const above = Math.max(said, inHeading[word] ?? 0, inBefore[word] ?? 0);
    around += mass * Math.max(above, inNeighbours[word] ?? 0, inTwoBefore[word] ?? 0);
    underHeading += above;
    if (word >= words.length - LAST_WORDS) last += said;
  }
  return { last, around: around / wordMass, underHeading: underHeading / (words.length || 1) };
}
