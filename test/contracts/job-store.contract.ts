import { describe, expect, it } from "vitest";
import type { FailedJob, JobStore } from "../../src/ports/job-store.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";

type Store = JobStore & { close(): Promise<void> };

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

const noonMs = Date.parse("2026-11-22T12:00:00.000Z");
const plus = (ms: number) => new Date(noonMs + ms).toISOString();
const later = plus(1_000_000);

export function failed(name: string, id: string, fields: Partial<FailedJob> = {}): FailedJob {
  return { name, id, attempts: 1, error: "서버가 없다.", failedAt: plus(0), nextAt: plus(0), ...fields };
}

const ids = (jobs: readonly FailedJob[]) => jobs.map(({ id }) => id);

/** What every store of jobs does. */
export function jobStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`jobs in ${name}`, () => {
    it("come back as they were put; the last one of a name and an id stands", async () => {
      const { store } = await open();
      const first = failed("read-feed", "뉴스");
      const last = failed("read-feed", "뉴스", { attempts: 12, error: "", failedAt: plus(1), nextAt: null });
      expect(await store.failedJob("read-feed", "뉴스")).toBeNull();
      await store.putFailedJob(first);
      expect(await store.failedJob("read-feed", "뉴스")).toEqual(first);
      await store.putFailedJob(last);
      await store.putFailedJob(last);
      expect(await store.failedJob("read-feed", "뉴스")).toEqual(last);
      expect(await store.failedJobs(10)).toEqual([last]);
      await store.putFailedJob(first);
      expect(await store.failedJobs(10)).toEqual([first]);
      await store.close();
    });

    it("are told apart by name and id", async () => {
      const { store } = await open();
      const jobs = [failed("a", "b"), failed("a", "c"), failed("b", "b"), failed("A", "b"), failed("", "ab")];
      for (const job of jobs) await store.putFailedJob(job);
      for (const job of jobs) expect(await store.failedJob(job.name, job.id)).toEqual(job);
      expect(await store.failedJob("ab", "")).toBeNull();
      await store.clearJob("a", "b");
      expect(await store.failedJob("a", "b")).toBeNull();
      expect(await store.failedJobs(10)).toHaveLength(4);
      await store.close();
    });

    it("are listed newest first, up to a limit; those of one millisecond always in the same order", async () => {
      const { store } = await open();
      for (const [id, ms] of [
        ["older", 1],
        ["newest", 2],
        ["oldest", 0],
      ] as const) {
        await store.putFailedJob(failed("a", id, { failedAt: plus(ms), nextAt: ms === 1 ? null : plus(9 - ms) }));
      }
      expect(ids(await store.failedJobs(10))).toEqual(["newest", "older", "oldest"]);
      expect(ids(await store.failedJobs(2))).toEqual(["newest", "older"]);
      expect(await store.failedJobs(0)).toEqual([]);
      for (const [job, id] of [
        ["b", "1"],
        ["a", "2"],
        ["a", "1"],
      ] as const) {
        await store.putFailedJob(failed(job, id, { failedAt: plus(3) }));
      }
      expect((await store.failedJobs(3)).map((job) => job.name + job.id)).toEqual(["a1", "a2", "b1"]);
      await store.close();
    });

    it("are due from their time on, the longest due first, and never when they were set aside", async () => {
      const { store } = await open();
      await store.putFailedJob(failed("a", "soon", { nextAt: plus(2) }));
      await store.putFailedJob(failed("a", "now", { nextAt: plus(1) }));
      await store.putFailedJob(failed("a", "late", { nextAt: plus(3) }));
      await store.putFailedJob(failed("a", "aside", { nextAt: null }));
      expect(ids(await store.dueJobs(plus(0), 10))).toEqual([]);
      expect(ids(await store.dueJobs(plus(1), 10))).toEqual(["now"]);
      expect(ids(await store.dueJobs(plus(2), 10))).toEqual(["now", "soon"]);
      expect(ids(await store.dueJobs(later, 10))).toEqual(["now", "soon", "late"]);
      expect(ids(await store.dueJobs(later, 2))).toEqual(["now", "soon"]);
      expect(await store.dueJobs(later, 0)).toEqual([]);
      await store.close();
    });

    it("are due where a clock that was ahead wrote their time", async () => {
      const { store } = await open();
      await store.putFailedJob(failed("a", "soon", { nextAt: plus(60_000) }));
      await store.putFailedJob(failed("a", "ahead", { nextAt: plus(90_000_000) }));
      expect(ids(await store.dueJobs(plus(0), 10))).toEqual(["ahead"]);
      await store.close();
    });

    it("that are due at one time come in the order in which they failed", async () => {
      const { store } = await open();
      for (const [id, ms] of [
        ["a", 2],
        ["b", 0],
        ["c", 1],
      ] as const) {
        await store.putFailedJob(failed("a", id, { failedAt: plus(ms), nextAt: plus(5) }));
      }
      expect(ids(await store.dueJobs(plus(5), 10))).toEqual(["b", "c", "a"]);
      await store.close();
    });

    it("are gone when they are cleared, also twice, and can fail again", async () => {
      const { store } = await open();
      await store.putFailedJob(failed("a", "1"));
      await store.putFailedJob(failed("a", "2"));
      for (const id of ["1", "1", "%", "never failed"]) await store.clearJob("a", id);
      expect(ids(await store.failedJobs(10))).toEqual(["2"]);
      expect(ids(await store.dueJobs(later, 10))).toEqual(["2"]);
      await store.putFailedJob(failed("a", "1"));
      expect(ids(await store.dueJobs(later, 10))).toEqual(["1", "2"]);
      await store.close();
    });

    it("take any text as it is", async () => {
      const { store } = await open();
      for (const [i, error] of hostileTexts.entries()) {
        const key = hostileKeys[i] ?? `${i}`;
        const job = failed(key, key, { error });
        await store.putFailedJob(job);
        expect(await store.failedJob(key, key)).toEqual(job);
      }
      expect(await store.failedJobs(100)).toHaveLength(hostileTexts.length);
      for (const key of hostileKeys) await store.clearJob(key, key);
      expect(await store.dueJobs(later, 100)).toHaveLength(hostileTexts.length - hostileKeys.length);
      await store.close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { store } = await open();
      const [lone, replaced] = ["앞\ud83d뒤", "앞\ufffd뒤"];
      await store.putFailedJob(failed(lone, lone, { error: lone }));
      expect(await store.failedJob(lone, lone)).toEqual(failed(replaced, replaced, { error: replaced }));
      await store.clearJob(lone, lone);
      expect(await store.failedJobs(10)).toEqual([]);
      await store.close();
    });

    it("are there for another connection at once, and after the store was opened again", async () => {
      const { store, connect } = await open();
      if (!connect) return;
      const other = await connect();
      await store.putFailedJob(failed("a", "1"));
      expect(await other.dueJobs(later, 10)).toEqual([failed("a", "1")]);
      await store.putFailedJob(failed("a", "2", { nextAt: null }));
      await other.clearJob("a", "1");
      await store.close();
      await other.close();
      const again = await connect();
      expect(await again.failedJobs(10)).toEqual([failed("a", "2", { nextAt: null })]);
      await again.close();
    });
  });
}
