import { evidenceFor, readEvidence, SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { Answer } from "../answer.ts";
import { askedBesideNames, beforeFailing, readingsOf, type Turn } from "../talk/conversation.ts";
import { followUpOf } from "../talk/follow-up.ts";
import { answerReading, type Grounding, type TriedReading } from "./answer-reading.ts";
import { saysWhatIsMissing } from "./says-what-is-missing.ts";

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
  const readings = readingsOf(question, previous, lexicon);
  for (const reading of readings) {
    if (best !== null && !reading.isRival && own === null) break;
    const answered = answerReading(text, reading.text, previous, from, reading.text === question ? null : followUp);
    tried.push(answered);
    if (answered.answer.status === "not-found" || !speaksOf(reading.inSpiritOf, answered.answer, lexicon)) continue;
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

/** A section that is merely empty outdoes no answer. */
function isSurer(rival: Answer, best: Answer): boolean {
  return rival.status === "answered" && rival.confidence > best.confidence;
}

/** Where one sentence answers with the topic and without it, the topic only brings more that was not asked. */
function isQuoted({ sentences: [first] }: Answer, { sentences, unsure = false }: Answer): boolean {
  return sentences.some(({ text }, at) => text === first?.text && (unsure || at === 0));
}

/** Whether an answer says something of what a question asks beside its names; so does every answer where there is no question. */
function speaksOf(question: string | null, { citations }: Answer, lexicon: Lexicon): boolean {
  if (question === null) return true;
  const words = askedBesideNames(question, lexicon);
  const said = readEvidence(
    citations.map(({ quote, headingPath }) => [quote, ...headingPath].join("\n")).join("\n"),
    lexicon,
  );
  return words.length === 0 || words.some(({ word, concept }) => evidenceFor(word, concept, said) >= SAID);
}
