import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/documents/parse-document.ts";
import { temporaryFolder } from "../../flows/temporary-folder.ts";
import { postsIn, shared } from "../../golden/real-documents.ts";

const root = temporaryFolder();

describe.skipIf(shared === null)("mutated real documents (skipped without POLICYDESK_SHARED, where they lie)", () => {
  it("are read or refused with a warning, and never throw", () => {
    const seeds = join(shared ?? "", "seeds");
    const paths = [...readdirSync(seeds).map((name) => join(seeds, name)), ...postsIn(join(root, "unpacked"))];
    const documents = paths.map((path) => readFileSync(path));
    const mutation = fc.record({ at: fc.nat(), length: fc.nat({ max: 300 }), bytes: fc.uint8Array({ maxLength: 12 }) });
    fc.assert(
      fc.property(fc.nat(), fc.array(mutation, { minLength: 1, maxLength: 4 }), (chosen, mutations) => {
        const document = documents[chosen % documents.length] ?? Buffer.alloc(0);
        const bytes = mutations.reduce((before, { at, length, bytes: inserted }) => {
          const from = at % (before.length + 1);
          return Buffer.concat([before.subarray(0, from), inserted, before.subarray(from + length)]);
        }, document);
        const { article, warnings } = parseDocument(bytes, { articleId: "a", source: "s", path: "2024-06-12-1.md" });
        expect(article !== null || warnings.length > 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
