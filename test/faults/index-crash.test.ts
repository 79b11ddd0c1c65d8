import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { readQuery } from "../../src/search/query.ts";
import type { SectionIndex } from "../../src/search/section-index.ts";
import { articlesAfter, keptIndexAt, lexicon } from "./kept-index.ts";

const ROUNDS = 15;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policydesk-index-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Keeps an index in a process that is killed `delayMs` after it kept it first; the last revision that was kept. */
async function keepUntilKilled(path: string, delayMs: number): Promise<number> {
  const script = join(import.meta.dirname, "keep-until-killed.ts");
  const child = spawn(process.execPath, [script, path], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const lines = createInterface(child.stdout);
  let kept = 0;
  lines.on("line", (line) => {
    kept = Number(line);
  });
  const read = once(lines, "close");
  await Promise.race([once(lines, "line"), exited]);
  await setTimeout(delayMs);
  child.kill("SIGKILL");
  const [, signal] = await exited;
  await read;
  expect(signal).toBe("SIGKILL");
  return kept;
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
    const anew = createInMemoryIndex(lexicon);
    anew.apply(
      articlesAfter(index.revision()).map((article) => ({ kind: "put", article })),
      1,
    );
    expect(found(index)).toEqual(found(anew));
    // What the killed process left goes with the next keeping.
    expect(await keeper.keep()).toBeNull();
    const files = readdirSync(folder);
    expect(files.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(files.filter((name) => name.endsWith(".segment")).length).toBeLessThanOrEqual(6);
    await keeper.close();
  }
});
