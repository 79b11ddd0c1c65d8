import type { Language } from "./article.ts";

/** Korean where at least three tenths of the Hangul and Latin letters are Hangul (a syllable says more than a letter). */
export function detectLanguage(text: string): Language {
  let hangul = 0;
  let latin = 0;
  let other = 0;
  for (const [letter] of text.slice(0, 100_000).matchAll(/\p{L}/gu)) {
    if (/\p{Script=Hangul}/u.test(letter)) hangul += 1;
    else if (/\p{Script=Latin}/u.test(letter)) latin += 1;
    else other += 1;
  }
  if (hangul + latin < 10 || other > hangul + latin) return "und";
  return hangul * 10 >= (hangul + latin) * 3 ? "ko" : "en";
}
