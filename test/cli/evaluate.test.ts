import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder, writeFiles } from "../flows/temporary-folder.ts";
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

async function evaluate(set: string) {
  const { exitCode, stdout, stderr } = await run("evaluate", ["--json", set], { dataDir, from: root });
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
