import fc from "fast-check";
import { expect, it } from "vitest";
import { conceptsIn, conceptsNamed, namedTogether } from "../../../src/text/concepts-named.ts";
import { parseLexicon } from "../../../src/text/lexicon.ts";
import { readSentences, readText } from "../../../src/text/read-text.ts";
import { splitSentences } from "../../../src/text/sentences.ts";

const { lexicon } = parseLexicon(
  "유럽연합\tEU\tEuropean Union\n유럽\tEuropean\n미국\t美\tUS\tUnited States of America\n중국\t中\n섬나라\n미국+중국\t미중",
);

/** What sentences name within their text, and by themselves. */
function bothWays(text: string) {
  const sentences = splitSentences(text);
  const read = readText(text);
  const within = conceptsNamed(read.words, readSentences(sentences, text, read), lexicon);
  const named = (part: string) => conceptsIn(readText(part).words, lexicon);
  return { within, alone: { whole: named(text), sentences: sentences.map((sentence) => named(sentence.text)) } };
}

it.each([
  ["names in several sentences", "EU가 정했다. 섬나라는 미국과 EU에 팔았다.\n유럽은 멀다."],
  ["a name over the end of a sentence", "배는 European\nUnion으로 갔다. United States of\nAmerica"],
  ["nothing", ""],
])("a sentence names what it names by itself: %s", (_, text) => {
  const { within, alone } = bothWays(text);
  expect(within).toEqual(alone);
});

it("a sentence names what it names by itself, whatever stands around it", () => {
  const piece = fc.constantFrom(
    "European",
    "Union",
    "United",
    "States",
    "of",
    "America",
    "유럽",
    "EU",
    "미중",
    "美中",
    "가",
    " ",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { within, alone } = bothWays(pieces.join(" "));
      expect(within).toEqual(alone);
    }),
  );
});

it.each<[text: string, expected: string[]]>([
  ["미중 회담", ["미국", "중국"]],
  ["美中의 갈등", ["미국", "중국"]],
  ["EU와 미국", ["유럽연합", "미국"]],
  ["섬", []],
])("a text names: %s", (text, expected) => expect(conceptsIn(readText(text).words, lexicon)).toEqual(expected));

it.each<[text: string, expected: [number, string[]][]]>([
  ["어제 미중은", [[1, ["미국", "중국"]]]],
  ["미중관계", []],
  ["미국과 중국", []],
])("named by one word: %s", (text, expected) =>
  expect([...namedTogether(readText(text).words, lexicon)]).toEqual(expected));
