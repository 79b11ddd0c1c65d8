import type { Article, Section } from "../documents/article.ts";
import { type Evidence, evidenceFor, evidenceOf, evidenceOfRelated, readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { readSentences, readText } from "../text/read-text.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { conceptTerm, termsOf, termsOfWords } from "../text/terms.ts";
import type { QueryWord, SectionQuery } from "./query.ts";

/** A section's text read once for all questions that meet it. */
export interface SectionReading {
  readonly sentences: readonly Sentence[];
  readonly sentenceEvidence: readonly Evidence[];
  readonly bodyEvidence: Evidence;
  readonly headingEvidence: Evidence;
  /** How often each term stands in the body and its footnotes, and in the title and headings. */
  readonly bodyTerms: TermCounts;
  readonly headingTerms: TermCounts;
  /** By term, the sentences that hold it, a bit each; the last bit stands for all further ones. */
  readonly sentencesByTerm: ReadonlyMap<string, number>;
  /** Terms of the heading itself, or of the title where the section has none. */
  readonly nameTerms: readonly string[];
}

export interface TermCounts {
  readonly counts: ReadonlyMap<string, number>;
  /** Of all terms. */
  readonly length: number;
}

const articleEvidence = new WeakMap<Article, Evidence>();

/** What the title and all headings of an article say: a section of it is about that too. */
export function readHeadings(article: Article, lexicon: Lexicon): Evidence {
  const known = articleEvidence.get(article);
  if (known) return known;
  const headings = article.sections.flatMap((section) => section.headingPath.slice(-1));
  const evidence = readEvidence([article.title, ...headings].join("\n"), lexicon);
  articleEvidence.set(article, evidence);
  return evidence;
}

const readings = new WeakMap<Section, SectionReading>();

export function readSection(title: string, section: Section, lexicon: Lexicon): SectionReading {
  const known = readings.get(section);
  if (known) return known;
  const reading = read(title, section, lexicon);
  readings.set(section, reading);
  return reading;
}

function read(title: string, section: Section, lexicon: Lexicon): SectionReading {
  const text = [section.body, ...section.footnotes.map((note) => note.text)].join("\n");
  const body = readText(text);
  const headings = readText([title, ...section.headingPath].join("\n"));
  const sentences = splitSentences(section.body);
  const readSentence = readSentences(sentences, text, body);
  return {
    sentences,
    sentenceEvidence: readSentence.map((sentence) => evidenceOf(sentence, lexicon)),
    bodyEvidence: evidenceOf(body, lexicon),
    headingEvidence: evidenceOf(headings, lexicon),
    bodyTerms: countTerms(termsOfWords(body.words, lexicon)),
    headingTerms: countTerms(termsOfWords(headings.words, lexicon)),
    sentencesByTerm: sentencesByTerm(readSentence.map(({ words }) => termsOfWords(words, lexicon))),
    nameTerms: [...new Set(termsOf(section.headingPath.at(-1) ?? title, lexicon))],
  };
}

/** Even a word of every section says something. */
const LEAST_RARITY = 0.05;
/** In a compound some pairs of syllables only join its parts, and are rare for that. Syllables. */
const SHORTEST_COMPOUND = 5;

/** How much a word of the question matters: its weight times the rarity of its rarest term, of a compound's mean, 0..1. */
export function importance({ word, weight, terms, concept }: QueryWord, rarity: ReadonlyMap<string, number>): number {
  if (concept !== null) return weight * Math.max(LEAST_RARITY, rarity.get(conceptTerm(concept)) ?? 1);
  const rarities = terms.map((term) => rarity.get(term) ?? 1);
  const isCompound = word.script === "hangul" && word.stem.length >= SHORTEST_COMPOUND;
  const rare = isCompound ? rarities.reduce((sum, each) => sum + each, 0) / rarities.length : Math.max(0, ...rarities);
  return weight * Math.max(LEAST_RARITY, rare);
}

export interface WordEvidence {
  readonly own: number;
  readonly related: number;
}

/** Evidence for each word of the question, in its order. */
export function evidenceByWord(query: SectionQuery, evidence: Evidence): number[] {
  return query.words.map((word) => {
    const { own, related } = evidenceOfWord(word, evidence);
    return Math.max(own, related);
  });
}

/** What a text says of a word itself, and of other words for it. */
export function evidenceOfWord({ word, concept, related }: QueryWord, evidence: Evidence): WordEvidence {
  return { own: evidenceFor(word, concept, evidence), related: evidenceOfRelated(related, evidence) };
}

function countTerms(terms: readonly string[]): TermCounts {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, length: terms.length };
}

/** Bits of a mask. */
const MOST_SENTENCES = 30;

function sentencesByTerm(sentences: readonly (readonly string[])[]): Map<string, number> {
  const masks = new Map<string, number>();
  for (const [place, terms] of sentences.entries()) {
    const bit = 1 << Math.min(place, MOST_SENTENCES - 1);
    for (const term of terms) masks.set(term, (masks.get(term) ?? 0) | bit);
  }
  return masks;
}
