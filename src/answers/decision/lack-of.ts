import type { Lexicon } from "../../text/lexicon.ts";
import { officeAsked, whoseOffice } from "../another/whose-office.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Lack } from "../explanation.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

/**
 * What all that was chosen lacks of what a question asks, however well it fits: what happened and no cause of it, or who holds an
 * office and not where. Null where it lacks neither, or nothing was chosen.
 */
export function lackOf(question: ReadQuestion, chosen: readonly Candidate[], lexicon: Lexicon): Lack | null {
  if (chosen.length === 0) return null;
  if (question.askedFor === "why") return chosen.every(({ statesWanted }) => statesWanted === 0) ? "cause" : null;
  const office = officeAsked(question.text, lexicon);
  if (office === null) return null;
  const saysWhere = (said: Candidate) => whoseOffice(placed(said), office, lexicon) === "asked";
  return chosen.some(saysWhere) ? null : "country of the office";
}

function placed({ text, hit: { article, section } }: Candidate) {
  return { text, title: article.title, headingPath: section.headingPath };
}
