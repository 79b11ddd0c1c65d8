import type { Hearer } from "../alerts/merge-hearers.ts";
import type { Article } from "../documents/article.ts";
import type { SubscriptionChanges } from "./subscription-store.ts";

export type { Hearer } from "../alerts/merge-hearers.ts";

/**
 * Who is to hear of new articles. The store asks within the transaction that commits them, after it has brought the
 * audience up to date: nobody who subscribed before is missed, and nobody hears of what was not committed.
 */
export interface Audience {
  /** Up to which revision of the subscriptions it knows them. */
  revision(): number;
  /** Left alone where it knows these changes already. */
  update(changes: SubscriptionChanges): void;
  /** What the article is known by, whoever brings it: never empty, the surest first. */
  storyKeys(article: Article): readonly string[];
  /** One for each channel. `seenAt`: when the story was seen first (ISO 8601, UTC); who subscribed later does not hear of it. */
  hearersOf(article: Article, seenAt: string): readonly Hearer[];
}

/** How a commit is told. */
export interface Telling {
  readonly audience: Audience;
  /** False: new articles are remembered, and nobody is told of them. */
  readonly isNews: boolean;
}
