import type { Article } from "../documents/article.ts";
import type { SectionIndex } from "../search/section-index.ts";

/** What is read out of the indexed articles: once for each revision, when it is asked for. The index sorts its articles whenever it is asked. */
export function perRevision<T>(index: SectionIndex, read: (articles: readonly Article[]) => T): () => T {
  let known: { readonly revision: number; readonly value: T } | null = null;
  return () => {
    const revision = index.revision();
    if (known?.revision !== revision) known = { revision, value: read(index.articles()) };
    return known.value;
  };
}
