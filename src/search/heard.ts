import { toJamo } from "../text/hangul.ts";

const SYLLABLES_PER_INITIAL = 588;
const FINALS_PER_VOWEL = 28;
const FIRST_SYLLABLE = 0xac00;

/** Letters, with vowels that sound alike as one. */
export function asHeard(stem: string): string {
  return toJamo(stem)
    .replaceAll("ㅔ", "ㅐ")
    .replaceAll("ㅖ", "ㅒ")
    .replace(/[ㅚㅞ]/g, "ㅙ");
}

/** Every letter that syllables are heard as. */
const LETTERS = [
  ...new Set(
    [
      ...Array.from({ length: 19 }, (_, initial) => initial * SYLLABLES_PER_INITIAL),
      ...Array.from({ length: 21 }, (_, vowel) => vowel * FINALS_PER_VOWEL),
      ...Array.from({ length: FINALS_PER_VOWEL }, (_, final) => final),
    ].flatMap((place) => [...asHeard(String.fromCodePoint(FIRST_SYLLABLE + place))]),
  ),
];

/** What is heard, and whatever is one slip from it: a letter wrong, missing, too many, or swapped with the next. Shortest first. */
export function oneSlipAway(heard: string): string[] {
  const shorter: string[] = [];
  const equal: string[] = [heard];
  const longer: string[] = [];
  for (let at = 0; at <= heard.length; at++) {
    const before = heard.slice(0, at);
    const after = heard.slice(at);
    for (const letter of LETTERS) longer.push(before + letter + after);
    if (after === "") break;
    const rest = heard.slice(at + 1);
    shorter.push(before + rest);
    for (const letter of LETTERS) equal.push(before + letter + rest);
    if (rest !== "") equal.push(before + rest.charAt(0) + after.charAt(0) + rest.slice(1));
  }
  return [...new Set([...shorter, ...equal, ...longer])];
}
