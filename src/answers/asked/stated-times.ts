import { quantitiesIn } from "../../text/quantities.ts";
import { asksDeadlineByName, asksPeriod } from "./asked-by-name.ts";
import { asksWhenOpen, CLOCK_TIME } from "./clock-time.ts";
import { asksForCondition, conditionIn } from "./conditions.ts";

/** "When do I need a note?" is answered by a condition, too. */
const ENGLISH_TIME =
  /\b(?:within|after|before|during|until|till|once|as soon as|in (?:the )?(?:spring|summer|autumn|winter)|by the end of|at the (?:start|end|beginning) of|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) (?:day|week|month|year))\b/iu;
/** When something is so again and again, or whenever something else is. */
const ENGLISH_HABIT =
  /\b(?:if|unless|whenever|while|daily|weekly|monthly|yearly|annually|twice a|(?:every|each) (?:\p{L}{1,12} )?(?:day|night|week|weekend|fortnight|month|quarter|term|year)|at night|(?:on|at) (?:the )?week(?:ends?|days)|in the (?:morning|afternoon|evening))\b/iu;
/** How far a date is what is asked for where an hour likely is, or a condition where a date is. */
const MAYBE = 0.8;
const ASKS_BEGINNING = /언제부터/u;
const BEGINS = /부터|시작|이후|시행|열[리립린려]|개시|개막|[~∼–-]/u;
/** "언제까지": also so many days from something on. */
const ASKS_DEADLINE = /언제까지/u;
const ENDS = /까지|끝[나내난납]|마감|종료|만료|이전|전에|전까지|[~∼–-]/u;
const DEADLINE =
  /(?:\d\s?(?:일|주일?|개월|달|년|시간)|하루|이틀|사흘|나흘|닷새|열흘|보름|일주일|한\s달)\s?(?:안에|이내|내에|내로)/u;

/** "게시일: 2026년 3월 2일" tells when the page was put up, and nothing of what it is about. */
const DATE_OF_PAGE = /^[^\p{L}\d]*(?:게시|등록|작성|수정|발행|입력)(?:일|일자|일시|날짜)?\s?[:：|]/u;
const ASKS_FOR_DATE_OF_PAGE = /게시|등록|작성|수정|발행|입력|올[라리린렸]/u;

/** `statedBy`, but for a line that tells when the page was put up, unless that is asked. */
export function besideDateOfPage(question: string, statedBy: (sentence: string) => number) {
  if (ASKS_FOR_DATE_OF_PAGE.test(question)) return statedBy;
  return (sentence: string) => (DATE_OF_PAGE.test(sentence) ? 0 : statedBy(sentence));
}

/** What happened once happened on no "Tuesdays" and not "every day". */
const ASKS_WHEN_IT_WAS = /\bwhen (?:did|was|were)\b/iu;
const RECURRING =
  /\b(?:every|each)\s(?:\p{L}{1,20}\s){0,2}?(?:\p{L}{0,10}day|week|month|year|spring|summer|autumn|winter)s?\b|\b\p{L}{3,10}days\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:to|till|until|through|and|or|[–—-]) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/giu;

const HABITS = new RegExp(ENGLISH_HABIT, "giu");

/** How far a sentence tells, 0..1, when what a question asks is so. */
export function whenIn(question: string): (sentence: string) => number {
  if (asksWhenOpen(question)) return hourIn;
  if (ASKS_DEADLINE.test(question) || asksDeadlineByName(question)) return deadlineIn;
  if (asksPeriod(question)) return periodIn;
  if (ASKS_WHEN_IT_WAS.test(question))
    return (sentence) => dateIn(sentence.replace(RECURRING, " ").replace(HABITS, " "));
  const byDate = ASKS_BEGINNING.test(question) ? beginningIn : dateIn;
  return asksForCondition(question) ? (sentence) => Math.max(byDate(sentence), conditionIn(sentence)) : byDate;
}

/** How far a date that begins something tells its end, and the other way round. */
const OF_THE_OTHER_END = 0.6;

function deadlineIn(sentence: string): number {
  if (DEADLINE.test(sentence)) return 1;
  return dateIn(sentence) * (ENDS.test(sentence) ? 1 : OF_THE_OTHER_END);
}

const LASTING = /\d\s?(?:년|개월|달|주일?|일|시간|학기)/u;

function periodIn(sentence: string): number {
  return LASTING.test(sentence) || quantitiesIn(sentence).has("duration") ? 1 : dateIn(sentence);
}

function beginningIn(sentence: string): number {
  return dateIn(sentence) * (BEGINS.test(sentence) ? 1 : OF_THE_OTHER_END);
}

/** Of what opens each day an hour; of what opens once a date. */
export function hourIn(sentence: string): number {
  return CLOCK_TIME.test(sentence) ? 1 : MAYBE * dateIn(sentence);
}

/** "지난해보다 올랐다" says when nothing happened. */
const COMPARED_WITH =
  /(?:지난해|작년|전년|예년|올해|지난달|전달|이달|어제|\d{4}년|\d{1,2}월)(?:의?\s?같은\s?(?:기간|달|때))?(?:보다|에\s?비해|\s?대비)/gu;

/** How far a sentence tells a date, 0..1. */
export function dateIn(sentence: string): number {
  if (quantitiesIn(sentence.replace(COMPARED_WITH, " ")).has("date")) return 1;
  return ENGLISH_TIME.test(sentence) || ENGLISH_HABIT.test(sentence) ? MAYBE : 0;
}
