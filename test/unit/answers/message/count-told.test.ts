import { expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const fund = `# 꿀벌 기금

꿀벌 기금은 5월에 준다. 양봉 농가 5,600곳이 기금 지원을 받는다. 기금 지원 지역은 강마을군, 들꽃군, 바람골군, 안개면 네 곳이다.

꿀벌 다리는 5월 6일에 연다. 다리는 우람건설이 놓았다.

꿀벌 축제는 물결시와 솔내시, 달내시가 연다.
`;
const knowledge = know([...articles, read(fund, "꿀벌.md").article]);

const talk = talkOver(knowledge);

it.each([
  [["꿀벌 기금 지원 지역은 어디야?", "몇 곳이야?"], "네 곳", false],
  [["꿀벌 기금 지원 지역은 어디야?", "그럼 다 해서 몇 곳인데?"], "네 곳", false],
  [["꿀벌 축제는 어디서 열어?", "몇 군데야?"], "물결시와 솔내시, 달내시", true],
])("%j", (messages, expected, unsure) => {
  const last = talk(...messages).at(-1);
  expect(last?.sentences[0]?.text).toContain(expected);
  expect(last?.unsure).toBe(unsure);
});

it("what asks of a thing by its name is no such question", () => {
  expect(talk("꿀벌 기금 지원 지역은 어디야?", "농가는 몇 곳이야?").at(-1)?.sentences[0]?.text).toContain("5,600곳");
});

it("two sentences are no list to be counted", () => {
  const [told, last] = talk("꿀벌 다리는 누가 놓았어?", "몇 명이야?");
  expect(told?.sentences.length).toBeLessThan(3);
  expect(last?.understoodAs).not.toBe(told?.understoodAs);
});
