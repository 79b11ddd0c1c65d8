import { finalConsonant } from "../../text/hangul.ts";

/** "올랐어?", "시행됐나요?": the predicate at the end, without what ends the sentence. */
const LAST_PREDICATE =
  /(?<stem>[가-힣]+?)(?:어|나|니|냐|지|죠|음|습니까|어요|나요|는지|는가|을까)?요?\s*[?？.!~]*\s*$/u;
const ABOUT_INTENTION = /기로|겠다|계획|예정|방침|미뤘|미뤄|연기|예고|위협|경고|검토|앞으로|추진/u;
/** What is announced, threatened, planned or put off has not happened. */
const INTENDS =
  /(?:겠다[고는며]|기로\s?(?:했|하|합|한|결정|의결)|(?:예정|계획|방침|전망|것)(?:이다|이라고|입니다|이었)|(?:할|될|릴|올릴|내릴|열릴|보낼)\s?것|으름장|위협|예고|미뤘|미뤄|늦췄|연기(?:했|됐|되|하기)|검토(?:하고|한다|했|중)|추진(?:한다|하기|할)|촉구|요구했)[^.]{0,25}[.]?["'”’]?$/u;

/** Whether it is asked if something happened: "관세가 올랐어?" */
export function asksForDeed(question: string): boolean {
  const stem = LAST_PREDICATE.exec(question.trimEnd().slice(-LONGEST_PREDICATE))?.groups?.["stem"] ?? "";
  return finalConsonant(stem.slice(-1)) === "ㅆ" && !/[있없]$/u.test(stem) && !ABOUT_INTENTION.test(question);
}

/** Whether a sentence tells only what somebody means to do. */
export function intends(text: string): boolean {
  return INTENDS.test(text.slice(-LONGEST_ENDING));
}

/** Characters that are looked at, of a sentence and of a question. */
const LONGEST_ENDING = 60;
const LONGEST_PREDICATE = 20;
