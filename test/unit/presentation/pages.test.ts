import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, line, textOf } from "../../../src/presentation/chat-message.ts";
import { type PageSize, pagesOf } from "../../../src/presentation/pages.ts";

const size = (most: number, mostLines = 50): PageSize => ({
  most,
  mostLines,
  // As if some characters had to be escaped.
  sizeOf: (each) => textOf(each).replace(/[*<]/g, "..").length + (each.number === null ? 1 : 5),
});
const sources = [1, 2, 3].map((number) => line("source", `출처 [${number}]`, { number }));
const quoted = (text: string, number = 1) => line("quoted", text, { number });
const texts = (pages: Line[][]) => pages.map((page) => page.map(textOf));

describe("pages", () => {
  it("hold all lines where they fit, with the sources under them and small print last", () => {
    const lines = [
      line("own", "'대만'으로 찾았어요."),
      quoted("하나다."),
      quoted("둘이다.", 2),
      line("small", "오래됐어요."),
    ];
    expect(texts(pagesOf(lines, sources, size(200)))).toEqual([
      ["'대만'으로 찾았어요.", "하나다.", "둘이다.", "출처 [1]", "출처 [2]", "오래됐어요."],
    ]);
  });

  it("repeat a source on every page that quotes it", () => {
    const pages = pagesOf([quoted("하나다."), quoted("둘이다.")], sources, size(20));
    expect(texts(pages)).toEqual([
      ["하나다.", "출처 [1]"],
      ["둘이다.", "출처 [1]"],
    ]);
  });

  it("end at the end of a sentence, else of a word, else anywhere but in a character", () => {
    const sentences = pagesOf([line("own", "하나를 말했다. 둘을 말했다. 셋을 말했다.")], [], size(22));
    expect(texts(sentences)).toEqual([["하나를 말했다. 둘을 말했다. "], ["셋을 말했다."]]);
    const words = pagesOf([line("own", "가나다 라마바 사아자 차카타")], [], size(10));
    expect(texts(words)).toEqual([["가나다 라마바 "], ["사아자 차카타"]].map((page) => page.map((text) => text)));
    const glued = pagesOf([line("own", "👨‍👩‍👧‍👦".repeat(3))], [], size(15));
    expect(texts(glued)).toEqual([["👨‍👩‍👧‍👦"], ["👨‍👩‍👧‍👦"], ["👨‍👩‍👧‍👦"]]);
  });

  it("hold no more lines than they may", () => {
    const pages = pagesOf(
      Array.from({ length: 7 }, (_, i) => line("item", `${i}`)),
      [],
      size(1000, 3),
    );
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  });

  it("take no longer to part a line of a million characters than its pages", () => {
    let measured = 0;
    const counting: PageSize = {
      ...size(4000),
      sizeOf: (each) => {
        measured += textOf(each).length;
        return textOf(each).length;
      },
    };
    const pages = pagesOf([quoted("뱃삯 | ".repeat(200_000))], sources, counting);
    expect(
      texts(pages)
        .flatMap(([text]) => text)
        .join(""),
    ).toBe("뱃삯 | ".repeat(200_000));
    // Binary search measures a page's worth some twenty times.
    expect(measured).toBeLessThan(40 * 1_000_000);
  });

  it("lose nothing, fit, and keep every citation, whatever the text", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 400, unit: "grapheme" }),
      fc
        .array(fc.constantFrom("관세를 올렸다. ", "**", "<@1>", "| 표 | 칸 |", "\n", "가", "😀", "U.S. "), {
          maxLength: 200,
        })
        .map((parts) => parts.join("")),
    );
    const lines = fc.array(
      fc.record({ text, number: fc.constantFrom(null, 1, 2, 3), strong: fc.boolean() }).map(
        ({ text: said, number, strong }): Line => ({
          kind: number === null ? "own" : "quoted",
          pieces: [
            { text: said.slice(0, 30), strong },
            { text: said.slice(30), strong: !strong },
          ],
          number,
          url: null,
        }),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, fc.integer({ min: 60, max: 500 }), (given, most) => {
        const room = size(most);
        const pages = pagesOf(given, sources, room);
        const said = pages.flat().filter(({ kind }) => kind !== "source");
        expect(said.map(textOf).join("")).toBe(given.map(textOf).join(""));
        for (const page of pages) {
          expect(page.reduce((sum, each) => sum + room.sizeOf(each), 0)).toBeLessThanOrEqual(most);
          for (const { kind, number } of page) {
            if (kind === "quoted")
              expect(page.some((each) => each.kind === "source" && each.number === number)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
