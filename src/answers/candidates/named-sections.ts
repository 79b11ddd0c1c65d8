import type { Article, Section } from "../../documents/article.ts";
import { partOfLaw } from "../../documents/heading-name.ts";
import { type QueryWord, SAYS_WHAT } from "../../search/query.ts";
import type { SectionHit } from "../../search/section-index.ts";
import { importance, readSection } from "../../search/section-reading.ts";
import { conceptsByWord } from "../../text/concepts-named.ts";
import { type Evidence, evidenceFor } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { readWords } from "../../text/words.ts";

/** A section whose heading the question names. */
export interface NamedSection {
  readonly hit: SectionHit;
  /** No text here and in no section under it. */
  readonly empty: boolean;
  /** The sections with text: this one, or those under it. */
  readonly withText: readonly Section[];
}

/** Share of a heading's letters that the question must hold. */
const NAMED_SHARE = 0.75;

/** Among the sections found, those whose own heading the question names, in their order. */
export function namedSections(question: Evidence, hits: readonly SectionHit[], lexicon: Lexicon): NamedSection[] {
  const named: NamedSection[] = [];
  for (const hit of hits) {
    if (!namesHeading(question, hit.section.heading, lexicon)) continue;
    const withText = sectionsWithText(hit.article, hit.section);
    named.push({ hit, empty: withText.length === 0, withText });
  }
  return named;
}

/** At most this share of the question, by importance, may be said nowhere in an article that it asks about. */
const UNSAID_SHARE = 0.35;
/** Sections of an article that are looked at. */
const MOST_SECTIONS = 100;

/**
 * Among sections that stand too far down to be found, those without text that the question is about: their headings are named,
 * and their article says the rest of it. An empty section scores by its heading alone, and any text that repeats the word
 * does so higher.
 */
export function emptySectionsBeyond(
  question: Evidence,
  words: readonly QueryWord[],
  withoutText: readonly SectionHit[],
  rarity: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): NamedSection[] {
  return namedSections(question, withoutText, lexicon).filter(
    ({ hit, empty }) => empty && saysMost(hit, words, rarity, lexicon),
  );
}

function saysMost(
  { article, section }: SectionHit,
  words: readonly QueryWord[],
  rarity: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): boolean {
  const said = [
    readSection(article, section, lexicon).headingEvidence,
    ...article.sections.slice(0, MOST_SECTIONS).map((each) => readSection(article, each, lexicon).bodyEvidence),
  ];
  let unsaid = 0;
  let mass = 0;
  for (const query of words) {
    if (query.weight < SAYS_WHAT) continue;
    const weight = importance(query, rarity);
    mass += weight;
    unsaid += weight * (1 - Math.max(...said.map((text) => evidenceFor(query.word, query.concept, text))));
  }
  return unsaid <= UNSAID_SHARE * mass;
}

/** Whether a text holds the words of a heading, or other forms of them; or the number of an article of a law. */
export function namesHeading(question: Evidence, heading: string, lexicon: Lexicon): boolean {
  const part = partOfLaw(heading);
  if (part !== null && namesPart(question, part.mark)) return true;
  const words = readWords(part?.name ?? heading);
  if (words.length === 0) return false;
  const conceptAt = conceptsByWord(words, lexicon);
  let letters = 0;
  let held = 0;
  for (const [i, word] of words.entries()) {
    letters += word.stem.length;
    held += word.stem.length * evidenceFor(word, conceptAt.get(i) ?? null, question);
  }
  return held / letters >= NAMED_SHARE;
}

/** "제7조" names no 제7조의2, which was put in behind it. */
function namesPart({ squashed }: Evidence, mark: string): boolean {
  for (let at = squashed.indexOf(mark); at !== -1; at = squashed.indexOf(mark, at + 1)) {
    if (!/^(?:의\d|\d)/.test(squashed.slice(at + mark.length, at + mark.length + 2))) return true;
  }
  return false;
}

/** The section itself where it has text, else the sections under it that have. */
export function sectionsWithText(article: Article, section: Section): Section[] {
  if (hasText(section)) return [section];
  const depth = section.headingPath.length;
  return article.sections.filter(
    (other) =>
      other.headingPath.length > depth &&
      hasText(other) &&
      section.headingPath.every((heading, level) => other.headingPath[level] === heading),
  );
}

function hasText(section: Section): boolean {
  return section.body !== "" || section.footnotes.length > 0;
}
