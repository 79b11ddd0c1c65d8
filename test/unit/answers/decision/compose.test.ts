import { describe, expect, it } from "vitest";
import { compose, type Quoted, toReference } from "../../../../src/answers/decision/compose.ts";
import { passagesOf } from "../../../../src/answers/passages/passages.ts";
import type { Article, Section } from "../../../../src/documents/article.ts";
import { emptyLexicon } from "../../../../src/text/lexicon.ts";
import { read } from "../../documents/read.ts";

const { article } = read(
  `---
title: 항구 소식
date: 2025-03-02 09:00:00 +0900
source: 보기신문
---

# 그물

어민은 그물을 반납한다. 이에 정부는 보증금을 돌려준다. 창구는 아침에 연다.

그러나 낡은 그물은 받지 않는다.[^1] 새 창구는 "곧 연다." 하고 알렸다.

# 배

이들은 얼음을 깬다. 첫 배는 북쪽으로 간다.

[^1]: 낡은 것은 따로 모은다. 이는 가을에 시작한다.
`,
  "항구.md",
);

/** Every sentence of the article, in reading order, as the ranking hands them on. */
const all: readonly Quoted[] = article.sections.flatMap((section) => candidatesOf(article, section));

function candidatesOf(of: Article, section: Section): Quoted[] {
  return passagesOf(of, section, emptyLexicon).map((passage, place) => ({
    ...passage,
    hit: { article: of, section, score: 1 },
    place,
  }));
}

/** Composes the sentences that begin so, best first: "number: text" for each sentence, then the quotes. */
function composed(...beginnings: string[]): { sentences: string[]; quotes: string[] } {
  const chosen = beginnings.map((beginning) => {
    const found = all.find((candidate) => candidate.text.startsWith(beginning));
    if (!found) throw new Error(`no sentence begins with ${beginning}`);
    return found;
  });
  const { sentences, citations } = compose(chosen, all, false);
  return {
    sentences: sentences.map(({ citation, text }) => `${citation}: ${text}`),
    quotes: citations.map(({ quote }) => quote),
  };
}

describe("grouping", () => {
  it("one sentence is quoted as it stands", () => {
    expect(composed("창구는")).toEqual({ sentences: ["1: 창구는 아침에 연다."], quotes: ["창구는 아침에 연다."] });
  });

  it("neighbours share a citation, quoted in reading order; the best is read first", () => {
    expect(composed("이에 정부는", "어민은")).toEqual({
      sentences: ["1: 이에 정부는 보증금을 돌려준다.", "1: 어민은 그물을 반납한다."],
      quotes: ["어민은 그물을 반납한다. 이에 정부는 보증금을 돌려준다."],
    });
  });

  it("neighbours on two lines are quoted with the line end between them", () => {
    expect(composed("창구는", "그러나").quotes).toEqual(["창구는 아침에 연다.\n그러나 낡은 그물은 받지 않는다."]);
  });

  it("sentences apart have a citation each, the best first", () => {
    expect(composed("창구는", "어민은")).toEqual({
      sentences: ["1: 창구는 아침에 연다.", "2: 어민은 그물을 반납한다."],
      quotes: ["창구는 아침에 연다.", "어민은 그물을 반납한다."],
    });
  });

  it("what follows the best is in reading order", () => {
    expect(composed("이에 정부는", "창구는", "어민은").sentences.map((sentence) => sentence.slice(0, 6))).toEqual([
      "1: 이에 ",
      "1: 어민은",
      "1: 창구는",
    ]);
  });

  it("two sections: the better first", () => {
    expect(composed("첫 배는", "창구는")).toEqual({
      sentences: ["1: 첫 배는 북쪽으로 간다.", "2: 창구는 아침에 연다."],
      quotes: ["첫 배는 북쪽으로 간다.", "창구는 아침에 연다."],
    });
  });

  it("two sections by turns: each together", () => {
    expect(composed("첫 배는", "창구는", "이들은").sentences.map((sentence) => sentence.slice(0, 5))).toEqual([
      "1: 첫 ",
      "1: 이들",
      "2: 창구",
    ]);
  });

  it("of nothing there is nothing", () => {
    expect(composed()).toEqual({ sentences: [], quotes: [] });
  });
});

describe("context", () => {
  it.each<[leaning: string, before: string]>([
    ["이에 정부는", "어민은 그물을 반납한다."],
    ["그러나", "창구는 아침에 연다."],
    ["이는 가을에", "낡은 것은 따로 모은다."],
  ])("a sentence that begins with %s brings the one before along, and is read first", (leaning, before) => {
    const { sentences, quotes } = composed(leaning);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toContain(`1: ${leaning}`);
    expect(sentences[1]).toBe(`1: ${before}`);
    expect(quotes).toHaveLength(1);
  });

  it("one sentence only, for the first that leans", () => {
    expect(composed("그러나", "이에 정부는").sentences).toEqual([
      "1: 그러나 낡은 그물은 받지 않는다.",
      "1: 이에 정부는 보증금을 돌려준다.",
      "1: 창구는 아침에 연다.",
    ]);
  });

  it("none where the one before is quoted already", () => {
    expect(composed("이에 정부는", "어민은").sentences).toHaveLength(2);
  });

  it.each(["이들은", "첫 배는", "창구는"])("none for %s: nothing stands before, or it stands alone", (beginning) => {
    expect(composed(beginning).sentences).toHaveLength(1);
  });

  it("none where the one before may not be quoted", () => {
    const leaning = all.filter((candidate) => candidate.text.startsWith("이에 정부는"));
    expect(compose(leaning, leaning, false).sentences).toHaveLength(1);
  });
});

