import type { Kysely, Selectable, Transaction } from "kysely";
import type {
  ListedSubscription,
  Pause,
  Subscription,
  SubscriptionChanges,
  SubscriptionStore,
} from "../../src/ports/subscription-store.ts";
import { dropWaiting } from "./drop-waiting.ts";
import { active, standing } from "./standing-subscriptions.ts";
import type { SubscriptionsTable, Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";
import { wellFormedJson } from "./well-formed-json.ts";

type SubscriptionRow = Selectable<SubscriptionsTable>;

/** Subscriptions over migrated tables. */
export function subscriptionStore(db: Kysely<Tables>, underWay: UnderWay): SubscriptionStore {
  const change = <T>(run: (transaction: Transaction<Tables>, nextRevision: () => number) => Promise<T>) =>
    underWay.track(db.transaction().execute((transaction) => counted(transaction, run)));
  return {
    putSubscription: (subscription, most) =>
      change((transaction, nextRevision) => putSubscription(transaction, subscription, most, nextRevision)),
    subscription: (id) => underWay.track(subscriptionOf(db, id)),
    subscriptionsOf: (channel) => underWay.track(subscriptionsOf(db, channel)),
    subscriptionsIn: (place, createdBy, limit) => underWay.track(subscriptionsIn(db, place, createdBy, limit)),
    removeSubscription: (id) =>
      change((transaction, nextRevision) => removeSubscription(transaction, id, nextRevision)),
    pauseSubscription: (id, pause) =>
      change(async (transaction, nextRevision) => {
        const rows = await active(transaction).where("id", "=", id.toWellFormed()).execute();
        await pauseRows(transaction, rows, pause, nextRevision);
        return rows.length > 0;
      }),
    resumeSubscription: (id) =>
      change((transaction, nextRevision) => resumeSubscription(transaction, id, nextRevision)),
    pauseChannel: (channel, pause) =>
      change(async (transaction, nextRevision) => {
        const rows = await oldestFirst(active(transaction)).where("channel", "=", channel.toWellFormed()).execute();
        await pauseRows(transaction, rows, pause, nextRevision);
        return rows.map(subscriptionOfRow);
      }),
    subscriptionsSince: (revision) => underWay.track(subscriptionsSince(db, revision)),
  };
}

/** Runs a change that takes a revision for every row it writes. */
async function counted<T>(
  transaction: Transaction<Tables>,
  change: (transaction: Transaction<Tables>, nextRevision: () => number) => Promise<T>,
): Promise<T> {
  // A write comes first, as in the article store: one change at a time counts revisions.
  const counter = await transaction
    .updateTable("subscription_counter")
    .set((eb) => ({ revision: eb("revision", "+", 0) }))
    .where("id", "=", 1)
    .returning("revision")
    .executeTakeFirstOrThrow();
  let { revision } = counter;
  const nextRevision = () => {
    revision += 1;
    return revision;
  };
  const result = await change(transaction, nextRevision);
  if (revision > counter.revision) {
    await transaction.updateTable("subscription_counter").set({ revision }).where("id", "=", 1).execute();
  }
  return result;
}

function oldestFirst(query: ReturnType<typeof standing>) {
  return query.orderBy("created_at").orderBy("id");
}

async function putSubscription(
  transaction: Transaction<Tables>,
  subscription: Subscription,
  most: number,
  nextRevision: () => number,
): Promise<"stored" | "full"> {
  const { others } = await transaction
    .selectFrom("subscriptions")
    .select((eb) => eb.fn.countAll().as("others"))
    .where("channel", "=", subscription.channel.toWellFormed())
    .where("removed", "=", 0)
    .where("id", "<>", subscription.id.toWellFormed())
    .executeTakeFirstOrThrow();
  if (Number(others) >= most) return "full";
  await transaction
    .insertInto("subscriptions")
    .values(rowOfSubscription(subscription, nextRevision()))
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        revision: eb.ref("excluded.revision"),
        removed: eb.ref("excluded.removed"),
        channel: eb.ref("excluded.channel"),
        place: eb.ref("excluded.place"),
        locale: eb.ref("excluded.locale"),
        mention: eb.ref("excluded.mention"),
        created_at: eb.ref("excluded.created_at"),
        created_by: eb.ref("excluded.created_by"),
        paused_reason: eb.ref("excluded.paused_reason"),
        paused_at: eb.ref("excluded.paused_at"),
        topic: eb.ref("excluded.topic"),
      })),
    )
    .execute();
  return "stored";
}

async function subscriptionOf(db: Kysely<Tables>, id: string): Promise<Subscription | null> {
  const row = await standing(db).where("id", "=", id.toWellFormed()).executeTakeFirst();
  return row ? subscriptionOfRow(row) : null;
}

async function subscriptionsOf(db: Kysely<Tables>, channel: string): Promise<ListedSubscription[]> {
  const rows = await listed(db)
    .where("channel", "=", channel.toWellFormed())
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(listedOfRow);
}

