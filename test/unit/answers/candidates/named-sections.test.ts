import { describe, expect, it } from "vitest";
import {
  emptySectionsBeyond,
  namedSections,
  namesHeading,
  sectionsWithText,
} from "../../../../src/answers/candidates/named-sections.ts";
import { readQuery } from "../../../../src/search/query.ts";
import { readEvidence } from "../../../../src/text/evidence.ts";
import { read } from "../../documents/read.ts";
import { lexicon } from "../small-library.ts";

const { article } = read(
  `# 나라별 정리

## 1. 대만

대만은 국방비를 올린다.

### 1.1. 반도체

공장을 짓는다.

## 2. 일본

### 2.1. 자동차 관세

관세를 낮춘다.

### 2.2. 쇄빙선

#### 2.2.1. 첫 배

북쪽으로 간다.

### 2.3. 쌀

## 3. 몽골

## 4. 캐나다

### 4.1. 국경

### 4.2. 목재

## 5. 덴마크

### 5.1. 국경

국경을 연다.

## 6. European Union

연합은 협상한다.[^1]

## 7. 주석

[^1]: 협상은 봄에 시작한다.
`,
  "나라별 정리.md",
);
const hits = article.sections.map((section) => ({ article, section, score: 1 }));

/** The headings a question names: "일본 (자동차 관세, 첫 배)" with the sections under it that hold its text. */
function named(question: string): string[] {
  return namedSections(readEvidence(question, lexicon), hits, lexicon).map(({ hit, empty, withText }) => {
    const { heading } = hit.section;
    if (empty) return `${heading}: empty`;
    const [first] = withText;
    return first === hit.section ? heading : `${heading} (${withText.map((section) => section.heading).join(", ")})`;
  });
}

it.each<[name: string, question: string, expected: string[]]>([
  ["a section with text stands for itself alone", "대만에 대해 알려줘", ["대만"]],
  ["by another form of its heading", "Taiwan policy", ["대만"]],
  ["by any form where the heading is an alias", "유럽연합은?", ["European Union"]],
  ["a section inside another", "반도체는?", ["반도체"]],
  ["a container has the text of all under it", "일본은?", ["일본 (자동차 관세, 첫 배)"]],
  ["a container in a container", "쇄빙선은 어때?", ["쇄빙선 (첫 배)"]],
  ["an empty section", "몽골은?", ["몽골: empty"]],
  ["an empty section inside a container with text", "쌀 시장은?", ["쌀: empty"]],
  ["a container of empty sections", "캐나다는?", ["캐나다: empty"]],
  ["a heading of two words, whole", "자동차 관세는?", ["자동차 관세"]],
  ["but not by one of them", "관세는?", []],
  ["one heading in two places", "국경은?", ["국경: empty", "국경"]],
  ["several headings, in the order found", "몽골과 대만은?", ["대만", "몽골: empty"]],
  ["a container and what is in it", "일본 자동차 관세는?", ["일본 (자동차 관세, 첫 배)", "자동차 관세"]],
  ["none", "비트코인은?", []],
  ["none by nothing", "", []],
])("%s: %s", (_name, question, expected) => {
  expect(named(question)).toEqual(expected);
});

it("only sections that were found", () => {
  const found = hits.filter(({ section }) => section.heading === "일본");
  expect(namedSections(readEvidence("대만과 일본은?", lexicon), found, lexicon).map(({ hit }) => hit)).toEqual(found);
});

describe("a text names a heading", () => {
  it.each<[text: string, heading: string, expected: boolean]>([
    ["대만은 국방비를 올렸나?", "대만", true],
    ["대만은 국방비를 올렸나?", "대만 국방비", true],
    ["대만은 국방 예산을 올렸나?", "대만의 국방비", true],
    ["월세를 지원하나?", "월세 지원", true],
    ["대만은?", "대만 해협의 군사 훈련", false],
    ["몽골은?", "대만", false],
    ["대만은?", "", false],
    ["대만은?", "3.", false],
    ["", "대만", false],
    ["규칙 제7조 내용", "제7조(시설 이용료)", true],
    ["규칙 제 7조제1항은?", "제7조 (시설 이용료)", true],
    ["시설 이용료는?", "제7조(시설 이용료)", true],
    ["제7조의2는?", "제7조(시설 이용료)", false],
    ["제7조의2는?", "제7조의2(감면)", true],
    ["제70조는?", "제7조(시설 이용료)", false],
    ["제7조는?", "제70조(벌칙)", false],
    ["제2장 내용", "제2장 시설", true],
  ])("%j, %j: %j", (text, heading, expected) => {
    expect(namesHeading(readEvidence(text, lexicon), heading, lexicon)).toBe(expected);
  });
});

describe("beyond the sections found, an empty one counts where its article says what else is asked", () => {
  it.each<[name: string, question: string, expected: string[]]>([
    ["the heading alone is asked about", "몽골은?", ["몽골"]],
    ["another section of the article says the rest", "몽골은 국방비를 올리나?", ["몽골"]],
    ["light words need not be said", "몽골 정책에 대해 알려줘", ["몽골"]],
    ["its article says hardly anything else of it", "몽골의 낙타 축제는?", []],
    ["a container with text is not empty", "일본은?", []],
    ["no heading is named", "국방비는?", []],
  ])("%s: %s", (_name, question, expected) => {
    const { words } = readQuery(question, lexicon);
    const beyond = emptySectionsBeyond(readEvidence(question, lexicon), words, hits, new Map(), lexicon);
    expect(beyond.map(({ hit }) => hit.section.heading)).toEqual(expected);
  });
});

it("footnotes are text too", () => {
  const [section] = article.sections;
  if (!section) throw new Error("no section");
  const noted = { ...section, body: "", footnotes: [{ mark: "1", text: "협상은 봄에 시작한다." }] };
  expect(sectionsWithText(article, noted)).toEqual([noted]);
});
