import { expect, it } from "vitest";
import { asksForCondition, conditionIn } from "../../../../src/answers/asked/conditions.ts";

it.each<[question: string, asks: boolean]>([
  ["뱃삯은 언제 돌려줘?", true],
  ["등대 문은 언제부터 잠가?", true],
  ["뱃삯은 언제 올랐어?", false],
  ["뱃삯은 언제까지 내?", false],
  ["뱃삯은 얼마야?", false],
])("%s asks for a condition: %j", (question, asks) => expect(asksForCondition(question)).toBe(asks));

it.each<[sentence: string, expected: number]>([
  ["배가 이틀을 넘게 늦으면 뱃삯을 돌려준다.", 0.8],
  ["신청하고 3일이 지나면 표가 사라진다.", 0.8],
  ["물결이 높으면 문을 잠근다.", 0.6],
  ["표를 잃어버린 경우에 뱃삯을 돌려준다.", 0.6],
  ["배가 떠나기 전에 문을 잠근다.", 0.6],
  ["뱃삯은 창구에서 돌려준다.", 0],
  ["넓은 화면에 뱃길이 보인다.", 0],
])("%s tells one: %d", (sentence, expected) => expect(conditionIn(sentence)).toBe(expected));
