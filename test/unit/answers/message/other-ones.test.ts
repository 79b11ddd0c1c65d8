import { describe, expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const ferries = `# 뱃길 요금 협정

## 몽골

몽골 여객선 요금은 9천 원이다.

## 덴마크

덴마크 여객선 요금은 8천 원이다.

## 캐나다

캐나다는 여객선 요금을 7천 원으로 내렸다. 캐나다 등대는 밤새 켜 둔다.
`;
const knowledge = know([...articles, read(ferries, "뱃길.md").article]);

const talk = talkOver(knowledge);

const quoted = (answer: ReturnType<typeof talk>[number] | undefined) =>
  (answer?.sentences ?? []).map(({ text }) => text).join(" ");

describe("after an answer about a country", () => {
  it.each([
    "다른 나라는?",
    "그럼 다른 나라들은 어때?",
    "나머지 국가는 얼마야?",
    "그거 말고 다른 나라는?",
    "아니 몽골 말고 다른 나라는?",
    "any other countries?",
    "What about other countries?",
  ])("%s is told of others", (message) => {
    const [first, others] = talk("몽골 여객선 요금은 얼마야?", message);
    expect(quoted(first)).toContain("9천 원");
    expect(others?.status).toBe("answered");
    expect(quoted(others)).not.toContain("몽골");
    expect(quoted(others)).toMatch(/8천 원|7천 원/);
  });

  it("what was told is not told again, until nothing is left", () => {
    const answers = talk("몽골 여객선 요금은 얼마야?", ...Array.from({ length: 4 }, () => "다른 나라는?"));
    const told = answers.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(new Set(told).size).toBe(told.length);
    expect(told.join(" ")).not.toContain("등대");
    expect(answers.at(-1)?.status).toBe("not-found");
  });

  it("also where the question named none, but its answer did", () => {
    const told = talk("여객선 요금은 얼마야?", "다른 나라는?", "다른 나라는?").map(quoted);
    expect(told.join(" ")).not.toContain("등대");
    expect(new Set(told.filter((text) => text !== "")).size).toBe(told.filter((text) => text !== "").length);
  });

  it("a country that nothing tells of the matter answers nothing, whatever else is told of it", () => {
    const [, other] = talk("몽골 여객선 요금은 얼마야?", "대만은?");
    expect(other?.status === "answered" && !other.unsure).toBe(false);
  });

  it("another matter that names a country is none", () => {
    const [, others] = talk("덴마크는 무엇을 거절했어?", "다른 나라는?");
    expect(quoted(others)).not.toContain("덴마크");
  });
});

it.each([
  ["where the talk named none of that kind", ["월세 지원은 몇 살까지야?", "다른 나라는?"]],
  ["where more is asked", ["몽골 여객선 요금은 얼마야?", "다른 나라 등대는 언제 켜?"]],
])("%s it is a question like others", (_, messages) => {
  const [, second] = talk(...messages);
  expect(second?.understoodAs).not.toBe("여객선 요금은 얼마야?");
});

it.each([
  "다른 나라는?",
  "다른 방법은?",
  "그럼 다른 데는 없어?",
  "other countries?",
  "any other ways?",
])("before any question %s asks nothing", (message) => {
  expect(talk(message).at(-1)).toMatchObject({ status: "not-found", courtesy: "nothing-before", citations: [] });
});

it.each([
  "다른 나라에 사는 어민은?",
  "나머지 그물은 어디서 반납해?",
])("%s asks something before any question, too", (message) => {
  expect(talk(message).at(-1)?.courtesy).toBe(null);
});
