import type { Article } from "../documents/article.ts";
import { countSections } from "../documents/count-sections.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { IndexChange, SectionIndex } from "./section-index.ts";
import { mergeInMemory } from "./storeys/run-merge.ts";
import { createTwoStoreyIndex } from "./two-storey-index.ts";

/** More sections than these are packed at once: that is quicker than to let MiniSearch have them first. */
const MOST_UNPACKED = 250;

/**
 * A section index that is gone with the process. It packs its segments itself, while it is told of changes. `articles`:
 * what it begins with, as revision 1.
 */
export function createInMemoryIndex(lexicon: Lexicon, articles: readonly Article[] = []): SectionIndex {
  const index = createTwoStoreyIndex(lexicon, Number.POSITIVE_INFINITY);
  const put = (articles: readonly Article[], revision: number) => {
    if (countSections(articles) <= MOST_UNPACKED) {
      index.apply(
        articles.map((article) => ({ kind: "put", article })),
        revision,
      );
      return;
    }
    const latest = new Map(articles.map((article) => [article.id, article]));
    index.takeIn([mergeInMemory({ sources: [], articles: [...latest.values()] }, lexicon)], [], revision);
  };
  const pack = () => {
    for (let job = index.beginMerge(index.unpacked() > MOST_UNPACKED); job; job = index.beginMerge(false)) {
      index.endMerge(mergeInMemory(job, lexicon));
    }
  };
  if (articles.length > 0) {
    put(articles, 1);
    pack();
  }
  return {
    ...index,
    apply(changes, revision) {
      for (const group of inGroups(changes)) {
        if (group.kind === "puts") put(group.articles, revision);
        else index.apply([group], revision);
      }
      index.apply([], revision);
      pack();
    },
  };
}

/** Puts that follow each other are taken in together. */
type Group = Exclude<IndexChange, { kind: "put" }> | { readonly kind: "puts"; readonly articles: Article[] };

function inGroups(changes: readonly IndexChange[]): Group[] {
  const groups: Group[] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (change.kind !== "put") groups.push(change);
    else if (last?.kind === "puts") last.articles.push(change.article);
    else groups.push({ kind: "puts", articles: [change.article] });
  }
  return groups;
}
