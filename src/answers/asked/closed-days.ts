/** "쉬는 날이 언제야?", "휴관일 알려줘", "무슨 요일에 닫아?"; "휴관일에 반납해도 돼?" asks something else. */
const ASKS_WHEN_CLOSED =
  /\bwhen (?:is|are)\b.{1,80}\bclosed\b|\b(?:what|which) days?\b.{1,80}\b(?:closed|shut)\b|(?:(?:쉬는|닫는)\s?(?:날|요일)|휴[관무업장진](?:일|날))(?!에(?!\s?대)|엔|이면|인데|이라|마다)|(?:언제|(?:무슨|어느|어떤)\s?요일)[^?？]{0,12}(?:쉬[나니는어고지]|휴[관무업장진]|문\s?닫는)/iu;

/** Days that come again, and holidays. */
const DAY =
  /[월화수목금토일]요일|평일|주말|공휴일|명절|설날|설\s|추석|신정|연휴|국경일|법정|매[주월]|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|week)days?|weekends?|holidays?|Christmas|Easter)\b/iu;
const CLOSES =
  /휴[관무업장진]|쉬[는고며지]|쉽니다|쉰다|쉬어|닫|(?:열|운영하|영업하|하)지\s?않|\b(?:closed|closes|shut|shuts|not open)\b/iu;
/** A day alone may stand under a heading that says what it is. */
const DAY_ALONE = 0.8;

export function asksWhenClosed(question: string): boolean {
  return ASKS_WHEN_CLOSED.test(question);
}

/** How far a sentence tells on which days something is closed, 0..1. */
export function closedDaysIn(sentence: string): number {
  if (!DAY.test(sentence)) return 0;
  return CLOSES.test(sentence) ? 1 : DAY_ALONE;
}
