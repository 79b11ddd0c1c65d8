import type { Word } from "../../text/words.ts";

/** A number that tells things of one name apart: 12호점, 제3조, rule 15. */
export interface NumberedName {
  readonly number: string;
  readonly label: string;
  /** Whoever speaks of this one tells its number: what gives none speaks of something else. */
  readonly isTold: boolean;
}

/** What is numbered, and not counted or dated. */
const NUMBERED =
  /^(?:호|호점|호선|호기|호차|호실|호관|지점|조|항|차|회|기|대|번|번지|번길|번가|번째|단지|층|동|반|학년|학기|분기|인실|인용|인승|평|평형|등급|급|단계|절|장|편|관|분관|공구|구역|지구|노선|부두|터미널|공장|군|사단|여단|함대)$/u;
/** Before a number that counts, dates or compares. */
const NO_LABEL =
  /^(?:the|and|for|with|from|into|about|around|over|under|than|least|most|only|nearly|almost|some|until|since|within|after|before|between|are|was|were|has|have|had|all|its|their|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/u;
/** "50번 지점", "50번 마을버스": what stands behind 번 is what is numbered, whatever sort of it. */
const NAMED_BEHIND = /(?:지점|창구|매장|버스|노선|출구|승강장|게이트|부두|국도|건물|강의실|회의실)$/u;
const SHORTEST_LABEL = 3;
/** 세미나실 2, 게이트 3: the number stands apart behind what it numbers. */
const NAMED_BEFORE = /^[가-힣]*(?:실|관|홀|동|구장|코트|창구|게이트|출구|승강장)$/u;
/** 2인 가족: of so many persons; 인 is read as a particle of the number. */
const HOUSEHOLD = /^(?:가족|가구)$/u;
/** "3개월 과정", "10회 이용권": how long or often tells one from the others. */
const SPAN = /^(?:개월|달|주|일|년|회|시간)$/u;
const OF_A_SPAN = /^(?:과정|코스|이용권|정기권|회원권|강좌|약정|요금제)$/u;
/** "3급 이상" and "85㎡ 이하" are of other numbers too. */
const BOUND = /^(?:이상|이하|미만|초과|이내|까지|부터|내외|넘)/u;
const WIDEST_RANGE = 30;
const TOLD =
  /^(?:호점|호선|호실|번길|분관|지점|창구|매장|버스|노선|rule|article|section|clause|chapter|branch|route|gate|room|platform|annex|appendix)$/u;
/** 제3조, where 3조 may be money. */
const TOLD_WITH_ORDINAL = /^(?:조|항|호|장|절|관)$/u;
const YEAR = /^(?:19|20)\d\d$/u;

/** A question may name the same one a thousand times. */
export function withoutRepeats(names: readonly NumberedName[]): NumberedName[] {
  return [...new Map(names.map((name) => [`${name.number} ${name.label} ${name.isTold}`, name])).values()];
}

export function numberedNames(words: readonly Word[]): NumberedName[] {
  return words.flatMap(({ script, stem: number }, at): NumberedName[] => {
    if (script !== "number") return [];
    const name = nameOfNumber(words, at);
    if (name === null || BOUND.test(words[name.end]?.text ?? "")) return [];
    const { label, isTold } = name;
    return [number, ...sinceNumberBefore(words, at)].map((each) => ({ number: each, label, isTold }));
  });
}

/** What the number at a place numbers, and where what follows that begins. */
function nameOfNumber(words: readonly Word[], at: number) {
  const [before, after, following] = [words[at - 1], words[at + 1], words[at + 2]];
  const number = words[at]?.stem ?? "";
  if (after?.script === "hangul" && after.glued && NUMBERED.test(after.stem)) {
    const namedBehind = after.stem === "번" ? NAMED_BEHIND.exec(following?.stem ?? "")?.[0] : undefined;
    const label = namedBehind ?? after.stem;
    const isOrdinal = before?.text === "제" && words[at]?.glued === true;
    return { label, isTold: TOLD.test(label) || (isOrdinal && TOLD_WITH_ORDINAL.test(label)), end: at + 2 };
  }
  if (after?.glued && following && SPAN.test(after.stem) && OF_A_SPAN.test(following.stem))
    return { label: `${after.stem} ${following.stem}`, isTold: false, end: at + 3 };
  // ㎡ is read as its letter and its digit.
  if (after?.glued && after.stem === "제곱미터") return { label: "㎡", isTold: false, end: at + 2 };
  if (after?.text === "m" && after.glued && following?.text === "2" && following.glued)
    return { label: "㎡", isTold: false, end: at + 3 };
  if (after && !after.glued && HOUSEHOLD.test(after.stem)) return { label: "가구", isTold: false, end: at + 2 };
  const isCounted = after?.script === "hangul" && after.glued;
  if (before === undefined || isCounted || YEAR.test(number)) return null;
  if (before.script === "latin" && !NO_LABEL.test(before.text) && before.text.length >= SHORTEST_LABEL)
    return { label: before.stem, isTold: TOLD.test(before.stem), end: at + 1 };
  const isNamedBefore = before.text.length >= SHORTEST_LABEL && NAMED_BEFORE.test(before.text);
  return isNamedBefore && !words[at]?.glued ? { label: before.text, isTold: false, end: at + 1 } : null;
}

/** "1~3학년" and "1, 3학년" name the first one too, and what may be between. */
function sinceNumberBefore(words: readonly Word[], at: number): string[] {
  const [first, last] = [words[at - 1], words[at]].map((word) =>
    word?.script === "number" && /^\d{1,4}$/.test(word.stem) ? Number(word.stem) : Number.NaN,
  );
  if (first === undefined || last === undefined || !(last > first && last - first <= WIDEST_RANGE)) return [];
  return Array.from({ length: last - first }, (_, i) => String(first + i));
}

export function numbersByLabel(names: readonly NumberedName[]): ReadonlyMap<string, ReadonlySet<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const { number, label } of names) numbers.set(label, (numbers.get(label) ?? new Set()).add(number));
  return numbers;
}
