import { toJamo } from "./hangul.ts";
import { squash } from "./normalize.ts";

/** Letters that are typed as two: a half-typed 과 is 고, a half-typed 값 is 갑. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ㄳ: "ㄱㅅ",
  ㄵ: "ㄴㅈ",
  ㄶ: "ㄴㅎ",
  ㄺ: "ㄹㄱ",
  ㄻ: "ㄹㅁ",
  ㄼ: "ㄹㅂ",
  ㄽ: "ㄹㅅ",
  ㄾ: "ㄹㅌ",
  ㄿ: "ㄹㅍ",
  ㅀ: "ㄹㅎ",
  ㅄ: "ㅂㅅ",
  ㅘ: "ㅗㅏ",
  ㅙ: "ㅗㅐ",
  ㅚ: "ㅗㅣ",
  ㅝ: "ㅜㅓ",
  ㅞ: "ㅜㅔ",
  ㅟ: "ㅜㅣ",
  ㅢ: "ㅡㅣ",
};
const INITIALS_ONLY = /^[ㄱ-ㅎ]+$/;
const NOTHING_FITS = 0;

/** A text as it is looked for while somebody types. */
export interface Typed {
  readonly keys: string;
  /** Of its words. */
  readonly wordKeys: readonly string[];
  /** The first consonant of each syllable. */
  readonly initials: string;
}

export function readTyped(text: string): Typed {
  return {
    keys: keysOf(text),
    wordKeys: text.split(/[\s·,/()'"‘’“”[\]-]+/u).map(keysOf),
    initials: [...squash(text)].map((syllable) => toJamo(syllable).charAt(0)).join(""),
  };
}

/** How well a text fits what was typed so far, larger is better; 0 where it does not. Everything fits nothing typed. */
export function fitOf(text: Typed, typed: Typed): number {
  const { keys } = typed;
  if (text.keys.startsWith(keys)) return 4;
  if (text.wordKeys.some((word) => word.startsWith(keys))) return 3;
  if (text.keys.includes(keys)) return 2;
  return INITIALS_ONLY.test(keys) && text.initials.includes(keys) ? 1 : NOTHING_FITS;
}

/** Those that fit what was typed so far, best first, at most `limit`; of equal ones the first come first. */
export function bestFitting<Text extends { readonly typed: Typed }>(
  texts: readonly Text[],
  typed: string,
  limit: number,
): Text[] {
  const wanted = readTyped(typed);
  return texts
    .map((text) => ({ text, fit: fitOf(text.typed, wanted) }))
    .filter(({ fit }) => fit > NOTHING_FITS)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, limit)
    .map(({ text }) => text);
}

/** The keys that a Korean keyboard types it with. Compatibility letters stay what they are. */
function keysOf(text: string): string {
  // NFKC would turn a lone ㄱ into a letter that no syllable is made of.
  const letters = [...text.normalize("NFC")]
    .map((character) => (/[ㄱ-ㅣ]/.test(character) ? character : squash(character)))
    .join("");
  return toJamo(letters).replace(/[ㄳ-ㅢ]/g, (letter) => TYPED_AS[letter] ?? letter);
}
