import { describe, expect, it } from "vitest";
import { mayHoldText } from "../../../src/documents/may-hold-text.ts";

describe("what holds nothing but tags and spaces", () => {
  it.each([
    "",
    " \n\t ",
    "<p></p>",
    "<!DOCTYPE html><html><body>\n</body></html>",
    "<p>&nbsp;&#160;</p><br/>",
    "<div class='a b'><img src=x alt='그림'></div>",
    "<!-- -->",
    "<x-card\n  a=1></x-card>",
  ])("has no text: %j", (text) => {
    expect(mayHoldText(text)).toBe(false);
  });

  it.each([
    "글",
    "<p>글</p>",
    "...",
    "1 < 2",
    "<3>",
    "<https://example.org/a>",
    "<a@example.org>",
    "<p",
    "< p >",
    "<가>",
  ])("may have text otherwise: %j", (text) => {
    expect(mayHoldText(text)).toBe(true);
  });

  it.each(["<", "<a", "<a ", "<!--", "</", "&nbsp", "<a-a"])("is told fast of many %j", (piece) => {
    expect(mayHoldText(`${piece.repeat(200_000)}글`)).toBe(true);
  });
});