async function subscriptionsIn(
  db: Kysely<Tables>,
  place: string,
  createdBy: string | null,
  limit: number,
): Promise<ListedSubscription[]> {
  const rows = await listed(db)
    .where("place", "=", place.toWellFormed())
    .$if(createdBy !== null, (query) => query.where("created_by", "=", createdBy?.toWellFormed() ?? ""))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(listedOfRow);
}

function listed(db: Kysely<Tables>) {
  return standing(db).select((eb) => [
    eb
      .selectFrom("alerts")
      .select((alert) => alert.fn.max("sent_at").as("sent_at"))
      .whereRef("alerts.subscription_id", "=", "subscriptions.id")
      .where("alerts.state", "=", "sent")
      .as("last_sent_at"),
    eb
      .selectFrom("alerts")
      .select((alert) => alert.fn.countAll().as("alerts"))
      .whereRef("alerts.subscription_id", "=", "subscriptions.id")
      .where("alerts.state", "=", "uncertain")
      // What is still to be looked for has a time.
      .where("alerts.next_at", "is", null)
      .as("uncertain"),
  ]);
}

/** Beside its id nothing stays of a removed subscription; the caller adds the revision. */
const emptied = {
  removed: 1,
  channel: "",
  place: "",
  locale: "",
  mention: null,
  created_at: "",
  created_by: "",
  paused_reason: null,
  paused_at: null,
  topic: "{}",
} satisfies Partial<SubscriptionRow>;

async function removeSubscription(
  transaction: Transaction<Tables>,
  id: string,
  nextRevision: () => number,
): Promise<boolean> {
  const row = await standing(transaction).where("id", "=", id.toWellFormed()).executeTakeFirst();
  if (row === undefined) return false;
  await transaction
    .updateTable("subscriptions")
    .set({ ...emptied, revision: nextRevision() })
    .where("id", "=", row.id)
    .execute();
  await dropWaiting(transaction, [row.id], "removed");
  return true;
}

async function pauseRows(
  transaction: Transaction<Tables>,
  rows: readonly SubscriptionRow[],
  pause: Pause,
  nextRevision: () => number,
): Promise<void> {
  for (const { id } of rows) {
    await transaction
      .updateTable("subscriptions")
      .set({ paused_reason: pause.reason, paused_at: pause.at, revision: nextRevision() })
      .where("id", "=", id)
      .execute();
  }
  await dropWaiting(
    transaction,
    rows.map(({ id }) => id),
    "paused",
  );
}

async function resumeSubscription(
  transaction: Transaction<Tables>,
  id: string,
  nextRevision: () => number,
): Promise<boolean> {
  const row = await standing(transaction)
    .where("id", "=", id.toWellFormed())
    .where("paused_reason", "is not", null)
    .executeTakeFirst();
  if (row === undefined) return false;
  await transaction
    .updateTable("subscriptions")
    .set({ paused_reason: null, paused_at: null, revision: nextRevision() })
    .where("id", "=", row.id)
    .execute();
  return true;
}

/** See the port. Also in a transaction of the caller. */
export async function subscriptionsSince(db: Kysely<Tables>, revision: number): Promise<SubscriptionChanges> {
  // The counter first: what is committed between the two comes again with the next call, and is not missed.
  const newest = await db
    .selectFrom("subscription_counter")
    .select("revision")
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("subscriptions")
    .selectAll()
    .where("revision", ">", revision)
    .$if(revision <= 0, (query) => query.where("removed", "=", 0).where("paused_reason", "is", null))
    .orderBy("revision")
    .execute();
  const isActive = (row: SubscriptionRow) => row.removed === 0 && row.paused_reason === null;
  return {
    active: rows.filter(isActive).map(subscriptionOfRow),
    inactiveIds: rows.filter((row) => !isActive(row)).map((row) => row.id),
    revision: newest.revision,
  };
}

/** Text that is not valid Unicode is repaired (U+FFFD), as no database keeps it. */
function rowOfSubscription(subscription: Subscription, revision: number): SubscriptionRow {
  const { topic, paused } = subscription;
  return {
    id: subscription.id.toWellFormed(),
    revision,
    removed: 0,
    channel: subscription.channel.toWellFormed(),
    place: subscription.place.toWellFormed(),
    locale: subscription.locale,
    mention: subscription.mention?.toWellFormed() ?? null,
    created_at: subscription.createdAt,
    created_by: subscription.createdBy.toWellFormed(),
    paused_reason: paused?.reason ?? null,
    paused_at: paused?.at ?? null,
    topic: wellFormedJson(topic),
  };
}

function subscriptionOfRow(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    channel: row.channel,
    place: row.place,
    topic: JSON.parse(row.topic),
    mention: row.mention,
    locale: row.locale as Subscription["locale"],
    createdAt: row.created_at,
    createdBy: row.created_by,
    paused:
      row.paused_reason === null || row.paused_at === null
        ? null
        : { reason: row.paused_reason as Pause["reason"], at: row.paused_at },
  };
}

function listedOfRow(
  row: SubscriptionRow & { last_sent_at: string | null; uncertain: string | number | bigint | null },
): ListedSubscription {
  return { ...subscriptionOfRow(row), lastSentAt: row.last_sent_at, uncertain: Number(row.uncertain) };
}
