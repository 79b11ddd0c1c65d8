import { convertQwertyToHangul } from "es-hangul";

const LATIN_WORD = /[A-Za-z]+/g;
/** A letter that no English key types. */
const OTHER_LETTER = /[^\P{L}A-Za-z]/u;
/** Keys that type syllables: an initial, a vowel of one key or two, and a final of up to two where a further initial follows. */
const SYLLABLES =
  /^(?:[ac-gq-tv-xzQWERT](?:h[klo]?|n[jlp]?|ml?|[bijklopuyOP])(?:r?t|sw?|sg|f[raqtxvg]?|qt?|[acdegrvwxzRT])?)+$/;
/** With shift these keys type nothing else. */
const SHIFTED_ALIKE = /[A-DF-NSU-VX-Z]/g;
/** NATO, OK: nobody types Korean in capitals throughout. */
const CAPITALS = /^[A-Z]{2,}$/;
/** No Korean word has as many letters. */
const LONGEST_WORD = 40;

/**
 * What a text says where the keys that typed it are read as Korean ones: rnrqkdql as 국방비. Null unless all of its words are in
 * Latin letters and make whole syllables.
 */
export function onKoreanKeys(text: string): string | null {
  if (OTHER_LETTER.test(text)) return null;
  const words = text.match(LATIN_WORD) ?? [];
  if (words.length === 0 || !words.every(makesSyllables)) return null;
  return text.replace(LATIN_WORD, (word) => convertQwertyToHangul(asOnKeys(word)));
}

function makesSyllables(word: string): boolean {
  return word.length <= LONGEST_WORD && !CAPITALS.test(word) && SYLLABLES.test(asOnKeys(word));
}

function asOnKeys(word: string): string {
  return word.replace(SHIFTED_ALIKE, (key) => key.toLowerCase());
}
