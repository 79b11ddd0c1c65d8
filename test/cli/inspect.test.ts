import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder, writeFiles } from "../flows/temporary-folder.ts";
import { run } from "./run.ts";

const root = temporaryFolder();
const dataDir = join(root, "state");
writeFiles(root, { "binary.md": Uint8Array.from({ length: 2000 }, (_, i) => (i * 37) % 256) });
const panama = "index-data/corpus/panama-canal.md";

it("prints the article as one JSON object", async () => {
  const { exitCode, stdout, stderr } = await run("inspect", ["--json", panama], { dataDir });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  const article = JSON.parse(stdout);
  expect(Object.keys(article)).toEqual(
    expect.arrayContaining(["id", "source", "title", "url", "categories", "publishedAt", "lang", "sections"]),
  );
  expect(article).toMatchObject({ id: "panama-canal.md", source: "corpus", publishedAt: null, lang: "ko" });
  const headings = article.sections.map((section: { heading: string }) => section.heading);
  expect(headings).toEqual(["", "항만 매각", "군함 통행료", "일대일로 탈퇴", "앞으로의 일정"]);
  for (const section of article.sections) {
    expect(Object.keys(section)).toEqual(
      expect.arrayContaining(["id", "number", "heading", "headingPath", "body", "footnotes"]),
    );
  }
});

it("prints an outline to read", async () => {
  const { exitCode, stdout, stderr } = await run("inspect", [panama], { dataDir });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const lines = stdout.split("\n");
  expect(lines.slice(0, 3)).toEqual(["파나마 운하 항만, 다시 협상대로", "source corpus · no date · language ko", ""]);
  expect(lines).toEqual(expect.arrayContaining(["# (lead)", "# 항만 매각", "# 앞으로의 일정", "  (empty)"]));
});

it.each<[name: string, args: string[], message: RegExp]>([
  ["no file", [], /^Missing required argument 'file'/],
  ["a missing file", ["nowhere.md"], /^There is no file or folder ".*nowhere\.md"\.$/],
  ["a folder", [join(import.meta.dirname, "../../index-data/corpus")], /is a folder\. Name one file\.$/],
  ["a file that is no text", ["binary.md"], /binary\.md/],
])("refuses %s", async (_name, args, message) => {
  const { exitCode, stdout, stderr } = await run("inspect", args, { dataDir, from: root });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(message)]);
});
