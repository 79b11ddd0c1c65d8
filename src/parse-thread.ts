import { parentPort } from "node:worker_threads";
import { type DocumentOrigin, parseDocument } from "./documents/parse-document.ts";

/** What the thread is asked; it answers with the same number. */
export interface ParseRequest {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly origin: DocumentOrigin;
}

parentPort?.on("message", ({ number, bytes, origin }: ParseRequest) => {
  parentPort?.postMessage({ number, read: parseDocument(bytes, origin) });
});
