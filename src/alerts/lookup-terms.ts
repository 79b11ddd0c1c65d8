import type { Needle, Part, Phrase } from "./phrase.ts";
import type { ArticleReading } from "./read-article.ts";

/**
 * Terms of which an article has at least one where it says the phrase: those of its rarest part, as `countOf` knows
 * how many phrases are found by a term so far. Empty where nothing can be looked for.
 */
export function lookupTerms({ parts }: Phrase, countOf: (term: string) => number): string[] {
  const choices = parts.map((part) => termsOfPart(part, countOf));
  const costOf = (terms: readonly string[]) => terms.reduce((sum, term) => sum + 1 + countOf(term), 0);
  return choices.reduce((best, terms) => (costOf(terms) < costOf(best) ? terms : best), choices[0] ?? []);
}

/** Every term that a phrase may be found by in this article. */
export function* termsOfArticle({ text }: ArticleReading): Generator<string> {
  yield* text.pairs.keys();
  yield* text.whole.keys();
  for (const concept of text.concepts.keys()) yield conceptTerm(concept);
}

function termsOfPart({ concept, needles }: Part, countOf: (term: string) => number): string[] {
  const terms = needles.map((needle) => termOf(needle, countOf));
  return [...new Set(concept === null ? terms : [conceptTerm(concept), ...terms])];
}

function termOf(needle: Needle, countOf: (term: string) => number): string {
  if (needle.kind === "run") return termOf(needle.first, countOf);
  if (needle.kind === "word") return needle.stem;
  const pairs = Array.from({ length: needle.text.length - 1 }, (_, i) => needle.text.slice(i, i + 2));
  return pairs.reduce((best, pair) => (countOf(pair) < countOf(best) ? pair : best));
}

/** No text holds the mark. */
function conceptTerm(concept: string): string {
  return `=${concept}`;
}
