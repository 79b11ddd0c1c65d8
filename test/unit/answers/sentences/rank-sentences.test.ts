import { describe, expect, it } from "vitest";
import { findSections } from "../../../../src/answers/candidates/find-sections.ts";
import { type Candidate, rankSentences } from "../../../../src/answers/sentences/rank-sentences.ts";
import { SENTENCE_FEATURE_NAMES } from "../../../../src/answers/sentences/sentence-feature-names.ts";
import { SENTENCE_WEIGHTS } from "../../../../src/answers/sentences/sentence-weights.ts";
import { rankSections } from "../../../../src/search/rank-sections.ts";
import { read } from "../../documents/read.ts";
import { articles, know, lexicon, REPEATED_LINE } from "../small-library.ts";

function ranked(question: string, texts = articles): Candidate[] {
  const knowledge = know(texts);
  const { question: asked, found } = findSections(question, knowledge, { limit: 50 });
  return rankSentences(asked, rankSections(asked.query, found, lexicon), found.rarity, knowledge.index, lexicon);
}

const QUESTIONS = [
  "대만은 국방비를 얼마나 올렸나?",
  "구리 세율은?",
  "왕실 대변인은 섬에 대해 뭐라고 밝혔나?",
  "설명회는 몇 차례 열리나?",
];

describe.each(QUESTIONS)("candidates for %j", (question) => {
  const candidates = ranked(question);

  it("come best first, and their scores are sums of parts", () => {
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { score, parts } of candidates) {
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 10);
    }
  });

  it("share all likelihood among them", () => {
    expect(candidates.reduce((sum, { likelihood }) => sum + likelihood, 0)).toBeCloseTo(1, 10);
  });

  it("leave out what repeats, and the row that names a table's columns", () => {
    const texts = candidates.map(({ text }) => text);
    expect(texts).not.toContain(REPEATED_LINE);
    expect(texts).not.toContain("품목 | 세율 | 시행일");
  });
});

it("an English heading that is no heading by its form is no statement", () => {
  const { article } = read(
    "# Harbour rules\n\nPosted 4 May 2025\n\nMooring rules\n\nMooring is free in May, as the rules say.\n",
    "a.md",
  );
  expect(ranked("What are the mooring rules in May?", [article])[0]?.text).toMatch(/^Mooring is free/);
});

const harbour = read(
  `# 항구

등대는 오래전부터 뱃길을 밝혔다. 등대를 세운 사람은 김바다(金海)였다. 등대는 1903년에 세워졌고 높이는 27미터다. 등대지기 12명이 불을 지켰다.

그는 북쪽 섬에서 왔다. 등대를 세우려면 돈이 들지 않을까?

등대:
`,
  "항구.md",
).article;

it.each<[question: string, first: string]>([
  ["등대를 세운 사람은 누구야?", "등대를 세운 사람은 김바다(金海)였다."],
  ["등대는 언제 세워졌어?", "등대는 1903년에 세워졌고 높이는 27미터다."],
  ["등대지기는 몇 명이야?", "등대지기 12명이 불을 지켰다."],
  ["등대의 높이는?", "등대는 1903년에 세워졌고 높이는 27미터다."],
])("%s %s", (question, first) => expect(ranked(question, [harbour])[0]?.text).toBe(first));

it("questions and labels come behind statements that say as much", () => {
  const texts = ranked("등대를 세우려면 돈이 드나?", [harbour]).map(({ text }) => text);
  expect(texts.indexOf("등대:")).toBeGreaterThan(texts.indexOf("등대는 오래전부터 뱃길을 밝혔다."));
});

it("what announces a text comes behind what it tells", () => {
  const { article } = read(
    `# 온기바우처

이번 글에서는 온기바우처의 신청 방법에 대해 자세히 알아보겠습니다. 온기바우처는 마을회관에서 신청한다.
`,
    "온기바우처.md",
  );
  expect(ranked("온기바우처 신청 방법은?", [article])[0]?.text).toBe("온기바우처는 마을회관에서 신청한다.");
});

it("of what stands under a question the sentence that says its words comes first", () => {
  const faq = `# 나룻배 이용권 자주 묻는 질문

## 누가 신청하나요?

섬에 사는 사람이면 됩니다.

## 언제 신청하나요?

당첨자는 그 달 20일에 알립니다. 3월과 9월의 1일부터 10일까지 이용권 신청을 받습니다.
`;
  const [best] = ranked("이용권 신청은 언제 하나요?", [read(faq, "나룻배.md").article]);
  expect(best?.text).toContain("3월과 9월");
});

describe("questions with their answers below", () => {
  const { article } = read(
    `# 돌문 캠핑장 자주 묻는 질문

**Q. 예약은 언제 열리나요?**
A. 매달 1일 오전 10시에 다음 달 것이 열립니다.

**Q. 개를 데려가도 되나요?**
A. 안 됩니다. 안내견은 괜찮습니다.

**Q. 불을 피울 수 있나요?**
A. 화로대 위에서만 됩니다.
`,
    "캠핑장.md",
  );
  const texts = (question: string) => ranked(question, [article]).map(({ text }) => text);

  it.each<[question: string, first: string]>([
    ["돌문 캠핑장에 개 데려가도 돼?", "A. 안 됩니다."],
    ["돌문 캠핑장에서 불 피워도 돼?", "A. 화로대 위에서만 됩니다."],
  ])("%s is answered by what stands below", (question, first) => expect(texts(question)[0]).toBe(first));

  it("answer nothing themselves", () => {
    expect(texts("돌문 캠핑장에 개 데려가도 돼?").filter((text) => text.startsWith("Q."))).toEqual([]);
  });
});

it.each<[question: string, first: string]>([
  ["등대섬 여객선에 탈 수 없는 사람은?", "술에 취한 사람은 등대섬 여객선에 탈 수 없다."],
  ["등대섬 여객선에 탈 수 있는 사람은?", "등대섬 여객선에는 일곱 살이 넘은 사람이 탈 수 있다."],
])("what may and what may not be are kept apart: %s", (question, first) => {
  const { article } = read(
    "# 등대섬 여객선\n\n등대섬 여객선에는 일곱 살이 넘은 사람이 탈 수 있다.\n\n술에 취한 사람은 등대섬 여객선에 탈 수 없다.\n",
    "여객선.md",
  );
  expect(ranked(question, [article])[0]?.text).toBe(first);
});

it("what became of a motion is told by what was decided, and not by the agenda", () => {
  const { article } = read(
    "# 돌문마을 회의록\n\n1. 북쪽 부두 확장안\n2. 등대 색깔 변경안\n\n위원장은 확장안이 찬성 다섯으로 가결되었다고 알렸다.\n",
    "회의록.md",
  );
  expect(ranked("돌문마을 북쪽 부두 확장안은 어떻게 처리됐어?", [article])[0]?.text).toContain("가결");
});

it("no articles, no candidates", () => expect(ranked("등대는?", [])).toEqual([]));

it("every feature has a weight, none below 0", () => {
  expect(Object.keys(SENTENCE_WEIGHTS)).toEqual(SENTENCE_FEATURE_NAMES);
  for (const weight of Object.values(SENTENCE_WEIGHTS)) expect(weight).toBeGreaterThanOrEqual(0);
});
