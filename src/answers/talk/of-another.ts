import type { Lexicon } from "../../text/lexicon.ts";
import { classOf } from "../../text/verbal.ts";
import { readWords } from "../../text/words.ts";
import { HELD_AGAIN, ordinalsIn } from "../asked/ordinals.ts";
import { agreeing } from "./agreeing.ts";
import { type Turn, withoutConnective } from "./conversation.ts";
import { takenOver } from "./taken-over.ts";

/** What the question before asks of another one. */
export interface OfAnother {
  readonly text: string;
  /** The name that the message gives; null where it gives a time or a number, and by itself is no question. */
  readonly name: string | null;
}

/** What follows what it is asked of: "…은?", "…은 얼마야?", "…에는 몇 대야?". */
const TAIL =
  "(?:에서는|에는|에선|은|는|엔|도|에|의 경우는)?(?: ?(?:요|어때요?|어떤가요?|얼마[가-힣]{0,4}|몇 ?(?:%|퍼센트|[가-힣]{1,2})[가-힣]{0,4}|언제[가-힣]{0,3}|어디[가-힣]{0,3}))?";
const only = (named: string) => new RegExp(`^(?:${named})${TAIL}$`, "iu");
/** Of these one replaces the other. */
const TIMES: readonly (readonly [message: RegExp, before: RegExp])[] = [
  [
    only(String.raw`(?<named>(?:19|20)\d\d년도?|재작년|작년|지난해|내년|이듬해)`),
    /(?<![\d가-힣])(?:(?:19|20)\d\d년도?|재작년|작년|지난해|올(?:해|봄|여름|가을|겨울)|내년|이듬해)(?=[^~부까]|$)/gu,
  ],
  [only(String.raw`(?<named>\d{1,2}월)`), /(?<!\d)\d{1,2}월(?!\s?\d)/gu],
  [only(String.raw`(?:in |for )?(?<named>(?:19|20)\d\d)`), /\b(?:19|20)\d\d\b/gu],
];
const NUMBERED =
  /^(?<named>[A-Za-z]?-?\d{1,4}\s?(?<label>번|호선|호|단계|급|등급|학년|학기|분기|동|층|종|조|항|공구|구역|인승))/u;
const ENGLISH_ORDINAL = /^(?:the )?(?<named>first|second|third|fourth|fifth)(?: (?:one|time))?$/iu;
const FIRST_ADVERB = /(?<![가-힣])(?:처음(?:에|으로)?|첫)\s/gu;
const LONGEST = 30;

/**
 * The question before, asked of another time, number or name of the same sort: "2024년은?", "두 번째는 어디서 열렸어?", "7번은?", and
 * "솔내시는?" after 달내시. Null where the message asks something else, or the question before has none of that sort.
 */
export function askedOfAnother(message: string, previous: Turn, lexicon: Lexicon): OfAnother | null {
  const bare = withoutConnective(message).replace(/[\s?？.!~]+$/u, "");
  if (bare.length > LONGEST) return null;
  const certain = ofOrdinal(bare, previous, lexicon) ?? ofTime(bare, previous) ?? ofNumber(bare, previous);
  if (certain !== null) return { text: certain, name: null };
  return ofNameAlike(bare, previous, lexicon);
}

function ofTime(bare: string, { understoodAs }: Turn): string | null {
  for (const [message, before] of TIMES) {
    const named = message.exec(bare)?.groups?.["named"];
    if (named === undefined) continue;
    const told = [...understoodAs.matchAll(before)];
    if (told.length > 1) return null;
    if (told.length === 1) return understoodAs.replace(before, named);
    return /^\d+$/u.test(named) ? `${understoodAs.replace(/[\s?.]+$/u, "")} in ${named}?` : `${named} ${understoodAs}`;
  }
  return null;
}

