import { expect, it } from "vitest";
import { createAnotherHolder } from "../../../../src/answers/another/another-holder.ts";

it.each<[question: string, sentence: string, isOfAnother: boolean | null]>([
  ["한바다 전에 섬 의회 의장 누구였지?", "섬 의회 의장에 한바다가 뽑혔다.", true],
  ["한바다 의장 바로 전에는 의장이 누구였어?", "한바다 의장은 전임 노을빛 의장에게 감사했다.", false],
  ["한바다 이전에 의장은 누구야?", "노을빛 의장은 물길을 열었다.", false],
  ["한바다 전에 의장은 언제 바뀌었어?", "", null],
  ["선거 전에 의장이 누구였어?", "", null],
  ["2년 전에 의장은 누구였어?", "", null],
  ["물길을 열기 전에 의장은 누구였어?", "", null],
  ["의장은 누구야?", "", null],
])("%s of %s: %s", (text, sentence, isOfAnother) => {
  const askedFor = text.includes("언제") ? "when" : "who";
  expect(createAnotherHolder({ text, askedFor })?.({ text: sentence }) ?? null).toBe(isOfAnother);
});
