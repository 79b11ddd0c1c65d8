import { parseDocument } from "../documents/parse-document.ts";
import type { DocumentReader } from "../ports/document-reader.ts";

/** Reads on the caller's thread: right for a command that answers nobody meanwhile. */
export const inlineReader: DocumentReader = {
  document: async (bytes, origin) => parseDocument(bytes, origin),
  close: async () => {},
};
