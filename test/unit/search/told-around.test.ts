import { expect, it } from "vitest";
import { endsWhatIsTold, toldAround } from "../../../src/search/told-around.ts";

it.each<[message: string, asked: string]>([
  ["창고를 옮겼어요. 열쇠는 누가 갖고 있나요?", " 열쇠는 누가 갖고 있나요?"],
  ["창고를 옮겼어요. 짐이 많네요. 열쇠는 누구한테 있어?", " 열쇠는 누구한테 있어?"],
  ["창고가 없어진다며? 짐은 어디로 가?", " 짐은 어디로 가?"],
  ["I moved in May. Who has the key?", " Who has the key?"],
  ["열쇠는 누가 갖고 있어? 창고를 옮겼거든요.", "열쇠는 누가 갖고 있어?"],
  ["창고를 옮겼어요. 열쇠 받는 곳이 궁금합니다. 급해요. 감사합니다.", " 열쇠 받는 곳이 궁금합니다."],
  ["열쇠 주는 사람을 알려주세요. 창고를 옮겨요.", "열쇠 주는 사람을 알려주세요."],
  ["열쇠는 어디 있어? 짐이 많아요. 창고는 언제 열어?", "열쇠는 어디 있어? 짐이 많아요. 창고는 언제 열어?"],
  ["창고를 옮겼어요. 열쇠는.", " 열쇠는."],
  ["2025. 7. 1. 바뀐 창고 규정은?", "2025. 7. 1. 바뀐 창고 규정은?"],
  ["창고 열쇠는?", "창고 열쇠는?"],
  ["", ""],
])("of %j %j is asked", (message, asked) => {
  const { asksFrom, asksTo } = toldAround(message);
  expect(message.slice(asksFrom, asksTo)).toBe(asked);
});

it.each<[word: string, ends: boolean]>([
  ["옮겼거든요", true],
  ["있잖아", true],
  ["하더라고요", true],
  ["많길래", true],
  ["사는데", true],
  ["하더라도", false],
  ["창고", false],
])("%s ends a clause that is told: %s", (word, ends) => expect(endsWhatIsTold(word)).toBe(ends));
