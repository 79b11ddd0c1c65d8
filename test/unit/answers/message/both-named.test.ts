import { describe, expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const ferries = `# 뱃길 요금 협정

몽골 여객선 요금은 9천 원이다. 몽골 여객선은 2024년 3월에 처음 떴다.

덴마크 여객선 요금은 8천 원이다. 덴마크 여객선은 2023년 7월에 처음 떴다.

은모래시에는 빈 배가 41채 있다. 솔바람시에는 빈 배가 17채 있다.

갈매기섬에는 의사가 2명, 물개섬에는 의사가 5명 있다. 협정은 조개항에서 맺었다.

표는 몽골에서 2년, 덴마크에서 1년 동안 쓴다. 요금은 3월에 12% 오른다.

The Selby dock holds 40 boats and the Morven dock holds 25 boats.

The Canada ferry costs 70 dollars. The Denmark ferry costs 55 dollars.
`;
const knowledge = know([...articles, read(ferries, "뱃길.md").article]);

const talk = talkOver(knowledge);

const quoted = (answer: ReturnType<typeof talk>[number] | undefined) =>
  (answer?.sentences ?? []).map(({ text }) => text).join(" ");

describe("which of two is more", () => {
  it.each([
    [
      ["몽골 여객선 요금은 얼마야?", "덴마크는?", "둘 중 뭐가 더 비싸?"],
      ["9천 원", "8천 원"],
    ],
    [
      ["몽골 여객선 요금은 얼마야?", "덴마크는?", "어디가 더 높아?"],
      ["9천 원", "8천 원"],
    ],
    [
      ["몽골 여객선 요금은 얼마야?", "덴마크는?", "그럼 어느 쪽이 더 비싼데?"],
      ["9천 원", "8천 원"],
    ],
    [
      ["몽골 여객선 요금은 얼마야?", "덴마크는?", "차이가 얼마야?"],
      ["9천 원", "8천 원"],
    ],
    [
      ["몽골 여객선은 언제 처음 떴어?", "덴마크는?", "누가 먼저야?"],
      ["2024년 3월", "2023년 7월"],
    ],
    [
      ["은모래시에는 빈 배가 몇 채 있어?", "솔바람시는?", "어디가 더 많아?"],
      ["41채", "17채"],
    ],
    [["갈매기섬에는 의사가 몇 명 있어?", "물개섬은?", "어느 쪽이 더 많아?"], ["2명, 물개섬에는 의사가 5명"]],
    [["여객선 표는 얼마 동안 써?", "어디가 더 길어?"], ["몽골에서 2년, 덴마크에서 1년"]],
    [["How many boats does the Selby dock hold?", "Which one holds more?"], ["40 boats and the Morven dock holds 25"]],
    [
      ["How much does the Canada ferry cost?", "What about Denmark?", "Which one is cheaper?"],
      ["70", "55"],
    ],
    [
      ["How much does the Canada ferry cost?", "And Denmark?", "which of them costs more"],
      ["70", "55"],
    ],
  ])("%j says both", (messages, expected) => {
    const last = talk(...messages).at(-1);
    for (const each of expected) expect(quoted(last)).toContain(each);
    expect(last?.sentences).toHaveLength(expected.length);
  });

  it("the talk goes on with what was asked before", () => {
    const answers = talk("몽골 여객선 요금은 얼마야?", "덴마크는?", "둘 중 뭐가 더 비싸?", "몽골은?");
    expect(quoted(answers.at(-1))).toContain("9천 원");
  });

  it("of two that cannot be compared it is none", () => {
    const last = talk("몽골 여객선 요금은 얼마야?", "협정은 어디서 맺었어?", "둘 중 뭐가 더 비싸?").at(-1);
    expect(quoted(last)).not.toContain("조개항");
  });

  it("one amount is not compared with itself", () => {
    const last = talk("여객선 요금은 언제 올라?", "어디가 더 높아?").at(-1);
    expect(last?.understoodAs).not.toBe("여객선 요금은 언제 올라?");
  });

  it.each(["둘 중 뭐가 더 비싸?", "which one is higher?"])("%s with nothing before asks nothing", (message) => {
    expect(talk(message).at(-1)).toMatchObject({ status: "not-found", courtesy: "nothing-before" });
  });

  it.each([
    "어느 여객선 요금이 더 비싸?",
    "덴마크 여객선은 누가 먼저 탔어?",
  ])("%s is a question of its own", (message) => {
    const [, , last] = talk("몽골 여객선 요금은 얼마야?", "덴마크는?", message);
    expect(last?.understoodAs).not.toContain("얼마야? ");
  });
});
