import { hash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/documents/parse-document.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { evenly, postsIn, shared } from "./real-documents.ts";

/**
 * How the seeds and 20 posts fall into sentences. Their text is not ours to keep here, so the file holds how many
 * sentences a document has and the beginning of each one's hash. UPDATE_GOLDEN=1 writes it anew; to see what changed,
 * run `npm run --silent inspect -- FILE` before and after.
 */
const goldenFile = join(import.meta.dirname, "sentences.json");
const POSTS = 20;
const HASH_DIGITS = 8;

type Golden = Record<string, { readonly sentences: number; readonly hashes: string }>;

const root = temporaryFolder();

function sentencesOf(path: string): string[] {
  const name = basename(path);
  const { article } = parseDocument(readFileSync(path), { articleId: name, source: "golden", path: name });
  return (article?.sections ?? [])
    .flatMap((section) => [section.body, ...section.footnotes.map((note) => note.text)])
    .flatMap((text) => splitSentences(text).map((sentence) => sentence.text));
}

function goldenOf(paths: readonly string[]): Golden {
  return Object.fromEntries(
    paths.map((path) => {
      const hashes = sentencesOf(path).map((text) => hash("sha256", text).slice(0, HASH_DIGITS));
      return [basename(path), { sentences: hashes.length, hashes: hashes.join(" ") }];
    }),
  );
}

describe.skipIf(shared === null)(
  "sentences of real documents (skipped without POLICYDESK_SHARED, where they lie)",
  () => {
    it("are the ones that were read and found right", () => {
      const seeds = join(shared ?? "", "seeds");
      const golden = goldenOf([
        ...readdirSync(seeds)
          .sort()
          .map((name) => join(seeds, name)),
        ...evenly(postsIn(root), POSTS),
      ]);
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(goldenFile, `${JSON.stringify(golden, null, 2)}\n`);
      expect(golden).toEqual(JSON.parse(readFileSync(goldenFile, "utf8")));
      expect(Object.keys(golden)).toHaveLength(2 + POSTS);
    });
  },
);
