import { josa } from "es-hangul";

const DIGIT_NAMES = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
/** Names that end in a closed syllable when written in Hangul: Taiwan 타이완, TikTok 틱톡, but Trump 트럼프, Qatar 카타르. */
const CLOSED_NAME = /(?:[lmn]|ng|(?:^|[^aeiou])[aeiou](?:[pktbc]|ck))$/i;
/** Acronyms end as their last letter is called: 엘, 엠, 엔, 알 are closed. */
const CLOSED_LETTER = /[LMNR]$/;
const ACRONYM = /(?:^|[^A-Za-z])[A-Z]{2,}$/;

export type ParticlePair = Parameters<typeof josa.pick>[1];

/** The word with the particle that agrees with it: 10이, 2025가, 25%가, NATO가, 관세를. */
export function withParticle(word: string, pair: ParticlePair): string {
  return word + josa.pick(spokenEnd(word), pair);
}

/** A Hangul syllable that ends as the word is spoken. */
function spokenEnd(word: string): string {
  const end = word.replace(/[\s"'”’)\]」』》〉.]+$/u, "");
  if (end.endsWith("%")) return "퍼센트";
  const last = end.slice(-1);
  if (/[0-9]/.test(last)) return DIGIT_NAMES[Number(last)] ?? "";
  if (!/[a-z]/i.test(last)) return last;
  if (!(ACRONYM.test(end) ? CLOSED_LETTER : CLOSED_NAME).test(end)) return "미";
  // A closing ㄹ takes 로, not 으로.
  return /[lr]/i.test(last) ? "밀" : "민";
}
