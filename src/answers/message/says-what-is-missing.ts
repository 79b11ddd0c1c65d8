import { SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { askedBesideNames } from "../talk/conversation.ts";
import type { TriedReading } from "./answer-reading.ts";

/** What the subject of a question weighs; verbs and words of any question weigh less. */
const SUBJECT = 1;

/**
 * Whether a rival says a noun of the question that nothing says where another answer stands: after a talk of cars "월세 대상" is
 * not asked of the cars' article, whoever qualifies there.
 */
export function saysWhatIsMissing(
  question: string,
  rival: TriedReading,
  other: TriedReading,
  lexicon: Lexicon,
): boolean {
  if (rival.answer.status !== "answered") return false;
  const nouns = askedBesideNames(question, lexicon).filter(({ weight }) => weight >= SUBJECT);
  return nouns.some(({ word: { stem } }) => saidNear(stem, other) < SAID && saidNear(stem, rival) >= SAID);
}

/** How far a word is said in the sections that the best sentence's article is quoted from, and in its headings: 0..1. */
function saidNear(stem: string, { workings: { question, verdict } }: TriedReading): number {
  const at = question.query.words.findIndex(({ word }) => word.stem === stem);
  const article = verdict.chosen[0]?.hit.article;
  const quoted = verdict.chosen.filter(({ hit }) => hit.article === article);
  const said = quoted.map(({ inSection, inArticle }) => Math.max(inSection[at] ?? 0, inArticle[at] ?? 0));
  return Math.max(0, ...said);
}
