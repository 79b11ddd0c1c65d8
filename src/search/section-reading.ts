import type { Article, Section } from "../documents/article.ts";
import { isQuestion } from "../documents/is-question.ts";
import { type ConceptsNamed, conceptsNamed } from "../text/concepts-named.ts";
import { type Evidence, evidenceOf, readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { type ReadSentence, type ReadText, readSentences, readText } from "../text/read-text.ts";
import { Remembered } from "../text/remembered.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { conceptTerm, termsOf, termsOfWord } from "../text/terms.ts";
import type { Word } from "../text/words.ts";
import type { QueryWord } from "./query.ts";
import { type MarkedTerm, NO_SENTENCE, TermTable } from "./term-table.ts";

/** A section's text read once for all questions that meet it. */
export interface SectionReading {
  /** The body's in reading order, then those of the footnotes. */
  readonly sentences: readonly SectionSentence[];
  /** How many of them are the body's. */
  readonly bodySentences: number;
  /** Of the body and its footnotes; of the title and headings. */
  readonly bodyEvidence: Evidence;
  readonly headingEvidence: Evidence;
  /** The terms of the same, those of the body with their places in `sentences`. */
  readonly bodyTerms: TermTable;
  readonly headingTerms: TermTable;
  /** Terms of the heading itself, or of the title where the section has none. */
  readonly nameTerms: readonly string[];
  /** What its title and headings say is said of it as of its neighbours: its article has several sections. */
  readonly isPart: boolean;
}

/** `start` and `end` are places in the body or the footnote's text. */
export interface SectionSentence extends Sentence {
  /** The mark of the footnote it stands in, or null for the body. */
  readonly footnote: string | null;
  readonly evidence: Evidence;
}

const headings = new Remembered<Article, Evidence>();

/** What the title and all headings of an article say: a section of it is about that too. What one question asks no other answers. */
export function readHeadings(article: Article, lexicon: Lexicon): Evidence {
  return headings.of(article, () => {
    const own = article.sections
      .flatMap((section) => section.headingPath.slice(-1))
      .filter((heading) => !isQuestion(heading));
    return readEvidence([article.title, ...own].join("\n"), lexicon);
  });
}

/** What is said of every sentence of a section. */
export interface AboveReading {
  readonly evidence: Evidence;
  readonly terms: ReadonlySet<string>;
}

const titles = new Remembered<Article, AboveReading>();
const questions = new Remembered<Section, AboveReading>();

/**
 * What the title of an article says of a sentence below; and the heading where it is a question, which each sentence below
 * answers. Other headings may name two things.
 */
export function readAbove(article: Article, section: Section, lexicon: Lexicon): AboveReading {
  const read = (text: string) => ({
    evidence: readEvidence(text, lexicon),
    terms: new Set(termsOf(text, lexicon)),
  });
  return isQuestion(section.heading)
    ? questions.of(section, () => read(`${article.title}\n${section.heading}`))
    : titles.of(article, () => read(article.title));
}

const readings = new Remembered<Section, SectionReading>();

export function readSection(article: Article, section: Section, lexicon: Lexicon): SectionReading {
  return readings.of(section, () => read(article, section, lexicon));
}

function read({ title, sections }: Article, section: Section, lexicon: Lexicon): SectionReading {
  const { text, split } = splitSection(section);
  const body = readText(text);
  const headings = readText([title, ...section.headingPath].join("\n"));
  const inText = split.map(({ sentence, offset }) => ({
    text: sentence.text,
    start: offset + sentence.start,
    end: offset + sentence.end,
  }));
  const read = readSentences(inText, text, body);
  const named = conceptsNamed(body.words, read, lexicon);
  const namedAbove = conceptsNamed(headings.words, [], lexicon);
  const sentences = split.map(({ sentence, footnote }, place) => ({
    ...sentence,
    footnote,
    evidence: evidenceOf(read[place] ?? readText(sentence.text), named.sentences[place] ?? []),
  }));
  return {
    sentences,
    bodySentences: sentences.filter(({ footnote }) => footnote === null).length,
    bodyEvidence: evidenceOf(body, named.whole),
    headingEvidence: evidenceOf(headings, namedAbove.whole),
    bodyTerms: readTerms(body, read, named),
    headingTerms: readTerms(headings, [], namedAbove),
    nameTerms: [...new Set(termsOf(section.headingPath.at(-1) ?? title, lexicon))],
    isPart: sections.length > 1,
  };
}

interface SplitSentence {
  readonly sentence: Sentence;
  readonly footnote: string | null;
  /** Where the body or the footnote begins in the text of both. */
  readonly offset: number;
}

/** The text of the body and its footnotes, and their sentences. */
function splitSection({ body, footnotes }: Section): { readonly text: string; readonly split: SplitSentence[] } {
  let text = "";
  const split: SplitSentence[] = [];
  for (const part of [{ mark: null, text: body }, ...footnotes]) {
    if (part.mark !== null) text += "\n";
    for (const sentence of splitSentences(part.text))
      split.push({ sentence, footnote: part.mark, offset: text.length });
    text += part.text;
  }
  return { text, split };
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

function readTerms({ words }: ReadText, sentences: readonly ReadSentence[], concepts: ConceptsNamed): TermTable {
  const sentenceOfWord = new Int32Array(words.length).fill(NO_SENTENCE);
  const marked: MarkedTerm[] = [];
  for (const [place, { first, words: own }] of sentences.entries()) {
    if (first !== null) sentenceOfWord.fill(place, first, first + own.length);
    const beside = first === null ? own.flatMap(termsOfWord) : [];
    // A name may stretch over the end of a sentence.
    const named = (concepts.sentences[place] ?? []).map(conceptTerm);
    for (const term of [...beside, ...named]) marked.push({ term, sentence: place });
  }
  const terms: string[] = [];
  const sentencesOf: number[] = [];
  for (let i = 0; i < words.length; i++) {
    for (const term of termsOfWord(words[i] as Word)) {
      terms.push(term);
      sentencesOf.push(sentenceOfWord[i] ?? NO_SENTENCE);
    }
  }
  for (const concept of concepts.whole) terms.push(conceptTerm(concept));
  return new TermTable(terms, sentencesOf, marked);
}
