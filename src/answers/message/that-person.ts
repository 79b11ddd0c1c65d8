import { personNamed } from "../asked/person-named.ts";
import { hasAsked, type Turn, withoutConnective } from "../talk/conversation.ts";
import { answerReading, type Grounding, isSure, type TriedReading } from "./answer-reading.ts";
import { bareMessage } from "./bare-message.ts";

const KOREAN =
  /^(?:그|이|저) ?(?:사람|분|인물|남자|여자|양반|자)(?:은|는|이|가|의)? ?(?<asks>누구[가-힣]{0,4}|누군[가-힣]{0,4}|뭐 ?하는 ?(?:사람|분)[가-힣]{0,4}|어떤 ?(?:사람|분)[가-힣]{0,4}|(?:이름|직책|직업|직함|나이|소속)(?:은|이|는)?(?: ?(?:뭐|무엇|어디|몇 ?살)[가-힣]{0,4})?|(?:그 ?)?(?:이?전에?(?:는|엔)?|원래) ?(?:뭐|뭘|무엇을?|무슨 ?일을?) ?[가-힣]{1,5})(?:요)?$/u;
const ENGLISH = /^who(?:['’]?s| is| was) (?:he|she|that|this|that (?:man|woman|person))$/iu;
const LONGEST = 40;

/**
 * What is told of somebody whom the answer before named, where "그 사람 누구야?" asks of them by no name: of its article, else of any,
 * else the sentence that named them. Null where the message asks something else, or nobody was named.
 */
export function ofThatPerson(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  const bare = bareMessage(withoutConnective(text));
  if (bare.length > LONGEST || !hasAsked(previous)) return null;
  const asks = KOREAN.exec(bare)?.groups?.["asks"] ?? (ENGLISH.test(bare) ? "" : null);
  const last = previous.told?.at(-1);
  if (asks === null || last === undefined) return null;
  const named = last.sentences.map(personNamed).find((person) => person !== null);
  if (named === undefined || named === null) return null;
  const reading = asks === "" ? `who is ${named}?` : `${named} ${asks}?`;
  const there = answerReading(text, reading, previous, { ...from, articleId: last.articleId }, null);
  const anywhere = answerReading(text, reading, previous, from, null);
  return [there, anywhere].find(isSure) ?? (there.answer.status === "answered" ? there : anywhere);
}
