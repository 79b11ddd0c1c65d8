import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Subscriptions that were not removed. */
export function standing(db: Kysely<Tables>) {
  return db.selectFrom("subscriptions").selectAll("subscriptions").where("removed", "=", 0);
}

/** Of these, those that are not paused. */
export function active(db: Kysely<Tables>) {
  return standing(db).where("paused_reason", "is", null);
}
