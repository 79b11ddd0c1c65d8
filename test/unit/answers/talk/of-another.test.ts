import { describe, expect, it } from "vitest";
import { askedOfAnother } from "../../../../src/answers/talk/of-another.ts";
import { lexicon } from "../small-library.ts";

const asked = (understoodAs: string, message: string) =>
  askedOfAnother(message, { understoodAs, topic: "" }, lexicon)?.text ?? null;

describe("the question before of another one", () => {
  it.each([
    ["등대 회담은 언제 열렸어?", "두 번째는?", "두 번째 등대 회담은 언제 열렸어?"],
    ["첫 등대 회담은 언제 열렸어?", "그럼 2차는?", "2차 등대 회담은 언제 열렸어?"],
    ["등대 회담은 처음에 언제 열렸어?", "두 번째는 언제야?", "두 번째 등대 회담은 열렸어 언제야?"],
    ["두 번째 등대 회담은 언제 열렸어?", "첫 회담은?", "첫 번째 등대 회담은 언제 열렸어?"],
    ["두 번째 등대 회담은 언제 열렸어?", "처음은?", "첫 번째 등대 회담은 언제 열렸어?"],
    ["1차 시험 항해는 언제 했어?", "2차는 어디서?", "2차 시험 항해는 어디서?"],
    ["등대 공사는 언제 시작해?", "2차는?", "2차 등대 공사는 언제 시작해?"],
    ["등대를 2023년에 몇 개 세웠어?", "그럼 2024년은?", "등대를 2024년에 몇 개 세웠어?"],
    ["등대는 몇 개야?", "2024년에는 몇 개야?", "2024년 등대는 몇 개야?"],
    ["등대 예산은 3월에 얼마였어?", "4월은?", "등대 예산은 4월에 얼마였어?"],
    ["How many lighthouses were built in 2023?", "what about 2024?", "How many lighthouses were built in 2024?"],
    ["How many lighthouses are there?", "and in 2024?", "How many lighthouses are there in 2024?"],
    ["When was the first round of talks?", "And the second?", "When was the second round of talks?"],
    ["N6번 버스는 몇 km 다녀?", "N7번은?", "N7번 버스는 몇 km 다녀?"],
    ["2단계 공사는 언제 끝나?", "3단계는?", "3단계 공사는 언제 끝나?"],
    ["달내시에는 등대가 몇 개 있어?", "솔바람시는?", "솔바람시에는 등대가 몇 개 있어?"],
  ])("%s %s", (before, message, expected) => {
    expect(asked(before, message)).toBe(expected);
  });
});

describe("a message that asks something else, or of nothing of that sort", () => {
  it.each([
    ["등대 요금은 얼마야?", "두 번째는?"],
    ["등대는 몇 개야?", "2024년에 등대 예산은 어디서 나왔어?"],
    ["2023년과 2024년 예산은 얼마야?", "2025년은?"],
    ["등대 요금은 얼마야?", "3단계는?"],
    ["등대 회담은 언제 열렸어?", "두 번째로 큰 등대는?"],
    ["달내시에는 등대가 몇 개 있어?", "모임방은?"],
    ["공원은 어디야?", "지원은?"],
    ["등대 회담은 언제 열렸어?", "회담은 누가 이끌었어?"],
  ])("%s %s", (before, message) => {
    expect(asked(before, message)).toBe(null);
  });
});
