import type { Article } from "../../src/documents/article.ts";
import type { Audience, Hearer } from "../../src/ports/audience.ts";
import type { Subscription, SubscriptionChanges } from "../../src/ports/subscription-store.ts";

export interface RecordingAudience extends Audience {
  /** What it was told of subscriptions, in order. */
  readonly updates: SubscriptionChanges[];
  /** Which articles it was asked about, and since when it was told that their stories are known. */
  readonly asked: { readonly articleId: string; readonly seenAt: string }[];
}

/** Every channel that subscribed before the story was seen hears of everything; an article's categories are its keys. */
export function recordingAudience(): RecordingAudience {
  const subscriptions = new Map<string, Subscription>();
  const updates: SubscriptionChanges[] = [];
  const asked: { articleId: string; seenAt: string }[] = [];
  return {
    updates,
    asked,
    revision: () => updates.at(-1)?.revision ?? 0,
    update(changes) {
      updates.push(changes);
      for (const each of changes.active) subscriptions.set(each.id, each);
      for (const id of changes.inactiveIds) subscriptions.delete(id);
    },
    storyKeys: (article: Article) => (article.categories.length > 0 ? article.categories : [article.id]),
    hearersOf(article, seenAt) {
      asked.push({ articleId: article.id, seenAt });
      const hearing = [...subscriptions.values()].filter(({ createdAt }) => createdAt <= seenAt);
      const byChannel = Map.groupBy(hearing, ({ channel }) => channel);
      return [...byChannel.values()].flatMap(([oldest]) => (oldest ? [hearerOf(oldest)] : []));
    },
  };
}

export function hearerOf({ id, channel, place, locale, topic, mention }: Subscription): Hearer {
  return {
    subscriptionId: id,
    alsoFor: [],
    channel,
    place,
    locale,
    words: topic.include,
    mentions: mention ? [mention] : [],
  };
}
