import { expect, it } from "vitest";
import { type Polarity, polarityAsked, polarityOf } from "../../../../src/answers/asked/polarity.ts";

it.each<[question: string, expected: Polarity | null]>([
  ["배에 실을 수 없는 짐은?", "denied"],
  ["혼자 타면 안 되는 사람은?", "denied"],
  ["항구에 들어올 수 있는 배는?", "granted"],
  ["예약할 수 있는 날과 할 수 없는 날은?", null],
  ["배는 언제 떠나?", null],
])("%s", (question, expected) => expect(polarityAsked(question)).toBe(expected));

it.each<[text: string, expected: Polarity | null]>([
  ["살아 있는 물고기는 실을 수 없다.", "denied"],
  ["술을 마신 사람은 태우지 아니한다.", "denied"],
  ["어린이는 어른과 함께 탈 수 있다.", "granted"],
  ["선장은 문을 열지 아니할 수 있다.", null],
  ["배는 아침에 떠난다.", null],
])("%s", (text, expected) => expect(polarityOf(text)).toBe(expected));
