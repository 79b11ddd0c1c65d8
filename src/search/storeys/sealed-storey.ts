import type { Article } from "../../documents/article.ts";
import { FIELDS, TEXT_FIELDS } from "../index-options.ts";
import type { ArticleCard } from "./article-card.ts";
import type { ArticleTerms } from "./field-terms.ts";
import { HotArticles } from "./hot-articles.ts";
import { addScores } from "./score-postings.ts";
import { finalScore, type Scoring } from "./scoring.ts";
import type { Segment } from "./segment.ts";
import { SparseCounts } from "./sparse-counts.ts";
import type { FoundSection, Matches, Offered, Storey } from "./storey.ts";
import type { Sums } from "./sums.ts";
import { ANY_FIELD, addTo, COUNTS_PER_TERM, type Extent } from "./term-counts.ts";
import { type CountedWord, type PackedWords, WordCounts } from "./word-counts.ts";

/** What was removed from a segment. */
export interface Removals {
  /** By number, ascending. */
  readonly articles: Uint32Array;
  /** In how many of their sections each term stands (SparseCounts). */
  readonly counts: Uint32Array;
  readonly words: PackedWords;
}

/** A segment, and what was removed from it since it was packed. */
export class SealedStorey implements Storey {
  readonly segment: Segment;
  /** By article: 1 where it was removed. */
  readonly removed: Uint8Array;
  readonly hot: HotArticles;
  readonly #sums: Sums;
  readonly #isRemoved: Uint8Array;
  /** Their numbers. */
  readonly #withoutText: readonly number[];
  /** In how many of the removed sections terms stand. */
  readonly #removedCounts = new SparseCounts();
  readonly #removedWords = new WordCounts();
  readonly #lengths: number[];
  #sections: number;
  #removedArticles = 0;
  #cards: readonly ArticleCard[] | null;

  /**
   * `sums`: shared by all storeys that are asked one after the other. `mostHot`: articles kept in memory. `cards`: of the
   * segment's articles where they are known; else they are read when they are asked for.
   */
  constructor(segment: Segment, sums: Sums, mostHot: number, cards: readonly ArticleCard[] | null = null) {
    this.#cards = cards;
    this.segment = segment;
    this.removed = new Uint8Array(segment.articleIds.count);
    this.hot = new HotArticles((number) => segment.readArticle(number), mostHot);
    this.#isRemoved = new Uint8Array(segment.sections);
    this.#sums = sums;
    this.#sections = segment.sections;
    this.#lengths = sumLengths(segment);
    this.#withoutText = withoutText(segment);
  }

