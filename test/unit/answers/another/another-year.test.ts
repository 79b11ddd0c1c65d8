import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import type { CalendarDay } from "../../../../src/text/calendar.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const harbour = read(
  `# 등대섬 부두

## 2026년 입항료

입항료는 한 척에 3,000원이다.

## 2027년 입항료

입항료는 한 척에 3,500원이다.

## 어구 창고 사용료

| 크기 | 2026년 | 2027년 |
| --- | --- | --- |
| 작은 창고 | 40,000원 | 44,000원 |
| 큰 창고 | 90,000원 | 95,000원 |

## 견인 요금

2025년부터 견인 요금은 20,000원이다.

## 등대 수리비

올해 등대 수리비는 7,000만 원으로 2020년에 비해 두 배다.
`,
  "부두.md",
).article;
const knowledge = know([...articles, harbour]);
const ask = (question: string) => answerQuestion(question, null, knowledge).answer.sentences.map(({ text }) => text);

describe("an amount of a year", () => {
  it.each([
    ["2026년 입항료는 얼마야?", "3,000원"],
    ["2027년 입항료는 얼마야?", "3,500원"],
    ["2027년 입항료는?", "3,500원"],
  ])("is told of that year, which its heading names: %s", (question, amount) => {
    const said = ask(question);
    expect(said.join()).toContain(amount);
    expect(said).toHaveLength(1);
  });

  it("is no year itself", () => {
    const anchor = know([...articles, read("# 등대섬 닻\n\n닻을 빌리는 값은 2000원이다.\n", "닻.md").article]);
    const { sentences } = answerQuestion("2027년 닻 빌리는 값은 얼마야?", null, anchor).answer;
    expect(sentences.map(({ text }) => text)).toEqual(["닻을 빌리는 값은 2000원이다."]);
  });

  it("is not told of another year", () => {
    expect(ask("2019년 입항료는 얼마야?")).toEqual([]);
  });

  it("stands under the year in a table", () => {
    expect(ask("2027년 큰 창고 사용료는 얼마야?")[0]).toBe("큰 창고 | 90,000원 | 95,000원");
  });

  it("is not asked for where the year is somebody's", () => {
    const text = "# 등대 여름 학교\n\n여름 학교에는 2015년 12월 31일 이전 출생자가 들어간다.\n";
    const school = know([...articles, read(text, "학교.md").article]);
    const { status } = answerQuestion("2012년에 태어난 아이는 등대 여름 학교에 들어가나요?", null, school).answer;
    expect(status).toBe("answered");
  });

  it("may be compared with another one", () => {
    expect(ask("2027년 등대 수리비는 얼마야?")[0]).toContain("7,000만 원");
  });

  it("may hold since a year before", () => {
    expect(ask("2027년 견인 요금은 얼마야?")).toEqual(["2025년부터 견인 요금은 20,000원이다."]);
  });
});

describe("what is held again and again", () => {
  const text = "# 갈매기 축제\n\n2026년 갈매기 축제는 솔섬 나루터에서 열린다.\n";
  const festivals = know([...articles, read(text, "축제.md").article]);
  const asked = (question: string) => answerQuestion(question, null, festivals).answer.sentences[0]?.text ?? null;

  it.each([
    ["2026년 갈매기 축제는 어디서 열려?", "2026년 갈매기 축제는 솔섬 나루터에서 열린다."],
    ["갈매기 축제는 어디서 열려?", "2026년 갈매기 축제는 솔섬 나루터에서 열린다."],
    ["2028년 갈매기 축제는 어디서 열려?", null],
  ])("is the one of its year: %s", (question, expected) => expect(asked(question)).toBe(expected));
});

describe("a year by another name", () => {
  const dated = (date: string, text: string) =>
    read(`---\ntitle: 등대섬 소식\ndate: ${date} 09:00:00 +0900\n---\n\n${text}\n`, `${date}.md`).article;
  const island = know([
    ...articles,
    dated("2026-03-02", "지난해 등대섬에는 손님 1,200명이 왔다. 숙박비는 평균 50,000원이었다."),
    dated("2024-03-02", "2023년 등대섬에는 손님 900명이 왔다. 방은 모두 80개다."),
  ]);
  const asked = (question: string, today: CalendarDay | null) =>
    answerQuestion(question, null, island, null, today).answer.sentences[0]?.text ?? "";

  it.each<[name: string, question: string, today: CalendarDay | null, guests: string]>([
    ["of the day of asking", "작년 등대섬에 손님이 몇 명 왔어?", { year: 2024, month: 5, day: 7 }, "900명"],
    [
      "of the day an article was written",
      "2025년 등대섬에 손님이 몇 명 왔어?",
      { year: 2026, month: 5, day: 7 },
      "1,200명",
    ],
    ["by its number as before", "2023년 등대섬에 손님이 몇 명 왔어?", null, "900명"],
  ])("%s: %s", (_name, question, today, guests) => expect(asked(question, today)).toContain(guests));

  it("is the same on the same day", () => {
    const today = { year: 2024, month: 5, day: 7 };
    expect(asked("작년 등대섬에 손님이 몇 명 왔어?", today)).toBe(asked("작년 등대섬에 손님이 몇 명 왔어?", today));
  });
});
