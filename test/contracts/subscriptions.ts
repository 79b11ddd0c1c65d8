import type { Subscription } from "../../src/ports/subscription-store.ts";

/** A subscription as it is put. */
export function subscription(id: string, fields: Partial<Subscription> = {}): Subscription {
  return {
    id,
    channel: "slack:T1:C1",
    place: "slack:T1",
    topic: { include: ["관세"], exclude: [], sources: [], categories: [] },
    mention: null,
    locale: "ko",
    createdAt: "2026-11-22T12:00:00.000Z",
    createdBy: "slack:T1:U1",
    paused: null,
    ...fields,
  };
}
