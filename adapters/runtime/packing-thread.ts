import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { MergeJob, PackingMessage, PackingReply } from "../../src/ports/index-folder.ts";
import type { WordLists } from "../../src/text/lexicon.ts";

type Packed = Extract<PackingReply, { kind: "packed" }>;
type PackRequest = Omit<Extract<PackingMessage, { kind: "pack" }>, "kind">;

/** Copying them to the thread holds this one. */
const ARTICLES_AT_ONCE = 20;

export interface PackingThread {
  /** One at a time. Rejects where the thread fails or is stopped. */
  pack(articles: MergeJob["articles"], request: PackRequest): Promise<Packed>;
  /** The next job starts another one. May be called twice. */
  stop(): Promise<void>;
}

/** A thread that runs the module at `modulePath`, started when it is first needed. */
export function createPackingThread(modulePath: string, aliases: WordLists["aliases"]): PackingThread {
  let worker: Worker | null = null;
  let giveUp: (reason: Error) => void = () => {};

  const start = (): Worker => {
    const started = new Worker(modulePath, { workerData: aliases });
    const ended = (error: Error) => {
      if (worker !== started) return;
      worker = null;
      giveUp(error);
    };
    started.on("error", ended);
    started.on("exit", (code) => ended(new Error(`The thread that packs the index ended with ${code}.`)));
    return started;
  };
  return {
    async pack(articles, request) {
      worker ??= start();
      const asked = worker;
      const answered = new Promise<PackingReply>((resolve, reject) => {
        giveUp = reject;
        asked.once("message", resolve);
      });
      // It may reject before it is waited for.
      answered.catch(() => {});
      const tell = (message: PackingMessage) => asked.postMessage(message);
      for (let at = 0; at < articles.length; at += ARTICLES_AT_ONCE) {
        tell({ kind: "articles", articles: articles.slice(at, at + ARTICLES_AT_ONCE) });
        await setImmediate();
      }
      tell({ kind: "pack", ...request });
      const reply = await answered;
      if (reply.kind === "failed") throw new Error(`The index could not be packed: ${reply.reason}`);
      return reply;
    },
    async stop() {
      const stopped = worker;
      worker = null;
      giveUp(new Error("The thread that packs the index was stopped."));
      await stopped?.terminate();
    },
  };
}
