import type { Lexicon } from "../text/lexicon.ts";
import { isParticle, stripParticle } from "../text/particles.ts";
import { hasVowelBeforeDue } from "../text/verbal.ts";
import { readWords, type Word } from "../text/words.ts";
import { isLight, isQuestionWord } from "./question-words.ts";

/** A question typed without spaces is longer than words are. Syllables. */
const SHORTEST_UNSPACED = 6;
const SHORTEST_PART = 2;
/** What asks at the end: "…는얼마", "…을누가했나". */
const ASKING_TAIL =
  /(?:은|는|이|가|을|를)?(?:얼마나?|누구|누가|언제|어디서?|어디에|무엇|뭐|왜|어떻게)(?:[가-힣]{0,3}(?:나요|습니까|까요|까|나|지|어|야|요|인가))?$/;
const ASKING_INSIDE =
  /(?<=[가-힣]{2})(?:은|는|이|가|을|를)?(?:얼마나?|누구|누가|언제|어디서?|무엇을?|어떻게)(?=[가-힣]{2})/;
/** Particles that seldom stand inside a word. */
const PARTICLE_INSIDE =
  /(?<=[가-힣]{2})(?:에게서|에서는|으로는|에게는|에게|한테|에서|으로|까지|부터|을|를|는|은|에는|에)(?=[가-힣]{2})/;
const PARTICLE_AT_START =
  /^(?:으로서는|로서는|으로서|로서|에서는|으로는|까지는|까지|부터|에게서|에게는|에게|한테|에서|으로|에는|에|의|은|는|이|가|을|를|과|와|도)(?=[가-힣]{2})/;

const SUBJECT_OR_OBJECT = /[은는이가을를]/;

/** Takes a long Hangul word apart at names the lexicon knows, at particles, and before the words that ask. */
export function splitUnspaced(word: Word, lexicon: Lexicon): Word[] {
  if (word.script !== "hangul") return [word];
  if (word.text.length < SHORTEST_UNSPACED) return twoNames(word, lexicon) ?? [word];
  const parts: string[] = [];
  let rest = word.text.replace(ASKING_TAIL, "");
  for (let form = lexicon.formAtStart(rest); form !== null; form = lexicon.formAtStart(rest)) {
    const after = rest.slice(form.length);
    if (after === "" || isParticle(after)) {
      parts.push(form);
      rest = "";
      break;
    }
    const next = after.replace(PARTICLE_AT_START, "");
    // 관세율은 is no 관세 with 율은.
    if (stripParticle(next).length < SHORTEST_PART || (next.length === SHORTEST_PART && isParticle(next.slice(1))))
      break;
    parts.push(form);
    rest = withoutVerbaliser(next, lexicon);
  }
  const name = placeOfName(rest, lexicon);
  const before = name === -1 ? rest : rest.slice(0, name);
  const asking = ASKING_INSIDE.exec(before);
  if (asking) {
    parts.push(...splitUnspacedText(before.slice(0, asking.index)));
    parts.push(...splitUnspacedText(before.slice(asking.index + asking[0].length)));
  } else parts.push(...splitUnspacedText(before));
  const words = parts.length < 2 && parts[0] === word.text ? [word] : parts.flatMap((part) => readWords(part));
  const behind = name === -1 ? [] : readWords(rest.slice(name)).flatMap((part) => splitUnspaced(part, lexicon));
  return [...words, ...behind];
}

/** 내야돼, 해야하나요: a verb and what says that it must be done. */
const DUE = /^(?<verb>[가-힣]+)야(?<due>(?:돼|되|될|된|됨|해|하|할|한|함)[가-힣]{0,3}|됩니[다까]|합니[다까])$/u;
/** 왜그래, 왜안돼: no noun begins so. */
const WHY = /^왜(?<what>(?:그|이[렇래]|저[렇래]|안|못)[가-힣]+|[이저]래)$/u;
/** 어느정도, 무슨뜻이야. */
const WHICH = /^(?<asks>어느|어떤|무슨)(?<noun>[가-힣]+)$/u;

/** Two words that chats write as one, of which one only asks. */
export function splitSpoken(word: Word): Word[] {
  if (word.script !== "hangul" || isQuestionWord(word)) return [word];
  const { verb = "", due = "" } = DUE.exec(word.text)?.groups ?? {};
  if (due !== "" && hasVowelBeforeDue(verb)) return readWords(`${verb}야 ${due}`);
  const { what } = WHY.exec(word.text)?.groups ?? {};
  if (what !== undefined) return readWords(`왜 ${what}`);
  const { asks, noun = "" } = WHICH.exec(word.text)?.groups ?? {};
  const named = readWords(noun);
  return asks !== undefined && named.every(isLight) ? [...readWords(asks), ...named] : [word];
}

/** 한국인도 are people, and no India; 한국이란 defines. */
const OF_PEOPLE = /^(?:인(?:도|들|은|이|의|을|과|만|에게)?|이란|란)(?:는|은|도|요)?$/u;

/** 중동특사: a name and what is called by another one; null where it is no such two. */
function twoNames(word: Word, lexicon: Lexicon): Word[] | null {
  const first = lexicon.formAtStart(word.text);
  if (first === null) return null;
  const rest = word.text.slice(first.length);
  if (OF_PEOPLE.test(rest)) return null;
  const second = lexicon.formAtStart(rest);
  if (second === null || second.length < SHORTEST_PART) return null;
  const after = rest.slice(second.length);
  return after === "" || isParticle(after) ? readWords(`${first} ${rest}`) : null;
}

/** 주석이대만문제: where a name begins behind a noun and its particle; -1 where none does. */
function placeOfName(text: string, lexicon: Lexicon): number {
  for (let at = SHORTEST_PART + 1; at <= text.length - SHORTEST_PART; at++)
    if (SUBJECT_OR_OBJECT.test(text.charAt(at - 1)) && lexicon.formAtStart(text.slice(at)) !== null) return at;
  return -1;
}

/** 요구한국방비: 한 belongs to 요구 where a longer name follows it than begins with it. */
function withoutVerbaliser(rest: string, lexicon: Lexicon): string {
  const after = rest.replace(/^(?:한|하는|할|했던|된|되는|될)(?=[가-힣]{2})/, "");
  const longer = (lexicon.formAtStart(after)?.length ?? 0) > (lexicon.formAtStart(rest)?.length ?? 0);
  return longer ? after : rest;
}

function splitUnspacedText(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let cut = PARTICLE_INSIDE.exec(rest); cut; cut = PARTICLE_INSIDE.exec(rest)) {
    parts.push(rest.slice(0, cut.index));
    rest = rest.slice(cut.index + cut[0].length);
  }
  if (rest !== "") parts.push(rest);
  return parts;
}

/** A pair of syllables that no section holds, between pairs that some do, joins two words: 합의투자 is 합의 투자. */
export function spaceAtUnknown(text: string, unknown: ReadonlySet<string>): string {
  if (text.length < SHORTEST_UNSPACED || !/^[가-힣]+$/.test(text)) return text;
  let spaced = text.slice(0, SHORTEST_PART);
  let part = SHORTEST_PART;
  for (let i = SHORTEST_PART; i < text.length; i++) {
    const joins =
      unknown.has(text.slice(i - 1, i + 1)) && !unknown.has(text.slice(i - 2, i)) && !unknown.has(text.slice(i, i + 2));
    if (joins && part >= SHORTEST_PART && text.length - i >= SHORTEST_PART) {
      spaced += " ";
      part = 0;
    }
    spaced += text.charAt(i);
    part++;
  }
  return spaced;
}
