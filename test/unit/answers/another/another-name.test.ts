import { expect, it } from "vitest";
import { createAnotherName } from "../../../../src/answers/another/another-name.ts";

const tells = (question: string, text: string, above = "", before: readonly string[] = []) =>
  createAnotherName({ text: question })?.({
    text,
    title: "",
    headingPath: [above],
    before: before.map((each) => ({ text: each })),
  });

it.each([
  ["달빛도서관은 책이 몇 권이야?", "참빛도서관은 책이 7만 권이다.", true],
  ["조개섬에 의사는 몇 명 있어?", "갈매기섬에는 의사가 2명, 물개섬에는 5명 있다.", true],
  ["달빛도서관은 책이 몇 권이야?", "참빛도서관과 달빛 도서관은 책이 같다.", false],
  ["달빛도서관은 책이 몇 권이야?", "이 도서관은 책이 7만 권이다.", false],
  ["달빛도서관은 책이 몇 권이야?", "시립도서관은 책이 7만 권이다.", false],
  ["달빛도서관은 책이 몇 권이야?", "참빛박물관은 그림이 많다.", false],
])("%s %s", (question, text, isOther) => {
  expect(tells(question, text)).toBe(isOther);
});

it("what names it above or before tells of it", () => {
  const text = "참빛도서관보다 책이 2만 권 많다.";
  expect(tells("달빛도서관은 책이 몇 권이야?", text)).toBe(true);
  expect(tells("달빛도서관은 책이 몇 권이야?", text, "달빛도서관")).toBe(false);
  expect(tells("달빛도서관은 책이 몇 권이야?", text, "", ["달빛도서관이 문을 열었다."])).toBe(false);
});

it.each(["도서관은 책이 몇 권이야?", "시립도서관은 어디 있어?"])("%s names none", (question) => {
  expect(createAnotherName({ text: question })).toBeNull();
});
