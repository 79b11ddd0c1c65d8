import type { Article } from "../../documents/article.ts";
import { type RankedSection, READ_CLOSELY } from "../../search/rank-sections.ts";
import type { FoundSections, SectionIndex } from "../../search/section-index.ts";
import { dayOf, dayWritten, isWithin, numberOfDay, type Span, type Today } from "../../text/calendar.ts";
import { spanOf } from "../../text/times-asked.ts";
import { tellsOfPast } from "../../text/times-away.ts";
import { asksForRule } from "../asked/asked-for.ts";
import type { ReadQuestion } from "../asked/read-question.ts";

/** That an article was written on the days asked of: added to the natural logarithm of the odds that it answers. Set by hand. */
const WRITTEN_THEN = 2;

/** The days that a question asks of: 어제, last week; March where it tells of something that happened. Null where it names none. */
export function daysAsked({ text, times }: Pick<ReadQuestion, "text" | "times">): Span | null {
  if (asksForRule(text)) return null;
  const [span] = times
    .flatMap((time) => (time !== null && ("span" in time || tellsOfPast(text)) ? (spanOf(time) ?? []) : []))
    .sort((one, other) => one.last - one.first - (other.last - other.first));
  return span ?? null;
}

/** With the best sections of articles that were written on those days, which are few among all that say the words. */
export function withSectionsOf(
  days: Span,
  { query, today }: ReadQuestion,
  found: FoundSections,
  index: SectionIndex,
): FoundSections {
  const articleIds = new Set(index.cards().flatMap((card) => (isWrittenOn(days, card, today) ? card.id : [])));
  if (articleIds.size === 0) return found;
  const { hits } = index.find(query, { ...READ_CLOSELY, articleIds });
  const known = new Set(found.hits.map(({ section }) => section.id));
  return { ...found, hits: [...found.hits, ...hits.filter(({ section }) => !known.has(section.id))] };
}

/** Sections in their order where those written on the days asked of are more likely to answer. */
export function likelierIfOf(days: Span, ranked: readonly RankedSection[], today: Today | null): RankedSection[] {
  return ranked
    .map((hit) => (isWrittenOn(days, hit.article, today) ? { ...hit, score: hit.score + WRITTEN_THEN } : hit))
    .sort((one, other) => other.score - one.score);
}

export function isWrittenOn(days: Span, article: Pick<Article, "publishedAt">, today: Today | null): boolean {
  if (article.publishedAt === null) return false;
  // Telling the day of each of many articles takes long; where it was written it is the same day, or one beside it.
  const there = numberOfDay(dayOf(article.publishedAt));
  if (there < days.first - 1 || there > days.last + 1) return false;
  const written = dayWritten(article, today);
  const day = written === null ? there : numberOfDay(written);
  return isWithin({ first: day, last: day }, days);
}
