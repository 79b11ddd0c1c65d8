import type { SectionIndex } from "../search/section-index.ts";
import type { ArticleCard } from "../search/storeys/article-card.ts";

/** What is read out of an index, such as from the cards of all articles: once for each revision, when it is asked for. */
export function perRevision<T>(index: SectionIndex, read: (cards: readonly ArticleCard[]) => T): () => T {
  let known: { readonly revision: number; readonly value: T } | null = null;
  return () => {
    const revision = index.revision();
    if (known?.revision !== revision) known = { revision, value: read(index.cards()) };
    return known.value;
  };
}

/** The newest first; undated ones last, and of one time by id. */
export function sortNewestFirst(cards: readonly ArticleCard[]): ArticleCard[] {
  const dated = cards.map((card) => ({ card, timeMs: Date.parse(card.publishedAt ?? "") || 0 }));
  dated.sort((a, b) => b.timeMs - a.timeMs || (a.card.id < b.card.id ? -1 : 1));
  return dated.map(({ card }) => card);
}
