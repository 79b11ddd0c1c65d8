import type { Unit } from "./calendar.ts";
import { finalConsonant } from "./hangul.ts";
import { statementOf } from "./statement.ts";

/** Words for a time by how far it is from the day that is counted from. */
export interface TimeAway {
  readonly unit: Unit;
  /** From so many units away to so many. */
  readonly away: readonly [from: number, to: number];
  /** The words themselves, with what is written on to them: 지난주에. */
  readonly words: string;
}

/** Neither running (다음 달리기) nor a calendar (지난 달력). */
const MOON = "달(?![리려렸린릴립력])";
/** Of a week and a year, which begin longer words: neither 주민 nor 해외. */
const ENDS_WORD =
  "(?=$|[^가-힣]|에|엔|는|보다|까지|부터|동안|초|말(?![가-힣])|간|내내|중(?![가-힣])|(?:의|도|와)(?![가-힣]))";
const WEEK = `주${ENDS_WORD}`;
const AWAY: readonly (readonly [unit: Unit, from: number, to: number, words: string])[] = [
  ["day", 0, 0, String.raw`오늘(?!날)|\btoday\b`],
  ["day", -1, -1, String.raw`어제|어저께|\b(?<!before )yesterday\b`],
  ["day", -2, -2, String.raw`그저께|그제(?!야|서)|\bday before yesterday\b`],
  ["day", -2, -1, "엊그제|엊그저께"],
  ["day", 1, 1, String.raw`내일(?!배)|\btomorrow\b`],
  ["week", -2, -2, String.raw`지지난\s?${WEEK}|\bweek before last\b`],
  ["week", -1, -1, String.raw`(?:지난|저번)\s?${WEEK}|\blast week\b`],
  ["week", 0, 0, String.raw`(?:이번\s?|금)${WEEK}|\bthis week\b`],
  ["week", 1, 1, String.raw`다음\s?${WEEK}|\bnext week\b`],
  ["weekend", -1, -1, String.raw`(?:지난|저번)\s?주말|\blast weekend\b`],
  ["weekend", 0, 0, String.raw`이번\s?주말|\bthis weekend\b`],
  ["month", -2, -2, String.raw`(?:지지난\s?|전전)${MOON}|\bmonth before last\b`],
  ["month", -1, -1, String.raw`(?:지난|저번)\s?${MOON}|\blast month\b`],
  ["month", 0, 0, String.raw`(?:이|이번\s?)${MOON}|\bthis month\b`],
  ["month", 1, 1, String.raw`(?:다음\s?|내)${MOON}|\bnext month\b`],
  ["year", -2, -2, String.raw`재작년|지지난(?:해|\s해${ENDS_WORD})|\byear before last\b`],
  ["year", -1, -1, String.raw`작년|지난(?:해|\s해${ENDS_WORD})|\blast year\b`],
  ["year", 0, 0, String.raw`올해|금년|\bthis year\b`],
  ["year", 1, 1, String.raw`내년|\bnext year\b`],
];
const PATTERNS = AWAY.map(
  ([unit, from, to, words]) =>
    ({ unit, away: [from, to], pattern: new RegExp(`(?<![가-힣])(?:${words})[가-힣]*`, "giu") }) as const,
);

/** The times that a text names by how far away they are, from the day it is written or asked. */
export function timesAway(text: string): TimeAway[] {
  return PATTERNS.flatMap(({ unit, away, pattern }) =>
    [...text.matchAll(pattern)].map(([words]) => ({ unit, away, words })),
  );
}

const YEARS_AWAY = AWAY.filter(([unit]) => unit === "year").map(
  ([, , , words]) => new RegExp(`(?<![가-힣])(?:${words})`, "iu"),
);

/** 작년, next year: a year by how far away it is. */
export function namesYearAway(text: string): boolean {
  const statement = statementOf(text);
  return YEARS_AWAY.some((pattern) => pattern.test(statement));
}

