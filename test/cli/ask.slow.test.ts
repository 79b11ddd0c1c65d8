import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, writeFiles } from "../flows/temporary-folder.ts";
import { run } from "./run.ts";

const root = temporaryFolder();
const dataDir = join(root, "state");
const corpus = writeFiles(join(root, "글"), {
  "2025-03-02-1.md": "---\ntitle: 바다 소식\n---\n## 등대\n\n등대는 1903년에 세워졌다. 높이는 27미터다.\n\n## 부두\n",
  "섬/산.md": "# 산 소식\n\n## 둘레길\n\n둘레길은 길이가 12킬로미터다.\n",
});

const empty = writeFiles(join(root, "빈 곳"), { ".gitkeep": "" });

const ANSWER_FIELDS = [
  "question",
  "status",
  "answer",
  "sentences",
  "citations",
  "hits",
  "suggestions",
  "confidence",
  "tookMs",
];
const CITATION_FIELDS = ["number", "articleId", "title", "source", "headingPath", "url", "publishedAt", "quote"];
const HIT_FIELDS = ["articleId", "sectionId", "headingPath", "score"];

it("leaves the samples out where they are off", async () => {
  const empty = join(root, "empty");
  const { stdout } = await run("ask", ["일본", "자동차", "관세는?"], {
    dataDir: empty,
    env: { SAMPLE_ARTICLES: "off" },
  });
  expect(stdout).toContain("문서에서 답을 찾지 못했어요.");
  expect((await run("ask", ["일본", "자동차", "관세는?"], { dataDir: empty })).stdout).toContain("15%");
});

it("answers in words, with the source and that it is old", async () => {
  const { exitCode, stdout, stderr } = await run("ask", ["--corpus", "글", "등대는", "언제", "세워졌어?"], {
    dataDir,
    from: root,
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const lines = stdout.split("\n");
  expect(lines[0]).toBe("등대는 1903년에 세워졌다. [1]");
  expect(stdout).toMatch(/^출처 \[1\] 바다 소식 › 등대 · .+ 전 \(2025-03-02\)$/m);
  expect(stdout).toMatch(/^.+ 전 문서예요\. 그 뒤에 바뀌었을 수 있어요\.$/m);
  expect(existsSync(dataDir)).toBe(false);
});

it("answers each line of standard input in order, in talks", async () => {
  const asked = [
    { question: "등대 높이는?", conversation: "a" },
    { question: "부두는 어때?" },
    { question: "화성에는 누가 살아?", conversation: 7 },
    { question: "등대는 언제 세워졌어?", conversation: null },
  ];
  const input = `\uFEFF${JSON.stringify(asked[0])}\r\n\n${asked
    .slice(1)
    .map((each) => JSON.stringify(each))
    .join("\n")}`;
  const { exitCode, stdout, stderr } = await run("ask", ["--json", "--corpus", corpus], { dataDir, input });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.map((answer) => answer.question)).toEqual(asked.map((each) => each.question));
  expect(answers.map((answer) => answer.status)).toEqual(["answered", "empty-section", "not-found", "answered"]);

  const [lighthouse, pier, mars] = answers;
  for (const answer of answers) {
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(ANSWER_FIELDS));
    for (const hit of [...answer.hits, ...answer.suggestions])
      expect(Object.keys(hit)).toEqual(expect.arrayContaining(HIT_FIELDS));
    expect(answer.confidence >= 0 && answer.confidence <= 1 && answer.tookMs >= 0).toBe(true);
  }
  const shown = lighthouse.sentences.map(
    (sentence: { text: string; citation: number }) => `${sentence.text} [${sentence.citation}]`,
  );
  expect(shown).toContain("높이는 27미터다. [1]");
  expect(lighthouse.answer).toBe(shown.join("\n"));
  expect(Object.keys(lighthouse.citations[0])).toEqual(expect.arrayContaining(CITATION_FIELDS));
  expect(lighthouse.citations).toEqual([
    expect.objectContaining({
      number: 1,
      articleId: "2025-03-02-1.md",
      title: "바다 소식",
      source: "글",
      headingPath: ["등대"],
      url: null,
      publishedAt: "2025-03-02T00:00:00+09:00",
      quote: expect.stringContaining("높이는 27미터다."),
    }),
  ]);
  expect(lighthouse.suggestions).toEqual([]);
  expect(pier.answer).toBe("'부두' 항목은 있지만 아직 내용이 없어요.");
  expect([pier.sentences, pier.citations]).toEqual([[], []]);
  expect(pier.suggestions[0]).toEqual(expect.objectContaining({ articleId: "2025-03-02-1.md", headingPath: ["부두"] }));
  expect([mars.sentences, mars.citations]).toEqual([[], []]);
});

