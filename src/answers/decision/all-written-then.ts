import type { Article } from "../../documents/article.ts";
import type { SectionHit, SectionIndex } from "../../search/section-index.ts";
import { type Span, spanAway } from "../../text/calendar.ts";
import type { Time } from "../../text/times.ts";
import { spanOf } from "../../text/times-asked.ts";
import type { Word } from "../../text/words.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { isWrittenOn } from "../candidates/written-then.ts";

/** What is new has no other time: "최근 소식 알려줘", "무슨 소식 있어?", "latest news". */
const NEWS = /^(?:(?:소식|뉴스|기사|글)들?|글[은이을]|news|articles?|posts?|stor(?:y|ies)|updates?|headlines?)$/iu;
/** What stands for whatever was written, as news do: 무슨 일, new. */
const ANYTHING = new RegExp(`${NEWS.source}|^(?:일(?:[이은을들]|들이|들은)?|새|새로운|최신|new|newest|latest)$`, "iu");
/** That it was, and how it is told of: 있었어, 나온, happened. */
const WAS =
  /^(?:(?:있었|나온|나왔|올라온|올라왔|일어난|일어났|벌어진|벌어졌|생긴|생겼)[가-힣]{0,4}|새로|새롭게|주요|happen(?:s|ed|ing)?|going|published|posted|written|main|top)$/iu;
const RECENT = /^(?:가장|제일|최근|최신|요즘|요새|오늘의|recent|recently|lately|any|today)$/iu;
/** Days back from the day of asking. */
const NEWS_DAYS = 90;
const ASKS_WHAT = /뭐|뭘|무엇|무슨|\b(?:what|anything|something)\b/iu;

/** Articles of a time. */
export interface WrittenThen {
  readonly count: number;
  /** Of the newest ones the first section with text, at most as many as were asked for. */
  readonly newest: readonly SectionHit[];
}

/**
 * What was written at the time asked of, the newest first. Null where the question
 * asks of more than a time. "지난주 소식" and "what happened last week?" name nothing that a sentence could be about: whatever
 * was written then answers them.
 */
export function allWrittenThen(question: ReadQuestion, index: SectionIndex, most: number): WrittenThen | null {
  const spans = timesAlone(question);
  if (spans === null) return null;
  const cards = index
    .cards()
    .filter((card) => spans.some((span) => isWrittenOn(span, card, question.today)))
    .sort((one, other) => writtenAt(other) - writtenAt(one) || (one.id < other.id ? -1 : 1));
  const newest: SectionHit[] = [];
  for (const { id } of cards) {
    if (newest.length === most) break;
    const article = index.article(id);
    const section = article?.sections.find(({ body }) => body !== "");
    if (article && section) newest.push({ article, section, score: 0 });
  }
  return { count: cards.length, newest };
}

/** The times that a question asks of where it asks of nothing else; null where it does, or of none. */
function timesAlone({ text, query, times, today }: ReadQuestion): Span[] | null {
  const spans = spansOf(times.flatMap((time) => time ?? []));
  if (spans.length === 0) return newsAlone({ query, today });
  const beside = query.words
    .map(({ word }) => word)
    .filter((word, at) => !times[at] && !isYearMark(word, times[at - 1]));
  const asksOfAnything = ASKS_WHAT.test(text) || beside.some(isAnything);
  return asksOfAnything && beside.every((word) => isAnything(word) || WAS.test(word.text)) ? spans : null;
}

/** The last days where nothing but news is asked for; null elsewhere. */
function newsAlone({ query, today }: Pick<ReadQuestion, "query" | "today">): Span[] | null {
  const words = query.words.map(({ word }) => word);
  const isNews = words.some(({ text, stem }) => NEWS.test(text) || NEWS.test(stem));
  const isAlone = words.every((word) => isAnything(word) || WAS.test(word.text) || RECENT.test(word.stem));
  return isNews && isAlone && today !== null ? [spanAway("day", [-NEWS_DAYS, 0], today)] : null;
}

function isAnything({ text, stem }: Word): boolean {
  return ANYTHING.test(text) || ANYTHING.test(stem);
}

/** Of 2024년. */
function isYearMark({ stem, glued }: Word, before: Time | null | undefined): boolean {
  return glued && stem === "년" && before !== null && before !== undefined;
}

/** None where one of the times is of any year. The month of "2024년 3월" is of that year, and no other. */
function spansOf(times: readonly Time[]): Span[] {
  const hasMonth = times.some((time) => "month" in time && time.month !== null);
  if (times.some((time) => "day" in time)) return [];
  return times.flatMap((time) => {
    if (!("year" in time) || "month" in time) return spanOf(time) ?? [];
    return hasMonth ? [] : spanAway("year", [0, 0], { year: time.year, month: 1, day: 1 });
  });
}

function writtenAt({ publishedAt }: Pick<Article, "publishedAt">): number {
  return publishedAt === null ? 0 : Date.parse(publishedAt);
}
