import { ITEM_LETTERS } from "./item-letters.ts";

export interface Sentence {
  /** `source.slice(start, end)`: verbatim, without surrounding space, bullets and reference marks. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TERMINATORS = charactersOf(".?!。．？！…");
const HANGUL = /[가-힣]/;
/** Syllables that close a Korean sentence even where no space follows the full stop. */
const FINAL_SYLLABLE = /[다요음함임됨까죠봄짐옴남네]$/;
/** Nouns that end in such a syllable: a full stop glued to both sides is then a middle dot, as in 캐나다.멕시코. */
const FINAL_NOUN =
  /(?:캐나다|우간다|르완다|바다|[개수주중필]요|처음|다음|마음|(?:군|전|잠수|구축|항공모|호위|결|포)함|[게사선책취퇴]임|(?:강|성|영|호|베트)남|동네)$/;
/** Quoting particles: what stands before them belongs to the same sentence. */
const QUOTING = /^이?라(?:고(?!스)|는|며|면서)|^하(?:고|는|며)(?=\s)/;
const GLUED_QUOTING = /^(?:이?란|하[고는며]|고|[은는을를와과의에로])(?=\s)/;
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof sen rep gov gen col lt sgt capt st no vs inc corp ltd co jr sr dept est approx fig jan feb mar apr jun jul aug sep sept oct nov dec al".split(
    " ",
  ),
);
/** "나."; no "15%다." */
const ENUMERATOR = new RegExp(String.raw`(?:^|[\s([<「『"'“‘,;:·~-])[${ITEM_LETTERS}]$`, "u");
/** Never a minus, a date ("1. 20.") or initials ("J. D."). */
const BULLET = new RegExp(
  String.raw`^\s*(?:(?:(?:[-–—](?!\d)|[*•·▲△▶▷■□◆◇○●◦❙※☞✓>])\s*)+|\d{1,2}[.)]\s+(?!\d{1,2}\.(?!\d))|[${ITEM_LETTERS}a-z][.)]\s+|[A-Z]\)\s+|\((?:\d{1,2}|[${ITEM_LETTERS}a-z])\)\s+(?!(?:에|의|과|와|항|호|목|및|또는|또|은|는|을|를|이|가|에서|에게)(?![가-힣])|에\s?따|항[은의에])|[①-⑳]\s*)?`,
  "u",
);
/** Where a wiki's links to its sources were: "#", "#,#", and footnote marks. */
const REFERENCE_MARKS = /^(?:#(?:,\s*#)*|\[\d{1,3}\])+(?:\s+#(?=[\s,[]|$))*/;
const SPACED_REFERENCE_MARKS = /^\s+#(?:,\s*#)*(?=\s|\[|$)(?:\s*\[\d{1,3}\])*/;

const OPENERS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  "“": "”",
  "‘": "’",
  "「": "」",
  "『": "』",
  "《": "》",
  "〈": "〉",
  "（": "）",
};
const CLOSERS = /["'”’」』》〉)\]}）]/;
/** What may open a quotation or a bracket. */
const ENCLOSERS = charactersOf(`${Object.keys(OPENERS).join("")}"'`);
/** A quotation longer than this is more likely a stray mark. Characters. */
const LONGEST_QUOTATION = 600;

/** By unit of UTF-16: whether it is one of these characters. */
function charactersOf(characters: string): Uint8Array {
  const among = new Uint8Array(0x10000);
  for (const character of characters) among[character.charCodeAt(0)] = 1;
  return among;
}

/**
 * Splits text into sentences. A line break always ends one. A sentence never ends inside quotation marks, brackets,
 * a number or an abbreviation.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let lineStart = 0;
  while (lineStart <= text.length) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    splitLine(text.slice(lineStart, lineEnd), lineStart, sentences);
    lineStart = lineEnd + 1;
  }
  return sentences;
}

function splitLine(line: string, offset: number, sentences: Sentence[]): void {
  const enclosedUntil = enclosedSpans(line);
  let start = BULLET.exec(line)?.[0].length ?? 0;

  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(line.charAt(from))) from++;
    while (to > from && /\s/.test(line.charAt(to - 1))) to--;
    if (to > from) sentences.push({ text: line.slice(from, to), start: offset + from, end: offset + to });
  };

  for (let i = start; i < line.length; i++) {
    const closing = ENCLOSERS[line.charCodeAt(i)] ? enclosedUntil.get(i) : undefined;
    if (closing !== undefined) {
      i = closing;
      continue;
    }
    if (!TERMINATORS[line.charCodeAt(i)]) continue;
    let end = i + 1;
    while (end < line.length && TERMINATORS[line.charCodeAt(end)]) end++;
    const terminated = end;
    // What closes a quotation that began on another line.
    while (end < line.length && CLOSERS.test(line.charAt(end)) && !enclosedUntil.has(end)) end++;
    const marks =
      REFERENCE_MARKS.exec(line.slice(end, end + 40)) ?? SPACED_REFERENCE_MARKS.exec(line.slice(end, end + 40));
    if (isBoundary(line, { start, at: i, terminated, end }, marks !== null)) {
      push(end);
      start = end + (marks?.[0].length ?? 0);
    }
    i = end - 1;
  }
  push(withoutTrailingMarks(line, start));
}

/** Where the line ends if "#" and "#,#" at its end do not count. */
function withoutTrailingMarks(line: string, start: number): number {
  let tail = line.length;
  while (tail > start && /[\s,#]/.test(line.charAt(tail - 1))) tail--;
  const mark = line.indexOf("#", tail);
  return mark === -1 ? line.length : mark;
}

/** Index of an opening quotation mark or bracket to the index of the one that closes it. */
function enclosedSpans(line: string): Map<number, number> {
  const spans = new Map<number, number>();
  for (let i = 0; i < line.length; i++) {
    if (!ENCLOSERS[line.charCodeAt(i)]) continue;
    const close = closingIndex(line, i);
    if (close === -1) continue;
    spans.set(i, close);
    i = close;
  }
  return spans;
}

function closingIndex(line: string, open: number): number {
  const character = line.charAt(open);
  const closer = OPENERS[character];
  if (closer !== undefined) return closingMark(line, open, character, closer);
  if (character === '"') return closingQuotationMark(line, open);
  if (character === "'" && opensQuotation(line, open)) return closingMark(line, open, "", "'");
  return -1;
}

/** Counts what opens between; an apostrophe between Latin letters closes nothing. */
function closingMark(line: string, open: number, opener: string, closer: string): number {
  const last = Math.min(line.length - 1, open + LONGEST_QUOTATION);
  if (!line.slice(open + 1, last + 1).includes(closer)) return -1;
  let depth = 1;
  for (let i = open + 1; i <= last; i++) {
    const character = line.charAt(i);
    if (character === opener) depth++;
    else if (character === closer && !isApostrophe(line, i) && --depth === 0) return i;
  }
  return -1;
}

/** -1 where the next mark opens another quotation, so that this one was never closed. */
function closingQuotationMark(line: string, open: number): number {
  const close = line.slice(open + 1, open + 1 + LONGEST_QUOTATION).indexOf('"') + open + 1;
  if (close === open) return -1;
  const isTight = /\S/.test(line.charAt(open + 1));
  const opensAnother = /\s/.test(line.charAt(close - 1)) && /[^\s.,]/.test(line.charAt(close + 1));
  return isTight && opensAnother ? -1 : close;
}

function opensQuotation(line: string, i: number): boolean {
  if (/^'\d\d년/.test(line.slice(i, i + 4))) return false;
  return (i === 0 || !/[\p{L}\p{N}]/u.test(line.charAt(i - 1))) && /\S/.test(line.charAt(i + 1));
}

function isApostrophe(line: string, i: number): boolean {
  return /['’]/.test(line.charAt(i)) && /[A-Za-z]/.test(line.charAt(i - 1)) && /[A-Za-z]/.test(line.charAt(i + 1));
}

/** How far around a full stop is looked. Characters. */
const SIGHT = 40;

interface Ending {
  /** Where the sentence begins. */
  readonly start: number;
  /** The first terminator, the place after the last one, and after the marks that close behind it. */
  readonly at: number;
  readonly terminated: number;
  readonly end: number;
}

function isBoundary(line: string, { start, at, terminated, end }: Ending, marked: boolean): boolean {
  const rest = line.slice(end).trimStart();
  if (marked || rest === "") return true;
  const left = line.slice(Math.max(start, at - SIGHT), at).normalize("NFC");
  const next = rest.slice(0, SIGHT).normalize("NFC");
  const spaced = /\s/.test(line.charAt(end));
  const mark = line.charAt(at);
  const before = left.slice(-1);

  // The next cell of a table's row.
  if (next.startsWith("|")) return false;
  if (mark === "…" || (mark === "." && terminated - at > 1)) return FINAL_SYLLABLE.test(before) && spaced;
  if (QUOTING.test(next) || (!spaced && GLUED_QUOTING.test(next))) return false;
  if (mark !== ".") {
    return (
      spaced || mark === "。" || FINAL_SYLLABLE.test(before) || (HANGUL.test(before) && HANGUL.test(next.charAt(0)))
    );
  }
  if (/\d/.test(before)) return spaced && /^[A-Z“"]/.test(next) && /[A-Za-z]\s+[$€£]?[\d.,-]+$/.test(left);
  if (HANGUL.test(before)) {
    if (spaced) return !ENUMERATOR.test(left);
    return FINAL_SYLLABLE.test(left) && !FINAL_NOUN.test(left) && !next.startsWith(",");
  }
  if (/[A-Za-z]/.test(before)) {
    const word = /[A-Za-z.]+$/.exec(left)?.[0] ?? "";
    if (word.length === 1 || word.includes(".") || ABBREVIATIONS.has(word.toLowerCase())) return false;
    return spaced && /^[A-Z0-9“"'‘(가-힣]/.test(next);
  }
  return spaced || (CLOSERS.test(before) && HANGUL.test(next.charAt(0)));
}
