import { describe, expect, it } from "vitest";
import { createAnotherOrdinal } from "../../../../src/answers/another/another-ordinal.ts";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { readQuery } from "../../../../src/search/query.ts";
import { read } from "../../documents/read.ts";
import { articles, know, lexicon } from "../small-library.ts";

const talks = `# 등대 협의

첫 등대 회담은 3월 4일 물개항에서 열렸다. 두 번째 회담은 5월 20일 갈매기항에서 열렸다. 두 번째 회담에는 어민이 처음 참석했다.

The first round of lighthouse talks was held in Selby. The second round was held in Morven.
`;
const { article } = read(talks, "등대 협의.md");
const knowledge = know([...articles, article]);
const ask = (question: string) => answerQuestion(question, null, knowledge).answer;

it.each([
  ["첫 등대 회담은 언제 열렸어?", "3월 4일"],
  ["1차 등대 회담은 언제 열렸어?", "3월 4일"],
  ["등대 회담은 처음에 언제 열렸어?", "3월 4일"],
  ["두 번째 등대 회담은 언제 열렸어?", "5월 20일"],
  ["제2차 등대 회담은 어디서 열렸어?", "갈매기항"],
  ["where was the second round of lighthouse talks held?", "Morven"],
  ["where was the first round of lighthouse talks held?", "Selby"],
])("%s", (question, expected) => {
  const [first] = ask(question).sentences;
  expect(first?.text).toContain(expected);
});

it.each(["세 번째 등대 회담은 언제 열렸어?", "3차 등대 회담은 어디서 열렸어?"])("%s is told of none", (question) => {
  expect(ask(question).status).toBe("not-found");
});

describe("what tells of another", () => {
  const tells = (question: string, text: string) =>
    createAnotherOrdinal({ text: question, query: readQuery(question, lexicon) })?.({
      text,
      article: { ...article, sections: [] },
    });

  it.each([
    ["첫 회담은 언제야?", "2차 회담은 5월에 열렸다.", true],
    ["두 번째 공판은 언제야?", "첫 번째 공판은 5월에 열렸다.", true],
    ["두 번째 공판은 언제야?", "두 번째 공판은 첫 번째 공판의 한 달 뒤에 열렸다.", false],
    ["두 번째 회담은 언제야?", "이 항구는 세 번째로 크다.", false],
    ["두 번째 회담은 언제야?", "세 번째 등대가 선다.", false],
    ["첫 회담은 언제야?", "회담은 5월에 열렸다.", false],
    ["첫 회담은 언제야?", "회담은 2차례 열렸다.", false],
    ["1차 회담은 언제야?", "2차관이 회담에 나왔다.", false],
    ["첫 협상은 어디서 했어?", "두 번째 협상은 물개항에서 했다.", true],
    ["2차 공사는 언제 시작해?", "1차 공사는 5월에 시작한다.", true],
    ["시범 운영은 처음에 언제 했어?", "두 번째 시범 운영은 5월에 했다.", true],
    ["when was the first meeting?", "The third meeting was in May.", true],
  ] as const)("%s %s", (question, text, expected) => {
    expect(tells(question, text)).toBe(expected);
  });

  it.each(["회담은 언제 열렸어?", "몇 번째 회담이야?", "언제 처음 왔어?"])("%s numbers none", (question) => {
    expect(createAnotherOrdinal({ text: question, query: readQuery(question, lexicon) })).toBe(null);
  });
});
