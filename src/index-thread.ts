import { parentPort, workerData } from "node:worker_threads";
import { recordsAt, writeSegmentFile } from "../adapters/runtime/segment-file.ts";
import { giveWayToOtherThreads } from "../adapters/runtime/thread-priority.ts";
import type { Article } from "./documents/article.ts";
import type { PackedSource, PackingMessage, PackingReply } from "./ports/index-folder.ts";
import { RecordsInMemory, recordsIn } from "./search/storeys/records.ts";
import { runMerge } from "./search/storeys/run-merge.ts";
import { openSegment } from "./search/storeys/segment.ts";
import { parseWordLists, type WordLists } from "./text/lexicon.ts";
import { messageOf } from "./text/thrown.ts";

// What may say the same stands in no index.
const { lexicon } = parseWordLists({ aliases: workerData as WordLists["aliases"], synonyms: [], exclusive: [] });
let articles: Article[] = [];
// Questions do not wait for what is packed.
giveWayToOtherThreads();

parentPort?.on("message", (message: PackingMessage) => {
  if (message.kind === "articles") {
    articles.push(...message.articles);
    return;
  }
  const given = articles;
  articles = [];
  const reply = pack(given, message.sources, message.path);
  parentPort?.postMessage(reply);
});

function pack(given: readonly Article[], sources: readonly PackedSource[], path: string | null): PackingReply {
  try {
    const merged = sources.map(({ image, removed, removedWords, records: of }) => {
      // Another process may have removed the file by now; who opened it also closes it.
      const records = "bytes" in of ? recordsIn(of.bytes) : recordsAt(of.descriptor, of.size);
      return { segment: openSegment(image, records), removed, removedWords };
    });
    const job = { sources: merged, articles: given };
    const inMemory = (problem: string | null): PackingReply => {
      const records = new RecordsInMemory();
      const image = runMerge(job, lexicon, records);
      return { kind: "packed", image, written: { bytes: records.read(0, records.size) }, problem };
    };
    if (path === null) return inMemory(null);
    try {
      const { image, file } = writeSegmentFile(path, (sink) => runMerge(job, lexicon, sink));
      return { kind: "packed", image, written: file, problem: null };
    } catch (error) {
      if (!(error instanceof Error && "syscall" in error)) throw error;
      return inMemory(error.message);
    }
  } catch (error) {
    return { kind: "failed", reason: messageOf(error) };
  }
}
