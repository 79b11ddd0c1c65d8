import fc from "fast-check";
import { expect, it } from "vitest";
import { readSentences, readText } from "../../../src/text/read-text.ts";
import { splitSentences } from "../../../src/text/sentences.ts";

/** What is read of each sentence within its text, and by itself. */
function bothWays(text: string) {
  const sentences = splitSentences(text);
  const within = readSentences(sentences, text, readText(text)).map(({ characters, words }) => ({ characters, words }));
  const alone = sentences.map((sentence) => {
    const { characters, words } = readText(sentence.text);
    return { characters, words };
  });
  return { within, alone };
}

it.each([
  ["several on a line", "등대는 높다. 배가 온다! 언제 오나?"],
  ["several lines with bullets and marks", "1) 등대[1]\n- 높이 27미터.[2]배는 작다. #\n\n① 섬"],
  ["a number before and after", "길이는 3. 5미터는 너비다. 1,000. 2명"],
  ["an end that shortens the next word", "배를 탈 것이다. 갈. 수도는 멀다"],
  ["quotation marks that glue", "“섬이 좋다.”는 말. 'EU.'가 정했다. EU.’s 섬"],
  ["characters of several spellings", "㈜등대는 ２５％를 냈다… 섬ㆍ배는\u00a0없다. ﬁn. 끝"],
  ["Hangul in letters", "등대는 높다. 배가 온다.".normalize("NFD")],
  ["acronyms with dots, one right behind a full stop", "끝났다.U.S. 배가 왔다. U.N. 배는 v.U.S. 것"],
  ["letters of no script named", "Маяк섬은 높다. 𝒜섬. 𠀀가 온다.𠀀"],
  ["nothing", ""],
])("readSentences gives what a sentence alone gives: %s", (_, text) => {
  const { within, alone } = bothWays(text);
  expect(within).toEqual(alone);
});

it("readSentences gives what a sentence alone gives, whatever stands around it", () => {
  const piece = fc.constantFrom(
    ...["등대는", "갈", "수도", "가", "EU", "s", "3", "5", "%", "'", "’", ".", ",", ". ", "다.", "…", "?", " ", "\n"],
    ...["U.S.", "㈜", "ㆍ", "①", "[1]", "#", "“", "”", "́", "美", "ー", "Я", "𝒜", "\ud800"],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { within, alone } = bothWays(pieces.join(""));
      expect(within).toEqual(alone);
    }),
    { numRuns: 2000 },
  );
});

it("the words of a text stand where they are said to", () => {
  const { characters, words, starts, ends } = readText("NATO가 ２５％를 낸 1,454건");
  expect(words.map((_, i) => characters.slice(starts[i], ends[i]))).toEqual(["NATO", "25", "낸", "1,454", "건"]);
});
