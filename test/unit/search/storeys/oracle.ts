import type { Article, Section } from "../../../../src/documents/article.ts";
import { BM25, FIELD_WEIGHTS } from "../../../../src/search/index-options.ts";
import type { Lexicon } from "../../../../src/text/lexicon.ts";
import { termsOf } from "../../../../src/text/terms.ts";

const FIELDS: readonly (readonly [weight: number, read: (article: Article, section: Section) => string])[] = [
  [FIELD_WEIGHTS.title, ({ title }) => title],
  [FIELD_WEIGHTS.heading, (_, { headingPath }) => headingPath.join("\n")],
  [FIELD_WEIGHTS.body, (_, { body }) => body],
  [FIELD_WEIGHTS.notes, (_, { footnotes }) => footnotes.map(({ text }) => text).join("\n")],
];

export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** What must be found, computed anew from all articles: the best first, and in how many sections each term stands. */
export function oracle(
  articles: Iterable<Article>,
  boosts: ReadonlyMap<string, number>,
  lexicon: Lexicon,
  articleIds?: ReadonlySet<string>,
): { readonly scored: Scored[]; readonly standsIn: readonly number[] } {
  const sections = [...articles].flatMap((article) =>
    article.sections.map((section) => ({
      article,
      section,
      counts: FIELDS.map(([, read]) => countsOf(read(article, section), lexicon)),
    })),
  );
  const total = sections.length;
  const means = FIELDS.map(
    (_, field) => sections.reduce((sum, { counts }) => sum + (counts[field]?.size ?? 0), 0) / total || 1,
  );
  const terms = [...boosts];
  const holding = (term: string, field: number) => sections.filter(({ counts }) => counts[field]?.has(term)).length;
  const idf = terms.map(([term]) =>
    FIELDS.map((_, field) => Math.log(1 + (total - holding(term, field) + 0.5) / (holding(term, field) + 0.5))),
  );
  const { k, b, d } = BM25;
  const scored = sections.flatMap(({ article, section, counts }) => {
    let sum = 0;
    let matched = 0;
    for (const [at, [term, boost]] of terms.entries()) {
      if (counts.some((inField) => inField.has(term))) matched++;
      for (const [field, [weight]] of FIELDS.entries()) {
        const frequency = counts[field]?.get(term) ?? 0;
        if (frequency === 0) continue;
        const length = counts[field]?.size ?? 0;
        const saturation = d + (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / (means[field] ?? 1)));
        sum += boost * weight * (idf[at]?.[field] ?? 0) * saturation;
      }
    }
    const isAsked = matched > 0 && (articleIds === undefined || articleIds.has(article.id));
    return isAsked ? [{ id: section.id, score: Math.fround((sum * matched) / Math.sqrt(matched)) }] : [];
  });
  scored.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  return {
    scored,
    standsIn: terms.map(([term]) => sections.filter(({ counts }) => counts.some((of) => of.has(term))).length),
  };
}

function countsOf(text: string, lexicon: Lexicon): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(text, lexicon)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
