import { expect, it } from "vitest";
import { asksNow } from "../../../../src/answers/asked/asks-now.ts";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";

it.each([
  "지금 관세는 얼마야?",
  "요즘 대만은 어때?",
  "아직도 50%야?",
  "최근에 늘었어 줄었어?",
  "요즘엔 얼마야?",
  "현재 주둔 인원은?",
  "일본 총리는 누구야?",
  "외교부 장관 이름이 누구야?",
  "What is the latest tariff?",
])("%s asks how things are", (question) => expect(asksNow(question)).toBe(true));

it.each([
  "지금까지 몇 번 만났어?",
  "당시 총리는 누구였어?",
  "2019년 외교부 장관은 누구야?",
  "관세는 얼마야?",
  "처음 대사는 누구야?",
])("%s does not", (question) => expect(asksNow(question)).toBe(false));

it("what is newer is read first where it is asked how things are, though the older article says more of the question", () => {
  const post = (day: string, text: string) =>
    read(`---\ntitle: 그물 수입세 소식 ${day}\ndate: ${day}\n---\n\n${text}\n`, `${day}.md`).article;
  const knowledge = know([
    post(
      "2026-01-20",
      "바다나라가 그물 수입세를 2월 1일부터 60%에서 80%로 올린다. 그물 수입세를 올리면 어민이 힘들다.",
    ),
    post("2026-09-18", "바다나라와 뭍나라의 정상이 17일 솔섬에서 만나 그물 수입세를 80%에서 55%로 낮추기로 했다."),
  ]);
  const first = (question: string) => answerQuestion(question, null, knowledge).answer.sentences[0]?.text;
  expect(first("바다나라 그물 수입세 지금 얼마야?")).toContain("55%");
});

it("who left an office is told with who came after", () => {
  const text = "노을빛 섬장관이 3월 16일 사임했다. 의회는 후임으로 한바다를 임명했다. 한바다는 54세다.";
  const knowledge = know([read(`---\ntitle: 섬장관 교체\ndate: 2026-03-17\n---\n\n${text}\n`, "장관.md").article]);
  const { sentences } = answerQuestion("섬장관은 누구야?", null, knowledge).answer;
  expect(sentences.slice(0, 2).map((sentence) => sentence.text)).toEqual([
    "노을빛 섬장관이 3월 16일 사임했다.",
    "의회는 후임으로 한바다를 임명했다.",
  ]);
});
