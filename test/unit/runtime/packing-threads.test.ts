import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { createPackingThreads } from "../../../adapters/runtime/packing-threads.ts";
import { sampleArticle } from "../../contracts/sample-articles.ts";

const threads = createPackingThreads(join(import.meta.dirname, "../../../src/index-thread.ts"), []);
const pack = (id: string) =>
  threads.pack([sampleArticle(id, { 섬: `${id}번 섬에 다리를 놓는다.` })], { sources: [], path: null });
const isPacked = ({ kind }: { kind: string }) => kind === "packed";

afterEach(() => threads.stop());

it("more jobs than threads: each is done, by itself", async () => {
  const packed = await Promise.all(["1", "2", "3", "4", "5"].map(pack));
  expect(packed.every(isPacked)).toBe(true);
  expect(new Set(packed.map(({ image }) => image)).size).toBe(5);
});

it("stopping ends what is under way and what waits, and the next job starts a thread again", async () => {
  const jobs = ["1", "2", "3", "4", "5"].map(pack);
  const ended = Promise.allSettled(jobs);
  await threads.stop();
  for (const outcome of await ended) {
    expect(outcome).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("stopped") } });
  }
  expect(isPacked(await pack("6"))).toBe(true);
});
