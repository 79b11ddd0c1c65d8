import type { Kysely, Selectable, Transaction } from "kysely";
import type { ExchangeStore, StoredExchange } from "../../src/ports/exchange-store.ts";
import type { ExchangesTable, Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";
import { wellFormedJson } from "./well-formed-json.ts";

/** Questions and answers over migrated tables. */
export function exchangeStore(db: Kysely<Tables>, underWay: UnderWay): ExchangeStore {
  return {
    putExchange: (exchange) => underWay.track(putExchange(db, exchange)),
    exchange: (id) => underWay.track(exchangeOf(db, id)),
    lastOfConversation: (conversation, sinceIso) => underWay.track(lastOfConversation(db, conversation, sinceIso)),
    exchangesOf: (person, limit) => underWay.track(exchangesOf(db, person, limit)),
    forgetPerson: (person) =>
      underWay.track(db.transaction().execute((transaction) => forgetPerson(transaction, person))),
    dropExchangesBefore: (iso) => underWay.track(dropBefore(db, iso)),
  };
}

async function putExchange(db: Kysely<Tables>, exchange: StoredExchange): Promise<void> {
  await db
    .insertInto("exchanges")
    .values((eb) => ({
      id: exchange.id.toWellFormed(),
      conversation: exchange.conversation?.toWellFormed() ?? null,
      person: exchange.person?.toWellFormed() ?? null,
      article_id: exchange.articleId?.toWellFormed() ?? null,
      asked_at: exchange.askedAt,
      sequence: eb
        .selectFrom("exchanges")
        .select((stored) => stored(stored.fn.coalesce(stored.fn.max("sequence"), stored.lit(0)), "+", 1).as("next")),
      turn: wellFormedJson(exchange.turn),
      answer: wellFormedJson(exchange.answer),
    }))
    .onConflict((conflict) =>
      // The sequence stays: what is put a second time is no newer than what came in between.
      conflict.column("id").doUpdateSet((eb) => ({
        conversation: eb.ref("excluded.conversation"),
        person: eb.ref("excluded.person"),
        article_id: eb.ref("excluded.article_id"),
        asked_at: eb.ref("excluded.asked_at"),
        turn: eb.ref("excluded.turn"),
        answer: eb.ref("excluded.answer"),
      })),
    )
    .execute();
}

async function exchangeOf(db: Kysely<Tables>, id: string): Promise<StoredExchange | null> {
  const row = await db.selectFrom("exchanges").selectAll().where("id", "=", id.toWellFormed()).executeTakeFirst();
  return row ? exchangeOfRow(row) : null;
}

async function lastOfConversation(
  db: Kysely<Tables>,
  conversation: string,
  sinceIso: string,
): Promise<StoredExchange | null> {
  const row = await newestFirst(db)
    .where("conversation", "=", conversation.toWellFormed())
    .where("asked_at", ">=", sinceIso)
    .limit(1)
    .executeTakeFirst();
  return row ? exchangeOfRow(row) : null;
}

async function exchangesOf(db: Kysely<Tables>, person: string, limit: number): Promise<StoredExchange[]> {
  const rows = await newestFirst(db).where("person", "=", person.toWellFormed()).limit(limit).execute();
  return rows.map(exchangeOfRow);
}

function newestFirst(db: Kysely<Tables>) {
  // Two that PostgreSQL inserts at once may share a sequence; then neither is newer, but the order is always the same.
  return db
    .selectFrom("exchanges")
    .selectAll()
    .orderBy("asked_at", "desc")
    .orderBy("sequence", "desc")
    .orderBy("id", "desc");
}

/** Of `randomId`. */
const EXCHANGE_ID_LENGTH = 16;

async function forgetPerson(transaction: Transaction<Tables>, name: string): Promise<number> {
  const person = name.toWellFormed();
  // What others thought of an answer repeats the question; their opinions begin with the exchange's id.
  const opinions = await transaction
    .deleteFrom("feedback")
    .where((eb) =>
      eb(
        eb.fn<string>("substr", ["key", eb.lit(1), eb.lit(EXCHANGE_ID_LENGTH)]),
        "in",
        eb.selectFrom("exchanges").select("id").where("person", "=", person),
      ),
    )
    .executeTakeFirstOrThrow();
  const exchanges = await transaction.deleteFrom("exchanges").where("person", "=", person).executeTakeFirstOrThrow();
  const feedback = await transaction.deleteFrom("feedback").where("person", "=", person).executeTakeFirstOrThrow();
  return Number(opinions.numDeletedRows + exchanges.numDeletedRows + feedback.numDeletedRows);
}

async function dropBefore(db: Kysely<Tables>, iso: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom("exchanges").where("asked_at", "<", iso).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function exchangeOfRow(row: Selectable<ExchangesTable>): StoredExchange {
  return {
    id: row.id,
    conversation: row.conversation,
    person: row.person,
    articleId: row.article_id,
    askedAt: row.asked_at,
    turn: JSON.parse(row.turn),
    answer: JSON.parse(row.answer),
  };
}
