const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS_PER_VOWEL = 28;
const SYLLABLES_PER_INITIAL = 588;

const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

/** A composed Hangul syllable (가-힣), judged by the first character. */
export function isHangulSyllable(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
}

/** The final consonant of the last character, "" where it is an open syllable or no Hangul. */
export function finalConsonant(text: string): string {
  const code = text.charCodeAt(text.length - 1) - FIRST_SYLLABLE;
  if (!(code >= 0 && code <= LAST_SYLLABLE - FIRST_SYLLABLE)) return "";
  return FINALS[code % FINALS_PER_VOWEL] ?? "";
}

/** The last syllable without its final consonant: 올릴 -> 올리. */
export function openLastSyllable(text: string): string {
  const code = text.charCodeAt(text.length - 1) - FIRST_SYLLABLE;
  if (!(code >= 0 && code <= LAST_SYLLABLE - FIRST_SYLLABLE)) return text;
  return text.slice(0, -1) + String.fromCharCode(FIRST_SYLLABLE + code - (code % FINALS_PER_VOWEL));
}

/** Syllables taken apart into their letters: 관세 -> ㄱㅘㄴㅅㅔ. Other characters stay. */
export function toJamo(text: string): string {
  let jamo = "";
  for (const character of text) {
    const code = character.charCodeAt(0) - FIRST_SYLLABLE;
    if (!(code >= 0 && code <= LAST_SYLLABLE - FIRST_SYLLABLE)) {
      jamo += character;
      continue;
    }
    jamo += INITIALS[Math.floor(code / SYLLABLES_PER_INITIAL)] ?? "";
    jamo += VOWELS[Math.floor((code % SYLLABLES_PER_INITIAL) / FINALS_PER_VOWEL)] ?? "";
    jamo += FINALS[code % FINALS_PER_VOWEL] ?? "";
  }
  return jamo;
}

const PRESENT_VOWELS: Readonly<Record<string, string>> = { ㅕ: "ㅣ", ㅝ: "ㅜ", ㅘ: "ㅗ", ㅐ: "ㅏ" };

/** Undoes the contraction of past tenses in letters, so that 밝혔 and 밝히, 바꿨 and 바꾸, 했 and 하 begin alike. */
export function foldPastTense(jamo: string): string {
  return jamo.replace(/[ㅕㅝㅘㅐ](?=ㅆ)/g, (vowel) => PRESENT_VOWELS[vowel] ?? vowel);
}
