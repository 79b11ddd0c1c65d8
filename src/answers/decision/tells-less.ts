import type { Lexicon } from "../../text/lexicon.ts";
import { officeAsked, whoseOffice } from "../another/whose-office.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

/**
 * Whether what was chosen tells less than a question asks, however well it fits: what happened and no cause of it, or who holds an
 * office without saying where.
 */
export function tellsLess(question: ReadQuestion, chosen: readonly Candidate[], lexicon: Lexicon): boolean {
  if (question.askedFor === "why") return chosen.every(({ statesWanted }) => statesWanted === 0);
  const office = officeAsked(question.text, lexicon);
  if (office === null) return false;
  return !chosen.some((said) => whoseOffice(placed(said), office, lexicon) === "asked");
}

function placed({ text, hit: { article, section } }: Candidate) {
  return { text, title: article.title, headingPath: section.headingPath };
}
