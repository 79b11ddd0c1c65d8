import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EventLog } from "../../src/ports/event-log.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";

type Log = EventLog & { close(): Promise<void> };

interface Opened {
  readonly log: Log;
  /** Where the log outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Log>;
}

const noonMs = Date.parse("2026-11-22T12:00:00.000Z");
const plus = (ms: number) => new Date(noonMs + ms).toISOString();
const later = plus(1_000_000);

/** What every event log does. Its clock is `now`. */
export function eventLogContract(name: string, open: (now: () => number) => Promise<Opened>): void {
  describe(`events in ${name}`, () => {
    it("are claimed once, whatever comes with the second delivery", async () => {
      const { log } = await open(() => noonMs);
      expect(await log.claim({ key: "slack:1", payload: "a" })).toBe(true);
      expect(await log.claim({ key: "slack:1", payload: "a" })).toBe(false);
      expect(await log.claim({ key: "slack:1", payload: "b" })).toBe(false);
      expect(await log.claim({ key: "slack:1", payload: null })).toBe(false);
      expect(await log.claim({ key: "slack:2", payload: null })).toBe(true);
      expect(await log.claim({ key: "slack:2", payload: "b" })).toBe(false);
      expect(await log.unfinished("", later)).toEqual([{ key: "slack:1", payload: "a" }]);
      await log.close();
    });

    it("stay claimed when they are finished, and are no longer unfinished", async () => {
      const { log } = await open(() => noonMs);
      await log.claim({ key: "slack:1", payload: "a" });
      await log.claim({ key: "slack:2", payload: "b" });
      await log.claim({ key: "slack:3", payload: null });
      for (const key of ["slack:1", "slack:1", "slack:3", "slack:never claimed"]) await log.finish(key);
      expect(await log.unfinished("slack:", later)).toEqual([{ key: "slack:2", payload: "b" }]);
      expect(await log.claim({ key: "slack:1", payload: "a" })).toBe(false);
      expect(await log.claim({ key: "slack:never claimed", payload: null })).toBe(true);
      await log.close();
    });

    it("are unfinished only with a payload and claimed before a time; oldest first", async () => {
      let now = noonMs;
      const { log } = await open(() => now);
      for (const [key, ms] of [
        ["a", 2],
        ["b", 1],
        ["c", 3],
        ["d", 0],
      ] as const) {
        now = noonMs + ms;
        await log.claim({ key, payload: key === "d" ? null : "" });
      }
      const keys = async (beforeIso: string) => (await log.unfinished("", beforeIso)).map(({ key }) => key);
      expect(await keys(later)).toEqual(["b", "a", "c"]);
      expect(await keys(plus(3))).toEqual(["b", "a"]);
      expect(await keys(plus(1))).toEqual([]);
      await log.close();
    });

    it("of one millisecond are always in the same order", async () => {
      const { log } = await open(() => noonMs);
      for (const key of ["c", "a", "b"]) await log.claim({ key, payload: key });
      expect((await log.unfinished("", later)).map(({ key }) => key)).toEqual(["a", "b", "c"]);
      await log.close();
    });

    it("are found by exactly the beginning of their keys", async () => {
      const { log } = await open(() => noonMs);
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
      const found = async (prefix: string) => (await log.unfinished(prefix, later)).map(({ key }) => key).sort();
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
      await log.close();
    });

    it("are forgotten when they are old, but not while they are unfinished", async () => {
      let now = noonMs;
      const { log } = await open(() => now);
      await log.claim({ key: "finished", payload: "a" });
      await log.finish("finished");
      await log.claim({ key: "unfinished", payload: "" });
      await log.claim({ key: "without payload", payload: null });
      now += 1;
      await log.claim({ key: "later", payload: null });
      expect(await log.dropEventsBefore(plus(0))).toBe(0);
      expect(await log.dropEventsBefore(plus(1))).toBe(2);
      expect(await log.dropEventsBefore(plus(1))).toBe(0);
      expect(await log.unfinished("", later)).toEqual([{ key: "unfinished", payload: "" }]);
      expect(await log.claim({ key: "later", payload: null })).toBe(false);
      expect(await log.claim({ key: "finished", payload: "a" })).toBe(true);
      await log.finish("unfinished");
      expect(await log.dropEventsBefore(plus(1))).toBe(1);
      await log.close();
    });

    it("take any text as it is", async () => {
      const { log } = await open(() => noonMs);
      for (const [i, payload] of hostileTexts.entries()) {
        await log.claim({ key: `text:${i}:`, payload });
        expect(await log.unfinished(`text:${i}:`, later)).toEqual([{ key: `text:${i}:`, payload }]);
      }
      for (const key of hostileKeys) {
        expect(await log.claim({ key: `key:${key}`, payload: key })).toBe(true);
        expect(await log.claim({ key: `key:${key}`, payload: key })).toBe(false);
        expect(await log.unfinished(`key:${key}`, later)).toContainEqual({ key: `key:${key}`, payload: key });
      }
      for (const key of hostileKeys) await log.finish(`key:${key}`);
      expect(await log.unfinished("key:", later)).toEqual([]);
      expect(await log.unfinished("text:", later)).toHaveLength(hostileTexts.length);
      await log.close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { log } = await open(() => noonMs);
      expect(await log.claim({ key: "앞\ud83d뒤", payload: "\udc00" })).toBe(true);
      expect(await log.claim({ key: "앞\ud83d뒤", payload: null })).toBe(false);
      expect(await log.unfinished("앞\ud83d", later)).toEqual([{ key: "앞\ufffd뒤", payload: "\ufffd" }]);
      await log.finish("앞\ud83d뒤");
      expect(await log.unfinished("", later)).toEqual([]);
      await log.close();
    });

    it("are claimed by one of many who call at once", async () => {
      const { log } = await open(() => noonMs);
      const claims = await Promise.all(Array.from({ length: 20 }, () => log.claim({ key: "a", payload: "" })));
      expect(claims.filter((claimed) => claimed)).toHaveLength(1);
      await log.close();
    });

    it("are claimed by one of two connections at once", async () => {
      const { log, connect } = await open(() => noonMs);
      if (!connect) return;
      const other = await connect();
      const event = { key: "slack:1", payload: "a" };
      expect((await Promise.all([log.claim(event), other.claim(event)])).toSorted()).toEqual([false, true]);

      const keys = Array.from({ length: 200 }, () => randomUUID());
      const claims = await Promise.all(
        keys.map((key, i) => {
          const both = i % 2 === 0 ? [log, other] : [other, log];
          return Promise.all(both.map((each) => each.claim({ key, payload: key })));
        }),
      );
      expect(claims.filter((both) => both.filter((claimed) => claimed).length !== 1)).toEqual([]);
      expect(await log.unfinished("", later)).toHaveLength(201);
      await log.close();
      await other.close();
    });

    it("are there for another connection at once, and after the log was opened again", async () => {
      const { log, connect } = await open(() => noonMs);
      if (!connect) return;
      const other = await connect();
      await log.claim({ key: "a", payload: "이어서" });
      await log.claim({ key: "b", payload: "끝" });
      expect(await other.unfinished("", later)).toHaveLength(2);
      await other.finish("b");
      expect(await log.unfinished("", later)).toEqual([{ key: "a", payload: "이어서" }]);
      await log.close();
      await other.close();
      const again = await connect();
      expect(await again.unfinished("", later)).toEqual([{ key: "a", payload: "이어서" }]);
      expect(await again.claim({ key: "b", payload: "끝" })).toBe(false);
      await again.close();
    });
  });
}
