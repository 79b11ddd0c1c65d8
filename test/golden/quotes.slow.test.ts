import { dirname, join } from "node:path";
import { describe } from "vitest";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { checkQuotes } from "./check-quotes.ts";
import { postsIn, shared } from "./real-documents.ts";

const root = temporaryFolder();

describe.skipIf(shared === null)("all real documents (skipped without POLICYDESK_SHARED, where they lie)", () => {
  checkQuotes("every post", () => dirname(postsIn(join(root, "unpacked"))[0] ?? root), 1500);
});