  get removals(): Removals {
    const articles: number[] = [];
    for (let number = 0; number < this.removed.length; number++) if (this.removed[number]) articles.push(number);
    return { articles: Uint32Array.from(articles), counts: this.#removedCounts.pack(), words: this.removedWords };
  }

  /** Nothing was removed yet: takes over what was removed before. */
  restore({ articles, counts, words }: Removals): void {
    for (const number of articles) this.#leaveOut(number);
    this.#removedCounts.addPacked(counts);
    this.#removedWords.addPacked(words);
  }

  /** Of what was removed: counts below zero. */
  get removedWords(): PackedWords {
    return this.#removedWords.pack();
  }

  get extent(): Extent {
    return { sections: this.#sections, lengths: this.#lengths };
  }

  get removedArticles(): number {
    return this.#removedArticles;
  }

  /** The number of an article that was not removed; -1 where it is not here. */
  find(articleId: string): number {
    const number = this.segment.articleIds.find(articleId);
    return number < 0 || this.removed[number] ? -1 : number;
  }

  /** `found`: what the article of this number is found by. */
  remove(number: number, found: ArticleTerms): void {
    this.#leaveOut(number);
    this.#removedWords.countArticle(found, -1);
    for (const fields of found.sections) {
      const terms = new Set<number>();
      for (const [field, counts] of fields.entries()) {
        for (const text of counts.keys()) {
          const term = this.segment.terms.find(text);
          terms.add(term);
          this.#removedCounts.add(term, field, 1);
        }
      }
      for (const term of terms) this.#removedCounts.add(term, ANY_FIELD, 1);
    }
  }

  /** Without making it hot. */
  article(number: number): Article {
    return this.hot.peek(number) ?? this.segment.readArticle(number);
  }

  /** What was read of it before is not read again. */
  keepHot(article: Article): void {
    const number = this.find(article.id);
    if (number >= 0) this.hot.put(number, article);
  }

  match(terms: readonly string[]): Matches {
    const numbers = terms.map((term) => this.segment.terms.find(term));
    const counts = new Uint32Array(terms.length * COUNTS_PER_TERM);
    for (const [place, number] of numbers.entries()) {
      if (number < 0) continue;
      const ofRemoved = this.#removedCounts.find(number);
      for (let count = 0; count < COUNTS_PER_TERM; count++) {
        const removed = ofRemoved < 0 ? 0 : (this.#removedCounts.counts[ofRemoved + count] as number);
        counts[place * COUNTS_PER_TERM + count] =
          (this.segment.counts[number * COUNTS_PER_TERM + count] as number) - removed;
      }
    }
    return { counts, score: (scoring, best, articleIds) => this.#score(numbers, scoring, best, articleIds) };
  }

  /** Words that are heard so; in parts that are to be added up, where some were removed. */
  heardAs(heard: string): CountedWord[] {
    const words = this.segment.words.heardAs(heard);
    return words.length === 0 ? words : [...words, ...this.#removedWords.heardAs(heard)];
  }

  get hasReadCards(): boolean {
    return this.#cards !== null;
  }

  cards(): ArticleCard[] {
    this.#cards ??= this.segment.readCards();
    return this.#cards.filter((_card, number) => !this.removed[number]);
  }

  sectionId(number: number): string {
    return this.segment.sectionId(number);
  }

  section(number: number): FoundSection {
    const of = this.segment.articleOf(number);
    const article = this.hot.get(of);
    const section = article.sections[number - (this.segment.firstSections[of] as number)];
    if (!section) throw new RangeError(`Section ${number} stands in no article.`);
    return { article, section };
  }

  #leaveOut(number: number): void {
    const { firstSections, lengths, sections } = this.segment;
    this.removed[number] = 1;
    this.hot.forget(number);
    this.#removedArticles++;
    for (let section = firstSections[number] as number; section < (firstSections[number + 1] as number); section++) {
      this.#isRemoved[section] = 1;
      this.#sections--;
      for (let field = 0; field < FIELDS.length; field++) {
        addTo(this.#lengths, field, -(lengths[field * sections + section] as number));
      }
    }
  }

  /** 1 for each section of these articles. */
  #sectionsOf(articleIds: ReadonlySet<string>): Uint8Array {
    const { sections, firstSections } = this.segment;
    const asked = new Uint8Array(sections);
    for (const id of articleIds) {
      const number = this.find(id);
      if (number >= 0) asked.fill(1, firstSections[number] as number, firstSections[number + 1] as number);
    }
    return asked;
  }

  #score(
    numbers: readonly number[],
    scoring: Scoring,
    best: Offered,
    articleIds: ReadonlySet<string> | undefined,
  ): void {
    const sums = this.#sums.ofAtLeast(this.segment.sections);
    const { scores, matchedTerms } = sums;
    const { sections } = this.segment;
    for (const [term, number] of numbers.entries()) {
      if (number >= 0) addScores(this.segment, number, scoring, term, sums);
    }
    const asked = articleIds === undefined ? null : this.#sectionsOf(articleIds);
    const isOut = (section: number) => asked?.[section] === 0 || this.#isRemoved[section] === 1;
    for (const section of this.#withoutText) {
      const matched = matchedTerms[section] as number;
      if (matched === 0 || isOut(section)) continue;
      best.withoutText.offer(this, section, finalScore(scores[section] as number, matched));
    }
    let least = leastSquare(best.all.threshold);
    for (let section = 0; section < sections; section++) {
      const sum = scores[section] as number;
      const matched = matchedTerms[section] as number;
      if (sum * sum * matched < least || isOut(section)) continue;
      best.all.offer(this, section, finalScore(sum, matched));
      least = leastSquare(best.all.threshold);
    }
    sums.clear(sections);
  }
}

/** Less than the square of any score. */
const SQUARE_OF_NOTHING = 1e-30;
/** More than rounding takes from a square. */
const ROUNDED_OFF = 1e-6;

/**
 * What the square of a section's score must reach for the score to be looked at: of a hundred thousand sections hardly one
 * does, and a comparison that nearly always fails costs next to nothing, as a root or looking for zeros does not.
 */
function leastSquare(threshold: number): number {
  return Math.max(SQUARE_OF_NOTHING, Math.max(0, threshold) ** 2 * (1 - ROUNDED_OFF));
}

function sumLengths({ sections, lengths }: Segment): number[] {
  return FIELDS.map((_name, field) =>
    lengths.subarray(field * sections, (field + 1) * sections).reduce((sum, length) => sum + length, 0),
  );
}

/** The sections without text by themselves. */
function withoutText({ sections, lengths }: Segment): number[] {
  const without: number[] = [];
  for (let section = 0; section < sections; section++) {
    if (TEXT_FIELDS.every((field) => lengths[field * sections + section] === 0)) without.push(section);
  }
  return without;
}