describe("exceptions", () => {
  it.each<[name: string, text: string, expected: string[]]>([
    [
      "come with their rule",
      "등대는 여름에 연다. 다만, 안개가 낀 날은 닫는다.",
      ["등대는 여름에 연다.", "다만, 안개가 낀 날은 닫는다."],
    ],
    [
      "may have their own",
      "등대는 여름에 연다. 단, 월요일은 닫는다. 다만 공휴일인 월요일은 연다.",
      ["등대는 여름에 연다.", "단, 월요일은 닫는다.", "다만 공휴일인 월요일은 연다."],
    ],
    [
      "are three at most",
      `등대는 여름에 연다. ${"다만, 안개가 낀 날은 닫는다. ".repeat(9)}`,
      ["등대는 여름에 연다.", ...Array(3).fill("다만, 안개가 낀 날은 닫는다.")],
    ],
    [
      "may be an item below",
      "- 등대는 여름에 연다.\n  - 단, 월요일은 닫는다.\n- 배는 봄에 뜬다.",
      ["등대는 여름에 연다.", "단, 월요일은 닫는다."],
    ],
    ["are no paragraph of their own", "등대는 여름에 연다.\n\n다만 등대지기는 걱정이 많다.", ["등대는 여름에 연다."]],
    ["are nothing that was done once", "등대는 여름에 연다. 단 한 번 닫았다.", ["등대는 여름에 연다."]],
    [
      "in English",
      "The lighthouse opens in summer. Except on Mondays, tickets are sold.",
      ["The lighthouse opens in summer.", "Except on Mondays, tickets are sold."],
    ],
    [
      "however, where it forbids",
      "The lighthouse opens in summer. However, dogs must stay outside.",
      ["The lighthouse opens in summer.", "However, dogs must stay outside."],
    ],
    [
      "however, another thought",
      "The lighthouse opens in summer. However, many visitors love the winter.",
      ["The lighthouse opens in summer."],
    ],
  ])("%s", (_name, text, expected) => {
    const { article: page } = read(`# 등대\n\n${text}\n`, "등대.md");
    const candidates = page.sections.flatMap((section) => candidatesOf(page, section));
    const { sentences, citations } = compose(candidates.slice(0, 1), candidates, false);
    expect(sentences.map((sentence) => sentence.text)).toEqual(expected);
    expect(citations).toHaveLength(1);
  });
});

describe("citations", () => {
  it("a footnote is cited with its mark, apart from the text it belongs to", () => {
    const chosen = all.filter((candidate) => /^(?:낡은 것은|새 창구는)/.test(candidate.text));
    const { citations } = compose(chosen, all, false);
    expect(citations.map(({ footnote, quote }) => [footnote, quote])).toEqual([
      [null, '새 창구는 "곧 연다." 하고 알렸다.'],
      ["1", "낡은 것은 따로 모은다."],
    ]);
  });

  it("name their place", () => {
    const chosen = all.filter((candidate) => candidate.text.startsWith("첫 배는"));
    const [citation] = compose(chosen, all, false).citations;
    expect(citation).toEqual({
      number: 1,
      articleId: "항구.md",
      sectionId: article.sections.at(-1)?.id,
      title: "항구 소식",
      source: "보기신문",
      headingPath: ["배"],
      footnote: null,
      url: null,
      publishedAt: "2025-03-02T09:00:00+09:00",
      quote: "첫 배는 북쪽으로 간다.",
    });
  });

  it("hold every sentence, and stand verbatim in their section, whatever is chosen", () => {
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1)) {
        const { sentences, citations } = compose([other, one], all, false);
        for (const { text, citation } of sentences) expect(citations[citation - 1]?.quote).toContain(text);
        for (const { sectionId, footnote, quote } of citations) {
          const section = article.sections.find(({ id }) => id === sectionId);
          const note = section?.footnotes.find(({ mark }) => mark === footnote);
          expect(footnote === null ? section?.body : note?.text).toContain(quote);
        }
      }
    }
  });
});

it("a reference is a section's place", () => {
  const [section] = article.sections;
  if (!section) throw new Error("no section");
  expect(toReference({ article, section, score: 0.5 })).toEqual({
    articleId: "항구.md",
    sectionId: section.id,
    title: "항구 소식",
    headingPath: section.headingPath,
    score: 0.5,
  });
});
