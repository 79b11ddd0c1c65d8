export type Script = "hangul" | "latin" | "number" | "han" | "kana" | "other";

/** Letters and digits, each in its script; digits are those from 0 to 9. */
const SCRIPTS: readonly (readonly [script: Script, characters: RegExp])[] = [
  ["number", /^\d$/],
  ["hangul", /^\p{Script=Hangul}$/u],
  ["latin", /^\p{Script=Latin}$/u],
  ["han", /^\p{Script=Han}$/u],
  ["kana", /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u],
  ["other", /^[\p{L}\p{N}]$/u],
];
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;

/** What is known of a character: 1 + its place in `SCRIPTS`, or 1 + their number; and whether it is a letter or digit. */
const UNKNOWN = 0;
const LETTER_BIT = 0b1000;
/** By what is known. */
const SCRIPT_OF: readonly (Script | null)[] = Array.from(
  { length: 2 * LETTER_BIT },
  (_, traits) => SCRIPTS[(traits % LETTER_BIT) - 1]?.[0] ?? null,
);

/** Of the characters of the Basic Multilingual Plane that were met. */
const known = new Uint8Array(0x10000);

function traitsOf(codePoint: number): number {
  const before = known[codePoint];
  return before === undefined || before === UNKNOWN ? readTraits(codePoint) : before;
}

function readTraits(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const place = SCRIPTS.findIndex(([, characters]) => characters.test(character));
  const script = 1 + (place === -1 ? SCRIPTS.length : place);
  const traits = script | (LETTER_OR_DIGIT.test(character) ? LETTER_BIT : 0);
  if (codePoint < known.length) known[codePoint] = traits;
  return traits;
}

/** Null for what stands in no word. */
export function scriptOf(codePoint: number): Script | null {
  return SCRIPT_OF[traitsOf(codePoint)] as Script | null;
}

/** Unicode's categories L and N. */
export function isLetterOrDigit(codePoint: number): boolean {
  return traitsOf(codePoint) >= LETTER_BIT;
}
