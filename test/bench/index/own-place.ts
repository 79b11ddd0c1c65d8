import { join } from "node:path";
import { openIndexFolder } from "../../../adapters/runtime/index-folder.ts";
import { createPackingThreads } from "../../../adapters/runtime/packing-threads.ts";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import { openSqliteStore } from "../../../adapters/store/sqlite.ts";
import { makeFolder } from "../../../src/config/data-dir.ts";
import { createIndexKeeper } from "../../../src/flows/keep-index.ts";
import type { ArticleStore } from "../../../src/ports/article-store.ts";
import { createTwoStoreyIndex } from "../../../src/search/two-storey-index.ts";
import { lexicon, words } from "./lexicon.ts";

export const databaseAt = (folder: string) => openSqliteStore(join(folder, "bench.sqlite"), systemClock.now);

/** Our index as a bot has it: on a folder, with the thread that packs. */
export function ownIndexAt(folder: string, store: ArticleStore) {
  const path = join(folder, "index");
  const thread = createPackingThreads(join(import.meta.dirname, "../../../src/index-thread.ts"), words.aliases);
  const index = createTwoStoreyIndex(lexicon);
  const keeper = createIndexKeeper(
    index,
    openIndexFolder({ path, thread, make: () => makeFolder(path), claim: () => ({ release() {} }) }),
    store,
  );
  return { index, keeper, path };
}

/** The longest time in which nothing else had its turn, as seen from now on; ms. */
export function watchBlocks(): () => number {
  let longestMs = 0;
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    longestMs = Math.max(longestMs, nowMs - lastMs - 1);
    lastMs = nowMs;
  }, 1);
  return () => {
    clearInterval(timer);
    return longestMs;
  };
}
