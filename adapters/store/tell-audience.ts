import type { Transaction } from "kysely";
import type { NewAlert } from "../../src/ports/alert-store.ts";
import type { Hearer, Telling } from "../../src/ports/audience.ts";
import { randomId } from "../../src/text/random-id.ts";
import type { Article } from "./article-row.ts";
import { nameStories, type Story } from "./name-stories.ts";
import { putAlerts } from "./put-alerts.ts";
import { subscriptionsSince } from "./subscription-store.ts";
import type { Tables } from "./tables.ts";

/** What was seen this long ago is no news any more, whoever brings it now. */
const NEWS_FOR_MS = 60 * 24 * 60 * 60 * 1_000;

/**
 * Remembers the stories of articles that are new to the store, and puts alerts of those that are news into the outbox.
 * In the transaction that commits the articles.
 */
export async function tellAudience(
  transaction: Transaction<Tables>,
  articles: readonly Article[],
  { audience, isNews }: Telling,
  nowMs: number,
): Promise<void> {
  const nowIso = new Date(nowMs).toISOString();
  const keys = articles.map((article) => audience.storyKeys(article));
  const stories = await nameStories(transaction, keys, nowIso);
  if (!isNews) return;
  audience.update(await subscriptionsSince(transaction, audience.revision()));
  for (const [i, article] of articles.entries()) {
    const story = stories[i];
    if (story === undefined || nowMs - Date.parse(story.seenAt) >= NEWS_FOR_MS) continue;
    const hearers = audience.hearersOf(article, story.seenAt);
    const alerts = hearers.map((hearer) => alertFor(hearer, article, story));
    await putAlerts(transaction, alerts, nowIso);
  }
}

function alertFor(hearer: Hearer, article: Article, story: Story): NewAlert {
  return {
    id: randomId(),
    channel: hearer.channel,
    place: hearer.place,
    locale: hearer.locale,
    subscriptionId: hearer.subscriptionId,
    story: story.name,
    about: {
      kind: "article",
      articleId: article.id,
      words: hearer.words,
      mentions: hearer.mentions,
      alsoFor: hearer.alsoFor,
    },
  };
}
