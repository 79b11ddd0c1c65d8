import { SAID } from "../../text/evidence.ts";
import { personNamed } from "../asked/person-named.ts";
import type { QuotableSentence } from "../sentences/quotable-sentences.ts";
import { hasAsked, type Turn, withoutConnective } from "../talk/conversation.ts";
import { beginningOf } from "../talk/follow-up.ts";
import { answerReading, type Grounding, heardAfter, type TriedReading } from "./answer-reading.ts";
import { bareMessage } from "./bare-message.ts";
import { withNothingBefore } from "./nothing-before.ts";

const ASKS =
  /^(?:또 ?(?:누가|누구|누군)(?:야|요|지|가)?(?: ?(?:있어|있나|있지|있는데|그랬어|했어|더 ?있어))?(?:요)?|누가 ?또(?: ?(?:있어|그랬어|했어))?(?:요)?|(?:who|anyone|anybody|someone|somebody) else)$/iu;
const LONGEST = 20;

/**
 * Who else is told of the same, after an answer about somebody: what names another one, and was not told. Never sure, since a name
 * alone says little of what they did. Null where the message asks something else, or the answer before named nobody.
 */
export function ofWhoElse(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  const bare = bareMessage(withoutConnective(text));
  if (bare.length > LONGEST || !ASKS.test(bare)) return null;
  if (!hasAsked(previous)) return withNothingBefore(text, previous, from);
  const last = previous.told?.at(-1);
  const told = personNamed(last?.sentences[0] ?? "");
  if (last === undefined || told === null) return null;
  // What was shown beside the best sentence may name another one already.
  const heard = (previous.heard ?? []).filter((said) => !last.sentences.slice(1).includes(said));
  const counts = ({ text: said, inSentence }: QuotableSentence) => {
    const person = personNamed(said);
    const isOfMatter = inSentence.some((each) => each >= SAID);
    return person !== null && person !== told && isOfMatter && !heard.includes(beginningOf(said));
  };
  const followUp = { own: "", heard, wantsMore: true, counts };
  const there = { ...from, articleId: last.articleId };
  const other = answerReading(text, previous.understoodAs, previous, there, followUp);
  const { answer, turn } = other;
  if (answer.status !== "answered") return { ...other, answer: { ...answer, status: "not-found" }, turn: previous };
  return {
    ...other,
    answer: { ...answer, unsure: true },
    turn: { ...turn, heard: heardAfter(heard, answer.sentences) },
  };
}
