import type { Article, Section } from "../documents/article.ts";
import { type Evidence, evidenceFor, evidenceOf, evidenceOfRelated, readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { type ReadSentence, type ReadText, readSentences, readText } from "../text/read-text.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { conceptTerm, conceptTermsOf, termsOf, termsOfWord } from "../text/terms.ts";
import type { Word } from "../text/words.ts";
import type { QueryWord, SectionQuery } from "./query.ts";
import { type MarkedTerm, TermTable } from "./term-table.ts";

/** A section's text read once for all questions that meet it. */
export interface SectionReading {
  readonly sentences: readonly Sentence[];
  readonly sentenceEvidence: readonly Evidence[];
  readonly bodyEvidence: Evidence;
  readonly headingEvidence: Evidence;
  /** The terms of the body and its footnotes, with the sentences of the body; and those of the title and headings. */
  readonly bodyTerms: TermTable;
  readonly headingTerms: TermTable;
  /** Terms of the heading itself, or of the title where the section has none. */
  readonly nameTerms: readonly string[];
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
    bodyTerms: readTerms(body, readSentence, lexicon),
    headingTerms: readTerms(headings, [], lexicon),
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

/** Bits of a mask: the last one stands for all further sentences. */
const MOST_SENTENCES = 30;

function readTerms({ words }: ReadText, sentences: readonly ReadSentence[], lexicon: Lexicon): TermTable {
  const sentenceOfWord = new Int32Array(words.length);
  const marked: MarkedTerm[] = [];
  for (const [place, sentence] of sentences.entries()) {
    const bit = 1 << Math.min(place, MOST_SENTENCES - 1);
    const { first } = sentence;
    if (first !== null) sentenceOfWord.fill(bit, first, first + sentence.words.length);
    const beside = first === null ? sentence.words.flatMap(termsOfWord) : [];
    // A name may stretch over the end of a sentence.
    for (const term of [...beside, ...conceptTermsOf(sentence.words, lexicon)]) marked.push({ term, sentences: bit });
  }
  const terms: string[] = [];
  const sentencesOf: number[] = [];
  for (let i = 0; i < words.length; i++) {
    for (const term of termsOfWord(words[i] as Word)) {
      terms.push(term);
      sentencesOf.push(sentenceOfWord[i] ?? 0);
    }
  }
  for (const term of conceptTermsOf(words, lexicon)) terms.push(term);
  return new TermTable(terms, sentencesOf, marked);
}
