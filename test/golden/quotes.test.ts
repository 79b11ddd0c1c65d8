import { copyFileSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe } from "vitest";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { checkQuotes } from "./check-quotes.ts";
import { evenly, postsIn, shared } from "./real-documents.ts";

const root = temporaryFolder();

checkQuotes("the sample articles", () => join(import.meta.dirname, "../../index-data/corpus"), 400);

describe.skipIf(shared === null)("real documents (skipped without POLICYDESK_SHARED, where they lie)", () => {
  checkQuotes("the seeds", () => join(shared ?? "", "seeds"), 300);
  checkQuotes(
    "100 posts",
    () => {
      const posts = postsIn(join(root, "unpacked"));
      const folder = join(root, "posts");
      mkdirSync(folder);
      for (const post of evenly(posts, 100)) {
        copyFileSync(post, join(folder, basename(post)));
      }
      return folder;
    },
    300,
  );
});
