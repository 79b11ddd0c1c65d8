import { finalConsonant, isHangulSyllable, openLastSyllable, vowelOf, withFinal, withVowel } from "./hangul.ts";

/** How a conjugated verb or adjective may begin: with these syllables, then with one of those. */
export interface VerbForm {
  readonly lead: string;
  /** One syllable each; "" where whatever follows will do. */
  readonly next: string;
}

/**
 * The beginnings of a verb's or adjective's forms, from its stem: 올리 -> 올리, 올린, 올려, 올렸. Stems change as in the
 * standard grammar of the National Institute of Korean Language (르, 으, ㅂ, ㄷ, ㅅ, ㄹ). A stem of one open syllable
 * has its past alone: 사는 and 사고 say other things too.
 */
export function verbForms(stem: string): VerbForm[] {
  if (![...stem].every(isHangulSyllable) || stem === "") return [];
  return stem.length === 1 ? formsOfSyllable(stem) : formsOfStem(stem.slice(0, -1), stem.slice(-1));
}

/** What verbs alone go on with. */
const ENDINGS = "다는고기지자던도게거겠";
const AFTER_CONSONANT = "으습";
const BEFORE_VOWEL = "어었아았";
/** As attributes, after consonants but ㄹ. */
const ATTRIBUTIVE = "은을";
const SOFTENED = "우운울워웠와왔";
/** No noun that stands alone and no other verb begins so: 쉬는 날, 쉽니다. */
const RESTING: Readonly<Record<string, readonly VerbForm[]>> = {
  쉬: [
    { lead: "쉬", next: "는고며지거" },
    { lead: "쉽니", next: "다까" },
    { lead: "쉰", next: "다" },
  ],
};
/** Stems of one syllable whose last consonant changes before a vowel: 도와, 물어, 지어. */
const CHANGING = new Set([..."돕줍눕묻싣깨닫걷듣짓붓낫잇"]);

function formsOfSyllable(stem: string): VerbForm[] {
  const open = openLastSyllable(stem);
  const final = finalConsonant(stem);
  if (final === "") {
    const past = { lead: withFinal(contracted(stem, ""), "ㅆ"), next: "" };
    return vowelOf(stem) === "ㅟ" ? [{ lead: stem, next: "어었" }, ...(RESTING[stem] ?? [])] : [past];
  }
  if (final === "ㄹ")
    return [
      { lead: stem, next: ENDINGS + BEFORE_VOWEL },
      { lead: open, next: "는" },
    ];
  if (!CHANGING.has(stem)) return [{ lead: stem, next: ENDINGS + AFTER_CONSONANT + BEFORE_VOWEL + ATTRIBUTIVE }];
  return [{ lead: stem, next: ENDINGS }, ...changed("", stem)];
}

function formsOfStem(lead: string, last: string): VerbForm[] {
  const final = finalConsonant(last);
  const open = openLastSyllable(last);
  if (final === "ㄹ") return [{ lead, next: conjugated(open) }];
  if (final !== "") return [{ lead, next: last }, ...changed(lead, last)];
  const beforeVowel = conjugated(contracted(last, lead));
  if (last !== "르" || SINGLE.has(lead + last)) return [{ lead, next: conjugated(last) + beforeVowel }];
  const doubled = lead.slice(0, -1) + withFinal(lead.slice(-1), "ㄹ");
  return [
    { lead, next: conjugated(last) },
    { lead: doubled, next: beforeVowel },
  ];
}

/** Stems in 르 that double no ㄹ: 따라, 치러. */
const SINGLE = new Set(["따르", "치르", "들르", "다다르", "우러르"]);

/** Before a vowel: 어렵 -> 어려우, 깨닫 -> 깨달아. */
function changed(lead: string, last: string): VerbForm[] {
  const open = openLastSyllable(last);
  switch (finalConsonant(last)) {
    case "ㅂ":
      return [{ lead: lead + open, next: SOFTENED }];
    case "ㄷ":
      return [{ lead: lead + withFinal(last, "ㄹ"), next: BEFORE_VOWEL + ATTRIBUTIVE }];
    case "ㅅ":
      return [{ lead: lead + open, next: BEFORE_VOWEL + ATTRIBUTIVE }];
    default:
      return [];
  }
}

const CONTRACTED: Readonly<Record<string, string>> = { ㅣ: "ㅕ", ㅜ: "ㅝ", ㅗ: "ㅘ", ㅚ: "ㅙ" };

/** With the 아 or 어 that follows it: 리 -> 려, 하 -> 해, 프 after 아 -> 파. Others stay. */
function contracted(syllable: string, before: string): string {
  if (openLastSyllable(syllable) === "하") return "해";
  const vowel = vowelOf(syllable);
  const isBright = "ㅏㅗㅑ".includes(vowelOf(before.slice(-1)));
  const joined = vowel === "ㅡ" ? (isBright && before !== "" ? "ㅏ" : "ㅓ") : (CONTRACTED[vowel] ?? vowel);
  return withVowel(syllable, joined);
}

/** An open syllable with each consonant that an ending adds; not ㅁ, which makes nouns (올림픽). */
function conjugated(open: string): string {
  return ["", "ㄴ", "ㄹ", "ㅂ", "ㅆ"].map((final) => withFinal(open, final)).join("");
}
