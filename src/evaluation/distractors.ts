import { createHash } from "node:crypto";
import type { Article } from "../documents/article.ts";
import { splitSentences } from "../text/sentences.ts";
import { randomFrom } from "./random-from.ts";

const SEED = 20_260_101;
/** Sentences of a piece, as many as half a paragraph has. */
const PIECE = 4;

interface Piece {
  readonly title: string;
  readonly text: string;
}

/**
 * Articles of one section that answer no question of a set: each is a piece of one document with a piece of another
 * behind it, under the first one's title. Every piece comes first once before any does so again. The same documents
 * and the same count give the same articles; more of them begin with the same ones.
 */
export function makeDistractors(documents: readonly Article[], count: number): Article[] {
  const random = randomFrom(SEED);
  const pieces = shuffled(documents.flatMap(piecesOf), random);
  if (pieces.length === 0) return [];
  return Array.from({ length: count }, (_, number) => {
    const first = pieces[number % pieces.length] as Piece;
    const second = pieces[Math.floor(random() * pieces.length)] as Piece;
    return toArticle(number, first.title, `${first.text}\n${second.text}`);
  });
}

function piecesOf({ title, sections }: Article): Piece[] {
  return sections.flatMap((section) => {
    const sentences = splitSentences(section.body);
    const pieces: Piece[] = [];
    for (let from = 0; from < sentences.length; from += PIECE) {
      const text = sentences.slice(from, from + PIECE).map((sentence) => sentence.text);
      pieces.push({ title, text: text.join(" ") });
    }
    return pieces;
  });
}

/** Fisher and Yates, as in Knuth, The Art of Computer Programming, algorithm P. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as Item, result[last] as Item];
  }
  return result;
}

function toArticle(number: number, title: string, body: string): Article {
  const id = `distractor/${number}`;
  const fingerprints = body.split("\n").map((line) => createHash("sha256").update(line).digest("hex").slice(0, 16));
  return {
    id,
    source: "distractors",
    title,
    url: null,
    categories: [],
    publishedAt: null,
    lang: "ko",
    sections: [{ id, role: "lead", number: null, heading: "", headingPath: [], body, fingerprints, footnotes: [] }],
  };
}
