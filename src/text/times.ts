import { type CalendarDay, dayOfNumber, isWithin, nearest, numberOfDay, type Span, spanAway } from "./calendar.ts";
import { englishDates, monthsBetween } from "./english-months.ts";
import { statementOf } from "./statement.ts";
import { timesAway } from "./times-away.ts";

/** A time that a word of a question stands for. */
export type Time =
  | { readonly year: number }
  /** `year`: of the last such month before the day of asking; null where that day is not known. */
  | { readonly month: number; readonly year: number | null }
  /** A day of any year: "12-25". */
  | { readonly day: string }
  /** 어제, last week; `month` where it is a whole one. */
  | { readonly span: Span; readonly month: number | null };

/** What a text dates things by. */
export interface TimesTold {
  readonly years: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly days: ReadonlySet<string>;
  /** Days and weeks of a year; none where it is not known when the text was written. */
  readonly spans: readonly Span[];
}

/** Feasts on the same day of each year. */
export const FEASTS: readonly (readonly [day: string, pattern: RegExp])[] = [
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
export const COUNTED = String.raw`(?:만\s?)?(?:원|달러|유로|(?:명|개|톤|가구|세대|평|㎡|k?m|k?g)(?=[은는이가을를의도로]|[^\p{L}]|$))`;
const YEAR = new RegExp(String.raw`(?<!\d)(?:19|20)\d\d(?!\d|${COUNTED})`, "gu");
const ONE_YEAR = new RegExp(YEAR.source, "u");
/** "3월", and 1 of "1~3월". */
const MONTH = /(?<!\d)(\d{1,2})(?=(?:\s?[·,~∼-]\s?\d{1,2}){0,3}\s?월)/gu;
const DAY = /(?<!\d)(\d{1,2})\s?월\s?(\d{1,2})\s?일/gu;
/** "5월~9월", "11월 1일부터 이듬해 2월까지": the months between are told too. */
const FROM_MONTH_TO =
  /(?<!\d)(\d{1,2})\s?(?:월(?:\s?\d{1,2}\s?일)?)?\s?(?:부터|[~∼–-])\s?(?:(?:(?:19|20)\d\d년?|다음\s?해|이듬해|내년)\s?)?(\d{1,2})\s?월/gu;
const NUMERIC_DAY = /(?<![\d.])(?:(?:19|20)\d\d|['’]\d\d)[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})(?![\d%])/gu;
/** "4.15까지", "3/5(수)"; neither 5.5달러 nor 4-5명, 3.5 이상, 2/3의 동의. */
const DAY_WITHOUT_YEAR =
  /(?<![\d.]|\d[-/]\s?)(\d{1,2})[-./]\s?(\d{1,2})(?![\d%℃]|(?!부터|까지|에(?!서)|자|일|은|는)\p{L}|\s(?:이상|이하|미만|초과|배|달러|유로|명|개|점|톤|만|억|조)|[-./]\d)/gu;
const LATEST_DAY = 31;
const MONTHS = 12;

/** `writtenOn`: the text's own day; null where it is not known, and then "last year" tells no year. */
export function timesTold(text: string, writtenOn: CalendarDay | null): TimesTold {
  const statement = statementOf(text);
  const feasts = FEASTS.flatMap(([day, pattern]) => (pattern.test(statement) ? day : []));
  const english = englishDates(statement);
  const dates = [
    ...[DAY, NUMERIC_DAY, DAY_WITHOUT_YEAR]
      .flatMap((pattern) => [...statement.matchAll(pattern)])
      .map(([, month, day]) => [Number(month), Number(day)] as const)
      .filter(([month, day]) => isMonth(month) && day >= 1 && day <= LATEST_DAY),
    ...english.days,
    ...daysOfMonth(statement, writtenOn),
  ];
  const away = writtenOn === null ? [] : timesAway(statement).map((each) => ({ ...each, from: writtenOn }));
  const ofUnit = (...units: readonly string[]) => away.filter(({ unit }) => units.includes(unit));
  const spans = ofUnit("day", "week", "weekend").map((each) => spanAway(each.unit, each.away, each.from));
  const aDay = spans.filter(({ first, last }) => first === last).map(({ first }) => dayOfNumber(first));
  const days = new Set([
    ...feasts,
    ...dates.map(([month, day]) => `${month}-${day}`),
    ...aDay.map(({ month, day }) => `${month}-${day}`),
  ]);
  return {
    years: new Set([
      ...[...statement.matchAll(YEAR)].map(([year]) => Number(year)),
      ...ofUnit("year").map(({ away: [years], from }) => from.year + years),
    ]),
    months: new Set([
      ...[...statement.matchAll(MONTH)].map(([, month]) => Number(month)).filter(isMonth),
      ...[...statement.matchAll(FROM_MONTH_TO)].flatMap(([, from, to]) =>
        [from, to].every((month) => isMonth(Number(month))) ? monthsBetween(Number(from), Number(to)) : [],
      ),
      ...english.months,
      ...[...days].map((day) => Number.parseInt(day, 10)),
      ...ofUnit("month").map((each) => dayOfNumber(spanAway(each.unit, each.away, each.from).first).month),
    ]),
    days,
    spans:
      writtenOn === null
        ? []
        : [...spans, ...dates.map(([month, day]) => aDayAlone(nearest({ month, day }, writtenOn)))],
  };
}

/** Whether a text tells a year by its number. */
export function namesYear(text: string): boolean {
  return ONE_YEAR.test(statementOf(text));
}

/** What most sentences tell. */
export const NOTHING_TOLD: TimesTold = { years: new Set(), months: new Set(), days: new Set(), spans: [] };

export function tells({ years, months, days, spans }: TimesTold, time: Time): boolean {
  if ("year" in time && !("month" in time)) return years.has(time.year);
  if ("day" in time) return days.has(time.day);
  if (!("span" in time)) return months.has(time.month);
  return spans.some((span) => isWithin(span, time.span)) || (time.month !== null && months.has(time.month));
}

/** "7일" in the news is the last such day, or tomorrow; "오는 7일" and a deadline are none of the days that have been. */
const DAY_OF_MONTH =
  /(?<![\d월.,/~-]\s?|오는\s|제)(\d{1,2})일(?=[,(·]|\s(?!이내|이하|이상|동안|안에|전|후|뒤|만에|정도|씩|넘|쯤|연속|간)|[에은의])(?!에\s?(?:한|두|걸쳐))/gu;

function daysOfMonth(text: string, writtenOn: CalendarDay | null): (readonly [month: number, day: number])[] {
  if (writtenOn === null) return [];
  const tomorrow = numberOfDay(writtenOn) + 1;
  return [...text.matchAll(DAY_OF_MONTH)].flatMap(([, digits]) => {
    const day = Number(digits);
    const inMonth = (month: number) => numberOfDay({ year: writtenOn.year, month, day });
    if (day < 1 || day > LATEST_DAY) return [];
    const last = inMonth(writtenOn.month) <= tomorrow ? inMonth(writtenOn.month) : inMonth(writtenOn.month - 1);
    return [[dayOfNumber(last).month, day] as const];
  });
}

function aDayAlone(number: number): Span {
  return { first: number, last: number };
}

export function isMonth(number: number): boolean {
  return number >= 1 && number <= MONTHS;
}
