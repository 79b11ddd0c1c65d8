import { OCCASION } from "./occasions.ts";

/** 첫, 두, 세 … by their numbers, from 1; likewise in English. */
const KOREAN = ["첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];
const ENGLISH = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const FIRST_OF_SERIES = ["첫째", "둘째", "셋째", "넷째"];

/** What is done again and again, of which each is told by its number. */
export const DONE_AGAIN = `(?:${OCCASION}|운영|협상|협의|회동|교섭|만남|공사|공판|재판|심사|투표|토론|공연|강의|면접|접종|비행|발사|실험|훈련|조사|점검|평가|모집|공모|입찰|집회|행사|방문)`;
export const HELD_AGAIN = new RegExp(DONE_AGAIN, "u");
/** What is held in English. */
const ENGLISH_OCCASION =
  "(?:rounds?|meetings?|talks|summits?|conferences?|sessions?|hearings?|editions?|phases?|stages?|votes?|tests?|trials?)";
/** "두 번째로 크다" tells a rank. */
const OF_ONE = "(?!로(?:[\\s,.]|는))";
const UP_TO_OCCASION = String.raw`\s(?:[\p{L}\d]{1,20}\s){0,2}?[\p{L}]{0,20}?`;
const ORDINAL = new RegExp(
  [
    String.raw`(?<![가-힣])(?<counted>${KOREAN.join("|")})\s?번\s?째${OF_ONE}`,
    String.raw`(?<![가-힣])(?<named>${FIRST_OF_SERIES.join("|")})(?=[는은\s]|$)`,
    `(?<![가-힣])(?<only>첫|처음)(?=${UP_TO_OCCASION}${DONE_AGAIN})`,
    String.raw`(?<![\p{L}\d.])(?:제\s?)?(?<digits>\d{1,3})\s?(?:차(?![가-힣]?[로선량종]|[원관례이])|번째${OF_ONE}|회(?=${UP_TO_OCCASION}${DONE_AGAIN}))`,
    String.raw`\b(?<english>${ENGLISH.join("|")})(?=(?:\s[a-z]{1,20}){0,2}?\s${ENGLISH_OCCASION}\b)`,
  ].join("|"),
  "giu",
);

/** Which of several that follow each other a text names, and where: 첫 회담 and 1차 are 1, "the second round" 2. */
export interface Ordinal {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

export function ordinalsIn(text: string): Ordinal[] {
  return [...text.matchAll(ORDINAL)].map((match) => ({
    number: numberOf(match.groups ?? {}),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function numberOf({ counted, named, digits, english }: Record<string, string | undefined>): number {
  if (digits !== undefined) return Number(digits);
  if (counted !== undefined) return KOREAN.indexOf(counted) + 1;
  if (named !== undefined) return FIRST_OF_SERIES.indexOf(named) + 1;
  return english === undefined ? 1 : ENGLISH.indexOf(english.toLowerCase()) + 1;
}
