import { describe, expect, it } from "vitest";
import type { AlertResult, AlertStore, NewAlert, StoredAlert, Taken } from "../../src/ports/alert-store.ts";
import { hostileKeys, hostileNames, hostileTexts } from "./hostile-texts.ts";
import { newAlert } from "./new-alerts.ts";

type Store = AlertStore & { close(): Promise<void> };

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

const noonMs = Date.parse("2026-11-22T12:00:00.000Z");
const plus = (ms: number) => new Date(noonMs + ms).toISOString();
const channel = newAlert("").channel;
const staleMs = 60_000;
const rules = { paceMs: 0, staleMs };
const none = { waiting: 0, sending: 0, uncertain: 0, sent: 0, dropped: 0 };
const sent = (messageRef: string): AlertResult => ({ state: "sent", messageRef });

function stored(alert: NewAlert, fields: Partial<StoredAlert> = {}): StoredAlert {
  return {
    ...alert,
    state: "waiting",
    attempts: 0,
    uncertainSince: null,
    nextAt: plus(0),
    messageRef: null,
    createdAt: plus(0),
    ...fields,
  };
}

const idOf = (taken: Taken | null) => (taken?.kind === "taken" ? taken.alert.id : taken);

/** Takes the channel's next alert and settles it, after `ms`. */
async function settleNext(store: Store, ms: number, result: AlertResult): Promise<string> {
  const taken = await store.takeAlert(channel, plus(ms), rules);
  if (taken?.kind !== "taken") throw new Error(`nothing was taken after ${ms} ms`);
  await store.settleAlert(taken.alert, result, plus(ms));
  return taken.alert.id;
}

