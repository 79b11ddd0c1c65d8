import type { SectionQuery } from "../../search/query.ts";
import type { FindOptions, FoundSections } from "../../search/section-index.ts";
import type { Speller } from "../../search/spelling.ts";
import { spaceAtUnknown } from "../../search/split-unspaced.ts";
import type { Today } from "../../text/calendar.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { type ReadQuestion, readQuestion } from "../asked/read-question.ts";
import type { Documents } from "./knowledge.ts";

export interface Search {
  readonly question: ReadQuestion;
  readonly found: FoundSections;
  readonly corrected: readonly string[];
  /** What was looked for as something else: corrections and spaces. */
  readonly rewritten: readonly Rewritten[];
}

interface Rewritten {
  readonly from: string;
  readonly to: string;
}

/** Searches, and once more where a word that no section holds is one slip away from one that some do. */
export function findSections(
  text: string,
  { index, lexicon, speller }: Documents,
  within: FindOptions,
  today: Today | null = null,
): Search {
  const question = readQuestion(text, lexicon, today);
  const found = index.find(question.query, within);
  const corrections = spellingCorrections(question.query, found.unknown, speller, lexicon);
  const spacings = question.query.words
    .map(({ word }) => ({ from: word.text, to: spaceAtUnknown(word.text, found.unknown) }))
    .filter(({ from, to }) => from !== to);
  const rewritten = [...spacings, ...corrections];
  if (rewritten.length === 0) return { question, found, corrected: [], rewritten };
  const again = readQuestion(rewritten.reduce(rewrite, question.text), lexicon, today);
  const corrected = corrections.map(({ to }) => to);
  return { question: again, found: index.find(again.query, within), corrected, rewritten };
}

const WITHIN_A_WORD = /[가-힣]$/u;

/** What was read as words of their own is parted from what stands before it: 미일합의금 as 미일 합의금. */
function rewrite(text: string, { from, to }: Rewritten): string {
  const at = text.indexOf(from);
  if (at === -1) return text;
  const before = text.slice(0, at);
  return `${before}${WITHIN_A_WORD.test(before) ? " " : ""}${to}${text.slice(at + from.length)}`;
}

function spellingCorrections(
  query: SectionQuery,
  unknown: ReadonlySet<string>,
  speller: Speller,
  lexicon: Lexicon,
): Rewritten[] {
  const corrections: Rewritten[] = [];
  for (const { word, concept, terms, weight, related } of query.words) {
    if (concept !== null || word.script !== "hangul" || weight < 1) continue;
    // A word that is known is no slip, though no section holds it: 일손 is not 일본, 고등학교 not 초등학교.
    if (related.nouns.length > 0 || related.verbs.length > 0) continue;
    if (!terms.some((term) => unknown.has(term))) continue;
    if (lexicon.exclusiveIn(` ${word.text} `).length > 0) continue;
    const meant = speller.correct(word.stem);
    if (meant !== null) corrections.push({ from: word.stem, to: meant });
  }
  return corrections;
}
