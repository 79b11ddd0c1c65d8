import type { Article } from "../../documents/article.ts";
import { countSections } from "../../documents/count-sections.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { FIELDS } from "../index-options.ts";
import type { ArticleCard } from "./article-card.ts";
import { type BestSection, BestSections } from "./best-sections.ts";
import { type ArticleTerms, articleTermsOf, readArticleTerms } from "./field-terms.ts";
import { LiveStorey } from "./live-storey.ts";
import type { MergeJob } from "./run-merge.ts";
import { Saturation, weighTerms } from "./scoring.ts";
import { type Removals, SealedStorey } from "./sealed-storey.ts";
import type { Segment } from "./segment.ts";
import type { Offered, Storey } from "./storey.ts";
import { Sums } from "./sums.ts";
import { addTo, COUNTS_PER_TERM, type Extent } from "./term-counts.ts";
import { type CountedWord, WordCounts } from "./word-counts.ts";

interface Merging {
  readonly job: MergeJob;
  readonly sealed: readonly SealedStorey[];
  readonly live: readonly LiveStorey[];
  /** Of the articles of the job, in its order; null where not all of them were read yet. */
  readonly cards: readonly ArticleCard[] | null;
}

/** A segment is merged with a newer one that has more than this share of its sections, and those that are newer still. */
const MERGED_FROM_SHARE = 0.25;
/** A segment that lost this share of its articles is written again. */
const REWRITTEN_FROM_SHARE = 0.2;
/** Of each an article is read. */
const MOST_WITHOUT_TEXT = 3;

export interface KeptStorey {
  readonly segment: Segment;
  readonly removals: Removals;
}

export interface Search {
  /** Best first. */
  readonly best: readonly BestSection<Storey>[];
  /** The same of those without text by themselves, some. */
  readonly withoutText: readonly BestSection<Storey>[];
  /** COUNTS_PER_TERM for each term. */
  readonly counts: Uint32Array;
  readonly sections: number;
}

/**
 * All articles, each in one storey: sealed ones from large to small, then live ones. Whatever lies where, it is found
 * with the same scores.
 */
export class Storeys {
  readonly #lexicon: Lexicon;
  readonly #mostHot: number;
  readonly #sums = new Sums();
  readonly #saturation = new Saturation();
  #sealed: SealedStorey[] = [];
  /** Of several the last one takes what comes; the others are being merged, or were to be when it failed. */
  #live: LiveStorey[] = [new LiveStorey()];
  #merging: Merging | null = null;
  /** What articles are found by that go next. */
  readonly #prepared = new Map<string, ArticleTerms>();

  /** `mostHot`: articles of each segment that are kept in memory once they were read. */
  constructor(lexicon: Lexicon, mostHot: number) {
    this.#lexicon = lexicon;
    this.#mostHot = mostHot;
  }

  /** Sections that live storeys keep, also those that were removed. */
  get liveSize(): number {
    return this.#live.reduce((sum, { size }) => sum + size, 0);
  }

  get sealedCount(): number {
    return this.#sealed.length;
  }

  /** Every article lies in a segment. */
  get allSealed(): boolean {
    return this.#live.every((live) => live.isEmpty);
  }

  put(article: Article): void {
    this.remove(article.id);
    this.#live.at(-1)?.add(article, articleTermsOf(article, this.#lexicon));
  }

