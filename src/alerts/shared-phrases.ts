import { lookupTerms, termsOfArticle } from "./lookup-terms.ts";
import { createNumbering } from "./numbering.ts";
import type { Phrase } from "./phrase.ts";
import type { ArticleReading } from "./read-article.ts";

/** A phrase of all who typed it alike. */
export interface SharedPhrase extends Phrase {
  readonly number: number;
  /** What it is found by. */
  readonly terms: readonly string[];
  /** Numbers of subscriptions that include it. */
  readonly includedBy: Set<number>;
}

export interface SharedPhrases {
  /** To be released as often as it was taken. */
  take(typed: string): SharedPhrase;
  release(phrase: SharedPhrase): void;
  /** All that the article says; each is judged once, and only where the article has its rarest part. */
  saidIn(article: ArticleReading): ReadonlySet<SharedPhrase>;
  /** Above every number in use. */
  bound(): number;
}

export function createSharedPhrases(readPhrase: (typed: string) => Phrase): SharedPhrases {
  const numbers = createNumbering();
  const byText = new Map<string, SharedPhrase>();
  const byTerm = new Map<string, Set<SharedPhrase>>();

  function add(typed: string, number: number): SharedPhrase {
    const phrase = readPhrase(typed);
    const terms = lookupTerms(phrase, (term) => byTerm.get(term)?.size ?? 0);
    const shared = { ...phrase, number, terms, includedBy: new Set<number>() };
    byText.set(typed, shared);
    for (const term of terms) byTerm.set(term, (byTerm.get(term) ?? new Set()).add(shared));
    return shared;
  }

  function drop(phrase: SharedPhrase): void {
    byText.delete(phrase.text);
    for (const term of phrase.terms) {
      const sharing = byTerm.get(term);
      sharing?.delete(phrase);
      if (sharing?.size === 0) byTerm.delete(term);
    }
  }

  return {
    take(typed) {
      const number = numbers.take(typed);
      return byText.get(typed) ?? add(typed, number);
    },
    release(phrase) {
      numbers.release(phrase.text);
      if (numbers.of(phrase.text) === undefined) drop(phrase);
    },
    saidIn(article) {
      const said = new Set<SharedPhrase>();
      for (const term of termsOfArticle(article)) {
        for (const phrase of byTerm.get(term) ?? []) if (article.says(phrase)) said.add(phrase);
      }
      return said;
    },
    bound: numbers.bound,
  };
}
