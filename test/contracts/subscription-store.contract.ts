import { describe, expect, it } from "vitest";
import { EVERYTHING } from "../../src/alerts/topic.ts";
import type { AlertStore } from "../../src/ports/alert-store.ts";
import type { ListedSubscription, Subscription, SubscriptionStore } from "../../src/ports/subscription-store.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";
import { newAlert } from "./new-alerts.ts";
import { subscription } from "./subscriptions.ts";

type Store = SubscriptionStore & AlertStore & { close(): Promise<void> };

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

const noonMs = Date.parse("2026-11-22T12:00:00.000Z");
const plus = (ms: number) => new Date(noonMs + ms).toISOString();
const rules = { paceMs: 0, staleMs: 60_000 };
const asked = { reason: "asked", at: plus(5) } as const;
const many = 1_000;

const ids = (subscriptions: readonly Subscription[]) => subscriptions.map(({ id }) => id);
const listed = (each: Subscription, fields: Partial<ListedSubscription> = {}): ListedSubscription => ({
  ...each,
  lastSentAt: null,
  uncertain: 0,
  ...fields,
});

/** What every store of subscriptions does. */
export function subscriptionStoreContract(name: string, open: (now: () => number) => Promise<Opened>): void {
  const opened = () => open(() => noonMs);

  describe(`subscriptions in ${name}`, () => {
    it("come back as they were put", async () => {
      const { store } = await opened();
      const all = [
        subscription("a"),
        subscription("b", { topic: EVERYTHING, mention: "123", locale: "en", channel: "discord:channel:1" }),
        subscription("c", {
          topic: {
            include: ["관세", "상호 관세"],
            exclude: ["축구"],
            sources: ["정책 소식"],
            categories: ["무역", ""],
          },
          paused: { reason: "no-permission", at: plus(3) },
          channel: "slack:T1:C2:1700000000.000100",
        }),
      ];
      expect(await store.subscription("a")).toBeNull();
      for (const each of all) expect(await store.putSubscription(each, many)).toBe("stored");
      for (const each of all) {
        expect(await store.subscription(each.id)).toEqual(each);
        expect(await store.subscriptionsOf(each.channel)).toEqual([listed(each)]);
      }
      expect(await store.subscription("A")).toBeNull();
      expect(await store.subscriptionsOf("slack:T1:C2")).toEqual([]);
      await store.close();
    });

    it("are replaced by id, also in another channel", async () => {
      const { store } = await opened();
      await store.putSubscription(subscription("a"), many);
      const last = subscription("a", { channel: "slack:T1:C9", topic: EVERYTHING, mention: "S1", createdAt: plus(9) });
      await store.putSubscription(last, many);
      await store.putSubscription(last, many);
      expect(await store.subscription("a")).toEqual(last);
      expect(await store.subscriptionsOf("slack:T1:C1")).toEqual([]);
      expect(await store.subscriptionsOf("slack:T1:C9")).toEqual([listed(last)]);
      await store.close();
    });

    it("are refused where the channel has enough others, paused ones too, and nothing is stored", async () => {
      const { store } = await opened();
      for (const id of ["a", "b", "c"]) await store.putSubscription(subscription(id), 3);
      await store.putSubscription(subscription("elsewhere", { channel: "slack:T1:C1:1.2" }), 3);
      await store.pauseSubscription("b", asked);
      const before = await store.subscriptionsSince(0);
      expect(await store.putSubscription(subscription("d"), 3)).toBe("full");
      expect(await store.putSubscription(subscription("elsewhere"), 3)).toBe("full");
      expect(await store.putSubscription(subscription("d"), 0)).toBe("full");
      expect(await store.subscriptionsSince(0)).toEqual(before);
      expect(await store.subscription("d")).toBeNull();
      // The others are counted, not itself.
      expect(await store.putSubscription(subscription("c", { topic: EVERYTHING }), 3)).toBe("stored");
      await store.removeSubscription("b");
      expect(await store.putSubscription(subscription("d"), 3)).toBe("stored");
      await store.close();
    });

    it("of a channel come oldest first, of a place newest first; those of one millisecond always alike", async () => {
      const { store } = await opened();
      for (const [id, ms, createdBy] of [
        ["m", 2, "u1"],
        ["z", 0, "u2"],
        ["k", 1, "u1"],
        ["a", 1, "u1"],
      ] as const) {
        await store.putSubscription(subscription(id, { createdAt: plus(ms), createdBy }), many);
      }
      await store.putSubscription(subscription("other", { place: "slack:T2", channel: "slack:T2:C1" }), many);
      expect(ids(await store.subscriptionsOf("slack:T1:C1"))).toEqual(["z", "a", "k", "m"]);
      expect(ids(await store.subscriptionsIn("slack:T1", null, 10))).toEqual(["m", "k", "a", "z"]);
      expect(ids(await store.subscriptionsIn("slack:T1", null, 2))).toEqual(["m", "k"]);
      expect(ids(await store.subscriptionsIn("slack:T1", "u1", 2))).toEqual(["m", "k"]);
      expect(ids(await store.subscriptionsIn("slack:T1", "u2", 10))).toEqual(["z"]);
      expect(await store.subscriptionsIn("slack:T1", "U1", 10)).toEqual([]);
      expect(await store.subscriptionsIn("slack:T1", null, 0)).toEqual([]);
      await store.close();
    });

    it("are gone when they are removed, also twice, with what waits of them", async () => {
      const { store } = await opened();
      for (const id of ["a", "b"]) await store.putSubscription(subscription(id), many);
      await putAlertOfEachState(store, "a");
      await store.putAlerts([newAlert("of b", { subscriptionId: "b" }), newAlert("of none", { subscriptionId: null })]);
      expect(await store.removeSubscription("a")).toBe(true);
      expect(await store.removeSubscription("a")).toBe(false);
      expect(await store.removeSubscription("unknown")).toBe(false);
      expect(await store.subscription("a")).toBeNull();
      expect(ids(await store.subscriptionsOf("slack:T1:C1"))).toEqual(["b"]);
      expect(ids(await store.subscriptionsIn("slack:T1", null, 10))).toEqual(["b"]);
      await expectOnlyWaitingDropped(store);
      expect((await store.alert("of b"))?.state).toBe("waiting");
      expect((await store.alert("of none"))?.state).toBe("waiting");
      expect(await store.subscriptionsOf("")).toEqual([]);
      expect(await store.subscriptionsIn("", null, 10)).toEqual([]);
      await store.close();
    });

    it("are paused once, and what waits of them is dropped; a later reason changes nothing", async () => {
      const { store } = await opened();
      for (const id of ["a", "b", "gone"]) await store.putSubscription(subscription(id), many);
      await store.removeSubscription("gone");
      await putAlertOfEachState(store, "a");
      await store.putAlerts([newAlert("of b", { subscriptionId: "b" })]);
      expect(await store.pauseSubscription("a", asked)).toBe(true);
      expect(await store.pauseSubscription("a", { reason: "archived", at: plus(9) })).toBe(false);
      expect(await store.pauseSubscription("gone", asked)).toBe(false);
      expect(await store.pauseSubscription("unknown", asked)).toBe(false);
      expect(await store.subscription("a")).toEqual(subscription("a", { paused: asked }));
      expect(await store.subscription("b")).toEqual(subscription("b"));
      await expectOnlyWaitingDropped(store);
      expect((await store.alert("of b"))?.state).toBe("waiting");
      await store.close();
    });

    it("leave what waits to another one that wants it too, as long as there is one", async () => {
      const { store } = await opened();
      for (const id of ["a", "b", "c"]) await store.putSubscription(subscription(id), many);
      const about = { kind: "article", articleId: "1", words: [], mentions: [], alsoFor: ["b", "c"] } as const;
      await store.putAlerts([newAlert("1", { subscriptionId: "a", about })]);
      await store.pauseSubscription("b", asked);
      await store.removeSubscription("a");
      expect(await store.alert("1")).toMatchObject({ state: "waiting", subscriptionId: "c" });
      await store.removeSubscription("c");
      expect(await store.alert("1")).toMatchObject({ state: "dropped" });
      await store.close();
    });

    it("are resumed once; what was dropped stays dropped", async () => {
      const { store } = await opened();
      await store.putSubscription(subscription("a"), many);
      await store.putAlerts([newAlert("1")]);
      expect(await store.resumeSubscription("a")).toBe(false);
      await store.pauseSubscription("a", asked);
      expect(await store.resumeSubscription("a")).toBe(true);
      expect(await store.resumeSubscription("a")).toBe(false);
      expect(await store.resumeSubscription("unknown")).toBe(false);
      expect(await store.subscription("a")).toEqual(subscription("a"));
      expect(await store.dueChannels(plus(1), 1, 10)).toEqual([]);
      await store.pauseSubscription("a", asked);
      await store.removeSubscription("a");
      expect(await store.resumeSubscription("a")).toBe(false);
      await store.close();
    });

    it("of a channel are paused together, and come back as they were", async () => {
      const { store } = await opened();
      const gone = { reason: "channel-gone", at: plus(7) } as const;
      const own = [subscription("b"), subscription("a", { createdAt: plus(1) })];
      const thread = subscription("thread", { channel: "slack:T1:C1:1700000000.000100" });
      for (const each of [...own, thread, subscription("paused"), subscription("removed")]) {
        await store.putSubscription(each, many);
      }
      await store.pauseSubscription("paused", asked);
      await store.removeSubscription("removed");
      await store.putAlerts([
        newAlert("1", { subscriptionId: "a" }),
        newAlert("2", { subscriptionId: "b" }),
        newAlert("3", { subscriptionId: "thread", channel: thread.channel }),
        newAlert("notice", { subscriptionId: null }),
      ]);
      expect(await store.pauseChannel("slack:T1:C1", gone)).toEqual(own);
      expect(await store.pauseChannel("slack:T1:C1", gone)).toEqual([]);
      expect(await store.pauseChannel("unknown", gone)).toEqual([]);
      const pauses = (await store.subscriptionsOf("slack:T1:C1")).map(({ id, paused }) => [id, paused]);
      expect(pauses).toEqual([
        ["b", gone],
        ["paused", asked],
        ["a", gone],
      ]);
      expect((await store.subscription("thread"))?.paused).toBeNull();
      const states = await Promise.all(["1", "2", "3", "notice"].map(async (id) => (await store.alert(id))?.state));
      expect(states).toEqual(["dropped", "dropped", "waiting", "waiting"]);
      await store.close();
    });

    it("are listed with their last delivery, and with what nobody can tell", async () => {
      const { store } = await opened();
      await store.putSubscription(subscription("a"), many);
      await store.putSubscription(subscription("b"), many);
      await putAlertOfEachState(store, "a");
      const expected = [
        listed(subscription("a"), { lastSentAt: plus(20), uncertain: 1 }),
        listed(subscription("b"), { lastSentAt: null, uncertain: 0 }),
      ];
      expect(await store.subscriptionsOf("slack:T1:C1")).toEqual(expected);
      expect(await store.subscriptionsIn("slack:T1", "slack:T1:U1", 10)).toEqual(expected.toReversed());
      await store.close();
    });

    it("tell what changed since a revision, each in its newest state only", async () => {
      const { store } = await opened();
      expect(await store.subscriptionsSince(0)).toEqual({ active: [], inactiveIds: [], revision: 0 });
      for (const id of ["a", "b", "c", "d"]) await store.putSubscription(subscription(id), many);
      const first = await store.subscriptionsSince(0);
      expect(ids(first.active)).toEqual(["a", "b", "c", "d"]);
      expect(first.active[0]).toEqual(subscription("a"));
      expect(await store.subscriptionsSince(first.revision)).toEqual({
        active: [],
        inactiveIds: [],
        revision: first.revision,
      });

      await store.pauseSubscription("a", asked);
      await store.removeSubscription("b");
      await store.putSubscription(subscription("c", { topic: EVERYTHING }), many);
      const second = await store.subscriptionsSince(first.revision);
      expect(second.active).toEqual([subscription("c", { topic: EVERYTHING })]);
      expect(second.inactiveIds).toEqual(["a", "b"]);
      expect(second.revision).toBeGreaterThan(first.revision);

      await store.resumeSubscription("a");
      await store.pauseChannel("slack:T1:C1", asked);
      await store.resumeSubscription("d");
      const third = await store.subscriptionsSince(second.revision);
      expect(third.active).toEqual([subscription("d")]);
      expect(third.inactiveIds.toSorted()).toEqual(["a", "c"]);
      // Who knows none yet need not hear of those that are no more.
      expect(await store.subscriptionsSince(0)).toEqual({ ...third, inactiveIds: [] });
      await store.close();
    });

    it("get no revision where nothing changed", async () => {
      const { store } = await opened();
      await store.putSubscription(subscription("a"), 1);
      await store.pauseSubscription("a", asked);
      const { revision } = await store.subscriptionsSince(0);
      await store.pauseSubscription("a", asked);
      await store.pauseChannel("slack:T1:C1", asked);
      await store.removeSubscription("b");
      await store.resumeSubscription("b");
      await store.putSubscription(subscription("b"), 1);
      const faulty = subscription("c", { createdAt: null as unknown as string });
      await expect(store.putSubscription(faulty, many)).rejects.toThrow();
      expect((await store.subscriptionsSince(0)).revision).toBe(revision);
      await store.close();
    });

    it("take turns when several are put at once: no more than fit, and no revision twice", async () => {
      const { store } = await opened();
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, (_, i) => store.putSubscription(subscription(`${i}`), 10)),
      );
      expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(10);
      expect(await store.subscriptionsOf("slack:T1:C1")).toHaveLength(10);
      expect((await store.subscriptionsSince(0)).revision).toBe(10);
      await store.close();
    });

    it("take any text as it is", async () => {
      const { store } = await opened();
      for (const [i, text] of hostileTexts.entries()) {
        const key = hostileKeys[i] ?? `${i}`;
        const each = subscription(key, {
          channel: text,
          place: key,
          mention: text,
          createdBy: text,
          topic: { include: [text], exclude: [text, ""], sources: [text], categories: [text] },
        });
        await store.putSubscription(each, many);
        expect(await store.subscription(key)).toEqual(each);
        expect(await store.subscriptionsOf(text)).toEqual([listed(each)]);
        expect(await store.subscriptionsIn(key, text, 10)).toEqual([listed(each)]);
      }
      for (const key of hostileKeys) expect(await store.pauseChannel(key, asked)).toHaveLength(1);
      for (const key of hostileKeys) expect(await store.removeSubscription(key)).toBe(true);
      expect((await store.subscriptionsSince(0)).active).toHaveLength(hostileTexts.length - hostileKeys.length);
      await store.close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { store } = await opened();
      const withText = (text: string) =>
        subscription(text, {
          channel: text,
          place: text,
          mention: text,
          createdBy: text,
          topic: { include: [text], exclude: [], sources: [], categories: [] },
        });
      const [lone, replaced] = ["앞\ud83d뒤", "앞\ufffd뒤"];
      await store.putSubscription(withText(lone), 1);
      await store.putSubscription(withText(lone), 1);
      await store.putAlerts([newAlert("1", { subscriptionId: lone })]);
      expect(await store.subscription(lone)).toEqual(withText(replaced));
      expect(await store.subscriptionsOf(lone)).toEqual([listed(withText(replaced))]);
      expect(await store.subscriptionsIn(lone, lone, 10)).toEqual([listed(withText(replaced))]);
      expect(await store.pauseSubscription(lone, asked)).toBe(true);
      expect(await store.resumeSubscription(lone)).toBe(true);
      expect(await store.pauseChannel(lone, asked)).toEqual([withText(replaced)]);
      expect(await store.removeSubscription(lone)).toBe(true);
      expect((await store.alert("1"))?.state).toBe("dropped");
      await store.close();
    });

    it("are there for another connection at once, and after the store was opened again", async () => {
      const { store, connect } = await opened();
      if (!connect) return;
      const other = await connect();
      await store.putSubscription(subscription("a"), many);
      const { revision } = await other.subscriptionsSince(0);
      await other.putSubscription(subscription("b"), many);
      await store.pauseSubscription("a", asked);
      const changes = await other.subscriptionsSince(revision);
      expect(changes).toMatchObject({ active: [subscription("b")], inactiveIds: ["a"] });
      await store.close();
      await other.close();
      const again = await connect();
      expect(await again.subscriptionsSince(revision)).toEqual(changes);
      expect(ids(await again.subscriptionsOf("slack:T1:C1"))).toEqual(["a", "b"]);
      await again.close();
    });
  });
}

