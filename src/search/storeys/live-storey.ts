import MiniSearch from "minisearch";
import type { Article } from "../../documents/article.ts";
import { FIELDS, TEXT_FIELDS } from "../index-options.ts";
import { type ArticleCard, cardOf } from "./article-card.ts";
import { type ArticleTerms, type FieldTerms, fieldLength } from "./field-terms.ts";
import { finalScore, type Scoring } from "./scoring.ts";
import type { FoundSection, Matches, Offered, Storey } from "./storey.ts";
import { ANY_FIELD, addTo, COUNTS_PER_TERM, type Extent } from "./term-counts.ts";
import { type CountedWord, WordCounts } from "./word-counts.ts";

/** A section in MiniSearch: beside its number, the different terms of each field. */
type Entry = { readonly number: number } & { readonly [field: string]: readonly string[] | number };

interface LiveSection extends FoundSection {
  readonly fields: FieldTerms;
  /** The last visit of `match`; one section is met once for each field. */
  visit: number;
}

interface LiveArticle {
  readonly article: Article;
  readonly found: ArticleTerms;
  readonly card: ArticleCard;
  /** Its first section. */
  readonly first: number;
}

/**
 * Articles that can change at once. MiniSearch finds the sections; what they score is computed as everywhere, as
 * MiniSearch's own scores depend on what was removed before.
 */
export class LiveStorey implements Storey {
  readonly #mini = new MiniSearch<Entry>({
    idField: "number",
    fields: [...FIELDS],
    // Terms come and go as they are.
    stringifyField: (value) => value as string,
    tokenize: (value) => value as unknown as string[],
    processTerm: (term) => term,
    // The storey does not live long.
    autoVacuum: false,
  });
  /** By number; null where it was removed. */
  readonly #sections: (LiveSection | null)[] = [];
  readonly #articles = new Map<string, LiveArticle>();
  readonly #words = new WordCounts();
  readonly #lengths: number[] = FIELDS.map(() => 0);
  #living = 0;
  #visits = 0;

  get extent(): Extent {
    return { sections: this.#living, lengths: this.#lengths };
  }

  /** Also of sections that were removed: what it costs to keep. */
  get size(): number {
    return this.#sections.length;
  }

  /** Nothing came since it was made; an article without sections takes no size. */
  get isEmpty(): boolean {
    return this.size === 0 && this.#articles.size === 0;
  }

  articles(): Article[] {
    return [...this.#articles.values()].map(({ article }) => article);
  }

  cards(): ArticleCard[] {
    return [...this.#articles.values()].map(({ card }) => card);
  }

  heardAs(heard: string): CountedWord[] {
    return this.#words.heardAs(heard);
  }

  article(id: string): Article | null {
    return this.#articles.get(id)?.article ?? null;
  }

  /** An article that is not here. `found`: what it is found by. */
  add(article: Article, found: ArticleTerms): void {
    this.#articles.set(article.id, { article, found, card: cardOf(article), first: this.#sections.length });
    this.#words.countArticle(found, 1);
    for (const [place, section] of article.sections.entries()) {
      const number = this.#sections.length;
      const fields = found.sections[place] ?? [];
      this.#sections.push({ article, section, fields, visit: 0 });
      this.#mini.add({
        number,
        ...Object.fromEntries(fields.map((counts, field) => [FIELDS[field], [...counts.keys()]])),
      });
      this.#count(fields, 1);
    }
  }

  /** False where it is not here. */
  remove(articleId: string): boolean {
    const known = this.#articles.get(articleId);
    if (!known) return false;
    this.#articles.delete(articleId);
    this.#words.countArticle(known.found, -1);
    for (const place of known.article.sections.keys()) {
      const number = known.first + place;
      this.#count(this.#sections[number]?.fields ?? [], -1);
      this.#sections[number] = null;
      this.#mini.discard(number);
    }
    return true;
  }

  match(terms: readonly string[]): Matches {
    const counts = new Uint32Array(terms.length * COUNTS_PER_TERM);
    const holding = terms.map((): number[] => []);
    this.#visit(terms, (place, number, { fields }) => {
      holding[place]?.push(number);
      const term = terms[place] as string;
      for (const [field, inField] of fields.entries()) {
        if (inField.has(term)) addTo(counts, place * COUNTS_PER_TERM + field, 1);
      }
      addTo(counts, place * COUNTS_PER_TERM + ANY_FIELD, 1);
    });
    return { counts, score: (scoring, best, articleIds) => this.#score(terms, holding, scoring, best, articleIds) };
  }

  sectionId(number: number): string {
    return this.section(number).section.id;
  }

  section(number: number): FoundSection {
    const found = this.#sections[number];
    if (!found) throw new RangeError(`Section ${number} was removed.`);
    const { article, section } = found;
    return { article, section };
  }

  /** Each section that holds a term, once; the terms in their order. */
  #visit(terms: readonly string[], visit: (place: number, number: number, section: LiveSection) => void): void {
    if (this.#living === 0) return;
    const places = new Map(terms.map((term, place) => [term, place]));
    let asked: string | null = null;
    this.#mini.search("", {
      tokenize: () => [...terms],
      processTerm: (term) => term,
      // Without a boost MiniSearch neither scores nor keeps what it has found.
      boostDocument: (number: number, term) => {
        if (term !== asked) this.#visits++;
        asked = term;
        const section = this.#sections[number];
        if (!section || section.visit === this.#visits) return 0;
        section.visit = this.#visits;
        visit(places.get(term) as number, number, section);
        return 0;
      },
    });
  }

  #score(
    terms: readonly string[],
    holding: readonly (readonly number[])[],
    { weights, saturation }: Scoring,
    best: Offered,
    articleIds: ReadonlySet<string> | undefined,
  ): void {
    const sums = new Map<number, { score: number; terms: number }>();
    for (const [place, numbers] of holding.entries()) {
      const term = terms[place] as string;
      for (const number of numbers) {
        const sum = sums.get(number) ?? { score: 0, terms: 0 };
        sums.set(number, sum);
        sum.terms++;
        for (const [field, counts] of (this.#sections[number]?.fields ?? []).entries()) {
          const frequency = counts.get(term);
          if (frequency === undefined) continue;
          const weight = weights[place * FIELDS.length + field] as number;
          sum.score += weight * saturation.of(field, frequency, fieldLength(counts));
        }
      }
    }
    for (const [number, sum] of sums) {
      if (articleIds !== undefined && !articleIds.has(this.#sections[number]?.article.id ?? "")) continue;
      const score = finalScore(sum.score, sum.terms);
      best.all.offer(this, number, score);
      const fields = this.#sections[number]?.fields;
      if (TEXT_FIELDS.every((field) => (fields?.[field]?.size ?? 0) === 0)) {
        best.withoutText.offer(this, number, score);
      }
    }
  }

  #count(fields: FieldTerms, by: 1 | -1): void {
    this.#living += by;
    for (const [field, counts] of fields.entries()) addTo(this.#lengths, field, by * fieldLength(counts));
  }
}
