import MiniSearch, { type SearchResult } from "minisearch";
import type { Article, Section } from "../documents/article.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { BM25, FIELD_WEIGHTS, indexFingerprint, indexOptions, type SectionEntry, toEntry } from "./index-options.ts";
import type { SectionQuery } from "./query.ts";
import type {
  FindOptions,
  FoundSections,
  IndexChange,
  SectionHit,
  SnapshotIndex,
  SnapshotLoad,
} from "./section-index.ts";
import { decodeSnapshot, encodeSnapshot } from "./snapshot.ts";

interface Place {
  readonly articleId: string;
  readonly position: number;
}

/** What a snapshot holds beside MiniSearch's own index. */
interface SnapshotContent {
  readonly index: ReturnType<MiniSearch<SectionEntry>["toJSON"]>;
  readonly articles: readonly Article[];
  readonly boilerplate: readonly (readonly [source: string, fingerprints: readonly string[]])[];
  readonly revision: number;
}

interface State {
  mini: MiniSearch<SectionEntry>;
  articles: Map<string, Article>;
  places: Map<string, Place>;
  boilerplate: Map<string, ReadonlySet<string>>;
  revision: number;
}

/** A section index that lies in memory, with MiniSearch inside. */
export function createMiniSearchIndex(lexicon: Lexicon): SnapshotIndex {
  const options = indexOptions(lexicon);
  const fingerprint = indexFingerprint(lexicon);
  let state: State = {
    mini: new MiniSearch(options),
    articles: new Map(),
    places: new Map(),
    boilerplate: new Map(),
    revision: 0,
  };

  return {
    apply(changes, revision) {
      for (const change of changes) applyChange(state, change);
      state.revision = revision;
    },
    find: (query, findOptions) => find(state, query, findOptions),
    isBoilerplate(article, section, line) {
      const fingerprint = section.fingerprints[line];
      return fingerprint !== undefined && (state.boilerplate.get(article.source)?.has(fingerprint) ?? false);
    },
    article: (id) => state.articles.get(id) ?? null,
    articles: () => [...state.articles.values()].sort(byTitle),
    revision: () => state.revision,
    save() {
      const content: SnapshotContent = {
        index: state.mini.toJSON(),
        articles: [...state.articles.values()],
        boilerplate: [...state.boilerplate].map(([source, fingerprints]) => [source, [...fingerprints]]),
        revision: state.revision,
      };
      return encodeSnapshot(fingerprint, content);
    },
    load(snapshot): SnapshotLoad {
      const decoded = decodeSnapshot<SnapshotContent>(fingerprint, snapshot);
      if (!decoded.ok) return { loaded: false, reason: decoded.reason };
      try {
        state = restore(decoded.content, options);
      } catch {
        return { loaded: false, reason: "it was made by another version of the index" };
      }
      return { loaded: true, revision: state.revision };
    },
  };
}

const collator = new Intl.Collator("ko");

function byTitle(a: Article, b: Article): number {
  return collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
}

function restore(content: SnapshotContent, options: ReturnType<typeof indexOptions>): State {
  const places = new Map<string, Place>();
  for (const article of content.articles) placeSections(places, article);
  return {
    mini: MiniSearch.loadJS(content.index, options),
    articles: new Map(content.articles.map((article) => [article.id, article])),
    places,
    boilerplate: new Map(content.boilerplate.map(([source, fingerprints]) => [source, new Set(fingerprints)])),
    revision: content.revision,
  };
}

function applyChange(state: State, change: IndexChange): void {
  switch (change.kind) {
    case "put":
      put(state, change.article);
      return;
    case "remove":
      remove(state, change.articleId);
      return;
    case "boilerplate":
      state.boilerplate = new Map(change.sources.map(({ source, fingerprints }) => [source, new Set(fingerprints)]));
      return;
  }
}

/** Only sections that say something else than before are indexed again. */
function put(state: State, article: Article): void {
  const before = state.articles.get(article.id);
  const known = new Map(before?.sections.map((section) => [section.id, toEntry(before, section)]));
  const entries = article.sections.map((section) => toEntry(article, section));
  const fresh = entries.filter((entry) => !isSame(known.get(entry.id), entry));
  const kept = new Set(entries.map(({ id }) => id));
  for (const entry of fresh) kept.delete(entry.id);
  for (const [id, entry] of known) {
    if (!kept.has(id)) state.mini.remove(entry);
    state.places.delete(id);
  }
  for (const entry of fresh) state.mini.add(entry);
  state.articles.set(article.id, article);
  placeSections(state.places, article);
}

function isSame(a: SectionEntry | undefined, b: SectionEntry): boolean {
  return a !== undefined && Object.entries(b).every(([field, value]) => a[field as keyof SectionEntry] === value);
}

/** Not `discard`: what it leaves behind changes the scores of the others until it is swept away. */
function remove(state: State, articleId: string): void {
  const article = state.articles.get(articleId);
  if (!article) return;
  for (const section of article.sections) {
    state.mini.remove(toEntry(article, section));
    state.places.delete(section.id);
  }
  state.articles.delete(articleId);
}

function placeSections(places: Map<string, Place>, article: Article): void {
  for (const [position, section] of article.sections.entries())
    places.set(section.id, { articleId: article.id, position });
}

function find(state: State, query: SectionQuery, { limit, articleId }: FindOptions): FoundSections {
  // Names of concepts hold spaces.
  const results = state.mini.search([...query.terms.keys()].join("\n"), {
    tokenize: (text) => text.split("\n"),
    boost: FIELD_WEIGHTS,
    boostTerm: (term) => query.terms.get(term) ?? 1,
    bm25: BM25,
    combineWith: "OR",
  });
  const sectionCount = state.places.size;
  const documentFrequency = new Map<string, number>();
  for (const result of results) {
    for (const term of result.queryTerms) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
  }
  const rarity = new Map<string, number>();
  for (const term of query.terms.keys()) rarity.set(term, rarityOf(documentFrequency.get(term) ?? 0, sectionCount));

  const unknown = new Set([...query.terms.keys()].filter((term) => !documentFrequency.has(term)));
  const scored = results.map((result) => ({ id: String(result.id), score: withoutCoordination(result) }));
  scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const hits: SectionHit[] = [];
  for (const { id, score } of scored) {
    const place = state.places.get(id);
    const article = place && state.articles.get(place.articleId);
    const section: Section | undefined = place && article?.sections[place.position];
    if (!article || !section || (articleId !== undefined && article.id !== articleId)) continue;
    if (hits.length >= limit) break;
    hits.push({ article, section, score });
  }
  return { hits, rarity, unknown };
}

/**
 * MiniSearch multiplies a score by the number of matched terms; for Korean pairs of syllables its root serves better.
 * Rounded to what does not depend on the order in which articles came: MiniSearch keeps running averages.
 */
function withoutCoordination(result: SearchResult): number {
  return Math.fround(result.score / Math.sqrt(result.queryTerms.length));
}

/**
 * The idf of Robertson and Sparck Jones as in BM25, divided by that of a term in one section, so that it does not grow
 * with the corpus. A term of no section is as rare as one of a single section: it may be a slip or another word for it.
 */
function rarityOf(documentFrequency: number, sectionCount: number): number {
  const idf = (frequency: number) => Math.log(1 + (sectionCount - frequency + 0.5) / (frequency + 0.5));
  if (sectionCount < 2) return 1;
  return Math.max(0, Math.min(1, idf(documentFrequency) / idf(1)));
}
