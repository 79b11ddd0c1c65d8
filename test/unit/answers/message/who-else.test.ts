import { expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const harbour = `# 물결나루 부두 다툼

물결나루 부두 요금은 한 척에 5천 원이다. 해양부 한여울 장관은 부두 요금 인상에 반대했다. 물결시 정다온 시장도 부두 요금 인상에 반대했다.

Harbour minister Owen Pryce signed the harbour order. The order took effect in June. Mayor Ruth Calder attended the signing of the order.
`;
const knowledge = know([...articles, read(harbour, "부두.md").article]);

const talk = talkOver(knowledge);

it.each([
  [["부두 요금 인상에 한여울 장관은 뭐라고 했어?", "또 누가 그랬어?"], "정다온"],
  [["Who signed the harbour order?", "Who else?"], "Ruth Calder"],
])("%j is told of another one, never surely", (messages, expected) => {
  const last = talk(...messages).at(-1);
  expect(last?.sentences[0]?.text).toContain(expected);
  expect(last?.unsure).toBe(true);
});

it("until nobody is left", () => {
  const last = talk("Who signed the harbour order?", "Who else?", "Who else?").at(-1);
  expect(last?.status).toBe("not-found");
});

it.each(["누가 또?", "who else?"])("%s with nothing before asks nothing", (message) => {
  expect(talk(message).at(-1)).toMatchObject({ status: "not-found", courtesy: "nothing-before" });
});
