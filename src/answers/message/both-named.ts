import { readQuery, SAYS_WHAT } from "../../search/query.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { quantitiesIn } from "../../text/quantities.ts";
import { compose } from "../decision/compose.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";
import { hasAsked, type Told, type Turn, withoutConnective } from "../talk/conversation.ts";
import { beginningOf } from "../talk/follow-up.ts";
import { answerReading, type Grounding, type TriedReading } from "./answer-reading.ts";
import { bareMessage } from "./bare-message.ts";
import { withNothingBefore } from "./nothing-before.ts";

const OF_TWO =
  "(?:(?:그|이) ?)?(?:둘|두 ?(?:개|곳|나라|사람|쪽)) ?(?:중에서는|중에서|중에는|중에|중|가운데(?:에서|서)?)";
const OF_THEM = `(?:${OF_TWO}|(?:그|이) ?중에서?)`;
const WHICH =
  "(?:(?:뭐|무엇|어디|누구|언제)(?:가|이)?|누가|어느 ?(?:쪽|것|게|곳|데|나라|도시|지역|해|달|회사|사람)(?:이|가)?)";
const MORE = "(?:더|먼저) ?(?:(?:많이|적게|빨리|일찍|늦게|오래|자주|먼저|크게) ?)?[가-힣]{1,6}|먼저";
const ENGLISH =
  "(?:which|who|what)(?: ?(?:['’]s|one|of (?:them|the two|those)|country|city|is|was|were|are|has|had|have|pays?|gets?|holds?|came|comes|costs?|charges?|will|be)){0,3} (?:the )?(?:more|less|fewer|first|earlier|later|sooner|higher|lower|bigger|larger|smaller|longer|shorter|cheaper|older|newer|faster|slower|greater|(?:more|less) [a-z]{4,12})(?: of (?:them|the two))?|what(?:['’]?s| is) the difference";
const COMPARES = new RegExp(
  `^(?:(?:${OF_THEM})[ ,]*)?(?:${WHICH} ?(?:${MORE})|(?:둘의? ?|두 ?[가-힣]{1,3}의? ?)?차이(?:는|가)?(?: ?(?:얼마|뭐|몇)[가-힣 %]{0,6})?)(?:요)?$|^(?:${ENGLISH})$`,
  "iu",
);
/** With nothing before it only points back. */
const POINTS_BACK = new RegExp(`^${OF_THEM}|^(?:which|who)\\b`, "iu");
const LONGEST = 40;

/**
 * What two questions were answered with, side by side, where a message asks which of them is more or first; or what one answer says of
 * several. Which it is the reader sees. Null where the message asks something else, or what was told cannot be compared.
 */
export function ofBothNamed(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  const bare = bareMessage(withoutConnective(text));
  if (bare.length > LONGEST || !COMPARES.test(bare)) return null;
  if (!hasAsked(previous)) return POINTS_BACK.test(bare) ? withNothingBefore(text, previous, from) : null;
  const told = comparedIn(previous.told ?? [], from.knowledge.lexicon);
  const readings = told.map((each) => ({ each, reading: againAsTold(text, each, previous, from) }));
  const [first] = readings;
  const shown = readings.flatMap(({ each, reading }) => quotedIn(each, reading));
  if (first === undefined || shown.length < told.flatMap(({ sentences }) => sentences).length) return null;
  const { answer } = first.reading;
  const all = readings.flatMap(({ reading }) => reading.answer);
  const confidence = Math.min(...all.map((each) => each.confidence));
  const once = [...new Map(shown.map((each) => [JSON.stringify([each.hit.section.id, each.place]), each])).values()];
  return {
    ...first.reading,
    // The talk goes on with what was asked before it.
    turn: previous,
    answer: {
      ...answer,
      ...compose(once, once, false),
      status: "answered",
      suggestions: [],
      understoodAs: told.map(({ understoodAs }) => understoodAs).join(" "),
      inSeveralPlaces: false,
      differ: false,
      unsure: all.some(({ status, unsure }) => status !== "answered" || unsure === true),
      confidence,
    },
  };
}

/** The best sentences of two questions that ask the same of two; else those of the last answer, where it tells of several. */
function comparedIn(told: readonly Told[], lexicon: Lexicon): readonly Told[] {
  const [before, last] = told.length > 1 ? told : [undefined, told[0]];
  if (last === undefined) return [];
  if (before !== undefined && areAlike(before, last, lexicon)) {
    const both = [before, last].map((each) => ({ ...each, sentences: each.sentences.slice(0, 1) }));
    if (stateAlike(both.flatMap(({ sentences }) => sentences))) return both;
  }
  const areSeveral = last.sentences.length > 1 && stateAlike(last.sentences);
  if (areSeveral) return [last];
  return statesSeveral(last.sentences[0] ?? "") ? [{ ...last, sentences: last.sentences.slice(0, 1) }] : [];
}

/** They share a noun, and each has a word of its own. */
function areAlike(one: Told, other: Told, lexicon: Lexicon): boolean {
  const [first, second] = [one, other].map(({ understoodAs }) => nounsOf(understoodAs, lexicon));
  return first !== undefined && second !== undefined && [...first].some((noun) => second.has(noun));
}

function nounsOf(question: string, lexicon: Lexicon): ReadonlySet<string> {
  const nouns = readQuery(question, lexicon).words.filter(({ weight }) => weight >= SAYS_WHAT);
  return new Set(nouns.map(({ word, concept }) => concept ?? word.stem));
}

/** They state amounts of one kind, or dates. */
function stateAlike(sentences: readonly string[]): boolean {
  const [first = new Set<string>(), ...others] = sentences.map(measuresIn);
  return [...first].some((measure) => others.every((measures) => measures.has(measure)));
}

/** "캐나다가 2년, 뉴질랜드가 1년": several of one kind. */
function statesSeveral(sentence: string): boolean {
  const units = unitsIn(sentence);
  return new Set(units).size < units.length;
}

/** What is counted, by its first syllable (1,240채); in English by its word. */
const COUNTED = /\d\s?[십백천만억조]*\s?(?<unit>[가-힣])|\d (?!and\b|to\b|or\b)(?<word>[a-z]{3,})/gu;

function unitsIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(COUNTED)].map(({ groups }) => groups?.["unit"] ?? groups?.["word"] ?? "");
}

function measuresIn(sentence: string): ReadonlySet<string> {
  return new Set([...quantitiesIn(sentence), ...unitsIn(sentence)]);
}

function againAsTold(text: string, { understoodAs, articleId }: Told, previous: Turn, from: Grounding): TriedReading {
  return answerReading(text, understoodAs, previous, { ...from, articleId }, null);
}

function quotedIn({ sentences }: Told, { workings: { candidates } }: TriedReading): readonly Candidate[] {
  return sentences.flatMap((told) => candidates.find(({ text }) => beginningOf(text) === told) ?? []);
}