/** Alerts of a subscription in each state, named by it, but "unknown" for what is uncertain for good. */
async function putAlertOfEachState(store: Store, subscriptionId: string): Promise<void> {
  const of = (id: string, channel = "slack:T1:C1") => newAlert(id, { subscriptionId, channel });
  const take = async (channel: string) => {
    const taken = await store.takeAlert(channel, plus(10), rules);
    if (taken?.kind !== "taken") throw new Error("nothing was taken");
    return taken.alert;
  };
  await store.putAlerts([of("sent early"), of("sent"), of("dropped"), of("unknown")]);
  await store.settleAlert(await take("slack:T1:C1"), { state: "sent", messageRef: "1" }, plus(19));
  await store.settleAlert(await take("slack:T1:C1"), { state: "sent", messageRef: "2" }, plus(20));
  await store.settleAlert(await take("slack:T1:C1"), { state: "dropped", reason: "gone" }, plus(21));
  await store.settleAlert(await take("slack:T1:C1"), { state: "uncertain", nextAt: null }, plus(22));
  // Others of their channels would wait for these.
  await store.putAlerts([of("uncertain", "slack:T1:C8"), of("sending", "slack:T1:C9")]);
  await store.settleAlert(await take("slack:T1:C8"), { state: "uncertain", nextAt: plus(90) }, plus(23));
  await take("slack:T1:C9");
  await store.putAlerts([of("waiting")]);
}

async function expectOnlyWaitingDropped(store: Store): Promise<void> {
  const state = async (id: string) => (await store.alert(id))?.state;
  expect(await state("waiting")).toBe("dropped");
  for (const id of ["sent", "sending", "uncertain"]) expect(await state(id)).toBe(id);
  expect(await state("unknown")).toBe("uncertain");
  expect((await store.alert("waiting"))?.nextAt).toBeNull();
}
