import { expect, it } from "vitest";
import { personNamed } from "../../../../src/answers/asked/person-named.ts";

it.each([
  ["해양수산부 한여울 장관은 유감을 밝혔다.", "한여울 장관"],
  ["한여울 해양수산부 장관이 사임했다.", "한여울 해양수산부 장관"],
  ["한여울 전 장관은 교수였다.", "한여울 장관"],
  ["대표단은 비에른 홀트 수산차관이 이끌었다.", "비에른 홀트 수산차관"],
  ["의장은 몽골의 바트에르덴 환경장관이 맡았다.", "바트에르덴 환경장관"],
  ["물결시 정다온 시장은 반겼다.", "정다온 시장"],
  ["The order was signed by Owen Pryce in June.", "Owen Pryce"],
])("%s names %s", (sentence, expected) => {
  expect(personNamed(sentence)).toContain(expected);
});

it.each([
  "건강이 나빠졌기 때문이라고 대변인은 밝혔다.",
  "해양수산부 장관은 유감을 밝혔다.",
  "관세는 12%이다.",
  "The levy is 14 euros.",
])("%s names nobody", (sentence) => {
  expect(personNamed(sentence)).toBe(null);
});