it("without --corpus answers from the store, with the samples where it is empty, and again from the snapshot", async () => {
  const ask = () =>
    run("ask", ["--json", "파나마 운하 항만은 얼마에 팔기로 했어?"], { dataDir: join(root, "own state") });
  const [first, second] = [await ask(), await ask()];
  expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
  const withoutTime = (line: string) => ({ ...JSON.parse(line), tookMs: 0 });
  expect(withoutTime(first.stdout).status).toBe("answered");
  expect(withoutTime(second.stdout)).toEqual(withoutTime(first.stdout));
});

describe("--explain", () => {
  it("says why below the answer, in English", async () => {
    const { exitCode, stdout, stderr } = await run("ask", ["--explain", "--corpus", corpus, "등대는 언제 세워졌어?"], {
      dataDir,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.split("\n")[0]).toBe("등대는 1903년에 세워졌다. [1]");
    expect(stdout).toMatch(/^Decision\n {2}Answered: .+\n {4}confidence \d\.\d{3}.* · needed \d\.\d{3}$/m);
    expect(stdout).toMatch(/^ {2}등대는\n {4}stem 등대 · weight 1\.000 · rarity \d\.\d{3} · importance \d\.\d{3}$/m);
    expect(stdout).toMatch(/^ {2}1\. 바다 소식 › 등대\n {4}\d+\.\d{3} = /m);
  });

  it("with --json gives it as data, and without --explain nothing of it", async () => {
    const ask = async (...flags: string[]) => {
      const { stdout } = await run("ask", ["--json", ...flags, "--corpus", corpus, "화성에는 누가 살아?"], { dataDir });
      return JSON.parse(stdout);
    };
    const [plain, { explanation, ...explained }] = await Promise.all([ask(), ask("--explain")]);
    expect({ ...explained, tookMs: 0 }).toEqual({ ...plain, tookMs: 0 });
    expect(Object.keys(explanation).sort()).toEqual(
      ["question", "readings", "askedFor", "words", "rewritten", "sections", "sentences", "decision"].sort(),
    );
    expect(explanation.decision.status).toBe("not-found");
  });
});

describe("bad input ends with 2, one sentence on stderr and nothing on stdout:", () => {
  it.each<[name: string, args: string[], input: string, message: RegExp]>([
    ["no question", [], "", /^There is no question\./],
    ["an unknown option", ["--nonsense", "등대?"], "", /^Unknown option '--nonsense'/],
    ["a missing folder", ["--corpus", "nowhere", "등대?"], "", /^There is no file or folder ".*nowhere"\.$/],
    ["a folder without documents", ["--corpus", empty, "등대?"], "", /has no documents that can be read\. These can: /],
    [
      "a question that is too long",
      ["--corpus", corpus, "등".repeat(2001)],
      "",
      /^The question is longer than 2000 characters\./,
    ],
    ["an empty question", ["--corpus", corpus, "  "], "", /question/],
  ])("%s", async (_name, args, input, message) => {
    const { exitCode, stdout, stderr } = await run("ask", args, { dataDir, input });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(message)]);
    expect(existsSync(dataDir)).toBe(false);
  });
});

it("a line without a question has its problem for an answer, the others are answered, and the end is 2", async () => {
  const lines: [line: string, problem: RegExp | null][] = [
    ['{"question":"등대 높이는?"}', null],
    ["등대?", /^Line 2 of standard input is no valid JSON\./],
    ["null", /^Line 3 of standard input holds no text "question"\.$/],
    ['{"q":"등대?"}', /^Line 4 of standard input holds no text "question"\.$/],
    ['{"question":"등대?","conversation":{}}', /"conversation"/],
    ['{"question":"등대는 언제 세워졌어?"}', null],
  ];
  const input = lines.map(([line]) => `${line}\n`).join("");
  const { exitCode, stdout, stderr } = await run("ask", ["--json", "--corpus", corpus], { dataDir, input });
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
  const answers = stdout.trimEnd().split("\n");
  expect(answers).toHaveLength(lines.length);
  for (const [i, [, problem]] of lines.entries()) {
    const answer = JSON.parse(answers[i] ?? "");
    if (problem === null) expect(answer.status).toBe("answered");
    else expect(answer).toEqual({ error: { line: i + 1, message: expect.stringMatching(problem) } });
  }
});
