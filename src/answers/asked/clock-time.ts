/** "몇 시", "what time": an hour is asked for, and a date is none. */
const ASKS_FOR_CLOCK = /몇\s?시(?!간|기|점|대|민|작)|\bwhat time\b|\bwhat hours\b|\bopening hours\b|\bo'clock\b/iu;
/** "언제 열어?", "When does it close?": an hour, or else a date. */
const ASKS_WHEN_OPEN =
  /언제(?:부터|까지|쯤)?\s?(?:문\s?|가게\s?)?(?:을\s?)?(?:여(?:나|니|는|요|시|세)|열(?:어|리|려|나|고|죠|지)|닫|문|영업|운영|개방|개관|폐관)|(?:운영|영업|이용|관람|근무|상담|접수|개방|입장|점심|진료|업무)\s?시간|\bwhen (?:does|do|is|are)\b.*\b(?:open|opens|close|closes|closed|shut|shuts)\b/iu;

const HOUR = "(?:\\d{1,2}|열두|열한|열|아홉|여덟|일곱|여섯|다섯|네|세|두|한)";

/** 09:00, 오후 6시까지, noon; neither 24시간 nor a score. */
export const CLOCK_TIME = new RegExp(
  [
    String.raw`(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:])`,
    String.raw`(?<![\p{L}\d.,])${HOUR}\s?시(?:\s?(?:\d{1,2}분|반|정각|쯤|경))?(?=[에부까이가는를로와과의면면,.)~∼–-]|\s|$)`,
    String.raw`정오|자정|\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\b(?:noon|midnight)\b|\b\d{1,2} o['’]clock\b`,
    // "9 to 5", of hours rather than of anything counted.
    String.raw`\b(?:from|between|open|weekdays?|weekends?|days?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\s\d{1,2}\s?(?:to|until|till|and|[–—-])\s?\d{1,2}\b(?!\s?[%:.,]?\d|\s(?!(?:and|on|from|every|each|except|but|in|at)\b)\p{L})`,
  ].join("|"),
  "iu",
);

export function asksForClockTime(question: string): boolean {
  return ASKS_FOR_CLOCK.test(question);
}

/** "Is it open on Sunday?"; not: open to visitors. */
const ASKS_WHETHER_OPEN = /\b(?:is|are|does|do)\b.{1,80}\b(?:open|close|closed|shut)\b(?! (?:to|for|up)\b)/iu;

export function asksWhetherOpen(question: string): boolean {
  return ASKS_WHETHER_OPEN.test(question);
}

export function asksWhenOpen(question: string): boolean {
  return ASKS_WHEN_OPEN.test(question);
}
