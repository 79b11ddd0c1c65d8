import { expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const harbour = `# 물결나루 원격 등대

원격 등대는 2월 3일에 켠다. 등대협회는 고장이 늘 수 있다며 원격 등대에 반대했다. 섬 주민들은 밤에 안심할 수 있다며 반겼다.

물결시는 등대 요금을 올렸다. 기름값이 올랐기 때문이다.
`;
const knowledge = know([...articles, read(harbour, "등대.md").article]);

const talk = talkOver(knowledge);

it.each([
  [["원격 등대는 언제 켜?", "누가 반대해?", "왜?"]],
  [["원격 등대에 누가 반대했어?", "왜 그랬대?"]],
])("%j: what was told gives the cause itself", (messages) => {
  const last = talk(...messages).at(-1);
  expect(last?.sentences[0]?.text).toContain("고장이 늘 수 있다며");
  expect(last?.unsure).toBe(true);
});

it("what gives a cause surely is told before it", () => {
  const last = talk("물결시는 등대 요금을 어떻게 했어?", "왜?").at(-1);
  expect(last?.sentences.map(({ text }) => text).join(" ")).toContain("기름값이 올랐기 때문이다");
});