/** What every outbox does. */
export function alertStoreContract(name: string, open: (now: () => number) => Promise<Opened>): void {
  const opened = () => open(() => noonMs);

  describe(`alerts in ${name}`, () => {
    it("come back as they were put, waiting", async () => {
      const { store } = await opened();
      const alerts = [
        newAlert("1"),
        newAlert("2", { about: { kind: "article", articleId: "a", words: [], mentions: [] }, locale: "en" }),
        newAlert("3", { about: { kind: "source-failing", source: "뉴스", since: plus(0), pausesAt: plus(9) } }),
        newAlert("4", { about: { kind: "source-paused", source: "뉴스", since: plus(0) }, subscriptionId: null }),
        newAlert("5", { about: { kind: "alerts-paused", channel, reason: "archived" }, channel: "dm:slack:T1:U1" }),
      ];
      await store.putAlerts([]);
      await store.putAlerts(alerts);
      for (const alert of alerts) expect(await store.alert(alert.id)).toEqual(stored(alert));
      expect(await store.alert("6")).toBeNull();
      expect(await store.countAlerts()).toEqual({ ...none, waiting: 5 });
      expect(await store.countAlerts(channel)).toEqual({ ...none, waiting: 4 });
      expect(await store.countAlerts("unknown")).toEqual(none);
      await store.close();
    });

    it("tell a channel of a story once, whatever became of the first alert", async () => {
      const { store } = await opened();
      const first = newAlert("1", { story: "s" });
      await store.putAlerts([first, newAlert("2", { story: "s" }), newAlert("3", { story: "s", channel: "C2" })]);
      await store.putAlerts([first]);
      await settleNext(store, 1, sent("m"));
      await store.putAlerts([newAlert("4", { story: "s", subscriptionId: "b" }), newAlert("5", { story: "S" })]);
      expect(await store.countAlerts()).toEqual({ ...none, sent: 1, waiting: 2 });
      for (const id of ["2", "4"]) expect(await store.alert(id)).toBeNull();
      for (const id of ["3", "5"]) expect(await store.alert(id)).not.toBeNull();
      await store.close();
    });

    it("are put all or none, and leave in the order in which they were put", async () => {
      const { store } = await opened();
      const alerts = Array.from({ length: 2_000 }, (_, i) => newAlert(`${(i * 7) % 2_000}`));
      const faulty = newAlert("faulty", { place: null as unknown as string });
      await expect(store.putAlerts([...alerts, faulty])).rejects.toThrow();
      expect(await store.countAlerts()).toEqual(none);
      await store.putAlerts(alerts);
      await store.putAlerts([newAlert("!")]);
      const order = [...alerts.map(({ id }) => id), "!"];
      for (const id of order.slice(0, 20)) expect(await settleNext(store, 1, sent("m"))).toBe(id);
      expect(await store.countAlerts()).toEqual({ ...none, sent: 20, waiting: 1_981 });
      await store.close();
    });

    describe("taking", () => {
      it("marks the oldest of the channel, and nothing of others", async () => {
        const { store } = await opened();
        const alerts = [newAlert("b", { channel: "other" }), newAlert("z"), newAlert("a")];
        await store.putAlerts(alerts);
        const taken = {
          ...stored(newAlert("z")),
          state: "sending",
          attempts: 1,
          uncertainSince: plus(5),
          nextAt: null,
        };
        expect(await store.takeAlert(channel, plus(5), rules)).toEqual({
          kind: "taken",
          alert: taken,
          mayBePosted: false,
        });
        expect(await store.alert("z")).toEqual(taken);
        expect(await store.countAlerts()).toEqual({ ...none, sending: 1, waiting: 2 });
        expect(await store.takeAlert("unknown", plus(5), rules)).toBeNull();
        expect(await store.takeAlert("", plus(5), rules)).toBeNull();
        await store.close();
      });

      it("gives null where nothing waits", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1"), newAlert("2"), newAlert("3")]);
        await settleNext(store, 1, sent("m"));
        await settleNext(store, 1, { state: "dropped", reason: "gone" });
        await settleNext(store, 1, { state: "uncertain", nextAt: null });
        for (const paceMs of [0, 1_000]) {
          expect(await store.takeAlert(channel, plus(2), { paceMs, staleMs })).toBeNull();
        }
        await store.close();
      });

      it("takes nothing else while one is being sent", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1"), newAlert("2")]);
        const first = await store.takeAlert(channel, plus(5), rules);
        const later = { kind: "later", at: plus(5 + staleMs) };
        expect(await store.takeAlert(channel, plus(5), rules)).toEqual(later);
        expect(await store.takeAlert(channel, plus(4 + staleMs), rules)).toEqual(later);
        if (first?.kind === "taken") await store.settleAlert(first.alert, sent("m"), plus(6));
        expect(idOf(await store.takeAlert(channel, plus(6), rules))).toBe("2");
        await store.close();
      });

      it("takes again, as maybe posted, what nobody waits for any more", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1"), newAlert("2")]);
        await store.takeAlert(channel, plus(5), rules);
        expect(await store.takeAlert(channel, plus(5 + staleMs), rules)).toMatchObject({
          kind: "taken",
          mayBePosted: true,
          alert: { id: "1", state: "sending", attempts: 2, uncertainSince: plus(5) },
        });
        // Also after that: the first time it may have been posted counts.
        expect(await store.takeAlert(channel, plus(5 + 2 * staleMs), rules)).toMatchObject({
          kind: "taken",
          mayBePosted: true,
          alert: { id: "1", attempts: 3, uncertainSince: plus(5) },
        });
        expect(await store.takeAlert(channel, plus(5 + 2 * staleMs), { paceMs: 0, staleMs: 0 })).toMatchObject({
          alert: { id: "1", attempts: 4 },
        });
        await store.close();
      });

      it("keeps the pace after each attempt, whatever came of it", async () => {
        const { store } = await opened();
        const paced = { paceMs: 1_000, staleMs };
        const results: readonly AlertResult[] = [
          sent("m"),
          { state: "dropped", reason: "gone" },
          { state: "uncertain", nextAt: null },
        ];
        await store.putAlerts(["0", "1", "2", "last"].map((id) => newAlert(id)));
        for (const [i, result] of results.entries()) {
          expect(await settleNext(store, i * 1_000, result)).toBe(`${i}`);
          expect(await store.takeAlert(channel, plus(i * 1_000 + 999), paced)).toEqual({
            kind: "later",
            at: plus((i + 1) * 1_000),
          });
        }
        expect(idOf(await store.takeAlert(channel, plus(3_000), paced))).toBe("last");
        await store.close();
      });

      it("counts the pace from the end of an attempt, not from its beginning", async () => {
        const { store } = await opened();
        const paced = { paceMs: 1_000, staleMs };
        await store.putAlerts([newAlert("1"), newAlert("2")]);
        const first = await store.takeAlert(channel, plus(0), paced);
        if (first?.kind === "taken") await store.settleAlert(first.alert, sent("m"), plus(900));
        expect(await store.takeAlert(channel, plus(1_000), paced)).toEqual({ kind: "later", at: plus(1_900) });
        expect(idOf(await store.takeAlert(channel, plus(1_900), paced))).toBe("2");
        await store.close();
      });

      it("says when something is due where nothing is yet", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1")]);
        await settleNext(store, 0, { state: "waiting", nextAt: plus(500) });
        expect(await store.takeAlert(channel, plus(499), rules)).toEqual({ kind: "later", at: plus(500) });
        expect(await store.takeAlert(channel, plus(499), { paceMs: 2_000, staleMs })).toEqual({
          kind: "later",
          at: plus(2_000),
        });
        await store.close();
      });

      it("keeps the order, also where the first waits for its time or is uncertain", async () => {
        const { store } = await opened();
        await store.putAlerts(["1", "2", "3"].map((id) => newAlert(id)));
        await settleNext(store, 0, { state: "uncertain", nextAt: plus(500) });
        expect(await store.takeAlert(channel, plus(499), rules)).toEqual({ kind: "later", at: plus(500) });
        expect(await store.takeAlert(channel, plus(600), rules)).toMatchObject({
          alert: { id: "1", attempts: 2, uncertainSince: plus(0) },
          mayBePosted: true,
        });
        await store.settleAlert({ id: "1", attempts: 2 }, { state: "waiting", nextAt: plus(700) }, plus(600));
        expect(await store.takeAlert(channel, plus(699), rules)).toEqual({ kind: "later", at: plus(700) });
        // Nobody will ever know: no reason to keep others waiting.
        await settleNext(store, 700, { state: "uncertain", nextAt: null });
        expect(await settleNext(store, 700, sent("m"))).toBe("2");
        expect(await settleNext(store, 700, sent("m"))).toBe("3");
        await store.close();
      });

      it("gets over a clock that was a year ahead", async () => {
        const { store } = await opened();
        const yearAhead = plus(365 * 86_400_000);
        const inYear = (ms: number) => plus(365 * 86_400_000 + ms);
        await store.putAlerts(["sent", "died", "waits"].map((id) => newAlert(id, { channel: id })));
        await store.putAlerts([newAlert("after", { channel: "sent" })]);
        const taken = async (each: string) => {
          const got = await store.takeAlert(each, yearAhead, rules);
          if (got?.kind !== "taken") throw new Error("nothing was taken");
          return got.alert;
        };
        await store.settleAlert(await taken("sent"), sent("m"), yearAhead);
        await taken("died");
        await store.settleAlert(await taken("waits"), { state: "waiting", nextAt: inYear(900) }, yearAhead);
        expect((await store.dueChannels(plus(5), staleMs, 10)).toSorted()).toEqual(["died", "sent", "waits"]);
        expect(await store.takeAlert("sent", plus(5), { paceMs: 1_000, staleMs })).toMatchObject({ kind: "taken" });
        expect(await store.takeAlert("died", plus(5), rules)).toMatchObject({ kind: "taken", mayBePosted: true });
        expect(await store.takeAlert("waits", plus(5), rules)).toMatchObject({ kind: "taken", mayBePosted: false });
        await store.close();
      });

      it("knows whether an earlier attempt may have been posted", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1")]);
        const settled = async (ms: number, result: AlertResult) => {
          await settleNext(store, ms, result);
          return store.alert("1");
        };
        // Surely not posted: the next attempt is the first that may have been.
        const waiting = await settled(1, { state: "waiting", nextAt: plus(10) });
        expect(waiting).toMatchObject({ state: "waiting", uncertainSince: null, nextAt: plus(10), attempts: 1 });
        const uncertain = await settled(10, { state: "uncertain", nextAt: plus(20) });
        expect(uncertain).toMatchObject({ state: "uncertain", uncertainSince: plus(10), nextAt: plus(20) });
        const again = await settled(20, { state: "uncertain", nextAt: plus(30) });
        expect(again).toMatchObject({ uncertainSince: plus(10), attempts: 3 });
        const notPosted = await settled(30, { state: "waiting", nextAt: plus(40) });
        expect(notPosted).toMatchObject({ uncertainSince: null });
        expect(await store.takeAlert(channel, plus(40), rules)).toMatchObject({
          mayBePosted: false,
          alert: { uncertainSince: plus(40), attempts: 5 },
        });
        await store.close();
      });

      it("gives each alert to one of several that take at once", async () => {
        const { store } = await opened();
        const channels = Array.from({ length: 20 }, (_, i) => `C${i}`);
        await store.putAlerts(channels.map((each) => newAlert(each, { channel: each })));
        const taken = await Promise.all(
          [...channels, ...channels, ...channels].map((each) => store.takeAlert(each, plus(1), rules)),
        );
        expect(taken.flatMap((each) => (each?.kind === "taken" ? each.alert.id : []))).toEqual(channels);
        await store.close();
      });
    });

    describe("settling", () => {
      it("keeps the name of what was posted, and that it is over", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1")]);
        await settleNext(store, 1, sent("1700000000.000100"));
        expect(await store.alert("1")).toEqual(
          stored(newAlert("1"), { state: "sent", attempts: 1, nextAt: null, messageRef: "1700000000.000100" }),
        );
        await store.settleAlert({ id: "1", attempts: 1 }, sent("other"), plus(2));
        expect((await store.alert("1"))?.messageRef).toBe("1700000000.000100");
        await store.close();
      });

      it("does nothing for an attempt that is over, or an alert that is not there", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1")]);
        await store.takeAlert(channel, plus(0), rules);
        await store.takeAlert(channel, plus(staleMs), rules);
        const results: readonly AlertResult[] = [
          { state: "waiting", nextAt: plus(9) },
          { state: "uncertain", nextAt: null },
          { state: "dropped", reason: "gone" },
        ];
        const second = await store.alert("1");
        for (const result of results) {
          await store.settleAlert({ id: "1", attempts: 1 }, result, plus(staleMs));
          await store.settleAlert({ id: "unknown", attempts: 2 }, result, plus(staleMs));
        }
        expect(await store.alert("1")).toEqual(second);
        for (const result of results) {
          await store.settleAlert({ id: "1", attempts: 2 }, { state: "uncertain", nextAt: plus(70_000) }, plus(1));
          await store.settleAlert({ id: "1", attempts: 2 }, result, plus(staleMs));
        }
        expect(await store.alert("1")).toMatchObject({ state: "uncertain", nextAt: plus(70_000) });
        await store.close();
      });

      it("knows it as sent where any attempt was, also after it was dropped", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1"), newAlert("2")]);
        await store.takeAlert(channel, plus(0), rules);
        await store.takeAlert(channel, plus(staleMs), rules);
        await store.settleAlert({ id: "1", attempts: 1 }, sent("first"), plus(staleMs));
        await store.settleAlert({ id: "1", attempts: 2 }, { state: "waiting", nextAt: plus(0) }, plus(staleMs));
        expect(await store.alert("1")).toMatchObject({ state: "sent", messageRef: "first", uncertainSince: null });
        await settleNext(store, staleMs, { state: "dropped", reason: "gone" });
        await store.settleAlert({ id: "2", attempts: 1 }, sent("second"), plus(staleMs));
        expect(await store.alert("2")).toMatchObject({ state: "sent", messageRef: "second", nextAt: null });
        await store.close();
      });
    });

    describe("channels that are due", () => {
      it("come with the longest waiting first, up to a limit", async () => {
        const { store } = await opened();
        await store.putAlerts(["a", "b", "a", "c", "b"].map((each, i) => newAlert(`${i}`, { channel: each })));
        const wait = async (each: string, ms: number) => {
          const taken = await store.takeAlert(each, plus(0), rules);
          if (taken?.kind !== "taken") throw new Error("nothing was taken");
          await store.settleAlert(taken.alert, { state: "waiting", nextAt: plus(ms) }, plus(0));
        };
        await wait("a", 900);
        await wait("b", 100);
        await wait("c", 200);
        // The others of a channel wait for its oldest.
        expect(await store.dueChannels(plus(99), staleMs, 10)).toEqual([]);
        expect(await store.dueChannels(plus(100), staleMs, 10)).toEqual(["b"]);
        expect((await store.dueChannels(plus(900), staleMs, 10)).toSorted()).toEqual(["a", "b", "c"]);
        expect(await store.dueChannels(plus(200), staleMs, 1)).toEqual(["b"]);
        expect(await store.dueChannels(plus(900), staleMs, 0)).toEqual([]);
        await store.close();
      });

      it("are not those where one is being sent, until nobody waits for it any more", async () => {
        const { store } = await opened();
        await store.putAlerts([newAlert("1"), newAlert("2")]);
        expect(await store.dueChannels(plus(0), staleMs, 10)).toEqual([channel]);
        await store.takeAlert(channel, plus(5), rules);
        expect(await store.dueChannels(plus(4 + staleMs), staleMs, 10)).toEqual([]);
        expect(await store.dueChannels(plus(5 + staleMs), staleMs, 10)).toEqual([channel]);
        await store.putAlerts([newAlert("3", { channel: "alone" })]);
        await store.takeAlert("alone", plus(5), rules);
        expect(await store.dueChannels(plus(5 + staleMs), staleMs, 10)).toEqual([channel, "alone"]);
        await store.settleAlert({ id: "3", attempts: 1 }, { state: "dropped", reason: "gone" }, plus(6));
        await store.settleAlert({ id: "1", attempts: 1 }, sent("m"), plus(6));
        expect(await store.dueChannels(plus(6), staleMs, 10)).toEqual([channel]);
        await settleNext(store, 6, { state: "uncertain", nextAt: plus(50) });
        expect(await store.dueChannels(plus(49), staleMs, 10)).toEqual([]);
        expect(await store.dueChannels(plus(50), staleMs, 10)).toEqual([channel]);
        await settleNext(store, 50, { state: "uncertain", nextAt: null });
        expect(await store.dueChannels(plus(100 * staleMs), staleMs, 10)).toEqual([]);
        await store.close();
      });
    });

    it("are forgotten when they are over, and not before", async () => {
      let now = noonMs;
      const { store } = await open(() => now);
      await store.putAlerts(["sent", "dropped", "unknown", "uncertain", "waits"].map((id) => newAlert(id)));
      await store.putAlerts([newAlert("sending", { channel: "other" })]);
      await settleNext(store, 1, sent("m"));
      await settleNext(store, 1, { state: "dropped", reason: "gone" });
      await settleNext(store, 1, { state: "uncertain", nextAt: null });
      await settleNext(store, 1, { state: "uncertain", nextAt: plus(9) });
      await store.takeAlert("other", plus(1), rules);
      now += 1_000;
      await store.putAlerts([newAlert("later", { channel: "third" })]);
      const later = await store.takeAlert("third", plus(1_000), rules);
      if (later?.kind === "taken") await store.settleAlert(later.alert, sent("m"), plus(1_000));
      expect(await store.dropAlertsBefore(plus(0))).toBe(0);
      expect(await store.dropAlertsBefore(plus(1_000))).toBe(3);
      expect(await store.dropAlertsBefore(plus(1_000))).toBe(0);
      for (const id of ["sent", "dropped", "unknown"]) expect(await store.alert(id)).toBeNull();
      for (const id of ["uncertain", "waits", "sending", "later"]) expect(await store.alert(id)).not.toBeNull();
      await store.close();
    });

    it("take any text as it is", async () => {
      const { store } = await opened();
      for (const [i, text] of hostileNames.entries()) {
        const key = hostileKeys[i] ?? `${i}`;
        const long = hostileTexts[i] ?? "";
        const about = { kind: "article", articleId: text, words: [long, ""], mentions: [long] } as const;
        const alert = newAlert(key, { channel: text, place: text, subscriptionId: text, story: text, about });
        await store.putAlerts([alert]);
        expect(await store.alert(key)).toEqual(stored(alert));
        expect(await store.countAlerts(text)).toEqual({ ...none, waiting: 1 });
      }
      expect((await store.dueChannels(plus(1), staleMs, 100)).toSorted()).toEqual(hostileNames.toSorted());
      for (const [i, text] of hostileNames.entries()) {
        const key = hostileKeys[i] ?? `${i}`;
        expect(idOf(await store.takeAlert(text, plus(1), rules))).toBe(key);
        await store.settleAlert({ id: key, attempts: 1 }, sent(text), plus(1));
        expect((await store.alert(key))?.messageRef).toBe(text);
      }
      expect(await store.countAlerts()).toEqual({ ...none, sent: hostileNames.length });
      await store.close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { store } = await opened();
      const withText = (text: string) =>
        newAlert(text, {
          channel: text,
          place: text,
          subscriptionId: text,
          story: text,
          about: { kind: "article", articleId: text, words: [text], mentions: [text] },
        });
      const [lone, replaced] = ["앞\ud83d뒤", "앞\ufffd뒤"];
      await store.putAlerts([withText(lone)]);
      await store.putAlerts([{ ...withText(replaced), id: "2" }]);
      expect(await store.alert(lone)).toEqual(stored(withText(replaced)));
      expect(await store.countAlerts(lone)).toEqual({ ...none, waiting: 1 });
      expect(idOf(await store.takeAlert(lone, plus(1), rules))).toBe(replaced);
      await store.settleAlert({ id: lone, attempts: 1 }, sent(lone), plus(1));
      expect((await store.alert(replaced))?.messageRef).toBe(replaced);
      await store.close();
    });

    it("are there for another connection at once, and after the store was opened again", async () => {
      const { store, connect } = await opened();
      if (!connect) return;
      const other = await connect();
      await store.putAlerts([newAlert("1"), newAlert("2")]);
      await other.putAlerts([newAlert("again", { story: "link:1" }), newAlert("3")]);
      expect(idOf(await store.takeAlert(channel, plus(1), rules))).toBe("1");
      expect(await other.takeAlert(channel, plus(1), rules)).toMatchObject({ kind: "later" });
      await store.settleAlert({ id: "1", attempts: 1 }, sent("m"), plus(1));
      expect(idOf(await other.takeAlert(channel, plus(2), rules))).toBe("2");
      await store.close();
      await other.close();
      const again = await connect();
      expect(await again.takeAlert(channel, plus(3), { paceMs: 0, staleMs: 0 })).toMatchObject({
        mayBePosted: true,
        alert: { id: "2", attempts: 2, uncertainSince: plus(2) },
      });
      await again.settleAlert({ id: "2", attempts: 2 }, sent("m"), plus(3));
      expect(idOf(await again.takeAlert(channel, plus(3), rules))).toBe("3");
      await again.close();
    });
  });
}
