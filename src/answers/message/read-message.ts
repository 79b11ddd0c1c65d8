import { SAID } from "../../text/evidence.ts";
import type { Answer } from "../answer.ts";
import { SURE_FROM } from "../confidence/threshold.ts";
import { compose } from "../decision/compose.ts";
import { MOST_SENTENCES } from "../decision/decide.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";
import type { Turn } from "../talk/conversation.ts";
import { behindCourtesies } from "../talk/courtesy.ts";
import { type AskedTogether, ownSubject, questionsIn, saysSecondToo } from "../talk/two-questions.ts";
import { ofAnswerBefore } from "./about-answer.ts";
import { type Grounding, isSure, type TriedReading } from "./answer-reading.ts";
import { ofBothNamed } from "./both-named.ts";
import { orCauseTold } from "./cause-told.ts";
import { orCountTold } from "./count-told.ts";
import { inArticleBefore } from "./in-article-before.ts";
import { ofAnotherOne } from "./of-another-one.ts";
import { ofOtherOnes } from "./other-ones.ts";
import { ofThatPerson } from "./that-person.ts";
import { withPlaceNamed } from "./that-place.ts";
import { ofTheMost } from "./the-most.ts";
import { ofTimeBeside } from "./time-beside.ts";
import { type Tried, tryReadings } from "./try-readings.ts";
import { ofWhoElse } from "./who-else.ts";

/** Sentences where a message asks two questions. */
const MOST_OF_TWO = 4;

/**
 * The second question of a message is asked as one that goes on with the first. Where the first has no answer by itself the
 * message is read as one question; so it is where that has the surer answer. Two questions of one sentence are of one matter:
 * they are asked of the article that answers the sentence, and elsewhere only what is sure counts; where they name two things of one,
 * nothing elsewhere. Of more questions the first two are asked.
 */
export function readMessage(message: string, previous: Turn | null, from: Grounding): Tried {
  const text = withPlaceNamed(message, previous, from.knowledge.lexicon);
  const own = behindCourtesies(text);
  const ofBefore =
    ofAnswerBefore(text, previous, from) ??
    ofOtherOnes(own, previous, from) ??
    ofTimeBeside(own, previous, from) ??
    ofBothNamed(own, previous, from) ??
    ofThatPerson(own, previous, from) ??
    ofWhoElse(own, previous, from) ??
    ofTheMost(own, previous, from) ??
    ofAnotherOne(own, previous, from);
  if (ofBefore !== null) return { tried: [ofBefore], taken: ofBefore };
  const whole = tryReadings(text, previous, from);
  const asked = questionsIn(own);
  if (whole.taken.answer.courtesy) return whole;
  if (asked === null) {
    const found = inArticleBefore(text, previous, whole, from);
    return orCountTold(own, previous, orCauseTold(own, previous, found, from), from);
  }
  const about = whole.taken.answer.citations[0]?.articleId;
  const ask = (question: string, before: Turn | null): Tried => {
    const anywhere = () => tryReadings(question, before, from);
    if (!asked.inOneSentence || about === undefined) return anywhere();
    const there = tryReadings(question, before, { ...from, articleId: about });
    if (there.taken.answer.status === "answered") return there;
    if (asked.ofOneThing) return there;
    const elsewhere = anywhere();
    return isSure(elsewhere.taken) ? elsewhere : there;
  };
  const first = ask(asked.first, previous);
  if (shownOf(first.taken, whole.taken).length === 0) return whole;
  const second = ask(asked.second, first.taken.turn);
  if (asked.inOneSentence && about === undefined && !(isSure(first.taken) && isSure(second.taken))) return whole;
  const subject = ownSubject(asked.first, asked.second, from.knowledge.lexicon);
  const isOfAnother = subject !== null && !(second.taken.answer.status === "answered" && saysOf(subject, second.taken));
  const taken = isOfAnother
    ? onlyFirst(whole.taken, first.taken, asked, from)
    : inOneAnswer(whole.taken, first.taken, second.taken, asked, from);
  return taken === whole.taken ? whole : { tried: [...whole.tried, ...first.tried, ...second.tried], taken };
}

