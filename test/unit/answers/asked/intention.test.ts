import { expect, it } from "vitest";
import { asksForDeed, intends } from "../../../../src/answers/asked/intention.ts";

it.each([
  ["관세가 다시 올랐어?", true],
  ["정상회담은 실제로 열렸나요?", true],
  ["협정에 서명했습니까?", true],
  ["관세는 얼마야?", false],
  ["뭘 하기로 했어?", false],
  ["회담은 왜 미뤄졌어?", false],
  ["보조금을 받을 수 있어?", false],
  ["그런 조항이 없어?", false],
])("%s asks for a deed: %s", (question, expected) => expect(asksForDeed(question)).toBe(expected));

it.each([
  ["시장은 요금을 올리겠다고 밝혔다.", true],
  ["두 나라는 봄에 만나기로 했다.", true],
  ["회담은 다음 달에 열릴 예정이다.", true],
  ["관세를 되돌리겠다고 으름장을 놓았다.", true],
  ["시행을 7월로 다시 미뤘다.", true],
  ["시는 요금을 올렸다.", false],
  ["두 나라는 봄에 만났다.", false],
])("%s only intends: %s", (text, expected) => expect(intends(text)).toBe(expected));
