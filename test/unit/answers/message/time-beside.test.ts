import { describe, expect, it } from "vitest";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const post = (day: string, title: string, body: string) =>
  read(`---\ntitle: ${title}\ndate: ${day} 09:00:00 +0900\nsource: 물결신문\n---\n\n${body}\n`, `${day}-1.md`).article;

const knowledge = know([
  post("2023-03-02", "물결나루 뱃삯 정함", "물결나루 뱃삯은 500원이다. 물결나루 사공 대표는 강바람이다."),
  post("2024-03-02", "물결나루 뱃삯 오름", "물결나루 뱃삯은 700원이다."),
  post("2025-03-02", "물결나루 뱃삯 또 오름", "물결나루 뱃삯은 900원이다. 물결나루 사공 대표는 한여울이다."),
  post("2025-05-02", "등대섬 세율", "등대섬에서는 12%이던 세율을 9%로 내렸다."),
  post(
    "2025-05-03",
    "Ferry subsidy renewed",
    "The ferry subsidy covers 40 percent of each ticket. Until 2024 it covered 25 percent of each ticket.",
  ),
  post("2025-06-02", "썰매 빌리기", "썰매를 빌리려면 먼저 창구에 신청한다. 그 다음에는 표를 보여 준다."),
]);

const talk = talkOver(knowledge);

const first = (answer: ReturnType<typeof talk>[number] | undefined) => answer?.sentences[0]?.text;

describe.each([
  "그 전에는?",
  "그럼 그 전엔?",
  "이전에는 얼마였어?",
  "전에는?",
  "예전엔 얼마였어?",
  "before that?",
])("%s", (before) => {
  it("goes back in time step by step, never surely", () => {
    const [now, ...earlier] = talk("지금 물결나루 뱃삯은 얼마야?", before, before, before);
    expect(first(now)).toContain("900원");
    expect(earlier.slice(0, 2).map(first)).toEqual(["물결나루 뱃삯은 700원이다.", "물결나루 뱃삯은 500원이다."]);
    expect(earlier.slice(0, 2).map(({ unsure }) => unsure)).toEqual([true, true]);
    expect(earlier[2]).toMatchObject({ status: "not-found", citations: [] });
  });
});

it("who held an office before stands in an older article", () => {
  const [, before, after] = talk("물결나루 사공 대표는 누구야?", "그 전에는 누구?", "그 다음에는?");
  expect([first(before), first(after)]).toEqual([
    "물결나루 사공 대표는 강바람이다.",
    "물결나루 사공 대표는 한여울이다.",
  ]);
});

it("a sentence that tells of both times is told again", () => {
  const [, before] = talk("등대섬 세율은 몇 퍼센트야?", "그 전에는?");
  expect(before).toMatchObject({ unsure: true });
  expect(first(before)).toContain("12%이던");
});

it("what was told beside the answer of the time before is told again", () => {
  const [now, before] = talk("How much of each ticket does the ferry subsidy cover?", "and before that?");
  expect(first(now)).toContain("40 percent");
  expect(first(before)).toContain("Until 2024");
  expect(before).toMatchObject({ unsure: true });
});

it("after how something is done it is a question like others", () => {
  expect(talk("썰매는 어떻게 빌려?", "그 다음에는?").at(-1)).toMatchObject({ courtesy: null });
});

it.each([
  ["a word of any question", ["그 전에는?"]],
  ["a word of any answer", ["고래 헤엄 대회는 누가 이겼어?", "그 다음에는?"]],
])("before %s it asks nothing, whatever says 전 or 다음", (_, messages) => {
  expect(talk(...messages).at(-1)).toMatchObject({ status: "not-found", courtesy: "nothing-before", citations: [] });
});
