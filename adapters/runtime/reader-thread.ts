import { Worker } from "node:worker_threads";
import type { DocumentRead, DocumentReader } from "../../src/ports/document-reader.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { onOneLine } from "../../src/text/plain.ts";
import { messageOf } from "../../src/text/thrown.ts";

/** Real articles take milliseconds. */
const GIVE_UP_AFTER_MS = 20_000;
const GIVE_UP_WORDS = "20 seconds";

interface Waiting {
  readonly path: string;
  readonly settle: (read: DocumentRead) => void;
  readonly fail: (error: Error) => void;
}

/** One thread, started when it is first needed, that runs the module at `modulePath` and is replaced where it hangs. */
export function createReaderThread(modulePath: string, clock: Clock): DocumentReader {
  let worker: Worker | null = null;
  let lastNumber = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const waiting = new Map<number, Waiting>();

  const giveUp = (why: string) => {
    const stuck = [...waiting.values()];
    waiting.clear();
    for (const { path, settle } of stuck) {
      settle({ article: null, warnings: [onOneLine(`${path} could not be read: ${why}.`)] });
    }
  };
  const open = (): Worker => {
    const opened = new Worker(modulePath);
    // A bot that has nothing else to do may end.
    opened.unref();
    opened.on("message", ({ number, read }: { number: number; read: DocumentRead }) => {
      waiting.get(number)?.settle(read);
      waiting.delete(number);
    });
    opened.on("error", (error) => {
      if (worker === opened) worker = null;
      giveUp(`the reader failed (${messageOf(error)})`);
    });
    return opened;
  };
  const replace = async () => {
    const stuck = worker;
    worker = null;
    await stuck?.terminate();
  };
  const readOne = async (bytes: Uint8Array, origin: Parameters<DocumentReader["document"]>[1]) => {
    worker ??= open();
    const number = ++lastNumber;
    const answered = new Promise<DocumentRead>((settle, fail) => {
      waiting.set(number, { path: origin.path, settle, fail });
    });
    worker.postMessage({ number, bytes, origin });
    const inTime = await Promise.race([answered, clock.sleep(GIVE_UP_AFTER_MS).then(() => null)]);
    if (inTime !== null) return inTime;
    await replace();
    giveUp(`it took longer than ${GIVE_UP_WORDS}`);
    return answered;
  };
  return {
    document(bytes, origin) {
      // One after the other: the time that one takes is its own.
      const read = queue.then(() => readOne(bytes, origin));
      queue = read.catch(() => {});
      return read;
    },
    async close() {
      await replace();
      // It says nothing about the document, which is read at another time.
      for (const { fail } of waiting.values()) fail(new Error("The bot is stopping."));
      waiting.clear();
    },
  };
}
