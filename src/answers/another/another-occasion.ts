import { type CalendarDay, nearest, numberOfDay } from "../../text/calendar.ts";
import { OF_OCCASION } from "../asked/occasions.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";

const HELD = "(?:만나|만날|열리|열려|열릴|개최|(?:해|하나|할)(?![가-힣]{2}))";

/** "다음 회의": not "다음 중", nor "회의한 다음". "또 언제 만나?", where they have met. */
const ASKS_NEXT = new RegExp(
  String.raw`(?<![한은난린]\s)(?<!\p{L})(?:다음(?!\s중)번?|차기)${OF_OCCASION}|(?<!\p{L})(?:다음(?:에|엔|번엔?|번에는?)|다시|또)\s?언제\s?(?:다시\s|또\s)?${HELD}|언제\s?(?:다시|또)\s?${HELD}`,
  "u",
);
const ASKS_LAST = new RegExp(String.raw`(?<!\p{L})(?:지난번?|저번|직전)${OF_OCCASION}`, "u");
const TELLS_NEXT = /(?<!\p{L})(?:다음[번\s]|차기\s|오는\s|앞으로|향후)|예정|계획|[열될할]\s?(?:것|전망)/u;
/** "그다음 대회는 어디서 열렸어?": the one after an earlier one. */
const ASKS_OF_PAST = /(?:했|였|었|렸|났|됐)[가-힣]{0,5}\s*[?？]?\s*$/u;
/** What was held lies behind, whatever day it was. */
const WAS_HELD =
  /(?:열렸|열었|만났|가졌|마쳤|끝났|치렀|치러졌|개최(?:했|됐|되었)|(?:회의|회담|총회|대회|축제|행사)(?:이|가)?\s있었)/u;
/** "지난 30일"; not "한 달이 지난 뒤". */
const TELLS_LAST = /(?<!\p{L})(?:지난(?:번|달|해)?\s(?!뒤|후|다음)|지난\d|저번|직전)/u;

/**
 * Whether sentences tell of the last meeting where the next one is asked about, or the other way round: when the one was held says
 * nothing of the other. Nor does a day that is over tell of the next one. Null where the question names neither.
 */
export function createAnotherOccasion({
  text: question,
  today,
}: Pick<ReadQuestion, "text" | "today">): ((sentence: Pick<Placed, "text" | "writtenOn">) => boolean) | null {
  const [asksNext, asksLast] = [ASKS_NEXT.test(question), ASKS_LAST.test(question)];
  if (asksNext === asksLast) return null;
  const isToCome = asksNext && !ASKS_OF_PAST.test(question);
  const [asked, other] = asksNext ? [TELLS_NEXT, TELLS_LAST] : [TELLS_LAST, TELLS_NEXT];
  return ({ text, writtenOn }) =>
    ((other.test(text) || (isToCome && WAS_HELD.test(text))) && !asked.test(text)) ||
    (asksNext && today !== null && writtenOn !== null && areOver(text, writtenOn, numberOfDay(today)));
}

const DAY = /(?<!\d)(?:(?<month>\d{1,2})월\s?)?(?<day>\d{1,2})일(?!\s?(?:간|동안|째|전|뒤|후|만|이내|안))/gu;

/** Whether a text names days, and all of them are before `today`, by number. */
function areOver(text: string, writtenOn: CalendarDay, today: number): boolean {
  let { month } = writtenOn;
  const days = [...text.matchAll(DAY)].map(({ groups }) => {
    month = Number(groups?.["month"] ?? month);
    return nearest({ month, day: Number(groups?.["day"]) }, writtenOn);
  });
  return days.length > 0 && days.every((day) => day < today);
}
