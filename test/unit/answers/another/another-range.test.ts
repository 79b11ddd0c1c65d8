import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const harbour = read(
  `# 솔섬 나룻배

## 늦은 반납

| 늦은 기간 | 벌금 |
| --- | --- |
| 1개월 미만 | 2만 원 |
| 1개월 이상 3개월 미만 | 5만 원 |
| 3개월 이상 1년 미만 | 9만 원 |

## 뱃삯

| 나이 | 뱃삯 |
| --- | --- |
| 7세 이하 | 무료 |
| 8~18세 | 1,500원 |
| 만 19세 ~ 64세 | 3,000원 |
| 65세 이상 | 1,000원 |

## 등대 수리

| 해 | 수리비 |
| --- | --- |
| 2021~2023년 | 700만 원 |

## 등대 구경

65세 이상은 등대를 무료로 구경한다. 다른 사람은 2,000원을 낸다.

## 사공 모집

만 19세 이상 34세 이하이고 헤엄을 칠 줄 아는 사람이 사공이 될 수 있다.

## 사공 휴가

- 3년 미만: 휴가 12일
- 3년 이상: 휴가 15일
`,
  "나룻배.md",
).article;
const known = know([...articles, harbour]);
const said = (question: string) =>
  answerQuestion(question, null, known)
    .answer.sentences.map(({ text }) => text)
    .join(" / ");

describe("a row of a table is for the range that holds what is told", () => {
  it.each([
    ["나룻배 반납이 2개월 늦으면 벌금 얼마야?", "1개월 이상 3개월 미만 | 5만 원"],
    ["나룻배 반납이 두 달 늦으면 벌금 얼마야?", "1개월 이상 3개월 미만 | 5만 원"],
    ["나룻배 반납이 10일 늦으면 벌금이 얼마야?", "1개월 미만 | 2만 원"],
    ["나룻배 반납이 3개월 늦으면 벌금이 얼마야?", "3개월 이상 1년 미만 | 9만 원"],
    ["나룻배 뱃삯 12살은 얼마야?", "8~18세 | 1,500원"],
    ["나룻배 뱃삯은 40세면 얼마야?", "만 19세 ~ 64세 | 3,000원"],
    ["나룻배 뱃삯은 70세면 얼마야?", "65세 이상 | 1,000원"],
    ["70살인데 등대 구경하는 데 돈 내?", "65세 이상은 등대를"],
    ["나룻배 사공이 5년 일하면 휴가 며칠이야?", "3년 이상: 휴가 15일"],
    ["나룻배 사공이 36개월 일하면 휴가 며칠이야?", "3년 이상: 휴가 15일"],
    ["나룻배 뱃삯 열두 살은 얼마야?", "8~18세 | 1,500원"],
    ["나룻배 뱃삯은 스무 살이면 얼마야?", "만 19세 ~ 64세 | 3,000원"],
  ])("%s", (question, row) => {
    expect(said(question).split(" / ")[0]).toContain(row);
  });

  it.each([
    "사공 모집 30살도 되나?",
    "사공 모집 45살도 돼?",
    "45살도 사공 될 수 있어?",
  ])("whether an age will do is told by the range of ages, whichever it is: %s", (question) => {
    expect(said(question)).toContain("만 19세 이상 34세 이하");
  });

  it("an age that is told before the question asks for no other range", () => {
    expect(said("저는 70살인데, 나룻배 뱃삯이 얼마야?")).not.toContain("8~18세");
  });

  it("and where none holds it nothing answers", () => {
    expect(said("나룻배 반납이 2년 늦으면 벌금 얼마야?")).toBe("");
  });

  it("years from one to another are no range of how long", () => {
    expect(said("등대 수리비는 3년 동안 얼마야?")).toContain("700만 원");
  });

  it("a calendar year and a day of a month are no such amounts", () => {
    expect(said("2026년에 나룻배 반납이 늦으면 벌금 얼마야?")).toContain(" / ");
    expect(said("3월 9일에 나룻배 반납이 늦으면 벌금 얼마야?")).toContain(" / ");
  });
});
