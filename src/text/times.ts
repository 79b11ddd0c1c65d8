import type { Word } from "./words.ts";

/** What "last year" and "this month" are counted from. */
export interface CalendarMonth {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** Of a day as ISO 8601 has it, in its own zone: "2024-07-29T…" is July. */
export function monthOfDay(iso: string): CalendarMonth {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)) };
}

/** When an article was written; null where it does not say so. */
export function monthWritten({ publishedAt }: { readonly publishedAt: string | null }): CalendarMonth | null {
  return publishedAt === null ? null : monthOfDay(publishedAt);
}

/** A time that a word of a question stands for; a day is "12-25". */
export type Time = { readonly year: number } | { readonly month: number } | { readonly day: string };

/** What a text dates things by. */
export interface TimesTold {
  readonly years: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly days: ReadonlySet<string>;
}

/** Words for a year or a month, by how far it is from the one that is counted from. */
const YEARS_AWAY: readonly (readonly [away: number, pattern: RegExp])[] = [
  [-2, /(?<![가-힣])(?:재작년|지지난해)|\byear before last\b/iu],
  [-1, /(?<![가-힣])(?:작년|지난\s?해)|\blast year\b/iu],
  [0, /(?<![가-힣])(?:올해|금년)|\bthis year\b/iu],
  [1, /(?<![가-힣])내년|\bnext year\b/iu],
];
/** Neither running (다음 달리기) nor a calendar (지난 달력). */
const MOON = "달(?![리려렸린릴립력])";
const MONTHS_AWAY: readonly (readonly [away: number, pattern: RegExp])[] = [
  [-1, new RegExp(`(?<![가-힣])지난\\s?${MOON}|\\blast month\\b`, "iu")],
  [0, new RegExp(`(?<![가-힣])(?:이|이번\\s?)${MOON}|\\bthis month\\b`, "iu")],
  [1, new RegExp(`(?<![가-힣])(?:다음\\s?|내)${MOON}|\\bnext month\\b`, "iu")],
];
/** Feasts on the same day of each year. */
const FEASTS: readonly (readonly [day: string, pattern: RegExp])[] = [
  ["1-1", /(?<![가-힣])(?:신정|새해 첫날)/u],
  ["3-1", /(?<![가-힣])삼일절|3[.·]1절/u],
  ["5-5", /어린이날/u],
  ["6-6", /(?<![가-힣])현충일/u],
  ["8-15", /(?<![가-힣])광복절/u],
  ["10-3", /(?<![가-힣])개천절/u],
  ["10-9", /(?<![가-힣])한글날/u],
  ["12-25", /크리스마스(?!\s?이브)|(?<![가-힣])성탄절/u],
];

/** What makes an amount of a number: 2000원, 2000명. */
const COUNTED = String.raw`(?:만\s?)?(?:원|달러|유로|(?:명|개|톤|가구|세대|평|㎡|k?m|k?g)(?=[은는이가을를의도로]|[^\p{L}]|$))`;
const YEAR = new RegExp(String.raw`(?<!\d)(?:19|20)\d\d(?!\d|${COUNTED})`, "gu");
const AMOUNT = new RegExp(`^${COUNTED}`, "u");
/** "3월", and 1 of "1~3월". */
const MONTH = /(?<!\d)(\d{1,2})(?=(?:\s?[·,~∼-]\s?\d{1,2}){0,3}\s?월)/gu;
const DAY = /(?<!\d)(\d{1,2})\s?월\s?(\d{1,2})\s?일/gu;
/** "5월~9월", "11월 1일부터 이듬해 2월까지": the months between are told too. */
const FROM_MONTH_TO =
  /(?<!\d)(\d{1,2})\s?(?:월(?:\s?\d{1,2}\s?일)?)?\s?(?:부터|[~∼–-])\s?(?:(?:(?:19|20)\d\d년?|다음\s?해|이듬해|내년)\s?)?(\d{1,2})\s?월/gu;
