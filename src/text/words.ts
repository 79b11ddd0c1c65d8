import { isLetterOrDigit, type Script, scriptOf } from "./characters.ts";
import { finalConsonant } from "./hangul.ts";
import { normalizeCharacters } from "./normalize.ts";
import { isParticle, stripParticle } from "./particles.ts";

export type { Script } from "./characters.ts";

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

/** The words of a text, and where each of them begins and ends in its normalised characters. */
export interface PlacedWords {
  readonly words: readonly Word[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** 쓸 수도, 알 수가: not 수도, the capital. */
const ABILITY = "수";
const AFTER_ABILITY = ["도", "가", "는", "를"];

/** The words of a text in order. A particle that follows another script ("NATO가", "25%를") is dropped. */
export function readWords(text: string): Word[] {
  return [...placeWords(normalizeCharacters(text)).words];
}

/** The same of characters that `normalizeCharacters` gave. */
export function placeWords(characters: string): PlacedWords {
  const words: Word[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let previousEnd = -1;
  let previousScript: Script = "other";
  let previousText = "";
  let at = 0;
  while (at < characters.length) {
    const script = scriptOf(characters.codePointAt(at) as number);
    if (script === null) {
      at++;
      continue;
    }
    const end = script === "number" ? endOfNumber(characters, at) : endOfRun(characters, at, script);
    const glued = at === previousEnd || (at === previousEnd + 1 && isGlue(characters.charCodeAt(previousEnd)));
    const word = toWord(characters.slice(at, end), script, glued, glued && previousScript !== "hangul", previousText);
    if (word !== null) {
      words.push(word);
      starts.push(at);
      ends.push(end);
      previousText = word.text;
    }
    previousEnd = end;
    previousScript = script;
    at = end;
  }
  return { words, starts, ends };
}

function endOfRun(characters: string, from: number, script: Script): number {
  let at = from;
  while (at < characters.length) {
    const codePoint = characters.codePointAt(at) as number;
    // What begins with a letter of no script named here goes on with whatever is a letter.
    if (script === "other" ? !isLetterOrDigit(codePoint) : scriptOf(codePoint) !== script) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** 1,454 and 3.5 are one number each. */
function endOfNumber(characters: string, from: number): number {
  let end = endOfRun(characters, from, "number");
  while (SEPARATORS.has(characters.charAt(end)) && isDigit(characters.charCodeAt(end + 1)))
    end = endOfRun(characters, end + 1, "number");
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const SEPARATORS = new Set([".", ","]);
const GLUE = ["%", "'", "’"].map((mark) => mark.charCodeAt(0));

/** Whether a unit of UTF-16 may stand between a word and what is glued to it. */
export function isGlue(unit: number): boolean {
  return GLUE.includes(unit);
}

/**
 * Null for a run that is no word where it stands. `afterOther`: glued to another script than Hangul. `before`: the text
 * of the word before.
 */
function toWord(run: string, script: Script, glued: boolean, afterOther: boolean, before: string): Word | null {
  if (script !== "hangul") {
    const text = run.toLowerCase();
    if (glued && script === "latin" && text === "s") return null;
    const capitals = script === "latin" && run.length > 1 && run === run.toUpperCase();
    return { text, stem: stemOf(text, script), script, capitals, glued };
  }
  if (afterOther && isParticle(run)) return null;
  if (isAbility(run) && finalConsonant(before) === "ㄹ")
    return { text: ABILITY, stem: ABILITY, script, capitals: false, glued };
  const stem = afterOther ? stripCounterParticle(run) : stripParticle(run);
  return { text: run, stem, script, capitals: false, glued };
}

function isAbility(run: string): boolean {
  return run.length === 2 && run.startsWith(ABILITY) && AFTER_ABILITY.includes(run.charAt(1));
}

function stemOf(word: string, script: Script): string {
  if (script === "number") return plainNumber(word);
  return script === "latin" ? singular(word) : word;
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
