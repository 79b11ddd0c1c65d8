import { expect, it } from "vitest";
import { endsWhatIsTold, toldBefore } from "../../../src/search/told-before.ts";

it.each<[message: string, told: string]>([
  ["창고를 옮겼어요. 열쇠는 누가 갖고 있나요?", "창고를 옮겼어요."],
  ["창고를 옮겼어요. 짐이 많네요. 열쇠는 누구한테 있어?", "창고를 옮겼어요. 짐이 많네요."],
  ["창고가 없어진다며? 짐은 어디로 가?", "창고가 없어진다며?"],
  ["I moved in May. Who has the key?", "I moved in May."],
  ["열쇠는 누가 갖고 있어? 창고를 옮겼거든요.", ""],
  ["열쇠는 어디 있어? 창고는 언제 열어?", ""],
  ["2025. 7. 1. 바뀐 창고 규정은?", ""],
  ["창고 열쇠는?", ""],
  ["", ""],
])("of %j %j is told", (message, told) => expect(toldBefore(message)).toBe(told));

it.each<[word: string, ends: boolean]>([
  ["옮겼거든요", true],
  ["있잖아", true],
  ["하더라고요", true],
  ["많길래", true],
  ["사는데", true],
  ["하더라도", false],
  ["창고", false],
])("%s ends a clause that is told: %s", (word, ends) => expect(endsWhatIsTold(word)).toBe(ends));
