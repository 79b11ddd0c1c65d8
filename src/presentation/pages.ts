import { lastBoundary } from "../text/clip.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Line, Piece } from "./chat-message.ts";
import { textOf } from "./chat-message.ts";

/** What fits into one message of a platform. */
export interface PageSize {
  /** The same unit as `sizeOf`. */
  readonly most: number;
  readonly mostLines: number;
  /** How much a line takes as it is rendered, with what parts it from the next one. Longer text never takes less. */
  sizeOf(line: Line): number;
}

/**
 * Parts lines into pages that fit, at the ends of lines, else of sentences, else of words. Nothing is left out. The
 * source of what is quoted stands under it on every page. Sources must be short.
 */
export function pagesOf(lines: readonly Line[], sources: readonly Line[], size: PageSize): Line[][] {
  const pages: Line[][] = [];
  let page = new Page(sources, size);
  const turn = () => {
    if (page.isEmpty()) return;
    pages.push(page.toLines());
    page = new Page(sources, size);
  };
  for (const whole of lines) {
    let rest: Line | null = whole;
    while (rest !== null) {
      if (page.fits(rest)) {
        page.add(rest);
        rest = null;
        continue;
      }
      // A line that a page of its own would hold is not taken apart.
      if (!page.isEmpty() && new Page(sources, size).fits(rest)) {
        turn();
        continue;
      }
      const cut = cutToFit(rest, page);
      if (cut === null) {
        if (page.isEmpty()) throw new RangeError("A page cannot hold a single character of a line.");
        turn();
        continue;
      }
      page.add(cut.first);
      turn();
      rest = cut.rest;
    }
  }
  turn();
  return pages;
}

class Page {
  readonly #sources: readonly Line[];
  readonly #size: PageSize;
  readonly #lines: Line[] = [];
  readonly #cited = new Set<number>();
  #taken = 0;

  constructor(sources: readonly Line[], size: PageSize) {
    this.#sources = sources;
    this.#size = size;
  }

  isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  fits(line: Line): boolean {
    const length = line.pieces.reduce((sum, { text }) => sum + text.length, 0);
    // Of a line that is longer than any page the beginning tells: each page would take as long as all that is left.
    const most = this.#size.most + 1;
    return (length <= most || this.#hasRoomFor(upTo(line, most))) && this.#hasRoomFor(line);
  }

  #hasRoomFor(line: Line): boolean {
    const source = this.#newSource(line);
    const taken = this.#taken + this.#size.sizeOf(line) + (source ? this.#size.sizeOf(source) : 0);
    const count = this.#lines.length + this.#cited.size + (source ? 2 : 1);
    return taken <= this.#size.most && count <= this.#size.mostLines;
  }

  add(line: Line): void {
    const source = this.#newSource(line);
    this.#taken += this.#size.sizeOf(line) + (source ? this.#size.sizeOf(source) : 0);
    if (source?.number != null) this.#cited.add(source.number);
    this.#lines.push(line);
  }

  toLines(): Line[] {
    // What is said at the very end, such as how old the source is, is said after the sources.
    const at = this.#lines.findLastIndex(({ kind }) => kind !== "small") + 1;
    const cited = this.#sources.filter(({ number }) => number !== null && this.#cited.has(number));
    return [...this.#lines.slice(0, at), ...cited, ...this.#lines.slice(at)];
  }

  #newSource({ kind, number }: Line): Line | undefined {
    if (kind !== "quoted" || number === null || this.#cited.has(number)) return undefined;
    return this.#sources.find((source) => source.number === number);
  }
}

/** The longest beginning that fits, at the end of a sentence where there is one, else of a word. Null where nothing does. */
function cutToFit(line: Line, page: Page): { first: Line; rest: Line } | null {
  const text = textOf(line);
  let fitting = 0;
  let tooLong = text.length;
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1;
    if (page.fits(upTo(line, middle))) fitting = middle;
    else tooLong = middle;
  }
  const end = boundaryWithin(text, fitting);
  return end === 0 ? null : { first: upTo(line, end), rest: from(line, end) };
}

/** At least this share of what fits is used before a word or a sentence is taken apart. */
const LEAST_USED = 0.5;

function boundaryWithin(text: string, most: number): number {
  const least = most * LEAST_USED;
  const start = text.slice(0, most);
  const sentence = splitSentences(start).findLast(({ end }) => end < most)?.end ?? 0;
  if (sentence >= least) return sentence + spacesAt(text, sentence, most);
  const space = start.search(/\s\S*$/u) + 1;
  if (space >= least && space > 0) return space;
  return lastBoundary(text, most);
}

function spacesAt(text: string, at: number, most: number): number {
  return Math.min(/^\s*/u.exec(text.slice(at))?.[0].length ?? 0, most - at);
}

function upTo(line: Line, end: number): Line {
  return { ...line, pieces: slice(line.pieces, 0, end) };
}

function from(line: Line, start: number): Line {
  return { ...line, pieces: slice(line.pieces, start, Number.POSITIVE_INFINITY) };
}

function slice(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const kept: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== "") kept.push({ ...piece, text });
    at += piece.text.length;
  }
  return kept;
}
