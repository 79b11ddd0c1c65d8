import type { Lexicon } from "../../text/lexicon.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";
import { officeAsked, whoseOffice } from "./whose-office.ts";

/** Whether sentences name who holds the office in other countries than the question names. Null where it asks for no such holder. */
export function createAnotherOffice(
  { text: question }: Pick<ReadQuestion, "text">,
  lexicon: Lexicon,
): ((sentence: Pick<Placed, "text" | "title" | "headingPath">) => boolean) | null {
  const asked = officeAsked(question, lexicon);
  return asked === null ? null : (sentence) => whoseOffice(sentence, asked, lexicon) === "another";
}