/** Whether what was chosen says a word of the question, or stands under a heading that does. */
function saysOf(stem: string, { workings: { question, verdict } }: TriedReading): boolean {
  const at = question.query.words.findIndex(({ word }) => word.stem === stem);
  const said = ({ inSentence, inHeading, inNeighbours }: Candidate) =>
    Math.max(inSentence[at] ?? 0, inHeading[at] ?? 0, inNeighbours[at] ?? 0) >= SAID;
  return at < 0 || verdict.chosen.some(said);
}

/** The first one's answer, which may say what the second asks too; the whole message's where it has none by itself. */
function onlyFirst(
  whole: TriedReading,
  first: TriedReading,
  asked: AskedTogether,
  { knowledge }: Grounding,
): TriedReading {
  if (first.answer.status !== "answered") return whole;
  const { question, hits } = whole.answer;
  const quoted = first.answer.sentences.map(({ text }) => text).join("\n");
  const saysBoth = saysSecondToo(quoted, asked, knowledge.lexicon);
  const leftOut = saysBoth ? leftOutBeside(asked) : { onlyFirst: true };
  return { ...first, answer: { ...first.answer, question, hits, ...leftOut } };
}

/** What is left out though both are answered. */
function leftOutBeside({ areFirstOfMore }: AskedTogether): Pick<Answer, "onlyTwo"> {
  return areFirstOfMore ? { onlyTwo: true } : {};
}

/** What is shown of one of two questions. One that is not sure by itself is, where the whole message shows its best sentence. */
function shownOf({ answer, workings: { verdict } }: TriedReading, whole: TriedReading): readonly Candidate[] {
  if (answer.status === "answered") return verdict.chosen;
  if (answer.status === "empty-section" || answer.courtesy || verdict.best === null) return [];
  const best = placeOf(verdict.best.candidate);
  return whole.workings.verdict.chosen.filter((each) => placeOf(each) === best);
}

function inOneAnswer(
  whole: TriedReading,
  first: TriedReading,
  second: TriedReading,
  asked: AskedTogether,
  from: Grounding,
): TriedReading {
  const { hits } = whole.answer;
  const parts = [first, second];
  const shown = parts.map((part) => shownOf(part, whole));
  // A list is one answer.
  if (shown.some(({ length }) => length > MOST_SENTENCES)) return whole;
  if (shown[1]?.length === 0) {
    const isWholeSurer = whole.answer.status === "answered" && whole.answer.confidence >= first.answer.confidence;
    return isWholeSurer ? whole : onlyFirst(whole, first, asked, from);
  }
  const both = mostOf(shown, whole.workings.verdict.chosen);
  // A sentence is judged as a whole: what its parts leave to each other is missing from none.
  const judged = asked.inOneSentence && whole.answer.status === "answered" ? [whole] : parts;
  const confidence = Math.min(...judged.map(surenessOf));
  return {
    ...first,
    turn: second.turn,
    answer: {
      ...first.answer,
      question: whole.answer.question,
      hits,
      ...compose(both, both, false),
      ...leftOutBeside(asked),
      status: "answered",
      suggestions: [],
      understoodAs: parts.map(({ answer }) => answer.understoodAs).join(" "),
      correctedWords: [...new Set(parts.flatMap(({ answer }) => answer.correctedWords))],
      inSeveralPlaces: false,
      differ: false,
      unsure: confidence < SURE_FROM,
      confidence,
    },
  };
}

/** Of each question its best sentence, then what the message as a whole finds beside them, then more of each. */
function mostOf(shown: readonly (readonly Candidate[])[], ofWhole: readonly Candidate[]): Candidate[] {
  const sections = new Set(shown.flat().map(({ hit }) => hit.section.id));
  const inOrder = [
    ...shown.flatMap((of) => of.slice(0, 1)),
    ...ofWhole.filter(({ hit }) => sections.has(hit.section.id)),
    ...shown.flatMap((of) => of.slice(1)),
  ];
  const once = new Map(inOrder.map((each) => [placeOf(each), each]));
  return [...once.values()].slice(0, MOST_OF_TWO);
}

/** How sure its best sentence is, whether it was answered with or not. */
function surenessOf({ answer, workings: { verdict } }: TriedReading): number {
  return answer.status === "answered" ? answer.confidence : (verdict.best?.confidence ?? 0);
}

function placeOf({ hit, footnote, place }: Candidate): string {
  return JSON.stringify([hit.section.id, footnote, place]);
}
