import { describe, expect, it } from "vitest";
import { findCandidates } from "../../../../src/answers/candidates/find-candidates.ts";
import { FITTED, FITTED_FEATURES, GATES } from "../../../../src/answers/confidence/confidence-feature-names.ts";
import { GATE_WEIGHTS } from "../../../../src/answers/confidence/confidence-gates.ts";
import { CONFIDENCE_WEIGHTS } from "../../../../src/answers/confidence/confidence-weights.ts";
import { createJudge } from "../../../../src/answers/confidence/judge.ts";
import type { FollowUp } from "../../../../src/answers/talk/follow-up.ts";
import type { Article } from "../../../../src/documents/article.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

/** The best sentence's judgement. */
function judged(question: string, texts: readonly Article[] = articles, followUp: FollowUp | null = null) {
  const { grounds, candidates } = findCandidates(question, know(texts), null, null, followUp);
  const [best] = candidates;
  if (!best) throw new Error(`Nothing was found for ${question}`);
  return createJudge(grounds)(best);
}

describe("weights", () => {
  it("never turn what speaks for an answer against it", () => {
    for (const name of FITTED_FEATURES) {
      if (FITTED[name] === "for") expect(CONFIDENCE_WEIGHTS[name], name).toBeGreaterThanOrEqual(0);
      if (FITTED[name] === "against") expect(CONFIDENCE_WEIGHTS[name], name).toBeLessThanOrEqual(0);
    }
    for (const name of GATES) expect(GATE_WEIGHTS[name], name).toBeLessThan(0);
  });
});

describe("it is surer", () => {
  it.each([
    ["where all words are said", "대만은 국방비를 얼마나 올렸나?", "대만은 도서관을 얼마나 올렸나?"],
    ["where the number is there", "일본은 7월 22일에 무엇을 낮추나?", "일본은 9월 13일에 무엇을 낮추나?"],
    ["of the country that is spoken of", "일본은 자동차 관세를 얼마로 낮추나?", "중국은 자동차 관세를 얼마로 낮추나?"],
    ["where the kind of thing asked for is stated", "덴마크 총리는 뭐라고 말했나?", "덴마크 총리는 몇 살이야?"],
    ["than of what somebody has and nobody tells", "대만 공장은 어디에 지어?", "대만 대통령의 생일은?"],
  ])("%s", (_name, surer, lessSure) => {
    expect(judged(surer).confidence).toBeGreaterThan(judged(lessSure).confidence);
  });
});

it.each([
  ["wanted missing", "덴마크 총리는 몇 살이야?"],
  ["name missing", "중국은 자동차 관세를 얼마로 낮추나?"],
  ["attribute missing", "대만 대통령의 생일은?"],
  ["too little said", "대만 지하철 요금 할인은?"],
])("a gate says that it is closed: %s", (gate, question) => {
  expect(judged(question).parts[gate]).toBeLessThan(0);
  expect(judged("대만 정부는 국방비를 얼마나 올렸나?").parts[gate]).toBe(0);
});

it("a gate closes where a rule is asked for of a case that nothing names", () => {
  const walk = read(
    "# 등대 산책\n\n등대 산책은 누구나 신청할 수 있다. 어린이는 보호자와 함께 온다.\n",
    "walk.md",
  ).article;
  const part = (question: string) => judged(question, [walk]).parts["case missing"];
  expect(part("등대 산책에 유학생도 신청할 수 있어?")).toBeLessThan(0);
  expect([
    part("등대 산책에 어린이도 신청할 수 있어?"),
    part("등대 산책도 있어?"),
    part("유학생도 등대 산책을 했나?"),
  ]).toEqual([0, 0, 0]);
});

it("a gate closes where the same is asked for of a name that nothing near says", () => {
  const part = (question: string) => judged(question).parts["case missing"];
  expect(part("일본도 국방비를 올렸나?")).toBeLessThan(0);
  expect(part("대만도 국방비를 올렸나?")).toBe(0);
});

it("a gate closes where nothing says the noun that a follow-up asks of", () => {
  const bus = read("# 산길 버스\n\n산길 버스 요금은 900원이다. 어린이는 돈을 내지 않는다.\n", "bus.md").article;
  const part = (own: string, heard: readonly string[] = []) =>
    judged(`산길 버스 ${own}`, [bus], { own, heard, wantsMore: false }).parts["own noun missing"];
  expect(part("기차 요금은?")).toBeLessThan(0);
  // what the talk is about, what is said, and what an amount is called
  expect([part("요금은?"), part("어린이 요금은?"), part("얼마야?"), part("비용은?")]).toEqual([0, 0, 0, 0]);
  expect(judged("산길 버스 기차 요금은?", [bus]).parts["own noun missing"]).toBe(0);
});

it("a gate closes where an English word of the question is said nowhere near", () => {
  const ferry = read("# The ferry\n\nThe ferry takes bicycles and dogs. It sails at noon.\n", "ferry.md").article;
  expect(judged("Does the ferry take bikes and dogs?", [ferry]).parts["english word missing"]).toBeLessThan(0);
  expect(judged("Does the ferry take bicycles?", [ferry]).parts["english word missing"]).toBe(0);
  const text =
    "# The ferry\n\nThe ferry takes bicycles and dogs.\n\n## Storms\n\nIn storms nobody may carry bikes on deck.\n";
  const half = judged("Does the ferry take bikes and dogs?", [read(text, "ferry.md").article]);
  const whole = judged("Does the ferry take bikes and dogs?", [ferry]);
  expect(half.parts["english word missing"]).toBe((whole.parts["english word missing"] ?? 0) / 2);
});

