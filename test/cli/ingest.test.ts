import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder, writeFiles } from "../flows/temporary-folder.ts";
import { run } from "./run.ts";

const root = temporaryFolder();
const dataDir = join(root, "state");
const folder = writeFiles(join(root, "글"), {
  "등대.md": "## 등대\n\n등대는 1903년에 세워졌다.\n",
  "산.md": "## 산\n\n산은 높이가 812미터다.\n",
  "그림.md": Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256),
});

async function ingest(...args: string[]) {
  const { exitCode, stdout, stderr } = await run("ingest", args, { dataDir, from: root });
  const [counts, total] = stdout.split("\n");
  return { exitCode, counts: counts?.replace(/ in [\d.]+ s\.$/, ""), total, stderr: stderr.trimEnd().split("\n") };
}

it("counts what it read; a second run changes nothing; what is gone is removed; what is stored can be asked", async () => {
  const image = [expect.stringMatching(/그림\.md/)];
  expect(await ingest("글")).toEqual({
    exitCode: 0,
    counts: "2 added, 0 changed, 0 unchanged, 0 removed, 1 failed",
    total: "The store holds 2 articles with 2 sections; 0.0% of their blocks repeat and are no answers.",
    stderr: image,
  });
  expect((await ingest(folder)).counts).toBe("0 added, 0 changed, 2 unchanged, 0 removed, 1 failed");

  unlinkSync(join(folder, "산.md"));
  writeFiles(folder, { "등대.md": "## 등대\n\n등대는 1904년에 세워졌다.\n" });
  expect((await ingest(folder)).counts).toBe("0 added, 1 changed, 0 unchanged, 1 removed, 1 failed");

  const asked = await run("ask", ["--json", "등대는 언제 세워졌어?"], { dataDir });
  const answer = JSON.parse(asked.stdout);
  expect(answer.sentences).toEqual([{ text: "등대는 1904년에 세워졌다.", citation: 1 }]);
  expect(answer.citations[0]).toMatchObject({ articleId: "글/등대.md", source: "글", title: "등대" });
});

it.each<[name: string, args: string[], message: RegExp]>([
  ["no path", [], /^Missing required argument 'path'/],
  ["a path to nothing", ["nowhere"], /^There is no file or folder ".*nowhere"\.$/],
])("refuses %s", async (_name, args, message) => {
  const { exitCode, stdout, stderr } = await run("ingest", args, { dataDir, from: root });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(message)]);
});
