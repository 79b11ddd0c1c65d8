import { finalConsonant } from "./hangul.ts";
import { normalizeCharacters } from "./normalize.ts";
import { isParticle, stripParticle } from "./particles.ts";

export type Script = "hangul" | "latin" | "number" | "han" | "kana" | "other";

/** A run of one script. */
export interface Word {
  /** Lower case, normalised. */
  readonly text: string;
  /** Without its particle or plural ending; numbers without separators and leading zeros. */
  readonly stem: string;
  readonly script: Script;
  /** Written in capitals throughout, as acronyms are. */
  readonly capitals: boolean;
  /** Follows the word before without a space. */
  readonly glued: boolean;
}

const RUN =
  /(?<number>\d+(?:[.,]\d+)*)|(?<hangul>\p{Script=Hangul}+)|(?<latin>\p{Script=Latin}+)|(?<han>\p{Script=Han}+)|(?<kana>[\p{Script=Hiragana}\p{Script=Katakana}ー]+)|(?<other>[\p{L}\p{N}]+)/gu;

/** 쓸 수도, 알 수가: not 수도, the capital. */
const ABILITY = /^수(?:도|가|는|를)$/;

/** The words of a text in order. A particle that follows another script ("NATO가", "25%를") is dropped. */
export function readWords(text: string): Word[] {
  const characters = normalizeCharacters(text);
  const words: Word[] = [];
  let previousEnd = -1;
  let previousScript: Script = "other";
  for (const match of characters.matchAll(RUN)) {
    const raw = match[0];
    const script = scriptOf(match.groups ?? {});
    const glued =
      match.index === previousEnd || (match.index === previousEnd + 1 && /[%'’]/.test(characters.charAt(previousEnd)));
    previousEnd = match.index + raw.length;
    const afterOther = glued && previousScript !== "hangul";
    previousScript = script;
    const lower = raw.toLowerCase();
    if (glued && script === "latin" && lower === "s") continue;
    if (afterOther && script === "hangul" && isParticle(lower)) continue;
    const isAbility = ABILITY.test(lower) && finalConsonant(words.at(-1)?.text ?? "") === "ㄹ";
    words.push({
      text: isAbility ? lower.slice(0, 1) : lower,
      stem: isAbility ? lower.slice(0, 1) : stemOf(lower, script, afterOther),
      script,
      capitals: script === "latin" && raw.length > 1 && raw === raw.toUpperCase(),
      glued,
    });
  }
  return words;
}

function scriptOf(groups: Record<string, string | undefined>): Script {
  for (const script of ["hangul", "number", "latin", "han", "kana"] as const)
    if (groups[script] !== undefined) return script;
  return "other";
}

function stemOf(word: string, script: Script, afterOther: boolean): string {
  switch (script) {
    case "hangul":
      return afterOther ? stripCounterParticle(word) : stripParticle(word);
    case "number":
      return plainNumber(word);
    case "latin":
      return singular(word);
    default:
      return word;
  }
}

/** After a digit one syllable is a whole word: 억원을 -> 억원, 년에 -> 년. */
function stripCounterParticle(word: string): string {
  const stem = stripParticle(word);
  return stem === word && word.length === 2 && isParticle(word.slice(1)) ? word.slice(0, 1) : stem;
}

function plainNumber(digits: string): string {
  const plain = digits.replaceAll(",", "");
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, "") : plain;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith("ies") && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/**
 * The syllable before a particle in a word of two syllables, where the particle agrees with it (핵은, 돈이), else null.
 * Such a word may as well be whole (마을), so it stands beside the word and not for it.
 */
export function monosyllable(word: string): string | null {
  if (word.length !== 2) return null;
  const closed = finalConsonant(word.slice(0, 1)) !== "";
  return (closed ? "은과이" : "는와가").includes(word.charAt(1)) ? word.slice(0, 1) : null;
}
