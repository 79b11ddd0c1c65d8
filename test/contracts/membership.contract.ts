import { describe, expect, it } from "vitest";
import type { Membership } from "../../src/ports/membership.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";

type Store = Membership & { close(): Promise<void> };

interface Opened {
  readonly store: Store;
  /** Another process over the same data. */
  readonly connect: () => Promise<Store>;
}

const noonMs = Date.parse("2026-11-22T12:00:00.000Z");

/** What every store of members does. Its clock is `now`. */
export function membershipContract(name: string, open: (now: () => number) => Promise<Opened>): void {
  describe(`leases in ${name}`, () => {
    it("are held by one, and by the next one when that one let go", async () => {
      const { one, two, close } = await enter(open, () => noonMs);
      expect(await one.hold("shard:0")).toBe(true);
      expect(await one.hold("shard:0")).toBe(true);
      expect(await two.hold("shard:0")).toBe(false);
      expect(await two.hold("shard:1")).toBe(true);
      await two.letGo("shard:0");
      expect(await two.hold("shard:0")).toBe(false);
      await one.letGo("shard:0");
      expect(await two.hold("shard:0")).toBe(true);
      expect(await one.hold("shard:0")).toBe(false);
      await one.letGo("never held");
      await close();
    });

    it("are free when their holder has been silent for 10 seconds", async () => {
      let now = noonMs;
      const { one, two, close } = await enter(open, () => now);
      await one.hold("a");
      now += 5_000;
      await two.beat();
      now += 4_999;
      expect(await two.hold("a")).toBe(false);
      now += 1;
      expect(await two.hold("a")).toBe(true);
      // One that was only slow finds it taken.
      await one.beat();
      expect(await one.hold("a")).toBe(false);
      await close();
    });

    it("are free soon when their holder died while the clock was a day ahead, and stay with one that lives", async () => {
      let now = noonMs + 24 * 3_600_000;
      const { one, two, close } = await enter(open, () => now);
      await one.hold("a");
      await two.hold("b");
      now = noonMs;
      await two.beat();
      expect(await two.hold("a")).toBe(false);
      now += 9_000;
      await two.beat();
      expect(await two.hold("a")).toBe(false);
      now += 1_000;
      expect(await two.hold("a")).toBe(true);
      expect(await one.hold("b")).toBe(false);
      await close();
    });

    it("stay with a holder that shows that it lives", async () => {
      let now = noonMs;
      const { one, two, close } = await enter(open, () => now);
      await one.hold("a");
      for (let i = 0; i < 5; i++) {
        now += 9_000;
        await one.beat();
        expect(await two.hold("a")).toBe(false);
      }
      await close();
    });

    it("are free at once when their holder leaves, or is known to be dead", async () => {
      const { one, two, close } = await enter(open, () => noonMs);
      await one.hold("a");
      await one.hold("b");
      await one.leave();
      await one.leave();
      expect(await two.hold("a")).toBe(true);
      await one.beat();
      await one.outliveOthers();
      expect(await one.hold("a")).toBe(true);
      expect(await one.hold("b")).toBe(true);
      await close();
    });

    it("go to one of several who want them at once", async () => {
      let now = noonMs;
      const { one, two, close } = await enter(open, () => now);
      const rounds = Array.from({ length: 40 }, (_, i) => `lease ${i}`);
      const wanted = async () =>
        Promise.all(rounds.map((name) => Promise.all([one, two, one].map((each) => each.hold(name)))));
      const fresh = await wanted();
      expect(fresh.filter(([first, second]) => first === second)).toEqual([]);
      // Of a process that died they go to one again.
      now += 10_000;
      await two.beat();
      const after = await Promise.all(rounds.map((name) => two.hold(name)));
      expect(after).toEqual(rounds.map(() => true));
      await close();
    });

    it("carry a note from one holder to the next", async () => {
      const { one, two, close } = await enter(open, () => noonMs);
      expect(await one.note("a")).toBeNull();
      await one.putNote("a", "nobody holds it");
      expect(await one.note("a")).toBeNull();
      await one.hold("a");
      await one.putNote("a", "하나");
      await two.putNote("a", "not the holder's");
      expect(await two.note("a")).toBe("하나");
      await one.leave();
      await two.hold("a");
      expect(await two.note("a")).toBe("하나");
      await two.putNote("a", "둘");
      expect(await two.note("a")).toBe("둘");
      await close();
    });

    it("take any text as it is", async () => {
      const { one, two, close } = await enter(open, () => noonMs);
      for (const key of hostileKeys) {
        expect(await one.hold(`key:${key}`)).toBe(true);
        expect(await two.hold(`key:${key}`)).toBe(false);
      }
      await one.hold("a");
      for (const text of hostileTexts) {
        await one.putNote("a", text);
        expect(await two.note("a")).toBe(text);
      }
      expect(await one.hold("앞\ud83d뒤")).toBe(true);
      expect(await two.hold("앞\ud83d뒤")).toBe(false);
      await close();
    });
  });
}

/** Two processes that live. */
async function enter(open: (now: () => number) => Promise<Opened>, now: () => number) {
  const { store: one, connect } = await open(now);
  const two = await connect();
  await one.beat();
  await two.beat();
  const close = async () => {
    await one.close();
    await two.close();
  };
  return { one, two, close };
}
