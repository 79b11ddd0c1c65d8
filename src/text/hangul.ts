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

const HANGUL = /\p{Script=Hangul}/u;

export function holdsHangul(text: string): boolean {
  return HANGUL.test(text);
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

/** The vowel of a syllable: 리 -> ㅣ. */
export function vowelOf(syllable: string): string {
  return (
    VOWELS[Math.floor(((syllable.charCodeAt(0) - FIRST_SYLLABLE) % SYLLABLES_PER_INITIAL) / FINALS_PER_VOWEL)] ?? ""
  );
}

/** The syllable with this final consonant, "" for none: 리, ㄴ -> 린. */
export function withFinal(syllable: string, final: string): string {
  const place = syllable.charCodeAt(0) - FIRST_SYLLABLE;
  return String.fromCharCode(FIRST_SYLLABLE + place - (place % FINALS_PER_VOWEL) + FINALS.indexOf(final));
}

/** The syllable's initial with this vowel and nothing after it: 릴, ㅕ -> 려. */
export function withVowel(syllable: string, vowel: string): string {
  const place = syllable.charCodeAt(0) - FIRST_SYLLABLE;
  const initial = place - (place % SYLLABLES_PER_INITIAL);
  return String.fromCharCode(FIRST_SYLLABLE + initial + VOWELS.indexOf(vowel) * FINALS_PER_VOWEL);
}

/** Syllables taken apart into their letters: 관세 -> ㄱㅘㄴㅅㅔ. Other characters stay. */
export function toJamo(text: string): string {
  let jamo = "";
  for (let i = 0; i < text.length; i++) {
    const syllable = text.charCodeAt(i) - FIRST_SYLLABLE;
    const isSyllable = syllable >= 0 && syllable <= LAST_SYLLABLE - FIRST_SYLLABLE;
    jamo += isSyllable ? jamoOf(syllable) : text.charAt(i);
  }
  return jamo;
}

/** Of those that were met, by the syllable's place in Unicode's order. */
const knownJamo: (string | undefined)[] = Array.from({ length: LAST_SYLLABLE - FIRST_SYLLABLE + 1 });

function jamoOf(syllable: number): string {
  const known = knownJamo[syllable];
  if (known !== undefined) return known;
  const initial = INITIALS[Math.floor(syllable / SYLLABLES_PER_INITIAL)] ?? "";
  const vowel = VOWELS[Math.floor((syllable % SYLLABLES_PER_INITIAL) / FINALS_PER_VOWEL)] ?? "";
  const jamo = initial + vowel + (FINALS[syllable % FINALS_PER_VOWEL] ?? "");
  knownJamo[syllable] = jamo;
  return jamo;
}

const PRESENT_VOWELS: Readonly<Record<string, string>> = { ㅕ: "ㅣ", ㅝ: "ㅜ", ㅘ: "ㅗ", ㅐ: "ㅏ" };

/** Undoes the contraction of past tenses in letters, so that 밝혔 and 밝히, 바꿨 and 바꾸, 했 and 하 begin alike. */
export function foldPastTense(jamo: string): string {
  return jamo.replace(/[ㅕㅝㅘㅐ](?=ㅆ)/g, (vowel) => PRESENT_VOWELS[vowel] ?? vowel);
}
