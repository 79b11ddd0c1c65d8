import { readQuery } from "../../search/query.ts";
import { isQuestionWord } from "../../search/question-words.ts";
import { evidenceFor, readEvidence, SAID } from "../../text/evidence.ts";
import { finalConsonant } from "../../text/hangul.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { readWords } from "../../text/words.ts";

/** "…얼마야? …언제야?": what ends a question inside a message. */
const MARK = /[?？][?？!.~ㅋㅎㅠ]*\s+(?=\S)/u;
/** "대상은 누구고"; of "누구하고" and "뭐라고" nothing follows that asks anew. */
const ASKING_AND_GOING_ON = /^(?:누구|뭐|무엇|어디|언제|얼마|며칠)이?고$/u;
/** "how much is it and when is it due": what follows begins to ask anew. */
const AND_ASKS_ANEW = /,?\s+and\s+(?=(?:who|when|where|what|how|why|which)\s)/iu;
/** "근거는 무엇이며,", "어떻게 산정되고," but not what somebody said: "된다며,", "된다고,". */
const GOING_ON = /(?:(?<![라다])며,?|(?<![라다자냐리])고,)$/u;
/** "배경은 무엇인가, ": what ends a question though another follows. */
const ASKED_ALREADY = /(?:[은는인한던]가|까|나),$/u;
/** Words of asking, whatever stands around them; most others that questions are made of ask nothing. */
const ASKS =
  /누구|누가|누굴|언제|어디|어딜|얼마|며칠|몇|무엇|무슨|뭐|뭘|어떤|어떠|어떻게|어느|왜|\b(?:who|when|where|what|how|why|which)\b/iu;

export interface AskedTogether {
  readonly first: string;
  readonly second: string;
  /** They are of one sentence, and so of one matter. */
  readonly inOneSentence: boolean;
  /** They name two things of one: what another article tells of the second is of another one. */
  readonly ofOneThing: boolean;
  /** The message asks further ones. */
  readonly areFirstOfMore: boolean;
}

const IN_TWO_SENTENCES = { inOneSentence: false, ofOneThing: false, areFirstOfMore: false };
const IN_ONE_SENTENCE = { ...IN_TWO_SENTENCES, inOneSentence: true };

/**
 * The two questions of a message that asks two, and the first two where it asks more by their marks: each asks by a word of asking or,
 * the second, by its mark; or both name what is asked of one thing. Null where the message asks one. "임대료 올랐어요? 얼마나요?" is
 * one: the first half only leads to it.
 */
export function questionsIn(message: string): AskedTogether | null {
  const [first, second, ...more] = message.split(MARK);
  if (first === undefined) return null;
  if (second !== undefined) {
    const areFirstOfMore = more.length > 0;
    if (areFirstOfMore && ![first, second, ...more].every(isQuestion)) return null;
    return isQuestion(first) && (asks(second) || /[?？]$/u.test(second))
      ? { ...IN_TWO_SENTENCES, first: `${first}?`, second: areFirstOfMore ? `${second}?` : second, areFirstOfMore }
      : null;
  }
  const [one, another, ...others] = message.split(AND_ASKS_ANEW);
  if (one !== undefined && another !== undefined)
    return others.length === 0 && isQuestion(one) && isQuestion(another)
      ? { ...IN_ONE_SENTENCE, first: `${one}?`, second: another }
      : null;
  const [clause, next, ...further] = clausesOf(message);
  if (clause === undefined || further.length > 0) return null;
  return next === undefined ? twoOfOneThing(message) : { ...IN_ONE_SENTENCE, first: clause, second: next };
}

/** What is asked of a thing by its name. */
const ASKED_OF_A_THING =
  "금액|요금|비용|가격|수수료|[가-힣]료|한도|기간|기한|일정|날짜|시기|시간|마감일?|대상자?|자격|조건|요건|방법|절차|서류|준비물|장소|위치|접수처|문의처|연락처|전화번호|이유|횟수|인원|혜택|내용";
/** "월세 지원 금액이랑 신청 기한 알려줘". */
const TWO_OF_ONE = new RegExp(
  `^(?<thing>(?:[^ ]{1,20} ){1,5}?)(?<one>(?:[^ ]{1,10} )?[가-힣]{0,8}(?:${ASKED_OF_A_THING}))\\s?(?:이?랑|하고|과|와)\\s(?<other>(?:[^ ]{1,10} )?[가-힣]{0,8}(?:${ASKED_OF_A_THING}))(?:[은을이]|좀|는|를|가)?(?<rest>(?:\\s[^ ]{1,10}){0,2})$`,
  "u",
);
const ASKS_TO_TELL =
  /^(?:\s?(?:좀|다|모두|알려\s?(?:줘|주세요|줄래|달라)요?|궁금[가-힣]{0,4}|뭐야|뭔가요|어떻게\s?(?:돼|되나)요?))*[?？.]*$/u;

