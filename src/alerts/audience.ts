import type { Article } from "../documents/article.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { hearsInTime } from "./hears-in-time.ts";
import { type Hearer, mergeHearers } from "./merge-hearers.ts";
import { readArticle } from "./read-article.ts";
import { createPhraseReader } from "./read-phrase.ts";
import { createRoster } from "./roster.ts";
import { storyKeys } from "./story-keys.ts";
import { createSubscriptionIndex } from "./subscription-index.ts";
import type { Watcher } from "./watcher.ts";

/** What happened to subscriptions up to a revision. */
interface Changes {
  readonly active: readonly Watcher[];
  readonly inactiveIds: readonly string[];
  readonly revision: number;
}

/** Who is to hear of articles: the Audience of the ports. */
export function createAudience(lexicon: Lexicon) {
  const roster = createRoster();
  const index = createSubscriptionIndex(createPhraseReader(lexicon));
  let known = 0;

  function remove(id: string): void {
    const number = roster.remove(id);
    if (number !== null) index.remove(number);
  }

  return {
    revision: () => known,
    update({ active, inactiveIds, revision }: Changes): void {
      if (revision <= known) return;
      for (const id of inactiveIds) remove(id);
      for (const watcher of active) {
        remove(watcher.id);
        index.put(roster.add(watcher), watcher.topic);
      }
      known = revision;
    },
    storyKeys,
    hearersOf(article: Article, seenAt: string): readonly Hearer[] {
      // To read an article takes a hundred times as long as to store it.
      if (roster.bound() === 0) return [];
      const seenMs = Date.parse(seenAt);
      const publishedMs = article.publishedAt === null ? null : Date.parse(article.publishedAt);
      const { numbers, wordsOf } = index.find(readArticle(article, lexicon), roster.bound());
      const inTime = numbers.filter((number) => hearsInTime(roster.createdMs[number] ?? 0, seenMs, publishedMs));
      return mergeHearers(inTime, wordsOf, roster);
    },
  };
}
