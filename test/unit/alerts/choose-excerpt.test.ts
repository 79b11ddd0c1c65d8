import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseExcerpt } from "../../../src/alerts/choose-excerpt.ts";
import type { Article, Section } from "../../../src/documents/article.ts";
import { article, section } from "./alert-article.ts";
import { lexicon } from "./alert-lexicon.ts";

/** The passage with strong words in brackets. */
function shown(of: Article, ...words: string[]): string | undefined {
  const excerpt = chooseExcerpt(of, words, lexicon);
  return excerpt?.pieces.map(({ text, strong }) => (strong ? `[${text}]` : text)).join("");
}

it.each<[words: string[], text: string, expected: string]>([
  [["관세"], "정부는 상호관세를 매겼다.", "정부는 상호[관세]를 매겼다."],
  [["관세"], "관세는 관세청이 걷는다.", "[관세]는 [관세]청이 걷는다."],
  [["유럽연합"], "EU와 유럽연합은 같다.", "[EU]와 [유럽연합]은 같다."],
  [["EU"], "The European Union said no.", "The [European Union] said no."],
  [["캐나다"], "캐나다가 캐나다산 밀을 팔았다.", "[캐나다]가 [캐나다]산 밀을 팔았다."],
  [["tariff"], "Tariffs rose.", "[Tariffs] rose."],
  [["US"], "The US gave us bread.", "The [US] gave us bread."],
  [["미국", "중국"], "美中이 만났다.", "[美中]이 만났다."],
  [["방위비분담금"], "방위비 분담금을 냈다.", "[방위비 분담금]을 냈다."],
  [["미국 쌀"], "미국에서 쌀을 샀다.", "[미국]에서 [쌀]을 샀다."],
  [["한미"], "‘한·미’ 정상이 만났다.", "‘[한·미]’ 정상이 만났다."],
  [["EU"], "(ＥＵ) 규제", "([ＥＵ]) 규제"],
  [["F-35"], "새 F-35를 샀다.", "새 [F-35]를 샀다."],
  [["핵"], "핵은 해킹이 아니다.", "[핵]은 해킹이 아니다."],
  [["대만"], "절대만 아니면 대만도 간다.", "절대만 아니면 [대만]도 간다."],
  [["쌀"], "비가 왔다.", "비가 왔다."],
  [[], "비가 왔다.\n맑았다.", "비가 왔다. 맑았다."],
  [[], "| --- | --- |\n- 첫째\n- 둘째", "첫째 둘째"],
])("%j in %j", (words, text, expected) => expect(shown(article(text), ...words)).toBe(expected));

it.each<[what: string, sections: (string | Section)[], expected: string]>([
  ["says most of the words", ["쌀이 왔다.", "쌀과 콩이 왔다.", "쌀, 쌀."], "[쌀]과 [콩]이 왔다."],
  ["is the first of those that say as much", ["쌀이 왔다.", "콩이 왔다."], "[쌀]이 왔다."],
  ["says them in its text rather than its heading", [section("왔다.", "쌀"), "쌀이 왔다."], "[쌀]이 왔다."],
  ["says them in its heading", ["비가 왔다.", section("값이 올랐다.", "쌀")], "값이 올랐다."],
  ["has text", ["", "| - |", "비가 왔다."], "비가 왔다."],
])("shows the section that %s", (_, sections, expected) => {
  expect(shown(article(sections), "쌀", "콩")).toBe(expected);
});

it("says under which headings it stands", () => {
  const of = article(["비가 왔다.", section("쌀이 왔다.", "곡물", "1.1. 쌀")]);
  expect(chooseExcerpt(of, ["쌀"], lexicon)?.headingPath).toEqual(["곡물", "1.1. 쌀"]);
});

it("is none where the article has no text", () => {
  expect(chooseExcerpt(article([], { title: "쌀" }), ["쌀"], lexicon)).toBeNull();
  expect(chooseExcerpt(article(["", "---"]), [], lexicon)).toBeNull();
});

const filler = (sentences: number) => "구름이 조금 끼고 바람이 불었다. ".repeat(sentences).trim();

it("begins and ends with sentences, around the first word", () => {
  const text = shown(article(`${filler(40)} 쌀이 왔다. ${filler(40)}`), "쌀") ?? "";
  expect(text).toMatch(/^\[쌀\]이 왔다\. 구름이.*불었다\.$/);
  expect(text.length).toBeGreaterThan(250);
});

it("takes sentences before where none follow", () => {
  expect(shown(article("비가 왔다. 쌀이 왔다."), "쌀")).toBe("비가 왔다. [쌀]이 왔다.");
});

it("shows a piece of a long sentence", () => {
  const long = "구름이 끼고 ".repeat(60);
  const text = shown(article(`${long}쌀이 오고 ${long}바람이 불었다.`), "쌀") ?? "";
  expect(text).toMatch(/^…구름이 .*\[쌀\]이 오고 .*…$/);
  expect(text.replace(/[[\]]/g, "").length).toBeLessThanOrEqual(300);
});

it("shows what the article says, in at most 300 characters, whatever it says", () => {
  const word = fc.constantFrom(
    "관세",
    "상호관세를",
    "EU",
    "U.S.",
    "한·미",
    "𝒜",
    "👨‍👩‍👧",
    "①",
    "é",
    "\n",
    ". ",
    "다. ",
    "!",
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc.array(word, { maxLength: 300 }).map((words) => words.join("")),
  );
  // Between two sentences of a passage neither the space nor the mark of an item is left.
  const squeezed = (written: string) => written.replace(/[\s①]+/g, "");
  fc.assert(
    fc.property(text, fc.subarray(["관세", "EU", "미국", "한미"]), (body, words) => {
      const pieces = chooseExcerpt(article(body), words, lexicon)?.pieces ?? [];
      const passage = pieces.map((piece) => piece.text).join("");
      expect(passage.length).toBeLessThanOrEqual(300);
      expect(pieces.every((piece) => piece.text !== "")).toBe(true);
      for (const piece of pieces) if (piece.strong) expect(squeezed(body)).toContain(squeezed(piece.text));
    }),
  );
});

it("of a very long text shows the beginning where the words come late", () => {
  const of = article(`밀을 심었다. ${"비가 왔다. ".repeat(4000)}관세가 올랐다.`);
  const passage = shown(of, "관세");
  expect(passage).toMatch(/^밀을 심었다\./);
  expect(passage).not.toContain("[");
});