const NUMERIC_DAY = /(?<![\d.])(?:(?:19|20)\d\d|['’]\d\d)[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})(?![\d%])/gu;
/** "4.15까지", "3/5(수)"; neither 5.5달러 nor 4-5명, 3.5 이상. */
const DAY_WITHOUT_YEAR =
  /(?<![\d.]|\d[-/]\s?)(\d{1,2})[-./]\s?(\d{1,2})(?![\d%℃]|(?!부터|까지|에|자|일|은|는|의)\p{L}|\s(?:이상|이하|미만|초과|배|달러|유로|명|개|점|톤|만|억|조)|[-./]\d)/gu;
const LATEST_DAY = 31;
const MONTHS = 12;

/** Sentences run on in tables and lists; what stands further on is not looked at. Characters. */
const LONGEST_STATEMENT = 1000;

/** `writtenIn`: the text's own month; null where it is not known, and then "last year" tells no year. */
export function timesTold(text: string, writtenIn: CalendarMonth | null): TimesTold {
  const statement = text.slice(0, LONGEST_STATEMENT);
  const feasts = FEASTS.flatMap(([day, pattern]) => (pattern.test(statement) ? day : []));
  const numeric = [DAY, NUMERIC_DAY, DAY_WITHOUT_YEAR]
    .flatMap((pattern) => [...statement.matchAll(pattern)])
    .map(([, month, day]) => [Number(month), Number(day)] as const)
    .filter(([month, day]) => isMonth(month) && day >= 1 && day <= LATEST_DAY);
  const days = new Set([...feasts, ...numeric.map(([month, day]) => `${month}-${day}`)]);
  return {
    years: new Set([
      ...[...statement.matchAll(YEAR)].map(([year]) => Number(year)),
      ...yearsAway(statement, writtenIn),
    ]),
    months: new Set([
      ...[...statement.matchAll(MONTH)].map(([, month]) => Number(month)).filter(isMonth),
      ...[...statement.matchAll(FROM_MONTH_TO)].flatMap(([, from, to]) => monthsBetween(Number(from), Number(to))),
      ...[...days].map((day) => Number.parseInt(day, 10)),
      ...monthsAway(statement, writtenIn),
    ]),
    days,
  };
}

/** The time that each of these words of a question stands for, or null. `today`: null where the day of asking is not known. */
export function timesAsked(
  question: string,
  words: readonly Word[],
  today: CalendarMonth | null,
): readonly (Time | null)[] {
  return words.map(({ script, stem, text }, at): Time | null => {
    const [before, after] = [words[at - 1], words[at + 1]];
    if (script === "number") {
      if (isYear(stem)) return after?.glued && AMOUNT.test(after.text) ? null : { year: Number(stem) };
      return after ? monthOf(stem, after) : null;
    }
    if (script === "latin") return timeNamed(stem, question, today);
    if (script !== "hangul") return null;
    if (before?.script === "number" && stem === "월") return monthOf(before.stem, { stem, glued: true });
    const day = FEASTS.find(([, pattern]) => pattern.test(text))?.[0];
    if (day !== undefined) return { day };
    const [year] = yearsAway(text, today);
    if (year !== undefined) return { year };
    const [month] = monthsAway(text.startsWith("달") && before ? before.text + text : text, today);
    return month === undefined ? null : { month };
  });
}

export function tells({ years, months, days }: TimesTold, time: Time): boolean {
  if ("year" in time) return years.has(time.year);
  return "month" in time ? months.has(time.month) : days.has(time.day);
}

/** Of "last year" the word year: what stands before it may be no word of the query. */
function timeNamed(stem: string, question: string, today: CalendarMonth | null): Time | null {
  const [year] = stem === "year" ? yearsAway(question, today) : [];
  const [month] = stem === "month" ? monthsAway(question, today) : [];
  return year !== undefined ? { year } : month === undefined ? null : { month };
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/u.test(digits);
}

function monthOf(digits: string, { stem, glued }: Pick<Word, "stem" | "glued">): Time | null {
  const month = Number(digits);
  return glued && stem === "월" && isMonth(month) ? { month } : null;
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= MONTHS;
}

/** With both; over the end of a year from 11 to 2. */
function monthsBetween(from: number, to: number): number[] {
  if (!isMonth(from) || !isMonth(to)) return [];
  const count = ((to - from + MONTHS) % MONTHS) + 1;
  return Array.from({ length: count }, (_, i) => ((from - 1 + i) % MONTHS) + 1);
}

function yearsAway(text: string, from: CalendarMonth | null): number[] {
  if (from === null) return [];
  return YEARS_AWAY.flatMap(([away, pattern]) => (pattern.test(text) ? from.year + away : []));
}

function monthsAway(text: string, from: CalendarMonth | null): number[] {
  if (from === null) return [];
  return MONTHS_AWAY.flatMap(([away, pattern]) =>
    pattern.test(text) ? ((from.month - 1 + away + MONTHS) % MONTHS) + 1 : [],
  );
}
