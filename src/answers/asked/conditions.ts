import { tellsOfPast } from "../../text/times-away.ts";

/** "사흘을 넘으면", "한 달이 지나면": so long after something. */
const AFTER_SO_LONG =
  /(?:하루|이틀|사흘|나흘|닷새|열흘|보름|\d\s?(?:일|주|달|개월|년|시간|분)|[한두세네]\s?(?:주|달|해|시간|학기))[을를이가]?\s?(?:넘|지나|지난|초과|경과)/u;
/** "열쇠를 돌려주면", "이사할 때", "허락한 경우", "끝난 뒤". */
const IF =
  /[가-힣](?:으면|하면|되면|지면|나면|오면|주면|내면|치면|르면|리면|기면|이면)(?![가-힣])|[가-힣]\s(?:때|경우)(?:에|에는|에만|는|부터|까지|만)?(?![가-힣])|[가-힣][한된난낸친린은]\s(?:뒤|후|다음)(?:에|에는|부터)?(?![가-힣])|[가-힣]기\s전(?:에|까지)/u;
const MAYBE_AFTER = 0.8;
const MAYBE_IF = 0.6;

/** "언제 돌려줘?": what holds is told by a condition as well as by a date; what happened was on a day. */
export function asksForCondition(question: string): boolean {
  return /언제(?!까지)/u.test(question) && !tellsOfPast(question);
}

/** How far a sentence tells under which condition something is so, 0..1. */
export function conditionIn(sentence: string): number {
  if (AFTER_SO_LONG.test(sentence)) return MAYBE_AFTER;
  return IF.test(sentence) ? MAYBE_IF : 0;
}
