import { expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const lighthouses = `# 등대 협의

첫 등대 회담은 3월 4일 물개항에서 열렸다. 두 번째 회담은 5월 20일 갈매기항에서 열렸다.

등대는 2023년에 12개를 세웠다. 2024년에는 30개를 세웠다. 세 번째 부두는 2021년에 지었다.

은모래시에는 등대가 41개 있다. 솔바람시에는 등대가 17개 있다. 등대 모임은 은모래시와 솔바람시를 오간다.
`;
const knowledge = know([...articles, read(lighthouses, "등대 협의.md").article]);

const talk = talkOver(knowledge);

it.each([
  [["첫 등대 회담은 언제 열렸어?", "두 번째는?"], "5월 20일"],
  [["두 번째 등대 회담은 언제 열렸어?", "처음 회담은 어디서 열렸어?"], "물개항"],
  [["등대는 2023년에 몇 개 세웠어?", "그럼 2024년은?"], "30개"],
  [["은모래시에는 등대가 몇 개 있어?", "솔바람시는?"], "17개"],
])("%j", (messages, expected) => {
  const last = talk(...messages).at(-1);
  expect(last?.sentences[0]?.text).toContain(expected);
  expect(last?.unsure).toBe(false);
});

it.each([
  [["첫 등대 회담은 언제 열렸어?", "세 번째는?"]],
  [["등대는 2023년에 몇 개 세웠어?", "2022년은?"]],
  [["은모래시에는 등대가 몇 개 있어?", "달빛시는?"]],
])("%j is not told, or not surely", (messages) => {
  const last = talk(...messages).at(-1);
  expect(last?.status === "answered" && !last.unsure).toBe(false);
});
