import type { Lexicon } from "../../text/lexicon.ts";
import { officeAsked, whoseOffice } from "../another/whose-office.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { asksWhatWasSaid } from "../asked/wanted.ts";
import type { Lack } from "../explanation.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

/** "대책은 뭐래?": what is told of them, and by nobody. */
const HEARSAY = /(?<!들)[은는]\s뭐(?:래|랬)/u;

/**
 * What all that was chosen lacks of what a question asks, however well it fits: what happened and no cause of it, nothing that somebody
 * said, or who holds an office and not where. Null where it lacks none of these, or nothing was chosen.
 */
export function lackOf(question: ReadQuestion, chosen: readonly Candidate[], lexicon: Lexicon): Lack | null {
  if (chosen.length === 0) return null;
  const isStated = chosen.some(({ statesWanted }) => statesWanted !== 0);
  if (question.askedFor === "why") return isStated ? null : "cause";
  if (asksWhatWasSaid(question.text) && !HEARSAY.test(question.text)) return isStated ? null : "statement";
  const office = officeAsked(question.text, lexicon);
  if (office === null) return null;
  const saysWhere = (said: Candidate) => whoseOffice(placed(said), office, lexicon) === "asked";
  return chosen.some(saysWhere) ? null : "country of the office";
}

function placed({ text, hit: { article, section } }: Candidate) {
  return { text, title: article.title, headingPath: section.headingPath };
}
