import type { Article, Section } from "../documents/article.ts";
import { type Evidence, evidenceFor, evidenceOfRelated, readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { type Sentence, splitSentences } from "../text/sentences.ts";
import { conceptTerm } from "../text/terms.ts";
import type { QueryWord, SectionQuery } from "./query.ts";
import type { FoundSections, SectionHit } from "./section-index.ts";

/** A section's text read once for all questions that meet it. */
export interface SectionReading {
  readonly sentences: readonly Sentence[];
  readonly sentenceEvidence: readonly Evidence[];
  readonly bodyEvidence: Evidence;
  readonly headingEvidence: Evidence;
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
  const sentences = splitSentences(section.body);
  const reading = {
    sentences,
    sentenceEvidence: sentences.map((sentence) => readEvidence(sentence.text, lexicon)),
    bodyEvidence: readEvidence([section.body, ...section.footnotes.map((note) => note.text)].join("\n"), lexicon),
    headingEvidence: readEvidence([title, ...section.headingPath].join("\n"), lexicon),
  };
  readings.set(section, reading);
  return reading;
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

/** How far a heading stands for the body under it, a neighbour for the sentence before it, a heading for a sentence. */
const HEADING_FOR_BODY = 0.9;
const NEXT_FOR_SENTENCE = 0.7;
const HEADING_FOR_SENTENCE = 0.5;
/** Parts of the score, chosen on both question sets (docs/quality.md). */
const COVERAGE_POWER = 0.5;
const WINDOW_WEIGHT = 0.6;
const HEADING_WEIGHT = 0.2;

/** How many sections are read closely; further down the index's own order stays. */
const DEPTH = 20;

/**
 * Sections in the order of how much of the question they hold, how close together, and in what heading:
 * bm25 / best bm25 * coverage^0.5 + 0.6 * best window of two sentences + 0.2 * coverage by title and headings,
 * with coverage in 0..1 of the question's words by importance.
 */
export function rankSections(query: SectionQuery, found: FoundSections, lexicon: Lexicon): SectionHit[] {
  const weights = query.words.map((word) => importance(word, found.rarity));
  const mass = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const best = found.hits[0]?.score || 1;
  const share = (evidenceOf: (word: number) => number) =>
    weights.reduce((sum, weight, word) => sum + weight * evidenceOf(word), 0) / mass;

  const ranked = found.hits.slice(0, DEPTH).map((hit) => {
    const reading = readSection(hit.article.title, hit.section, lexicon);
    const heading = evidenceByWord(query, reading.headingEvidence);
    const body = evidenceByWord(query, reading.bodyEvidence);
    const sentences = reading.sentenceEvidence.map((evidence) => evidenceByWord(query, evidence));
    const coverage = share((word) => Math.max(at(body, word), HEADING_FOR_BODY * at(heading, word)));
    let window = 0;
    for (const [place, sentence] of sentences.entries()) {
      const next = sentences[place + 1];
      const held = share((word) =>
        Math.max(at(sentence, word), NEXT_FOR_SENTENCE * at(next, word), HEADING_FOR_SENTENCE * at(heading, word)),
      );
      window = Math.max(window, held);
    }
    const score =
      (hit.score / best) * coverage ** COVERAGE_POWER +
      WINDOW_WEIGHT * window +
      HEADING_WEIGHT * share((word) => at(heading, word));
    return { ...hit, score };
  });
  ranked.sort((a, b) => b.score - a.score);
  return [...ranked, ...found.hits.slice(DEPTH)];
}

/** Evidence for each word of the question, in its order. */
export function evidenceByWord(query: SectionQuery, evidence: Evidence): number[] {
  return query.words.map(({ word, concept, related }) =>
    Math.max(evidenceFor(word, concept, evidence), evidenceOfRelated(related, evidence)),
  );
}

function at(values: readonly number[] | undefined, index: number): number {
  return values?.[index] ?? 0;
}
