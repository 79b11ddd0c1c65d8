import { describe, expect, it } from "vitest";
import { createInMemoryIndex } from "../../../src/search/in-memory-index.ts";
import { readQuery } from "../../../src/search/query.ts";
import { partsOf, type RankedSection, rankSections } from "../../../src/search/rank-sections.ts";
import { emptyLexicon, parseLexicon } from "../../../src/text/lexicon.ts";
import { sampleArticle } from "../../contracts/sample-articles.ts";

const lexicon = parseLexicon("", "거절\t거부\n").lexicon;

function rank(question: string, sections: Readonly<Record<string, string>>): RankedSection[] {
  const index = createInMemoryIndex(lexicon);
  index.apply([{ kind: "put", article: sampleArticle("글", sections) }], 1);
  const query = readQuery(question, lexicon);
  return rankSections(query, index.find(query, { limit: 50 }), lexicon);
}

const headings = (ranked: readonly RankedSection[]) => ranked.map(({ section }) => section.heading);

describe("the order of sections", () => {
  it("puts words that stand together before words that stand apart", () => {
    const apart = "등대는 바닷가에 있다. 날이 맑으면 멀리서 보인다. 배가 지나간다. 마을의 높이는 해발 오 미터다.";
    const together = "날이 맑으면 멀리서 보인다. 등대 높이는 이십칠 미터다. 배가 지나간다. 마을은 바닷가에 있다.";
    expect(headings(rank("등대 높이가 얼마야?", { 갑: apart, 을: together }))).toEqual(["을", "갑"]);
  });

  it("takes another word for the same, where the word itself stands nowhere", () => {
    const ranked = rank("시장의 제안을 거절한 이유", {
      갑: "시장의 제안을 의회는 반겼다고 한다. 다음 달에 다시 모인다.",
      을: "시장의 제안을 의회는 거부했다고 한다. 다음 달에 다시 모인다.",
    });
    expect(headings(ranked)).toEqual(["을", "갑"]);
    expect(ranked[0]?.features["synonym in body"]).toBeGreaterThan(0);
  });

  it("gives scores above 0 that fall", () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`칸 ${i}`, `등대 소식 ${"등대지기 이야기. ".repeat(i + 1)}`]),
    );
    const scores = rank("등대지기는 몇 명이야?", many).map(({ score }) => score);
    expect(scores).toHaveLength(30);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  it("says by part what it was made of", () => {
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`칸 ${i}`, `등대 소식 ${i}`]));
    for (const section of rank("등대 소식", many)) {
      const parts = partsOf(section);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(section.score);
      expect(parts).toHaveProperty("terms in body");
    }
  });

  it("is empty where nothing was found", () => {
    const index = createInMemoryIndex(emptyLexicon);
    const query = readQuery("등대", emptyLexicon);
    expect(rankSections(query, index.find(query, { limit: 50 }), emptyLexicon)).toEqual([]);
  });
});
