import type { Transaction } from "kysely";
import type { AlertAbout } from "../../src/ports/alert-store.ts";
import { inChunks } from "./chunks.ts";
import { active } from "./standing-subscriptions.ts";
import type { Tables } from "./tables.ts";

/**
 * Drops what waits of subscriptions that were removed or paused, or leaves it to another one that wants it too; what may
 * have been posted stays. In a transaction of the caller.
 */
export async function dropWaiting(
  transaction: Transaction<Tables>,
  subscriptionIds: readonly string[],
  reason: "removed" | "paused",
): Promise<void> {
  await inChunks(subscriptionIds, 1, async (ids) => {
    const rows = await transaction
      .selectFrom("alerts")
      .select(["id", "about"])
      .where("subscription_id", "in", ids)
      .where("state", "=", "waiting")
      .execute();
    const waiting = rows.map(({ id, about }) => ({ id, others: othersIn(about) }));
    const standing = await activeOf(transaction, [...new Set(waiting.flatMap(({ others }) => others))]);
    const over: string[] = [];
    for (const { id, others } of waiting) {
      const heir = others.find((other) => standing.has(other));
      if (heir === undefined) over.push(id);
      else await transaction.updateTable("alerts").set({ subscription_id: heir }).where("id", "=", id).execute();
    }
    await inChunks(over, 1, (dropped) =>
      transaction
        .updateTable("alerts")
        .set({ state: "dropped", next_at: null, reason })
        .where("id", "in", dropped)
        .execute(),
    );
  });
}

function othersIn(about: string): readonly string[] {
  const read = JSON.parse(about) as AlertAbout;
  return read.kind === "article" ? (read.alsoFor ?? []) : [];
}

async function activeOf(transaction: Transaction<Tables>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  await inChunks(ids, 1, async (some) => {
    for (const { id } of await active(transaction).where("id", "in", some).execute()) found.add(id);
  });
  return found;
}
