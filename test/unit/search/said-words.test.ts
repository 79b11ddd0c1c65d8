import { describe, expect, it } from "vitest";
import { readQuery } from "../../../src/search/query.ts";
import { readSaid } from "../../../src/search/said-words.ts";
import { readSection } from "../../../src/search/section-reading.ts";
import { parseLexicon } from "../../../src/text/lexicon.ts";
import { read } from "../documents/read.ts";

const { lexicon } = parseLexicon("유럽연합\tEU", "어민\t어부\n");
const { article } = read(
  `# 항구 소식

## EU의 그물

어부는 그물을 반납한다. 창구는 아침에 연다.[^1]

[^1]: 등대는 닫는다.
`,
  "항구.md",
);
const section = article.sections.find(({ heading }) => heading === "EU의 그물");
if (!section) throw new Error("no section");
const reading = readSection(article, section, lexicon);
const said = (question: string) => readSaid(readQuery(question, lexicon).words, reading);

describe("what a section says of a question's words", () => {
  it.each([
    ["그물", { own: 1, related: 0 }, { own: 1, related: 0 }, [1, 0, 0]],
    ["어민", { own: 0, related: 0.75 }, { own: 0, related: 0 }, [0.75, 0, 0]],
    ["등대", { own: 1, related: 0 }, { own: 0, related: 0 }, [0, 0, 1]],
    ["유럽연합", { own: 0, related: 0 }, { own: 1, related: 0 }, [0, 0, 0]],
  ])("%s: in the body %j, above it %j, by sentence %j", (word, inBody, inHeading, inSentences) => {
    expect(said(word)).toEqual({
      inBody: [inBody],
      inHeading: [inHeading],
      inSentences: inSentences.map((each) => [each]),
    });
  });

  it("follows the order of the question", () => {
    expect(said("창구 그물").inSentences).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
  });
});
