import { availableParallelism } from "node:os";
import PQueue from "p-queue";
import type { WordLists } from "../../src/text/lexicon.ts";
import { createPackingThread, type PackingThread } from "./packing-thread.ts";

/** A whole index is packed by so many. */
const MOST_THREADS = 2;
/** With a second one a process takes 0.9 GB while it packs a hundred thousand sections, and not 0.7: so much must be left for it. */
const LEAST_FREE_BYTES = 2e9;

/** As many threads as one: each packs one segment at a time, and further ones wait. None is started before it is needed. */
export function createPackingThreads(modulePath: string, aliases: WordLists["aliases"]): PackingThread {
  const count = process.availableMemory() < LEAST_FREE_BYTES ? 1 : Math.min(MOST_THREADS, availableParallelism());
  const threads = Array.from({ length: count }, () => createPackingThread(modulePath, aliases));
  const idle = [...threads];
  const queue = new PQueue({ concurrency: count });
  let stops = 0;
  return {
    pack(articles, request) {
      const asked = stops;
      return queue.add(async () => {
        if (asked !== stops) throw new Error("The threads that pack the index were stopped.");
        // The last one that was busy: the next may never be needed.
        const thread = idle.pop() as PackingThread;
        try {
          return await thread.pack(articles, request);
        } finally {
          idle.push(thread);
        }
      });
    },
    async stop() {
      stops++;
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}
