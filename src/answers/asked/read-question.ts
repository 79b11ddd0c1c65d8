import { readQuery, type SectionQuery, withLessOf } from "../../search/query.ts";
import { type CalendarDay, numberOfDay, type Today } from "../../text/calendar.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { Time } from "../../text/times.ts";
import { timesAsked } from "../../text/times-asked.ts";
import { timesAgo } from "../../text/times-away.ts";
import { readWords } from "../../text/words.ts";

import { type AskedFor, asksForRule, whatIsAskedFor } from "./asked-for.ts";
import { asksForClockTime } from "./clock-time.ts";
import { asksWhenClosed } from "./closed-days.ts";
import { type Wanted, whatIsWanted } from "./wanted.ts";

export interface ReadQuestion {
  readonly text: string;
  /** Of a question that goes on with a talk: the stems of what it asks itself. */
  readonly ownStems?: ReadonlySet<string>;
  readonly query: SectionQuery;
  readonly askedFor: AskedFor;
  readonly wanted: Wanted | null;
  /** By word of the query: the time it stands for, or null. */
  readonly times: readonly (Time | null)[];
  /** The day of asking, where it is known. */
  readonly today: Today | null;
}

/** "몇 퍼센트" says what is wanted; 퍼센트 need not stand in the answer. */
const ASKED_UNIT =
  /몇\s?(?:번째|퍼센트|프로|달러|개국|차례|[가-힣%])[가-힣]*|(?<=\b(?:how many|how much|what) )per ?cent(?:age)?s?\b/giu;

/** `today`: "last year" is counted from it; null where it is not known. */
export function readQuestion(text: string, lexicon: Lexicon, today: Today | null = null): ReadQuestion {
  const spoken = isShouted(text) ? text.toLowerCase() : text;
  const ago = timesAgo(spoken).map(({ words }) => words);
  // "며칠 전에 나온 표" asks for no number of days.
  const withoutAgo = ago.reduce((rest, words) => rest.replace(words, " "), spoken);
  // WHO, IT and US are names.
  const asking = withoutAgo.replace(/\b[A-Z]{2,}\b/g, " ");
  const askedFor = whatIsAskedFor(asking);
  const wanted = whatIsWanted(asking, askedFor);
  const query = readQuery(spoken.replace(ASKED_UNIT, " 몇 "), lexicon);
  const named = withoutCalling(query, wanted);
  const said = withLessOfClosing(withLessOfGuess(withLessOfPrice(named, asking), asking), asking);
  const timed = timesAsked(
    text,
    query.words.map(({ word }) => word),
    today,
  );
  // "어제 산 표 환불 돼?" asks of no day: a rule holds whatever day somebody did something.
  const times = asksForRule(asking) ? timed.map((time) => (isDayThatWas(time, today) ? null : time)) : timed;
  const ofAgo = new Set(ago.flatMap((words) => readWords(words).map((word) => word.text)));
  const isCounted = new Set(
    query.words.flatMap(({ word }, at) =>
      isDayOrWeek(times[at]) || (ofAgo.has(word.text) && times[at] !== null) ? word : [],
    ),
  );
  const less =
    isCounted.size < query.words.length ? withLessOf(said, ({ word }) => isCounted.has(word), COUNTED_LEFT) : said;
  return { text, query: less, askedFor, wanted, times, today };
}

/** What is left of 어제, "last week" and "two years ago": what was written then need not say so. */
const COUNTED_LEFT = 0.3;

function isDayThatWas(time: Time | null, today: CalendarDay | null): boolean {
  return time !== null && "span" in time && today !== null && time.span.last < numberOfDay(today);
}

function isDayOrWeek(time: Time | null | undefined): boolean {
  return time !== null && time !== undefined && "span" in time && time.month === null;
}

/** No name is one of these, though WHO and IT may be. */
const NO_NAME = /\b(?:WHAT|HOW|WHEN|WHERE|WHY|DO|DOES|DID|IS|ARE|CAN|THE|OF|MY)\b/;

/** Where all is in capitals, they tell no names: "WHAT DOES A PERMIT COST?" */
function isShouted(text: string): boolean {
  return NO_NAME.test(text) && !/\p{Ll}|\p{Lo}/u.test(text);
}

/** What is left of a word that only calls by its name what shows by its form. */
const CALLING = 0.1;

/** "주차 요금 얼마야?", "4인실 가격 알려줘": an amount tells it without being called so. */
const PRICE_ASKED =
  /\s(?:가격|비용|요금|금액|값)(?:은|는|이|가|을|를|도)?\s*(?:좀\s?)?(?:얼마|알려|궁금|뭐|어떻게|어떤가|어때|[?？]|$)|\bwhat(?:['’]s| is| are| was| were)? (?:the )?(?:[a-z]{2,20} )?(?:price|cost|fee|charge|fare|rate)s?(?= (?:of|for|to|on|in|per)\b|\s*[?.]?\s*$)|\bhow (?:high|large|low|big|expensive|dear)\b/iu;
const PRICE =
  /^(?:가격|비용|요금|금액|값|prices?|costs?|fees?|charges?|fares?|rates?|high|large|low|big|expensive|dear)$/u;
const PRICE_LEFT = 0.1;

function withLessOfPrice(query: SectionQuery, question: string): SectionQuery {
  return PRICE_ASKED.test(question) ? withLessBesideOthers(query, PRICE, PRICE_LEFT) : query;
}

/** "지금도 0%야?" asks whether it still is: what it is now says another number. */
const STILL = /(?<![가-힣])(?:지금도|아직도?|여전히|현재도|요즘도)(?![가-힣])|\bstill\b/iu;
const GUESS_LEFT = 0.3;

function withLessOfGuess(query: SectionQuery, question: string): SectionQuery {
  return STILL.test(question) ? withLessOf(query, ({ word }) => word.script === "number", GUESS_LEFT) : query;
}

/** "등대 쉬는 날": a day tells it without being called one. */
const CALLED_DAY = /^(?:날|날이|날은|요일)$/u;
const CALLED_DAY_LEFT = 0.1;

/** "the opening hours of the office": so do hours, but a heading may call them so. */
const CALLED_HOURS = /^(?:opening|hours?)$/u;
const CALLED_HOURS_LEFT = 0.4;

function withLessOfClosing(query: SectionQuery, question: string): SectionQuery {
  if (asksForClockTime(question)) return withLessBesideOthers(query, CALLED_HOURS, CALLED_HOURS_LEFT);
  return asksWhenClosed(question) ? withLessBesideOthers(query, CALLED_DAY, CALLED_DAY_LEFT) : query;
}

/** "돌문 선착장 문의 전화번호" is about the landing; whatever else is called 전화번호 is another one's. */
function withoutCalling(query: SectionQuery, wanted: Wanted | null): SectionQuery {
  const calledBy = wanted?.calledBy ?? null;
  return calledBy === null ? query : withLessBesideOthers(query, calledBy, CALLING);
}

/** Less of the words with such stems, unless the question holds nothing else. */
function withLessBesideOthers(query: SectionQuery, stems: RegExp, share: number): SectionQuery {
  if (query.words.every(({ word }) => stems.test(word.stem))) return query;
  return withLessOf(query, ({ word }) => stems.test(word.stem), share);
}
