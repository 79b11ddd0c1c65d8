import { READ_CLOSELY, rankSections } from "../search/rank-sections.ts";
import type { FindOptions } from "../search/section-index.ts";
import type { CalendarMonth } from "../text/times.ts";
import { type Grounds, readGrounds } from "./confidence-features.ts";
import { findSections, type Search } from "./find-sections.ts";
import type { Documents } from "./knowledge.ts";
import { type OrderedSection, orderSections } from "./order-sections.ts";
import { type Candidate, rankSentences } from "./rank-sentences.ts";

/** What was found for a question: sections and sentences, best first. */
export interface Findings extends Search {
  readonly hits: readonly OrderedSection[];
  readonly candidates: readonly Candidate[];
  readonly grounds: Grounds;
}

export function findCandidates(
  text: string,
  knowledge: Documents,
  articleId: string | null = null,
  today: CalendarMonth | null = null,
): Findings {
  const { index, lexicon } = knowledge;
  const within: FindOptions = { ...READ_CLOSELY, ...(articleId === null ? {} : { articleId }) };
  const search = findSections(text, knowledge, within, today);
  const { question, found } = search;
  const ranked = rankSections(question.query, found, lexicon);
  const candidates = rankSentences(question, ranked, found.rarity, index, lexicon);
  const grounds = readGrounds(question, ranked, found.rarity, lexicon);
  return { ...search, hits: orderSections(ranked, candidates), candidates, grounds };
}
