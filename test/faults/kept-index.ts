import { join } from "node:path";
import { openIndexFolder } from "../../adapters/runtime/index-folder.ts";
import { createPackingThreads } from "../../adapters/runtime/packing-threads.ts";
import { holdDataLock } from "../../adapters/store/data-lock.ts";
import { makeFolder } from "../../src/config/data-dir.ts";
import type { Article } from "../../src/documents/article.ts";
import { createIndexKeeper, type IndexKeeper } from "../../src/flows/keep-index.ts";
import type { KeptIndex } from "../../src/search/section-index.ts";
import { createTwoStoreyIndex } from "../../src/search/two-storey-index.ts";
import { parseWordLists } from "../../src/text/lexicon.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";

const words = { aliases: [{ name: "aliases.tsv", text: "등대섬\tBeacon Island\n" }], synonyms: [], exclusive: [] };
export const { lexicon } = parseWordLists(words);

/** What is put follows from the revision alone. */
const ONE_HISTORY = { mark: async () => "one", remembers: async (mark: string) => mark === "one" };

/** An index on a folder, with the thread that packs. */
export function keptIndexAt(path: string): { readonly index: KeptIndex; readonly keeper: IndexKeeper } {
  const thread = createPackingThreads(join(import.meta.dirname, "../../src/index-thread.ts"), words.aliases);
  const folder = openIndexFolder({
    path,
    thread,
    make: () => makeFolder(path),
    claim: () => holdDataLock(join(path, "keeping.lock")),
  });
  const index = createTwoStoreyIndex(lexicon);
  return { index, keeper: createIndexKeeper(index, folder, ONE_HISTORY) };
}

const ARTICLES = 400;

/** What is put at a revision: each article comes again and again, and says which time it is. */
export function articleAt(revision: number): Article {
  const id = `${revision % ARTICLES}`;
  return sampleArticle(id, { 섬: `등대섬 ${id}의 뱃삯을 ${revision}원 돌려준다.`, 밭: "소금밭을 고친다." });
}

/** Everything that stands after a revision. */
export function articlesAfter(revision: number): Article[] {
  return Array.from({ length: Math.min(revision, ARTICLES) }, (_, i) => articleAt(revision - i));
}
