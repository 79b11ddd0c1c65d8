import { READ_CLOSELY, rankSections } from "../../search/rank-sections.ts";
import type { FindOptions } from "../../search/section-index.ts";
import type { Today } from "../../text/calendar.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { type Grounds, readGrounds } from "../confidence/confidence-features.ts";
import { type Candidate, rankSentences } from "../sentences/rank-sentences.ts";
import { asFollowUp, createHeardAlready, type FollowUp } from "../talk/follow-up.ts";
import { findSections, type Search } from "./find-sections.ts";
import type { Documents } from "./knowledge.ts";
import { type OrderedSection, orderSections } from "./order-sections.ts";
import { daysAsked, likelierIfOf, withSectionsOf } from "./written-then.ts";

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
  today: Today | null = null,
  followUp: FollowUp | null = null,
): Findings {
  const { index, lexicon } = knowledge;
  const within: FindOptions = { ...READ_CLOSELY, ...(articleId === null ? {} : { articleIds: new Set([articleId]) }) };
  const search = findSections(text, knowledge, within, today);
  const { question } = search;
  const days = daysAsked(question);
  const found =
    days === null || articleId !== null ? search.found : withSectionsOf(days, question, search.found, index);
  const alone = rankSections(question.query, found, lexicon);
  const ranked = days === null ? alone : likelierIfOf(days, alone, today);
  const asked = followUp === null ? question : asFollowUp(question, followUp, lexicon);
  const isHeard = followUp === null ? null : createHeardAlready(asked, followUp);
  const known = rankSentences(asked, ranked, found.rarity, index, lexicon, isHeard);
  const candidates = followUp === null ? known : thoseThatCount(known, question, followUp);
  const grounds = readGrounds(asked, ranked, found.rarity, lexicon);
  return { ...search, found, hits: orderSections(ranked, candidates), candidates, grounds };
}

/** Those that may answer a follow-up, their likelihoods of 1 in all. */
function thoseThatCount(
  candidates: readonly Candidate[],
  { askedFor }: ReadQuestion,
  { wantsMore, counts }: FollowUp,
): readonly Candidate[] {
  // The deed once more is no cause of itself.
  const isNewWanted = wantsMore || askedFor === "why";
  if (!isNewWanted && counts === undefined) return candidates;
  const left = candidates.filter((each) => !(isNewWanted && each.isHeard) && (counts?.(each) ?? true));
  const all = left.reduce((sum, { likelihood }) => sum + likelihood, 0);
  return left.map((candidate) => ({ ...candidate, likelihood: candidate.likelihood / all }));
}