const COUNTS: Readonly<Record<string, number>> = {
  ...{ 한: 1, 두: 2, 세: 3, 석: 3, 네: 4, 넉: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10 },
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
};
const UNITS: readonly (readonly [unit: Unit, word: RegExp])[] = [
  ["day", /^(?:일|days?)$/u],
  ["week", /^(?:주일?|weeks?)$/u],
  ["month", /^(?:달|개월|months?)$/u],
  ["year", /^(?:년|해|years?)$/u],
];
/** 하루, 이틀 and the like; of few days nobody knows how many. */
const DAYS: readonly (readonly [word: RegExp, from: number, to: number])[] = [
  [/^하루$/u, -1, -1],
  [/^이틀$/u, -2, -2],
  [/^사흘$/u, -3, -3],
  [/^나흘$/u, -4, -4],
  [/^닷새$/u, -5, -5],
  [/^일주일$/u, -8, -6],
  [/^열흘$/u, -11, -9],
  [/^보름$/u, -16, -14],
  [/^(?:며칠|a few days)$/u, -10, -2],
];
const MOST_UNITS = 200;

const NAMED_DAYS = "하루|이틀|사흘|나흘|닷새|일주일|열흘|보름|며칠";
const AGO = new RegExp(
  String.raw`(?<=^|[^가-힣\s]\s{0,3}|(?<=[은는이가을를도에랑과와의서])\s{1,3})(?:(?<days>${NAMED_DAYS})|(?<count>\d{1,3}|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열)\s?(?<unit>일|주일?|달|개월|년|해))\s?전(?=에|\s|$)(?!에?\s?(?:까지|부터|이내))[가-힣]*`,
  "giu",
);
const ENGLISH_AGO =
  /\b(?:(?<days>a few days)|(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s(?<unit>days?|weeks?|months?|years?))\sago\b/giu;

/**
 * "3일 전", "two years ago": so many units before the day of asking. In Korean only where something is said to have happened:
 * "이틀 전에 알려야 해?" is two days before whatever it is about.
 */
export function timesAgo(question: string): TimeAway[] {
  const korean = tellsOfPast(question) ? [...question.matchAll(AGO)] : [];
  return [...korean, ...question.matchAll(ENGLISH_AGO)].flatMap(({ 0: words, groups }): TimeAway[] => {
    const named = DAYS.find(([word]) => word.test(groups?.["days"]?.toLowerCase() ?? ""));
    if (named !== undefined) return [{ unit: "day", away: [named[1], named[2]], words }];
    const [unit] = UNITS.find(([, word]) => word.test(groups?.["unit"]?.toLowerCase() ?? "")) ?? [];
    const written = groups?.["count"]?.toLowerCase() ?? "";
    const count = COUNTS[written] ?? Number(written);
    return unit === undefined || !(count >= 1 && count <= MOST_UNITS) ? [] : [{ unit, away: [-count, -count], words }];
  });
}

const ENGLISH_PAST = /(?<!\p{L})(?:did|was|were|had|happened|\p{L}{2,20}ed)(?!\p{L})/iu;
/** 있 and 겠 end alike. */
const NO_PAST = /[있겠]/u;

/** Something happened: 했어, 늘렸나; 발표된, 오른. */
export function tellsOfPast(text: string): boolean {
  if (ENGLISH_PAST.test(text)) return true;
  const told = [...text].some((syllable) => finalConsonant(syllable) === "ㅆ" && !NO_PAST.test(syllable));
  return told || HAPPENED.test(text);
}

/** Of what was done: 발표한 관세, 늘린 예산; 필요한 and 가능한 are no deeds. */
const HAPPENED =
  /(?:[가-힣]{2}(?:된|당한)|(?<!필요|가능|편리|중요|안전|특별)한|린|긴|낸|난|온|친|든|춘|꾼|뀐|킨)\s[가-힣]/u;
