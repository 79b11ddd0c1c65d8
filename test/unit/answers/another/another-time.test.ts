import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const dated = (date: string, title: string, text: string) =>
  read(`---\ntitle: ${title}\ndate: ${date} 09:00:00 +0900\n---\n\n${text}\n`, `${title}.md`).article;

const island = know([
  ...articles,
  dated("2025-07-15", "등대섬 뱃삯", "등대섬 선주 모임은 뱃삯을 4,000원으로 올리기로 뜻을 모았다."),
  dated("2025-07-09", "등대섬 부두", "등대섬 어촌계는 이웃 돌섬과 부두를 같이 쓰기로 약속했다."),
  dated("2025-06-18", "등대섬 소식", "등대섬 어촌계는 이웃 돌섬에 그물을 빌려주었다."),
  dated("2023-11-02", "Gull Island budget", "The island council set the pier budget at 70,000 pounds."),
  dated("2024-11-02", "Gull Island budget again", "The island council set the pier budget at 80,000 pounds."),
  dated("2025-02-03", "등대섬 잔치 상금", "올해 등대섬 잔치 상금은 30만 원이다. 이긴 사람이 둘이면 5만 원을 더 준다."),
  dated("2025-02-04", "등대섬 그물 대여", "빌린 그물은 열흘 안에 돌려준다."),
]);
/** A Wednesday. */
const today = { year: 2025, month: 7, day: 16 };
const ask = (question: string) => answerQuestion(question, null, island, null, today).answer;

describe("what was so at a time that the question names by how far away it is", () => {
  it.each([
    ["어제 등대섬 뱃삯 얼마로 올리기로 했어?", "4,000원"],
    ["이번 주에 등대섬 뱃삯 얼마로 올리기로 했어?", "4,000원"],
    ["지난주에 등대섬 어촌계가 돌섬이랑 뭘 약속했어?", "부두를 같이"],
    ["지난달에 등대섬 어촌계가 돌섬에 뭘 해줬어?", "그물을 빌려"],
    ["how much was the pier budget two years ago?", "70,000"],
    ["how much was the pier budget last year?", "80,000"],
  ])("is told by an article of that time: %s", (question, words) => {
    const { sentences, unsure } = ask(question);
    expect(sentences.map(({ text }) => text).join()).toContain(words);
    expect(sentences).toHaveLength(1);
    expect(unsure).toBe(false);
  });

  it.each([
    "지난주에 등대섬 뱃삯 얼마로 올리기로 했어?",
    "그저께 등대섬 어촌계가 돌섬이랑 뭘 약속했어?",
  ])("is not surely told by one of another time: %s", (question) => {
    const { status, unsure } = ask(question);
    expect(status === "not-found" || unsure).toBe(true);
  });

  it.each([
    "재작년 등대섬 잔치 상금 얼마였어?",
    "재작년 등대섬 잔치 상금",
  ])("is no amount of this year, nor what is said behind it: %s", (question) =>
    expect(ask(question).status).toBe("not-found"));

  it("is not what is asked where a rule is", () => {
    const { sentences } = ask("어제 빌린 그물 언제까지 돌려줘야 해?");
    expect(sentences.map(({ text }) => text)).toEqual(["빌린 그물은 열흘 안에 돌려준다."]);
  });
});
