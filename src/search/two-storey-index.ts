import type { Article } from "../documents/article.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { SectionQuery } from "./query.ts";
import type { FindOptions, FoundSections, IndexChange, SectionIndex } from "./section-index.ts";
import { mergeInMemory } from "./storeys/run-merge.ts";
import { inverseFrequency } from "./storeys/scoring.ts";
import { Storeys } from "./storeys/storeys.ts";
import { COUNTS_PER_TERM } from "./storeys/term-counts.ts";

/** Sections that lie in MiniSearch before they are sealed. More cost every question more. */
export const MOST_LIVE = 250;

const collator = new Intl.Collator("ko");

/** A section index that lies in memory. */
export function createSectionIndex(lexicon: Lexicon): SectionIndex {
  const storeys = new Storeys(lexicon);
  let boilerplate = new Map<string, ReadonlySet<string>>();
  let revision = 0;

  const seal = () => {
    for (let job = storeys.beginMerge(storeys.liveSize >= MOST_LIVE); job; job = storeys.beginMerge(false)) {
      storeys.endMerge(mergeInMemory(job, lexicon));
    }
  };
  const putMany = (articles: readonly Article[]) => {
    const latest = new Map(articles.map((article) => [article.id, article]));
    storeys.addSegment(mergeInMemory({ sources: [], articles: [...latest.values()] }, lexicon));
    seal();
  };

  return {
    apply(changes, newRevision) {
      for (const group of groupsOf(changes)) {
        if (group.kind === "boilerplate") {
          boilerplate = new Map(group.sources.map(({ source, fingerprints }) => [source, new Set(fingerprints)]));
        } else if (group.kind === "remove") storeys.remove(group.articleId);
        else if (sectionsOf(group.articles) > MOST_LIVE) putMany(group.articles);
        else for (const article of group.articles) storeys.put(article);
      }
      seal();
      revision = newRevision;
    },
    find: (query, options) => find(storeys, query, options),
    isBoilerplate(article, section, line) {
      const fingerprint = section.fingerprints[line];
      return fingerprint !== undefined && (boilerplate.get(article.source)?.has(fingerprint) ?? false);
    },
    article: (id) => storeys.article(id),
    articles: () => [...storeys.articles()].sort(byTitle),
    revision: () => revision,
  };
}

/** Puts that follow each other are taken in together. */
type Group = Exclude<IndexChange, { kind: "put" }> | { readonly kind: "puts"; readonly articles: Article[] };

function groupsOf(changes: readonly IndexChange[]): Group[] {
  const groups: Group[] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (change.kind !== "put") groups.push(change);
    else if (last?.kind === "puts") last.articles.push(change.article);
    else groups.push({ kind: "puts", articles: [change.article] });
  }
  return groups;
}

function sectionsOf(articles: readonly Article[]): number {
  return articles.reduce((sum, { sections }) => sum + sections.length, 0);
}

function byTitle(a: Article, b: Article): number {
  return collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
}

function find(storeys: Storeys, { terms }: SectionQuery, { limit, articleId }: FindOptions): FoundSections {
  const { best, counts, sections } = storeys.search(terms, limit, articleId);
  const rarity = new Map<string, number>();
  const unknown = new Set<string>();
  for (const [place, term] of [...terms.keys()].entries()) {
    const count = counts[(place + 1) * COUNTS_PER_TERM - 1] as number;
    rarity.set(term, rarityOf(count, sections));
    if (count === 0) unknown.add(term);
  }
  return { hits: best.map(({ holder, number, score }) => ({ ...holder.section(number), score })), rarity, unknown };
}

/**
 * The idf as in BM25, divided by that of a term in one section, so that it does not grow with the corpus. A term of no
 * section is as rare as one of a single section: it may be a slip or another word for it.
 */
function rarityOf(count: number, sections: number): number {
  if (sections < 2) return 1;
  return Math.max(0, Math.min(1, inverseFrequency(count, sections) / inverseFrequency(1, sections)));
}
