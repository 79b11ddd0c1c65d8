import { describe, expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const bus = `# 물결시 심야 버스

물결시는 심야 버스 노선을 4개에서 7개로 늘린다. 심야 버스 요금은 2,400원이다.

새 노선 가운데 N5번은 시청에서 공항까지 41km로 가장 길다. 항구에서 시장까지 다니는 N7번이 가장 짧다. N6번에는 손님이 제일 많이 탄다.

배 승선권은 어른 900원, 어린이 400원이다.

The N5 line is the longest line. The N7 line is the shortest line.
`;
const knowledge = know([...articles, read(bus, "버스.md").article]);

const talk = talkOver(knowledge);

const lines = "심야 버스 노선은 몇 개로 늘어나?";

describe("of the article before", () => {
  it.each([
    ["제일 긴 노선은?", "N5번"],
    ["그 중에 가장 긴 건?", "N5번"],
    ["그럼 제일 짧은 노선은?", "N7번"],
    ["어디가 제일 짧아?", "N7번"],
    ["그 중에 손님이 제일 많은 건?", "N6번"],
    ["which line is the longest?", "N5 line"],
  ])("%s", (message, expected) => {
    expect(talk(lines, message).at(-1)?.sentences[0]?.text).toContain(expected);
  });
});

it("of a thing that nothing is told of it is not told surely", () => {
  const last = talk(lines, "제일 긴 다리는?").at(-1);
  expect(last?.status === "answered" && !last.unsure && last.sentences[0]?.text.includes("길다")).toBe(false);
});

it("where nothing says which, what was told of several is told again", () => {
  const last = talk("승선권은 어른과 어린이가 얼마야?", "그 중에 제일 싼 건?").at(-1);
  expect(last?.sentences[0]?.text).toContain("어른 900원, 어린이 400원");
  expect(last?.unsure).toBe(true);
});
