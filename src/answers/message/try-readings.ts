import { evidenceFor, readEvidence, SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { Answer } from "../answer.ts";
import { askedBesideNames, beforeFailing, isAskedAgain, readingsOf, type Turn } from "../talk/conversation.ts";
import { followUpOf } from "../talk/follow-up.ts";
import { answerReading, type Grounding, type TriedReading } from "./answer-reading.ts";
import { saysWhatIsMissing } from "./says-what-is-missing.ts";

/** Of the words by which a question says what it asks, by weight. */
const MOST = 0.5;

export interface Tried {
  readonly tried: readonly TriedReading[];
  readonly taken: TriedReading;
}

/** Answers one question in the way of reading it that answers best: by itself, or as going on with the talk. */
export function tryReadings(text: string, previous: Turn | null, from: Grounding): Tried {
  const { lexicon } = from.knowledge;
  const tried: TriedReading[] = [];
  let best: TriedReading | null = null;
  let own: string | null = null;
  const followUp = followUpOf(text, previous);
  const question = followUp.own;
  const readings = readingsOf(question, isAskedAgain(question, previous) ? null : previous, lexicon);
  for (const reading of readings) {
    if (best !== null && !reading.isRival && own === null) break;
    const isAlone = reading.text === question;
    const asksTheSame = !isAlone && !reading.goesOn;
    const read = answerReading(text, reading.text, previous, from, isAlone ? null : { ...followUp, asksTheSame });
    // "네덜란드는?" after a tariff: what merely names them is of whatever else.
    const answered = asksTheSame && !speaksOf(reading.text, read.answer, lexicon) ? unsurely(read) : read;
    tried.push(answered);
    if (answered.answer.status === "not-found" || !isInSpiritOf(reading.inSpiritOf, answered.answer, lexicon)) continue;
    const counts =
      best === null ||
      (own !== null && saysWhatIsMissing(own, answered, best, lexicon)) ||
      (isSurer(answered.answer, best.answer) &&
        (own === null || !speaksOf(own, best.answer, lexicon) || isQuoted(answered.answer, best.answer)));
    if (counts) best = answered;
    own = reading.own;
  }
  // Who asks of nothing but a time asks of no topic before.
  const listed = tried.find(({ answer }) => answer.writtenThen !== undefined);
  if (listed !== undefined) return { tried, taken: listed };
  const taken = best ?? tried[0] ?? answerReading(text, text, previous, from, null);
  if (best !== null || previous === null || readings[0]?.goesOn !== true) return { tried, taken };
  const told = { ...taken, turn: { ...taken.turn, goesOnWith: beforeFailing(previous).understoodAs } };
  return { tried: tried.map((each) => (each === taken ? told : each)), taken: told };
}

function unsurely(read: TriedReading): TriedReading {
  return { ...read, answer: { ...read.answer, unsure: read.answer.status === "answered" } };
}

/** A section that is merely empty outdoes no answer. */
function isSurer(rival: Answer, best: Answer): boolean {
  return rival.status === "answered" && rival.confidence > best.confidence;
}

/** Where one sentence answers with the topic and without it, the topic only brings more that was not asked. */
function isQuoted({ sentences: [first] }: Answer, { sentences, unsure = false }: Answer): boolean {
  return sentences.some(({ text }, at) => text === first?.text && (unsure || at === 0));
}

/** Whether its first sentence says most of what a question asks beside its names: what merely stands beside a name says nothing of it. */
function isInSpiritOf(question: string | null, { citations }: Answer, lexicon: Lexicon): boolean {
  return question === null || shareSaid(question, citations.slice(0, 1), lexicon) >= MOST;
}

/** Whether an answer says something of what a question asks beside its names. */
function speaksOf(question: string, { citations }: Answer, lexicon: Lexicon): boolean {
  return shareSaid(question, citations, lexicon) > 0;
}

/** How much of what a question asks beside its names is said there, by weight, 0..1; 1 where it asks nothing beside them. */
function shareSaid(question: string, citations: Answer["citations"], lexicon: Lexicon): number {
  const words = askedBesideNames(question, lexicon);
  if (words.length === 0) return 1;
  const places = citations.map(({ quote, headingPath }) => [quote, ...headingPath].join("\n"));
  const said = readEvidence(places.join("\n"), lexicon);
  const weightOf = (some: typeof words) => some.reduce((sum, { weight }) => sum + weight, 0);
  return weightOf(words.filter(({ word, concept }) => evidenceFor(word, concept, said) >= SAID)) / weightOf(words);
}