function twoOfOneThing(message: string): AskedTogether | null {
  const { thing, one, other, rest = "" } = TWO_OF_ONE.exec(message)?.groups ?? {};
  if (thing === undefined || one === undefined || other === undefined || !ASKS_TO_TELL.test(rest)) return null;
  return { ...IN_ONE_SENTENCE, first: `${thing}${one}`, second: `${thing}${other}`, ofOneThing: true };
}

/** The clauses of a sentence that ask each for itself. */
function clausesOf(message: string): string[] {
  const words = message.split(" ");
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at] ?? "";
    if (!goesOn(word)) continue;
    const before = words.slice(0, at + 1).join(" ");
    const behind = words.slice(at + 1).join(" ");
    // Without a comma what follows may be of the same clause: "무엇을 하며 지내나요?"
    if (!isQuestion(before) || !(asks(behind) || (word.endsWith(",") && /[?？]$/u.test(behind)))) continue;
    return [asQuestion(before), ...clausesOf(behind)];
  }
  return [message];
}

/** "무엇이며" as 무엇이지, "있으며," as 있지. */
function asQuestion(clause: string): string {
  return clause
    .replace(/(?:으?며|고),?$/u, "지")
    .replace(/,$/u, "")
    .concat("?");
}

/** "모임방은", "강당 사용료는": what a question begins with is what it is about. */
const BEGINS_WITH_SUBJECT = /^(?:(?:그리고|그럼|그러면|또)\s)?[가-힣A-Za-z0-9 ]{1,30}?[가-힣](?:은|는|이|가)\s/u;

/**
 * The stem of the name that the second question of a message is about, where the first does not name it: what is said of the
 * first one does not answer it. Null where it goes on with the first, as an attribute does.
 */
export function ownSubject(first: string, second: string, lexicon: Lexicon): string | null {
  if (!BEGINS_WITH_SUBJECT.test(second)) return null;
  const subject = readQuery(second, lexicon).words.find(({ weight, word }) => weight >= 1 && word.script !== "number");
  if (subject === undefined || subject.attribute) return null;
  const named = stemsOf(first);
  return named.has(subject.word.stem) ? null : subject.word.stem;
}

/** "which languages", "어느 요일": what is named by it answers, and need not be called so. */
const KIND_ASKED = /(?:\b(?:which|what)|(?<![가-힣])(?:어느|어떤|무슨))\s(?<kind>\p{L}+)/giu;
/** Of the words that the second question alone asks of, by weight. */
const MOST = 0.5;

/**
 * Whether sentences that answer the first question say most of what the second one asks beside it: then nothing is left out,
 * though the second finds no answer by itself. "When does it open and which languages does it speak?" one sentence may answer.
 */
export function saysSecondToo(
  sentences: string,
  { first, second }: Pick<AskedTogether, "first" | "second">,
  lexicon: Lexicon,
): boolean {
  const named = stemsOf(first);
  const kinds = new Set(
    [...second.matchAll(KIND_ASKED)].flatMap(({ groups }) => readWords(groups?.["kind"] ?? "").map(({ stem }) => stem)),
  );
  const added = readQuery(second, lexicon).words.filter(({ word }) => !named.has(word.stem) && !isQuestionWord(word));
  const beside = added.filter(({ word }) => !kinds.has(word.stem));
  const asked = beside.length > 0 ? beside : added;
  const said = readEvidence(sentences, lexicon);
  const weightOf = (words: typeof asked) => words.reduce((sum, { weight }) => sum + weight, 0);
  const isSaid = ({ word, concept }: (typeof asked)[number]) => evidenceFor(word, concept, said) >= SAID;
  return asked.length > 0 && weightOf(asked.filter(isSaid)) > MOST * weightOf(asked);
}

/** Where a clause ends and another follows: 누구고, 무엇이며, or a past tense such as 했고. */
function goesOn(word: string): boolean {
  if (GOING_ON.test(word) || ASKED_ALREADY.test(word)) return true;
  const bare = word.replace(/,$/u, "");
  return ASKING_AND_GOING_ON.test(bare) || (bare.endsWith("고") && finalConsonant(bare.slice(0, -1)) === "ㅆ");
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(readWords(text).map(({ stem }) => stem));
}

function asks(text: string): boolean {
  return ASKS.test(text);
}

/** It asks, and of something. */
function isQuestion(text: string): boolean {
  return asks(text) && readWords(text).some((word) => !isQuestionWord(word));
}
