import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EventLog } from "../../src/ports/event-log.ts";
import type { Membership } from "../../src/ports/membership.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";

type Log = EventLog & Pick<Membership, "beat" | "leave" | "outliveOthers"> & { close(): Promise<void> };

interface Opened {
  readonly log: Log;
  /** Another process's log over the same data. */
  readonly connect: () => Promise<Log>;
}

const noonMs = Date.parse("2026-11-22T12:00:00.000Z");
const plus = (ms: number) => new Date(noonMs + ms).toISOString();
const MANY = 1_000;

/** A log whose process has died, as another one sees it that lives. */
async function enter(open: (now: () => number) => Promise<Opened>, now: () => number) {
  const { log, connect } = await open(now);
  const survivor = await connect();
  return {
    log,
    connect,
    survivor,
    orphans: (prefix: string) => survivor.orphans(prefix, MANY),
    close: async () => {
      await log.close();
      await survivor.close();
    },
  };
}

/** What every event log does. Its clock is `now`. */
export function eventLogContract(name: string, open: (now: () => number) => Promise<Opened>): void {
  describe(`events in ${name}`, () => {
    it("are claimed once, whatever comes with the second delivery", async () => {
      const { log, orphans, close } = await enter(open, () => noonMs);
      expect(await log.claim({ key: "slack:1", payload: "a" })).toBe(true);
      expect(await log.claim({ key: "slack:1", payload: "a" })).toBe(false);
      expect(await log.claim({ key: "slack:1", payload: "b" })).toBe(false);
      expect(await log.claim({ key: "slack:1", payload: null })).toBe(false);
      expect(await log.claim({ key: "slack:2", payload: null })).toBe(true);
      expect(await log.claim({ key: "slack:2", payload: "b" })).toBe(false);
      expect(await orphans("")).toEqual([{ key: "slack:1", payload: "a" }]);
      await close();
    });

    it("stay claimed when they are finished, and are no longer unfinished", async () => {
      const { log, orphans, close } = await enter(open, () => noonMs);
      await log.claim({ key: "slack:1", payload: "a" });
      await log.claim({ key: "slack:2", payload: "b" });
      await log.claim({ key: "slack:3", payload: null });
      for (const key of ["slack:1", "slack:1", "slack:3", "slack:never claimed"]) await log.finish(key);
      expect(await orphans("slack:")).toEqual([{ key: "slack:2", payload: "b" }]);
      expect(await log.claim({ key: "slack:1", payload: "a" })).toBe(false);
      expect(await log.claim({ key: "slack:never claimed", payload: null })).toBe(true);
      await close();
    });

    it("are orphans only with a payload; oldest first, and no more than wanted", async () => {
      let now = noonMs;
      const { log, survivor, orphans, close } = await enter(open, () => now);
      for (const [key, ms] of [
        ["a", 2],
        ["b", 1],
        ["c", 3],
        ["d", 0],
      ] as const) {
        now = noonMs + ms;
        await log.claim({ key, payload: key === "d" ? null : "" });
      }
      expect((await orphans("")).map(({ key }) => key)).toEqual(["b", "a", "c"]);
      expect((await survivor.orphans("", 2)).map(({ key }) => key)).toEqual(["b", "a"]);
      await close();
    });

    it("are no orphans while the process that claimed them lives, and are when it has died or left", async () => {
      let now = noonMs;
      const { log, survivor, orphans, close } = await enter(open, () => now);
      await log.beat();
      await log.claim({ key: "a", payload: "가" });
      expect(await orphans("")).toEqual([]);
      expect(await survivor.adopt("a")).toBe(false);
      now += 9_999;
      expect(await orphans("")).toEqual([]);
      now += 1;
      expect(await orphans("")).toEqual([{ key: "a", payload: "가" }]);
      await log.beat();
      expect(await orphans("")).toEqual([]);
      await log.leave();
      expect(await orphans("")).toEqual([{ key: "a", payload: "가" }]);
      await log.beat();
      await survivor.outliveOthers();
      expect(await orphans("")).toEqual([{ key: "a", payload: "가" }]);
      await close();
    });

    it("are adopted by the first who does, and are orphans again when that one dies", async () => {
      let now = noonMs;
      const { log, survivor, orphans, connect, close } = await enter(open, () => now);
      const third = await connect();
      await log.claim({ key: "a", payload: "가" });
      expect(await log.orphans("", MANY)).toEqual([]);
      expect(await log.adopt("a")).toBe(false);
      await survivor.beat();
      await third.beat();
      expect((await Promise.all([survivor.adopt("a"), third.adopt("a")])).toSorted()).toEqual([false, true]);
      expect(await orphans("")).toEqual([]);
      expect(await third.orphans("", MANY)).toEqual([]);
      expect(await log.claim({ key: "a", payload: "가" })).toBe(false);
      now += 10_000;
      const fourth = await connect();
      expect(await fourth.orphans("", MANY)).toEqual([{ key: "a", payload: "가" }]);
      await fourth.adopt("a");
      await fourth.finish("a");
      expect(await third.adopt("a")).toBe(false);
      expect(await third.orphans("", MANY)).toEqual([]);
      expect(await third.adopt("never claimed")).toBe(false);
      await third.close();
      await fourth.close();
      await close();
    });

    it("of one millisecond are always in the same order", async () => {
      const { log, orphans, close } = await enter(open, () => noonMs);
      for (const key of ["c", "a", "b"]) await log.claim({ key, payload: key });
      expect((await orphans("")).map(({ key }) => key)).toEqual(["a", "b", "c"]);
      await close();
    });

    it("are found by exactly the beginning of their keys", async () => {
      const { log, orphans, close } = await enter(open, () => noonMs);
      const keys = [
        "slack:1",
        "Slack:1",
        "slack",
        "slackx1",
        "s_ack:1",
        "s%:1",
        "s\\%:1",
        "디스코드:1",
        "🙏:1",
        "🙏🙏:1",
      ];
      for (const key of keys) await log.claim({ key, payload: "" });
      const found = async (prefix: string) => (await orphans(prefix)).map(({ key }) => key).sort();
      expect(await found("slack:")).toEqual(["slack:1"]);
      expect(await found("slack")).toEqual(["slack", "slack:1", "slackx1"]);
      expect(await found("s_")).toEqual(["s_ack:1"]);
      expect(await found("s%")).toEqual(["s%:1"]);
      expect(await found("s\\")).toEqual(["s\\%:1"]);
      expect(await found("%")).toEqual([]);
      expect(await found("_")).toEqual([]);
      expect(await found("디스")).toEqual(["디스코드:1"]);
      expect(await found("🙏")).toEqual(["🙏:1", "🙏🙏:1"]);
      expect(await found("🙏:")).toEqual(["🙏:1"]);
      expect(await found("slack:1 and more")).toEqual([]);
      expect(await found("")).toEqual(keys.toSorted());
      await close();
    });

    it("are forgotten when they are old, but not while they are unfinished", async () => {
      let now = noonMs;
      const { log, orphans, close } = await enter(open, () => now);
      await log.claim({ key: "finished", payload: "a" });
      await log.finish("finished");
      await log.claim({ key: "unfinished", payload: "" });
      await log.claim({ key: "without payload", payload: null });
      now += 1;
      await log.claim({ key: "later", payload: null });
      expect(await log.dropEventsBefore(plus(0))).toBe(0);
      expect(await log.dropEventsBefore(plus(1))).toBe(2);
      expect(await log.dropEventsBefore(plus(1))).toBe(0);
      expect(await orphans("")).toEqual([{ key: "unfinished", payload: "" }]);
      expect(await log.claim({ key: "later", payload: null })).toBe(false);
      expect(await log.claim({ key: "finished", payload: null })).toBe(true);
      expect(await log.dropEventsBefore(plus(0), "all")).toBe(0);
      expect(await log.dropEventsBefore(plus(1), "all")).toBe(1);
      expect(await orphans("")).toEqual([]);
      await close();
    });

    it("take any text as it is", async () => {
      const { log, orphans, close } = await enter(open, () => noonMs);
      for (const [i, payload] of hostileTexts.entries()) {
        await log.claim({ key: `text:${i}:`, payload });
        expect(await orphans(`text:${i}:`)).toEqual([{ key: `text:${i}:`, payload }]);
      }
      for (const key of hostileKeys) {
        expect(await log.claim({ key: `key:${key}`, payload: key })).toBe(true);
        expect(await log.claim({ key: `key:${key}`, payload: key })).toBe(false);
        expect(await orphans(`key:${key}`)).toContainEqual({ key: `key:${key}`, payload: key });
      }
      for (const key of hostileKeys) await log.finish(`key:${key}`);
      expect(await orphans("key:")).toEqual([]);
      expect(await orphans("text:")).toHaveLength(hostileTexts.length);
      await close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { log, orphans, close } = await enter(open, () => noonMs);
      expect(await log.claim({ key: "앞\ud83d뒤", payload: "\udc00" })).toBe(true);
      expect(await log.claim({ key: "앞\ud83d뒤", payload: null })).toBe(false);
      expect(await orphans("앞\ud83d")).toEqual([{ key: "앞\ufffd뒤", payload: "\ufffd" }]);
      await log.finish("앞\ud83d뒤");
      expect(await orphans("")).toEqual([]);
      await close();
    });

    it("are claimed by one of many who call at once", async () => {
      const { log, close } = await enter(open, () => noonMs);
      const claims = await Promise.all(Array.from({ length: 20 }, () => log.claim({ key: "a", payload: "" })));
      expect(claims.filter((claimed) => claimed)).toHaveLength(1);
      await close();
    });

    it("are claimed by one of two connections at once", async () => {
      const { log, survivor, connect, close } = await enter(open, () => noonMs);
      const event = { key: "slack:1", payload: "a" };
      expect((await Promise.all([log.claim(event), survivor.claim(event)])).toSorted()).toEqual([false, true]);

      const keys = Array.from({ length: 200 }, () => randomUUID());
      const claims = await Promise.all(
        keys.map((key, i) => {
          const both = i % 2 === 0 ? [log, survivor] : [survivor, log];
          return Promise.all(both.map((each) => each.claim({ key, payload: key })));
        }),
      );
      expect(claims.filter((both) => both.filter((claimed) => claimed).length !== 1)).toEqual([]);
      const third = await connect();
      expect(await third.orphans("", MANY)).toHaveLength(201);
      await third.close();
      await close();
    });

    it("are there for another connection at once, and after the log was opened again", async () => {
      const { log, survivor, orphans, connect, close } = await enter(open, () => noonMs);
      await log.claim({ key: "a", payload: "이어서" });
      await log.claim({ key: "b", payload: "끝" });
      expect(await orphans("")).toHaveLength(2);
      await survivor.finish("b");
      expect(await orphans("")).toEqual([{ key: "a", payload: "이어서" }]);
      await close();
      const again = await connect();
      expect(await again.orphans("", MANY)).toEqual([{ key: "a", payload: "이어서" }]);
      expect(await again.claim({ key: "b", payload: "끝" })).toBe(false);
      await again.close();
    });
  });
}
