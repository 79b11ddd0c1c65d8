/** A kind of thing that such a noun asks for, of those in asked-for.ts. */
type AskedByName = "list" | "when" | "how-much" | "where" | "who";

/** "요금은?", "요금 알려 줘", "요금이 뭐야": what may follow the noun that asks. */
const END = String.raw`(?:은|는|이|가|을|를|도)?(?:\s?(?:좀|알려\s?(?:줘|주세요|주실래요|달라)요?|궁금[가-힣]{1,4}(?![가-힣])|뭐야|뭐예요|뭔가요|무엇인가요?|어떻게\s?(?:돼|되나|됩니까|되죠)요?))*(?:\s*[?？.]+)?\s*$`;
/** By itself, or as the end of a compound of two syllables more: 무기한, 감시기 and 출장소 are no 기한, 시기 and 장소. */
const noun = (names: string) => new RegExp(`(?:(?<![가-힣])|(?<=[가-힣]{2})(?<!출))(?:${names})${END}`, "u");

const HOURS = "(?:운영|영업|이용|관람|근무|상담|접수|개방|입장|점심|진료|업무|개관|폐관|마감)\\s?시간";
const DEADLINES = "기한|시한|마감|마감일|기일";

const NAMES: readonly (readonly [AskedByName, RegExp])[] = [
  ["list", noun("서류|준비물")],
  ["when", noun(`${DEADLINES}|시기|일시|일정|기간|${HOURS}`)],
  [
    "how-much",
    noun("한도|요금|비용|가격|금액|(?:수강|이용|사용|입장|관람|임대|임차|대여|주차|통행|보육|보험|연체|수수)료"),
  ],
  ["where", noun("장소|위치")],
  ["who", noun("참석자|담당자|책임자")],
];
const ENDS_SO = noun(DEADLINES);
const LASTS = noun("기간");

/** What a question asks for by the noun it ends with, as people type it into a search box; null where it ends with no such noun. */
export function askedByName(question: string): AskedByName | null {
  return NAMES.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

/** "신청 기한", "접수 마감은?". */
export function asksDeadlineByName(question: string): boolean {
  return ENDS_SO.test(question);
}

/** "유예 기간": from when till when, or how long. */
export function asksPeriod(question: string): boolean {
  return LASTS.test(question);
}
