import { createHash } from "node:crypto";
import type { DocumentOrigin } from "./parse-document.ts";

/** Raise it when documents are read differently, so that unchanged files are read again. */
const READER_VERSION = 7;

/** Hash of everything an article is made from. Equal hashes give equal articles. */
export function contentHash(bytes: Uint8Array, { articleId, source, path }: DocumentOrigin): string {
  return createHash("sha256")
    .update(JSON.stringify([READER_VERSION, articleId, source, path]))
    .update(bytes)
    .digest("hex");
}
