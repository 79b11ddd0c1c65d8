import { lastBoundary } from "../text/clip.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Span } from "./read-text.ts";

/** Characters. */
const LONGEST = 300;
/** How much of a sentence that is too long stands before the word it is shown for. */
const BEFORE = 100;

/** Whole sentences of a text around the first that says something, or a piece of it where it is too long. "" where nothing is said. */
export function choosePassage(body: string, marksIn: (text: string) => readonly Span[]): string {
  const sentences = splitSentences(body)
    .map(({ text }) => text.replace(/\s+/g, " "))
    .filter((text) => /\p{L}/u.test(text));
  const first = Math.max(
    0,
    sentences.findIndex((text) => marksIn(text).length > 0),
  );
  const sentence = sentences[first] ?? "";
  if (sentence.length > LONGEST) return pieceOf(sentence, marksIn(sentence)[0]?.start ?? 0);
  return grown(sentences, first);
}

/** As many as fit: those that follow first, then those before. */
function grown(sentences: readonly string[], first: number): string {
  let [from, to] = [first, first + 1];
  const length = (a: number, b: number) => sentences.slice(a, b).join(" ").length;
  while (to < sentences.length && length(from, to + 1) <= LONGEST) to++;
  while (from > 0 && length(from - 1, to) <= LONGEST) from--;
  return sentences.slice(from, to).join(" ");
}

function pieceOf(sentence: string, at: number): string {
  const start = at <= BEFORE ? 0 : wordStart(sentence, at - BEFORE, at);
  const most = LONGEST - (start > 0 ? 1 : 0);
  const rest = sentence.slice(start);
  if (rest.length <= most) return `…${rest}`;
  return `${start > 0 ? "…" : ""}${rest.slice(0, wordEnd(rest, most - 1)).trimEnd()}…`;
}

/** The first word after `from`, or a whole character where no word begins before `to`. */
function wordStart(text: string, from: number, to: number): number {
  const space = text.slice(from, to).indexOf(" ");
  return space === -1 ? lastBoundary(text, from) : from + space + 1;
}

function wordEnd(text: string, most: number): number {
  const space = text.lastIndexOf(" ", most);
  return space > most - BEFORE ? space : lastBoundary(text, most);
}
