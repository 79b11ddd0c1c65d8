import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder, writeFiles } from "../flows/temporary-folder.ts";
import { SQUAD } from "../unit/evaluation/small-set.ts";
import { run } from "./run.ts";

const root = temporaryFolder();
const dataDir = join(root, "state");
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

const sections = lines(
  { id: "s1", title: "등대", text: "등대는 1903년에 세워졌다. 높이는 27미터다." },
  { id: "s2", title: "산", text: "산은 높이가 812미터다." },
);
writeFiles(root, {
  "set/sections.jsonl": sections,
  "set/questions.jsonl": lines(
    { question: "등대는 언제 세워졌어?", relevant: ["s1"], answers: ["1903년"] },
    { question: "산의 높이는?", relevant: ["s2"], answers: ["812미터"] },
    { question: "화성에는 누가 살아?", relevant: ["s1"], answers: ["아무도"] },
    { question: "산의 높이는 몇 미터야?", relevant: ["s1"], answers: ["없는 답"] },
  ),
  "bare/sections.jsonl": sections,
  "bare/questions.jsonl": lines({ question: "등대?", relevant: ["s1"], answers: [] }),
  "half/sections.jsonl": sections,
  "none/sections.jsonl": sections,
  "none/questions.jsonl": "\n",
  "broken/sections.jsonl": `${sections}{`,
  "broken/questions.jsonl": "",
  "squad.json": JSON.stringify({
    data: [
      {
        title: "등대",
        paragraphs: [
          { context: "등대는 1903년에 세워졌다.", qas: [{ question: "등대는 언제?", answers: [{ text: "1903년" }] }] },
        ],
      },
    ],
  }),
});

writeFiles(root, {
  "four.json": SQUAD,
  "posts/1.md": "# 화성\n\n화성은 붉다. 먼지가 많다.\n",
  "posts/2.md": "# 금성\n\n금성은 뜨겁다. 구름이 짙다.\n",
});

async function evaluate(set: string, ...flags: string[]) {
  const { exitCode, stdout, stderr } = await run("evaluate", ["--json", ...flags, set], { dataDir, from: root });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return JSON.parse(stdout);
}

it("measures a folder of lines", async () => {
  const figures = await evaluate("set");
  expect(Object.keys(figures)).toEqual(
    expect.arrayContaining(
      "set sections questions recallAt1 recallAt5 mrrAt10 answerInFirst answerInShown questionsPerSecond".split(" "),
    ),
  );
  expect(figures).toMatchObject({ set: "set", sections: 2, questions: 4, recallAt1: 0.5 });
  expect(figures.answerInFirst > 0 && figures.answerInFirst <= figures.answerInShown).toBe(true);
  expect(figures.answerInShown).toBeLessThanOrEqual(0.5);
  expect(figures.recallAt5).toBeGreaterThanOrEqual(figures.recallAt1);
  expect(figures.mrrAt10 >= figures.recallAt1 && figures.mrrAt10 <= 1).toBe(true);
  expect(figures.questionsPerSecond).toBeGreaterThan(0);
});

it("measures a SQuAD file, and a set without answers", async () => {
  const [squad, bare] = await Promise.all([evaluate("squad.json"), evaluate("bare")]);
  expect(squad).toMatchObject({ set: "squad.json", sections: 1, questions: 1, recallAt1: 1, answerInFirst: 1 });
  expect(bare).toMatchObject({ recallAt1: 1, answerInFirst: null, answerInShown: null });
});

it("prints a table to read", async () => {
  const { exitCode, stdout } = await run("evaluate", ["bare"], { dataDir, from: root });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^recallAt1 +1$/m);
  expect(stdout).toMatch(/^answerInFirst +no answers in the set$/m);
});

it("asks one half with --split, among the distractors that --distractors adds", async () => {
  const figures = await evaluate("four.json", "--split", "test", "--distractors", "50", "--distractors-from", "posts");
  expect(figures).toMatchObject({ split: "test", sections: 8, distractors: 50, questions: 4 });
  expect(figures.p50Ms).toBeLessThanOrEqual(figures.p99Ms);
});

it("asks what cannot be answered with --abstain", async () => {
  const { abstention } = await evaluate("four.json", "--abstain", "--off-domain", "set");
  expect(abstention).toMatchObject({
    paragraphRemoved: { questions: 8 },
    articleRemoved: { questions: 8 },
    offDomain: { questions: 4 },
  });
  const { stdout } = await run("evaluate", ["--abstain", "four.json"], { dataDir, from: root });
  expect(stdout).toMatch(/^article removed +8\n {2}AUROC +[01](\.\d{4})?\n {2}wrong, keeping 90% +[01]/m);
  expect(stdout).toMatch(/^off-domain +no other set$/m);
});

it("lists misses by kind with --failures", async () => {
  const { exitCode, stdout } = await run("evaluate", ["--failures", "--most", "1", "set"], { dataDir, from: root });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Found, but a section of another article comes first: 1\n {2}산의 높이는 몇 미터야\? /m);
  expect(stdout).toMatch(/^ {4}expected: 등대 \[s1\], at 2\n {6}\d\.\d{3} = .+\n {4}found: 산 \[s2\], at 1$/m);
  const { failures } = await evaluate("set", "--failures");
  expect(failures.map(({ kind }: { kind: string }) => kind)).toEqual([
    "not-found",
    "same-article",
    "other-article",
    "abstained",
    "sentence",
  ]);
});

it.each<[flags: string[], message: RegExp]>([
  [["--distractors", "5"], /^--distractors COUNT and --distractors-from FOLDER need each other\.$/],
  [["--distractors-from", "posts"], /need each other/],
  [["--distractors", "0", "--distractors-from", "posts"], /whole number from 1/],
  [["--distractors", "5", "--distractors-from", "nowhere"], /^There is no file or folder ".*nowhere"\.$/],
  [["--split", "half"], /Allowed choices are train, test/],
  [["--off-domain", "set"], /^--off-domain needs --abstain\.$/],
  [["--abstain", "--off-domain", "nowhere"], /^There is no file or folder ".*nowhere"\.$/],
  [["--failures", "--most", "some"], /whole number from 1/],
])("refuses %j", async (flags, message) => {
  const { exitCode, stdout, stderr } = await run("evaluate", [...flags, "four.json"], { dataDir, from: root });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(message)]);
});

it.each<[name: string, set: string, message: RegExp]>([
  ["a set that is missing", "nowhere", /^There is no file or folder ".*nowhere"\.$/],
  ["a folder without questions.jsonl", "half", /^".*questions\.jsonl" cannot be read\./],
  ["a set without questions", "none", /^".*none" holds no questions\.$/],
  ["a broken line", "broken", /^"broken" is no question set\. sections\.jsonl line 3 is no valid JSON/],
  ["a file that is no set", "set/sections.jsonl", /is no question set\. The file is no valid JSON/],
])("refuses %s", async (_name, set, message) => {
  const { exitCode, stdout, stderr } = await run("evaluate", [set], { dataDir, from: root });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(message)]);
});
