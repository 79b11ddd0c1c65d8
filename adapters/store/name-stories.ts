import type { Transaction } from "kysely";
import { inChunks } from "./chunks.ts";
import type { Tables } from "./tables.ts";

export interface Story {
  /** The key it was seen by first. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly seenAt: string;
}

/**
 * The story of each article by its keys, in their order: the one that the first known key leads to, else a new one.
 * All its keys lead to it afterwards. In the transaction that commits the articles, which lets one at a time look.
 */
export async function nameStories(
  transaction: Transaction<Tables>,
  keysOfArticles: readonly (readonly string[])[],
  nowIso: string,
): Promise<Story[]> {
  const wellFormed = keysOfArticles.map((keys) => keys.map((key) => key.toWellFormed()));
  const known = await knownStories(transaction, [...new Set(wellFormed.flat())]);
  const added: { key: string; story: string; seen_at: string }[] = [];
  const stories = wellFormed.map((keys) => {
    const stories = keys.flatMap((key) => {
      const story = known.get(key);
      return story === undefined || isOthers(key, story, keys[0] ?? "") ? [] : story;
    });
    const story = stories[0] ?? { name: keys[0] ?? "", seenAt: nowIso };
    for (const key of keys) {
      if (known.has(key)) continue;
      known.set(key, story);
      added.push({ key, story: story.name, seen_at: story.seenAt });
    }
    return story;
  });
  await inChunks(added, 3, (chunk) => transaction.insertInto("stories").values(chunk).execute());
  return stories;
}

async function knownStories(transaction: Transaction<Tables>, keys: readonly string[]): Promise<Map<string, Story>> {
  const known = new Map<string, Story>();
  await inChunks(keys, 1, async (chunk) => {
    const rows = await transaction.selectFrom("stories").selectAll().where("key", "in", chunk).execute();
    for (const row of rows) known.set(row.key, { name: row.story, seenAt: row.seen_at });
  });
  return known;
}

/** One source tells its articles apart by itself: an address that several of them share (a list, #parts of a page) joins none. */
function isOthers(key: string, { name }: Story, articleKey: string): boolean {
  const source = /^article:[^/]+\//.exec(articleKey)?.[0];
  return key.startsWith("link:") && source !== undefined && name !== articleKey && name.startsWith(source);
}