  remove(articleId: string): void {
    const isLive = this.#live.some((live) => live.remove(articleId));
    if (!isLive) for (const storey of this.#sealed) this.#removeSealed(storey, articleId);
    this.#prepared.delete(articleId);
  }

  /** Reads an article that is to be removed or replaced, some sections in each step: what follows then takes no time. */
  *prepareRemoval(articleId: string): Generator<void> {
    const storey = this.#sealed.find((each) => each.find(articleId) >= 0);
    if (!storey) return;
    const article = storey.article(storey.find(articleId));
    this.#prepared.set(articleId, yield* readArticleTerms(article, this.#lexicon));
  }

  article(id: string): Article | null {
    for (const live of this.#live) {
      const article = live.article(id);
      if (article) return article;
    }
    for (const storey of this.#sealed) {
      const number = storey.find(id);
      if (number >= 0) return storey.article(number);
    }
    return null;
  }

  /** One for each article, in no order. */
  cards(): ArticleCard[] {
    return [...this.#sealed, ...this.#live].flatMap((storey) => storey.cards());
  }

  /** Words of texts, titles and headings that are heard so. */
  heardAs(heard: string): CountedWord[] {
    const heardSo = [...this.#sealed, ...this.#live].flatMap((storey) => storey.heardAs(heard));
    // A speller asks for hundreds of words that there are not.
    if (heardSo.length === 0) return heardSo;
    const words = new WordCounts();
    for (const { stem, inText, asName } of heardSo) words.add(stem, inText, asName);
    return [...words];
  }

  /** `boosts`: by term, of which none stands twice. */
  search(boosts: ReadonlyMap<string, number>, limit: number, articleIds: ReadonlySet<string> | undefined): Search {
    const terms = [...boosts.keys()];
    const storeys: Storey[] = [...this.#sealed, ...this.#live];
    const counts = new Uint32Array(terms.length * COUNTS_PER_TERM);
    const extent = extentOf(storeys);
    const matches = storeys.map((storey) => storey.match(terms));
    for (const match of matches) for (const [place, count] of match.counts.entries()) addTo(counts, place, count);
    this.#saturation.follow(extent);
    const scoring = { weights: weighTerms([...boosts.values()], counts, extent), saturation: this.#saturation };
    const best: Offered = {
      all: new BestSections<Storey>(limit),
      withoutText: new BestSections<Storey>(Math.min(limit, MOST_WITHOUT_TEXT)),
    };
    for (const match of matches) match.score(scoring, best, articleIds);
    const withoutText = best.withoutText.list();
    return { best: best.all.list(), withoutText, counts, sections: extent.sections };
  }

  /** Takes in articles that were packed elsewhere: older ones with their ids go. */
  addSegment(segment: Segment): void {
    for (let number = 0; number < segment.articleIds.count; number++) this.remove(segment.articleIds.at(number));
    this.#addSealed(new SealedStorey(segment, this.#sums, this.#mostHot));
  }

  /** What lies in segments, with what was removed from each; live storeys are not among it. */
  kept(): KeptStorey[] {
    return this.#sealed.map(({ segment, removals }) => ({ segment, removals }));
  }

  /** Why a segment cannot be read, once one could not; null before. Its articles are neither found nor removed then. */
  damage(): string | null {
    for (const { segment } of this.#sealed) if (segment.damage() !== null) return segment.damage();
    return null;
  }

  /** In place of everything. */
  restore(kept: readonly KeptStorey[]): void {
    const sealed = kept.map(({ segment, removals }) => {
      const storey = new SealedStorey(segment, this.#sums, this.#mostHot);
      storey.restore(removals);
      return storey;
    });
    for (const { segment } of this.#sealed) segment.records.close();
    this.#merging = null;
    this.#prepared.clear();
    this.#sealed = [];
    this.#live = [new LiveStorey()];
    for (const storey of sealed) this.#addSealed(storey);
  }

  /**
   * What should become one segment now; null where nothing should, or where that is under way. `all`: everything live
   * is to be sealed, else only sealed storeys are looked at. `unwritten`: so is what has no file. Until `endMerge` what
   * changes is kept apart.
   */
  beginMerge(all: boolean, unwritten = false): MergeJob | null {
    if (this.#merging) return null;
    const live = all && !this.allSealed ? this.#live : [];
    const articles = live.flatMap((storey) => storey.articles());
    const sealed = this.#dueFor(countSections(articles), unwritten);
    if (live.length === 0 && sealed.length === 0) return null;
    if (live.length > 0) this.#live = [...live, new LiveStorey()];
    const sources = sealed.map(({ segment, removed, removedWords }) => ({
      segment,
      removed: removed.slice(),
      removedWords,
    }));
    const areRead = sealed.every((storey) => storey.hasReadCards);
    const cards = areRead ? [...sealed, ...live].flatMap((storey) => storey.cards()) : null;
    this.#merging = { job: { sources, articles }, sealed, live, cards };
    return this.#merging.job;
  }

  /** `segment`: what the job came to. */
  endMerge(segment: Segment): void {
    if (!this.#merging) throw new RangeError("No merge is under way.");
    const { job, sealed, live, cards } = this.#merging;
    const storey = new SealedStorey(segment, this.#sums, this.#mostHot, cards);
    // What is read often goes on being read once.
    for (const { hot } of sealed) for (const article of hot.values()) storey.keepHot(article);
    for (const article of job.articles) storey.keepHot(article);
    for (const id of removedSince(this.#merging)) this.#removeSealed(storey, id);
    this.#merging = null;
    this.#sealed = this.#sealed.filter((each) => !sealed.includes(each));
    for (const { segment } of sealed) segment.records.close();
    this.#live = this.#live.filter((each) => !live.includes(each));
    this.#addSealed(storey);
  }

  /** The job failed: everything stays as it is, and is taken up by the next. */
  giveUpMerge(): void {
    for (const { segment } of this.#merging?.sealed ?? []) findDamage(segment);
    this.#merging = null;
  }

  #addSealed(storey: SealedStorey): void {
    if (storey.removedArticles === storey.removed.length) {
      storey.segment.records.close();
      return;
    }
    this.#sealed.push(storey);
    this.#sealed.sort((a, b) => b.segment.sections - a.segment.sections);
  }

  #removeSealed(storey: SealedStorey, articleId: string): void {
    const number = storey.find(articleId);
    if (number < 0) return;
    storey.remove(number, this.#prepared.get(articleId) ?? articleTermsOf(storey.article(number), this.#lexicon));
  }

  /** The sealed storeys to be merged with so many new sections: the smallest ones, those that lost much, and without a file. */
  #dueFor(newSections: number, unwritten: boolean): SealedStorey[] {
    const due: SealedStorey[] = [];
    let gathered = newSections;
    for (const storey of this.#sealed.toReversed()) {
      const { sections } = storey.extent;
      if (gathered > 0 && gathered < sections * MERGED_FROM_SHARE) break;
      due.unshift(storey);
      gathered += sections;
    }
    // One alone is what it would become.
    if (newSections === 0 && due.length === 1) due.pop();
    const worn = this.#sealed.filter(
      (storey) =>
        !due.includes(storey) &&
        ((unwritten && storey.segment.file === null) ||
          storey.removedArticles > storey.removed.length * REWRITTEN_FROM_SHARE),
    );
    return [...worn, ...due];
  }
}

/** The thread that packed may have failed on a file that was cut short: the last record of it tells. */
function findDamage(segment: Segment): void {
  try {
    segment.readCards();
  } catch {
    // The segment remembers why.
  }
}

function extentOf(storeys: readonly Storey[]): Extent {
  let sections = 0;
  const lengths = FIELDS.map(() => 0);
  for (const { extent } of storeys) {
    sections += extent.sections;
    for (const [field, length] of extent.lengths.entries()) addTo(lengths, field, length);
  }
  return { sections, lengths };
}

/** The articles of a merge that were removed or replaced after it began. */
function* removedSince({ job, sealed, live }: Merging): Iterable<string> {
  for (const [order, { removed, segment }] of sealed.entries()) {
    const before = job.sources[order]?.removed ?? removed;
    for (let number = 0; number < removed.length; number++) {
      if (removed[number] !== before[number]) yield segment.articleIds.at(number);
    }
  }
  for (const { id } of job.articles) if (!live.some((storey) => storey.article(id))) yield id;
}
