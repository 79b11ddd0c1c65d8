import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";

/** What is counted alike, with how much one of it is, so that twelve months are a year and thirty days are one. */
const UNITS: Readonly<Record<string, readonly [kind: string, factor: number]>> = {
  년: ["days", 360],
  개월: ["days", 30],
  달: ["days", 30],
  주: ["days", 7],
  일: ["days", 1],
  시간: ["hours", 1],
  세: ["age", 1],
  살: ["age", 1],
  명: ["persons", 1],
  점: ["points", 1],
};
const UNIT = Object.keys(UNITS).join("|");
const NUMBER = String.raw`\d{1,4}(?:\.\d{1,2})?`;
const UP_TO_TEN = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];
/** 한 달, 열두 명, 스무 살: from one to twenty. */
const IN_WORDS: readonly string[] = [...UP_TO_TEN, ...UP_TO_TEN.slice(0, -1).map((word) => `열${word}`), "스무"];

const BY_COUNT = /^(?:이상|초과|넘|미만|이하|이내)$/u;
const ABOVE = "이상|초과|부터|넘";
const BELOW = "미만|이하|까지|이내";
/** "4개월 늦으면", "두 달 넘게"; neither a calendar year nor a day of a month. */
const ASKED = new RegExp(
  String.raw`(?<![\d.월~∼–-]\s?)(?:(?<number>${NUMBER})|(?<![가-힣])(?<word>${IN_WORDS.join("|")}))\s?(?<unit>${UNIT})(?!(?<![세살])[도에]|월|차|간격|[가-힣]?마다)\s?(?<bound>초과|넘|미만)?`,
  "gu",
);
/** "3개월 이상 6개월 미만", "만 19세~39세", "5년 이상": nothing else stands in the cell. */
const RANGE = new RegExp(
  String.raw`^(?:만\s?)?(?:(?<low>${NUMBER})\s?(?<lowUnit>${UNIT})?\s?(?<above>${ABOVE}|[~∼–-])\s?)?(?:만\s?)?(?:(?<high>${NUMBER})\s?(?<highUnit>${UNIT})\s?(?<below>${BELOW})?)?$`,
  "u",
);
/** In a sentence: "65세 이상은 무료", "3개월 이상 밀리면". */
const SAID_RANGE = new RegExp(
  String.raw`(?<![\d.])${NUMBER}\s?(?:${UNIT})?\s?(?:이상|초과|[~∼–-])\s?(?:만\s?)?${NUMBER}\s?(?:${UNIT})(?:\s?(?:미만|이하))?|(?<![\d.])${NUMBER}\s?(?:${UNIT})\s?(?:이상|초과|미만|이하)`,
  "gu",
);
const BETWEEN_CELLS = /\s?\|\s?|\s?[:：]\s/u;
/** Rows run on; their ranges stand at the beginning. Characters. */
const LONGEST_ROW = 200;
const EARLIEST_YEAR = 1900;
/** What is more than so many, without being a whole one more. */
const A_LITTLE = 0.001;

/** "35살도 되나?", "35세면 신청 가능해?" */
const AGE_THAT_MAY_DO = /[살세](?:도|이?면|인데도?|은|여도|이라도)?\s(?:[가-힣]{1,8}\s)?(?:되|돼|될|가능)/u;

interface Asked {
  readonly kind: string;
  readonly value: number;
  /** Where the number and its unit stand among the words of the question. */
  readonly words: readonly number[];
}

/**
 * The words of the question whose amount a range holds: "4개월" is said by "3개월 이상 6개월 미만". Of an age that may do or not
 * ("35살도 돼?") any range of ages tells. Null where no such amount is told.
 */
export function createHeldAmounts(question: ReadQuestion): ((text: string) => readonly number[]) | null {
  const asked = amountsTold(question);
  if (asked.length === 0) return null;
  const asksWhether = AGE_THAT_MAY_DO.test(question.text);
  return (text) => {
    const ranges = saidRangesOf(text);
    return asked.flatMap(({ kind, value, words }) =>
      ranges.some((range) => range.kind === kind && (range.holds(value) || (asksWhether && kind === "age")))
        ? words
        : [],
    );
  };
}

/**
 * Whether a row of a table is for another range than the one that holds the amount of the question: of "3개월 미만" where
 * somebody is four months late. Null where no such amount is told.
 */
export function createAnotherRange(question: ReadQuestion): ((sentence: Placed) => boolean) | null {
  const asked = amountsTold(question);
  if (asked.length === 0) return null;
  return (sentence) =>
    rangesOf(sentence.text).some(({ kind, holds }) => {
      const alike = asked.filter((amount) => amount.kind === kind);
      return alike.length > 0 && !alike.some(({ value }) => holds(value));
    });
}

function amountsTold({ text, query }: ReadQuestion): Asked[] {
  return [...text.matchAll(ASKED)].flatMap(({ groups = {} }): Asked[] => {
    const [kind, factor] = UNITS[groups["unit"] ?? ""] ?? ["", 0];
    const number =
      groups["number"] === undefined ? IN_WORDS.indexOf(groups["word"] ?? "") + 1 : Number(groups["number"]);
    if (groups["unit"] === "년" && number >= EARLIEST_YEAR) return [];
    const beyond = groups["bound"] === undefined ? 0 : groups["bound"] === "미만" ? -A_LITTLE : A_LITTLE;
    const at = query.words.findIndex(
      ({ word }) => word.text === groups["word"] || (word.script === "number" && Number(word.stem) === number),
    );
    const isUnit = query.words[at + 1]?.word.text.startsWith(groups["unit"] ?? "") === true;
    const words = at === -1 ? [] : isUnit ? [at, at + 1] : [at];
    return [{ kind, value: number * factor + beyond, words }];
  });
}

/** What stands in the last cell is told, and tells nothing apart. */
function rangesOf(row: string) {
  return row
    .slice(0, LONGEST_ROW)
    .split(BETWEEN_CELLS)
    .slice(0, -1)
    .flatMap((cell) => rangeIn(cell.trim()) ?? []);
}

function saidRangesOf(text: string) {
  return [...text.slice(0, LONGEST_ROW).matchAll(SAID_RANGE)].flatMap(([said]) => rangeIn(said) ?? []);
}

function rangeIn(cell: string) {
  const { low, lowUnit, above, high, highUnit, below } = RANGE.exec(cell)?.groups ?? {};
  const unit = highUnit ?? lowUnit;
  if (unit === undefined || (above === undefined && below === undefined)) return null;
  if (isOfCalendar(unit, [low, high], above, below)) return null;
  const [kind, factor] = UNITS[unit] ?? ["", 0];
  const from = low === undefined ? Number.NEGATIVE_INFINITY : Number(low) * (UNITS[lowUnit ?? unit]?.[1] ?? factor);
  const to = high === undefined ? Number.POSITIVE_INFINITY : Number(high) * factor;
  const isAbove = (value: number) => (above === "초과" || above === "넘" ? value > from : value >= from);
  const isBelow = (value: number) => (below === "미만" ? value < to : value <= to);
  return { kind, holds: (value: number) => isAbove(value) && isBelow(value) };
}

/** "2021~2023년", "10~15일", "15일까지": years and days of months. */
function isOfCalendar(unit: string, numbers: readonly (string | undefined)[], above = "", below = ""): boolean {
  if (unit === "년") return numbers.some((number) => Number(number ?? 0) >= EARLIEST_YEAR);
  return unit === "일" && !BY_COUNT.test(above) && !BY_COUNT.test(below);
}
