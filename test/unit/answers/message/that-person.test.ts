import { expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const harbour = `# 물결나루 부두 다툼

물결나루 부두 요금은 한 척에 5천 원이다. 어민들은 부두 요금이 비싸다고 반발했다. 해양부 한여울 장관은 부두 요금을 내리지 않겠다고 말했다.

한여울 장관은 2024년 3월에 취임했다. 장관이 되기 전에는 등대학교 교수로 일했다.

The harbour order was signed by Owen Pryce. Owen Pryce served as a pilot before he became minister.
`;
const knowledge = know([...articles, read(harbour, "부두.md").article]);

const talk = talkOver(knowledge);

it.each([
  [["부두 요금에 장관은 뭐라고 했어?", "그 사람 누구야?"], "한여울"],
  [["부두 요금에 장관은 뭐라고 했어?", "그 사람 이름이 뭐야?"], "한여울"],
  [["부두 요금에 장관은 뭐라고 했어?", "그분은 전에는 뭐 했어?"], "교수로 일했다"],
  [["부두 요금에 장관은 뭐라고 했어?", "장관 전엔 뭐했는데?"], "교수로 일했다"],
  [["Who signed the harbour order?", "who is he?"], "Owen Pryce"],
])("%j", (messages, expected) => {
  const last = talk(...messages).at(-1);
  expect(last?.status).toBe("answered");
  expect(last?.sentences[0]?.text).toContain(expected);
});

it.each([
  [["물결나루 부두 요금은 얼마야?", "그 사람 누구야?"]],
  [["그 사람 누구야?"]],
])("%j: where nobody was named it is a question like others", (messages) => {
  expect(talk(...messages).at(-1)?.understoodAs).not.toContain("한여울");
});
