import { SAID } from "../../text/evidence.ts";
import { causeIn } from "../asked/wanted.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";
import { hasAsked, type Turn, withoutConnective } from "../talk/conversation.ts";
import type { Grounding } from "./answer-reading.ts";
import { bareMessage } from "./bare-message.ts";
import { toldAgain } from "./told-again.ts";
import type { Tried } from "./try-readings.ts";

const ASKS_WHY = /^(?:왜|어째서|why)(?: ?(?:그런데|그래|그랬어|그랬대|그러는데|그런 ?거야|so|is that|not))?(?:요)?$/iu;

/**
 * To "왜?" the sentence that was told, where it may give the cause itself ("오진이 늘 수 있다며 반대했다") and nothing else surely does:
 * what somebody else gives as theirs is none.
 */
export function orCauseTold(text: string, previous: Turn | null, found: Tried, from: Grounding): Tried {
  if (!hasAsked(previous) || !ASKS_WHY.test(bareMessage(withoutConnective(text)))) return found;
  if (causeIn(previous.told?.at(-1)?.sentences[0] ?? "") === 0) return found;
  const again = toldAgain(text, previous, from);
  const [told] = again?.workings.verdict.chosen ?? [];
  if (again === null || told === undefined) return found;
  const { answer, workings } = found.taken;
  if (answer.status === "answered" && workings.verdict.chosen.some((said) => givesCause(said, told))) return found;
  const taken = { ...again, answer: { ...again.answer, hits: answer.hits } };
  return { tried: [...found.tried, taken], taken };
}

/** It names a cause, and stands beside what was told or says a word of what is asked. */
function givesCause(said: Candidate, told: Candidate): boolean {
  const isBeside = said.hit.section.id === told.hit.section.id && Math.abs(said.place - told.place) === 1;
  return causeIn(said.text) === 1 && (isBeside || said.inSentence.some((each) => each >= SAID));
}
