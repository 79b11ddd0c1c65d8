import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { readQuery } from "../../src/search/query.ts";
import type { SectionIndex } from "../../src/search/section-index.ts";
import { articlesAfter, keptIndexAt, lexicon } from "./kept-index.ts";
import { runUntilKilled } from "./run-until-killed.ts";

const ROUNDS = 15;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policydesk-index-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Keeps an index in a process that is killed `delayMs` after it kept it first; the last revision that was kept. */
async function keepUntilKilled(path: string, delayMs: number): Promise<number> {
  return Number(await runUntilKilled("keep-until-killed.ts", [path], delayMs));
}

const found = (index: SectionIndex) =>
  ["Beacon Island 7", "등대섬 33의 뱃삯", "소금밭"].map((question) =>
    index.find(readQuery(question, lexicon), { limit: 50 }),
  );

it(`loads what was kept, whole, after each of ${ROUNDS} kills while it packed and kept`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const delayMs = Math.random() * 1500;
    const kept = await keepUntilKilled(folder, delayMs);
    const { index, keeper } = keptIndexAt(folder);
    expect(await keeper.load(), `round ${round}, killed after ${delayMs} ms`).toBeNull();
    expect(index.revision()).toBeGreaterThanOrEqual(kept);
    const anew = createInMemoryIndex(lexicon, articlesAfter(index.revision()));
    expect(found(index)).toEqual(found(anew));
    // What the killed process left goes with the next keeping.
    expect(await keeper.keep()).toBeNull();
    const files = readdirSync(folder);
    expect(files.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(files.filter((name) => name.endsWith(".segment")).length).toBeLessThanOrEqual(6);
    await keeper.close();
  }
});
