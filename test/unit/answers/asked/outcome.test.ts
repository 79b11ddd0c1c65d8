import { expect, it } from "vitest";
import { asksForOutcome, statesOutcome } from "../../../../src/answers/asked/outcome.ts";

it.each([
  ["등대 수리 안건은 어떻게 처리됐어?", true],
  ["부두 확장안 표결 결과는?", true],
  ["등대 조례는 통과됐어?", true],
  ["등대는 언제 수리해?", false],
])("%s", (question, expected) => expect(asksForOutcome(question)).toBe(expected));

it.each([
  ["찬성 다섯, 반대 둘로 가결되었다.", true],
  ["다음 회의에서 다시 다루기로 함.", true],
  ["등대 수리 계획(안)", false],
])("%s", (text, expected) => expect(statesOutcome(text)).toBe(expected));
