import type { ReadQuestion } from "../asked/read-question.ts";

/** "임수아 전에 본부장은 누구였지?": whoever held it before. */
const ASKS_WHO_BEFORE =
  /(?<![가-힣])(?<after>[가-힣]{2,5}?)(?:\s(?:총리|대통령|장관|대사|대표|의장|본부장|위원장))?\s?(?:바로\s)?(?:이?전에는?|이?전엔)\s(?:[가-힣\s]{0,20}\s)?[가-힣]{2,10}(?:[은는이가])?\s?(?:누구|누가|누군)/u;
/** A sentence that names the one who came after may name who was before. */
const TELLS_OF_CHANGE = /전임|후임|이어|대신|물러|자리를|교체|뒤를|바뀌/u;
/** Times and deeds, and no names. */
const NO_NAME =
  /^(?:얼마|며칠|지금|이번|취임|당선|임명|사임|선거|그|한참|오래|추석|설|연말|전쟁|[가-힣]*[년월일달주기])$/u;

/** Whether a sentence names only the one after whom the question asks. Null where it asks for nobody before somebody. */
export function createAnotherHolder({
  text: question,
  askedFor,
}: Pick<ReadQuestion, "text" | "askedFor">): ((sentence: { readonly text: string }) => boolean) | null {
  if (askedFor !== "who") return null;
  const after = ASKS_WHO_BEFORE.exec(question)?.groups?.["after"];
  if (after === undefined || NO_NAME.test(after)) return null;
  return ({ text }) => text.includes(after) && !TELLS_OF_CHANGE.test(text);
}
