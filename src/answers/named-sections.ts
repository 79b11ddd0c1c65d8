import type { Article, Section } from "../documents/article.ts";
import type { SectionHit } from "../search/section-index.ts";
import { conceptsByWord } from "../text/concepts-named.ts";
import { type Evidence, evidenceFor } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { readWords } from "../text/words.ts";

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

/** Whether a text holds the words of a heading, or other forms of them. */
export function namesHeading(question: Evidence, heading: string, lexicon: Lexicon): boolean {
  const words = readWords(heading);
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