it("that gate closes less where a sentence states what is asked for, and no less for words that ask little", () => {
  const text = "# The ferry\n\nThe ferry takes bicycles and costs £4. It sails at noon.\n";
  const part = (question: string) =>
    judged(question, [read(text, "ferry.md").article]).parts["english word missing"] ?? 0;
  const whole = part("Does the ferry take bikes?");
  expect(whole).toBeLessThan(0);
  expect(part("How much is the ferry with bikes?")).toBeGreaterThan(whole);
  expect(part("Is it possible to get to use the ferry with bikes?")).toBe(whole);
  // How something is done is said in other words.
  expect(part("Does the ferry take bicycles promptly?")).toBe(0);
});

it("a number that is said answers no English question of which nothing else is", () => {
  const boats = read("# 항구\n\n항구에는 2019년에 배가 12척 있었다.\n", "항구.md").article;
  expect(judged("Who won the 2019 regatta?", [boats]).parts["too little said"]).toBe(-4);
  expect(judged("2019년에 배가 몇 척 있었나?", [boats]).parts["too little said"]).toBe(0);
});

it("an English deed is dated where it is told", () => {
  const text = "# The pier\n\nThe pier was shut in 1962. It opened to anglers. A café was built on the pier in 1985.\n";
  const said = (question: string) => judged(question, [read(text, "pier.md").article]);
  expect(said("When was the pier opened?").parts["wanted missing"]).toBeLessThan(-3);
  expect(said("When was the pier shut?").parts["wanted missing"]).toBe(0);
});

it("a gate closes for what is said of another one", () => {
  const question = "대만 7호 창고는 어디에 있나?";
  const shed = (number: number) =>
    read(`# 대만 창고\n\n대만 ${number}호 창고는 북쪽 항구에 있다.\n`, "shed.md").article;
  expect(judged(question, [...articles, shed(7)]).parts["of another"]).toBe(0);
  expect(judged(question, [...articles, shed(17)]).parts["of another"]).toBeLessThan(0);
});

it("a gate closes for what is said of something else than the best section is about", () => {
  const contest = read(
    "# 조개잡이 대회\n\n조개잡이 대회에 많은 어민이 참가했다. 대회는 갯벌에서 열렸다.\n",
    "contest.md",
  );
  const race = read("# 등대 마라톤\n\n이번 마라톤 대회에는 700명이 참가했다.\n", "race.md");
  const knowledge = know([contest.article, race.article]);
  const { grounds, candidates } = findCandidates("조개잡이 대회에 몇 명이 참가했나?", knowledge);
  const gateOf = (said: string) => {
    const candidate = candidates.find(({ text }) => text.includes(said));
    if (!candidate) throw new Error(`Nothing says ${said}`);
    return createJudge(grounds)(candidate).parts["subject missing"];
  };
  expect(gateOf("700명")).toBeLessThan(0);
  expect(gateOf("갯벌")).toBe(0);
});

it("a number of a telephone is one, whether or not it is called so", () => {
  const desk = read("# 대만 출장소\n\n대만 출장소는 02-345-6789로 문의를 받는다.\n", "desk.md").article;
  expect(judged("대만 출장소 전화번호는?", [...articles, desk]).parts["attribute missing"]).toBe(0);
  const shut = read("# 대만 출장소\n\n대만 출장소는 창구에서 문의를 받는다.\n", "desk.md").article;
  expect(judged("대만 출장소 전화번호는?", [...articles, shut]).parts["attribute missing"]).toBeLessThan(0);
});

it("words that any question may hold take little away", () => {
  const plain = judged("대만 정부는 국방비를 얼마나 올렸나?");
  const wordy = judged("저는 도움이 필요한데 대만 정부는 국방비를 얼마나 올렸나?");
  expect(wordy.parts["too little said"]).toBe(0);
  expect(wordy.confidence).toBeGreaterThan(plain.confidence / 2);
});

it("what is told before the question takes little away", () => {
  const told = judged("저는 어머니를 모시고 지내는 목수인데 대만 정부는 국방비를 얼마나 올렸나?");
  expect(told.parts["too little said"]).toBe(0);
  expect(told.parts["attribute missing"]).toBe(0);
  const plain = judged("대만 정부는 국방비를 얼마나 올렸나?");
  const story = judged("어제 삼촌이 뱃길 걱정을 하더라고요. 대만 정부는 국방비를 얼마나 올렸나?");
  expect(story.parts["rare words near"]).toBeGreaterThan(0.6 * (plain.parts["rare words near"] ?? 0));
});

it("says the same of a question however many articles about other things there are", () => {
  const others = Array.from(
    { length: 60 },
    (_, n) => read(`# 기록 ${n}\n\n${n}번 창고에는 상자가 ${n * 3}개 있다.\n`, `${n}.md`).article,
  );
  const question = "일본 조선소는 얼음을 깨는 배를 몇 척 만드나?";
  expect(judged(question, [...articles, ...others]).confidence).toBeCloseTo(judged(question).confidence, 1);
});
