import type { RankedSection } from "../../search/rank-sections.ts";
import type { Asked } from "../../search/section-features.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { squash } from "../../text/normalize.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { lookFeatures, readAskedThing } from "../passages/asked-thing.ts";
import { longestCommonRun } from "./longest-common-run.ts";
import type { QuotableSentence, QuotedSection } from "./quotable-sentences.ts";
import type { SentenceFeatures } from "./sentence-feature-names.ts";

/** Korean has the predicate last, and before it what it is about. */
const LAST_WORDS = 3;
/** Of a section headed "언제 신청하나요?" the sentence that says 신청 itself comes first. Set by hand: encyclopedias have no such headings. */
const ABOVE = 0.85;
/** Letters in a row; more of them say no more. */
const LONGEST_RUN = 12;
/** Sentences run on in tables; each place of a long question would be looked for in all of that. Letters. */
const LONGEST_COMPARED = 2000;
/** Characters: from here on a longer sentence is no worse, and a shorter one no better. */
const LONG_SENTENCE = 400;
const SHORT_SENTENCE = 20;
/** The best section's score that a section has at least, for the logarithm. */
const LEAST_SHARE = 0.05;

/**
 * The features of each sentence, in their order; `hits` best first. In an article of several sections a sentence says what the
 * title says: the one that says it again answers no better.
 */
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
  const rareTerms = rareTermsOf(asked, sentences);
  const above = runsAbove(letters, sentences);
  return sentences.map((sentence, at) => {
    const { hit, text, place, section, evidence } = sentence;
    const rare = rareTerms[at] ?? 0;
    const words = wordFeatures(asked, sentence);
    const look = lookFeatures(thing, sentence, lexicon);
    const run = () => longestCommonRun(letters, evidence.squashed.slice(0, LONGEST_COMPARED), LONGEST_RUN);
    return {
      "rare terms": rare,
      "last words": words.last,
      // Without a term of the question there is hardly a run of its letters.
      "longest run": rare === 0 ? 0 : Math.max(above.get(section) ?? 0, run()),
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

/** How much of what is asked stands in each sentence or over it, by terms, as a share of what stands in the best one. */
function rareTermsOf({ terms }: Asked, sentences: readonly QuotableSentence[]): number[] {
  const sections = [...new Set(sentences.map(({ section }) => section))].map((section) => ({
    section,
    said: new Float64Array(section.passages.length),
    answering: section.passages.flatMap(({ answers }, place) => (answers === null ? [] : { answers, place })),
  }));
  const count = sections.reduce((sum, { section }) => sum + section.passages.length, 0);
  for (const [term, weight] of terms) {
    const places = sections.map(({ section }) => section.bodyTerms.sentencesOf(term));
    const holding = places.reduce((sum, held) => sum + held.length, 0);
    const rare = weight * Math.log(1 + count / (1 + holding));
    for (const [at, { section, said, answering }] of sections.entries()) {
      const isAbove = section.title?.terms.has(term) === true;
      const under = isAbove ? said.keys() : withAnswers(places[at] ?? [], answering);
      for (const place of under) said[place] = (said[place] ?? 0) + rare;
    }
  }
  const saidIn = new Map(sections.map(({ section, said }) => [section, said]));
  const own = sentences.map(({ section, place }) => saidIn.get(section)?.[place] ?? 0);
  const most = own.reduce((largest, each) => Math.max(largest, each), 0) || 1;
  return own.map((each) => each / most);
}

/** With the places of what answers the questions among them: what these say is said of it, as by a heading. */
function withAnswers(
  places: readonly number[],
  answering: readonly { readonly answers: number; readonly place: number }[],
): Iterable<number> {
  if (answering.length === 0) return places;
  const all = new Set(places);
  for (const { answers, place } of answering) if (all.has(answers)) all.add(place);
  return all;
}

/** How far the letters of the question run on in the title over each section. */
function runsAbove(letters: string, sentences: readonly QuotableSentence[]): ReadonlyMap<QuotedSection, number> {
  const runs = new Map<QuotedSection, number>();
  for (const { section } of sentences) {
    if (runs.has(section)) continue;
    const title = section.title?.evidence.squashed ?? "";
    runs.set(section, longestCommonRun(letters, title.slice(0, LONGEST_COMPARED), LONGEST_RUN));
  }
  return runs;
}

/** How much of what is asked is said in the sentence and around it, by words. */
function wordFeatures({ words, wordMass }: Asked, sentence: QuotableSentence) {
  const { section, inSentence, inHeading, inNeighbours, inBefore, inTwoBefore, inQuestion } = sentence;
  let around = 0;
  let underHeading = 0;
  let last = 0;
  for (const [word, { mass }] of words.entries()) {
    const said = inSentence[word] ?? 0;
    const above = Math.max(said, inHeading[word] ?? 0, inBefore[word] ?? 0);
    around += mass * Math.max(above, inNeighbours[word] ?? 0, inTwoBefore[word] ?? 0);
    underHeading += above;
    if (word >= words.length - LAST_WORDS)
      last += Math.max(said, ABOVE * Math.max(section.inTitle[word] ?? 0, inQuestion[word] ?? 0));
  }
  return { last, around: around / wordMass, underHeading: underHeading / (words.length || 1) };
}