function ofNumber(bare: string, { understoodAs }: Turn): string | null {
  const { named, label } = NUMBERED.exec(bare)?.groups ?? {};
  if (named === undefined || label === undefined || !only("").test(bare.slice(named.length))) return null;
  const before = new RegExp(`(?<![A-Za-z\\d-])[A-Za-z]?-?\\d{1,4}\\s?${label}(?!째)`, "gu");
  return [...understoodAs.matchAll(before)].length === 1 ? understoodAs.replace(before, named) : null;
}

/** Of what is held again and again, or was numbered before: "두 번째는?" after a list may be its second item. */
function ofOrdinal(bare: string, previous: Turn, lexicon: Lexicon): string | null {
  const { understoodAs } = previous;
  const english = ENGLISH_ORDINAL.exec(bare)?.groups?.["named"];
  if (english !== undefined) {
    const [old] = ordinalsIn(understoodAs);
    return old === undefined ? null : understoodAs.slice(0, old.from) + english + understoodAs.slice(old.to);
  }
  const [ordinal] = ordinalsIn(`${bare} `);
  const isFirst = /^처음(?:은|에는|엔)?(?=\s|$)/u.exec(bare);
  if (ordinal?.from !== 0 && isFirst === null) return null;
  const named = ordinal?.from === 0 ? bare.slice(0, ordinal.to) : "처음";
  const written = /^(?:처음|첫)$/u.test(named) ? "첫 번째" : named;
  const [old] = ordinalsIn(understoodAs);
  if (old === undefined && !HELD_AGAIN.test(understoodAs)) return null;
  const rest = bare.slice(ordinal?.from === 0 ? named.length : isFirst?.[0].length);
  const asks = rest.replace(/^(?:에서는|에는|은|는|도|이|가|에)?(?=\s|$)/u, "").trim();
  const [before, behind] =
    old === undefined ? ["", understoodAs] : [understoodAs.slice(0, old.from), understoodAs.slice(old.to)];
  const plain = behind.replace(FIRST_ADVERB, "").trim();
  if (asks === "" || isSaid(asks, understoodAs)) return `${before}${written} ${plain}`;
  const matter = takenOver(asks, { ...previous, understoodAs: `${before}${plain}` }, lexicon);
  return `${written} ${matter} ${asks}?`;
}

/** "처음 회의는?" names what the question before named, perhaps at more length. */
function isSaid(asks: string, understoodAs: string): boolean {
  const words = readWords(asks);
  return words.every(({ stem }) => understoodAs.includes(stem)) && !/누|언제|어디|얼마|몇|왜/u.test(asks);
}

/** What places and offices are called by. */
const HEADS = /[동섬시군구읍면리항역산강촌점관팀]$/u;
const SHORTEST_NAME = 3;

function ofNameAlike(bare: string, { understoodAs }: Turn, lexicon: Lexicon): OfAnother | null {
  const words = readWords(bare);
  const [word] = words;
  if (word === undefined || words.length > 1 || lexicon.mentions(words).length > 0) return null;
  const { stem, text } = word;
  if (!/^(?:에서는|에는|에선|은|는|엔|도)$/u.test(text.slice(stem.length)) || understoodAs.includes(stem)) return null;
  if (stem.length < SHORTEST_NAME || classOf(word, undefined, true) !== "noun") return null;
  const alike = readWords(understoodAs).filter((other) => other.script === "hangul" && endAlike(other.stem, stem));
  const [old] = alike;
  if (old === undefined || alike.length > 1) return null;
  const at = understoodAs.indexOf(old.stem);
  const behind = agreeing(stem, understoodAs.slice(at + old.stem.length));
  return { text: understoodAs.slice(0, at) + stem + behind, name: stem };
}

/** By what a place or an office is called, or by two syllables: 한티고개 and 달밤고개. */
function endAlike(one: string, other: string): boolean {
  if (one.length < SHORTEST_NAME) return false;
  return one.slice(-2) === other.slice(-2) || (HEADS.test(one) && one.at(-1) === other.at(-1));
}
