import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyLexicon, parseLexicon, parseWordLists } from "../../../src/text/lexicon.ts";
import { readWords } from "../../../src/text/words.ts";

const small = `# countries
미국	美	US	United States	America
중국	中	China
인도	India
인도네시아	Indonesia
대만	타이완	臺	Taiwan
대만 해협	대만해협	Taiwan Strait
유럽연합	EU	European Union
세계보건기구	WHO
국방비	국방 예산	defense budget
`;

function concepts(tsv: string, text: string): string[] {
  return parseLexicon(tsv)
    .lexicon.mentions(readWords(text))
    .map((mention) => mention.concept);
}

describe("mentions", () => {
  it.each<[text: string, expected: string[]]>([
    ["인도네시아 대통령", ["인도네시아"]],
    ["인도는 관세를 내렸다", ["인도"]],
    ["인도네시아와 인도의 협정", ["인도네시아", "인도"]],
    ["대만 해협의 긴장", ["대만 해협"]],
    ["대만해협에서", ["대만 해협"]],
    ["the Taiwan Strait", ["대만 해협"]],
    ["대만국방비", ["대만"]],
    ["대만국방예산은", ["대만"]],
    ["국방 예산을", ["국방비"]],
    ["the US said", ["미국"]],
    ["tell us more", []],
    ["U.S. tariffs", ["미국"]],
    ["WHO를 탈퇴", ["세계보건기구"]],
    ["who left?", []],
    ["Who left?", []],
    ["eu", ["유럽연합"]],
    ["EU가", ["유럽연합"]],
    ["ＥＵ의", ["유럽연합"]],
    ["European Union's", ["유럽연합"]],
    ["유럽연합과의", ["유럽연합"]],
    ["european unions", ["유럽연합"]],
    ["United Nations", []],
    ["타이완".normalize("NFD"), ["대만"]],
    ["美와 中", ["미국", "중국"]],
    ["미국과 China", ["미국", "중국"]],
    ["미국산 반도체", ["미국"]],
    ["이야기", []],
    ["", []],
  ])("%j -> %j", (text, expected) => {
    expect(concepts(small, text)).toEqual(expected);
  });

  it("never overlap, and say where they stand", () => {
    const { lexicon } = parseLexicon(small);
    expect(lexicon.mentions(readWords("미국은 대만 해협에서 European Union과"))).toEqual([
      { concept: "미국", from: 0, length: 1 },
      { concept: "대만 해협", from: 1, length: 2 },
      { concept: "유럽연합", from: 3, length: 2 },
    ]);
  });
});

describe("words that name several at once", () => {
  const pairs = `${small}# together\n미국+중국\t미중\n유럽연합+대만+US\t유대미\n미국+대만\t미대 회담\n`;
  const named = (text: string) => parseLexicon(pairs).lexicon.named(readWords(text));

  it.each<[text: string, expected: string[][]]>([
    ["미중 갈등", [["미국", "중국"]]],
    ["미중갈등", [["미국", "중국"]]],
    ["미중년의", []],
    ["미·중은", [["미국", "중국"]]],
    ["중국과 미중", [["중국"], ["미국", "중국"]]],
    ["유대미가", [["유럽연합", "대만", "미국"]]],
    ["미대 회담에서", [["미국", "대만"]]],
    ["미대 입시", []],
  ])("%j -> %j", (text, expected) => expect(named(text).map(({ concepts }) => concepts)).toEqual(expected));

  it("are no mentions of one, nor forms to be corrected to", () => {
    const { lexicon, warnings } = parseLexicon(pairs);
    expect(lexicon.mentions(readWords("미중과 인도"))).toEqual([{ concept: "인도", from: 1, length: 1 }]);
    expect(lexicon.allForms()).not.toContain("미중");
    expect(warnings).toEqual([]);
  });

  it("are no groups that only hold the sign", () => {
    const { lexicon, warnings } = parseLexicon(`${small}바다티비+\tBadaTV+\n`);
    expect(lexicon.mentions(readWords("BadaTV를 본다")).map(({ concept }) => concept)).toEqual(["바다티비+"]);
    expect(warnings).toEqual([]);
  });

  it("change the fingerprint", () => {
    expect(parseLexicon(pairs).lexicon.fingerprint).not.toBe(parseLexicon(small).lexicon.fingerprint);
  });
});

it.each([
  ["대만국방비", "대만"],
  ["인도네시아관세", "인도네시아"],
  ["대만해협긴장", "대만해협"],
  ["대만", "대만"],
  ["국가대만", null],
  ["", null],
])("formAtStart: %j -> %j", (compound, expected) => {
  expect(parseLexicon(small).lexicon.formAtStart(compound)).toBe(expected);
});

describe("the list", () => {
  const plain = "유럽연합\tEU\n대만\t타이완\n";

  it.each([
    ["NFD", plain.normalize("NFD")],
    ["Windows line ends", plain.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${plain}`],
    ["no last line end", plain.trimEnd()],
    ["comments and empty lines", `# list\n\n   \n${plain}# end`],
    ["spaces around forms and empty forms", " 유럽연합 \t\t EU\t\n대만\t 타이완 "],
  ])("reads the same with %s", (_name, tsv) => {
    const { lexicon, warnings } = parseLexicon(tsv);
    expect(warnings).toEqual([]);
    expect(lexicon.fingerprint).toBe(parseLexicon(plain).lexicon.fingerprint);
    expect(lexicon.allForms()).toEqual(["유럽연합", "EU", "대만", "타이완"]);
    expect(lexicon.forms("유럽연합")).toEqual(["유럽연합", "EU"]);
    expect(lexicon.forms("EU")).toEqual([]);
  });

  it.each<[name: string, tsv: string, warnings: string[]]>([
    [
      "a form in two groups",
      "대만\tTaiwan\n타이완\tTaiwan\n",
      ['aliases.tsv, line 2: "Taiwan" already stands in the group "대만".'],
    ],
    ["capitals aside", "미국\tUS\n우리\tus\n", ['aliases.tsv, line 2: "us" already stands in the group "미국".']],
    ["a form without letters", "대만\t---\n", ['aliases.tsv, line 1: "---" has no letters or digits.']],
    ["comment lines count", "# a\n\n대만\t?\n", ['aliases.tsv, line 3: "?" has no letters or digits.']],
    [
      "what is joined and is no group",
      "대만\t타이완\n대만+섬나라\t대섬\n",
      ['aliases.tsv, line 2: "대만+섬나라" joins what is no group of its own. Each part is a form of another group.'],
    ],
    [
      "a name of several that is one of another group",
      "대만\t타이완\n미국\n대만+미국\t타이완\n",
      ['aliases.tsv, line 3: "타이완" already stands in the group "대만".'],
    ],
    [
      "spaces where a tab belongs",
      "대만  타이완\n미국\tUnited   States\n파나마 운하\tPanama Canal\n",
      [
        'aliases.tsv, line 1: "대만  타이완" holds several spaces in a row. Tabs part forms.',
        'aliases.tsv, line 2: "United   States" holds several spaces in a row. Tabs part forms.',
      ],
    ],
    ["the same form twice in one group", "대만\tTaiwan\tTaiwan\n", []],
    ["two writings of one form in one group", "파나마운하\t파나마 운하\tU.S.\tUS\n", []],
  ])("reports %s", (_name, tsv, expected) => {
    expect(parseLexicon(tsv).warnings).toEqual(expected);
  });

  it("gives a form that stands in two groups to the first", () => {
    expect(concepts("대만\tTaiwan\n섬\tTaiwan\n", "Taiwan")).toEqual(["대만"]);
  });

  it("has another fingerprint after every change that matters", () => {
    const lists = [plain, `${plain}관세\ttariff\n`, plain.replace("EU", "E.C."), plain.replace("대만", "포르모사"), ""];
    expect(new Set(lists.map((tsv) => parseLexicon(tsv).lexicon.fingerprint)).size).toBe(lists.length);
  });

  it("adds an operator's own groups to those that are there", () => {
    const list = (name: string, text: string) => ({ name, text });
    const { lexicon, warnings } = parseWordLists({
      aliases: [
        list("aliases.tsv", `# --- places ---\n${plain}`),
        list("own/aliases.tsv", "\uFEFF유럽연합\tEEC\n관세\ttariff\n섬\tEU\n"),
      ],
      synonyms: [list("synonyms.tsv", "거절\t거부"), list("own/synonyms.tsv", "거절\t퇴짜")],
      exclusive: [list("exclusive.tsv", "낮\t밤"), list("own/exclusive.tsv", "겉\t속")],
    });
    expect(lexicon.forms("유럽연합")).toEqual(["유럽연합", "EU", "EEC"]);
    expect(lexicon.forms("관세")).toEqual(["관세", "tariff"]);
    expect([lexicon.kindOf("유럽연합"), lexicon.kindOf("관세")]).toEqual(["places", ""]);
    expect(readWords("거절").map((word) => lexicon.relatedTo(word).nouns)).toEqual([["거부", "퇴짜"]]);
    expect(lexicon.exclusiveIn(" 밤 속 ").map((set) => [...set.namedIn(" 밤 속 ")])).toEqual([[1], [1]]);
    expect(warnings).toEqual(['own/aliases.tsv, line 3: "EU" already stands in the group "유럽연합".']);
  });

  it("reads a heading, however it is spaced", () => {
    const kind = (heading: string) =>
      parseLexicon(`# --- places ---\n${heading}\n대만\tTaiwan\n`).lexicon.kindOf("대만");
    expect(
      ["# --- the people ---", "#---the people---  ", `#  ---${" ".repeat(20_000)}the people ---`].map(kind),
    ).toEqual(Array(3).fill("the people"));
    const spaces = " ".repeat(20_000);
    expect([`# ---${spaces}`, `# ---${spaces}---`, `# --- people${spaces}x`].map(kind)).toEqual(
      Array(3).fill("places"),
    );
  });

  it("holds a concept of many forms", () => {
    const forms = Array.from({ length: 20_000 }, (_, at) => `form ${at}`);
    const { lexicon, warnings } = parseLexicon(`${forms.join("\t")}\n${forms.join("\t")}`);
    expect(warnings).toEqual([]);
    expect(lexicon.forms("form 0")).toEqual(forms);
    expect(lexicon.mentions(readWords("form 19999"))).toEqual([{ concept: "form 0", from: 0, length: 2 }]);
  });

  it("may be empty", () => {
    expect(emptyLexicon.mentions(readWords("미국과 EU"))).toEqual([]);
    expect(emptyLexicon.allForms()).toEqual([]);
  });
});

describe("index-data/lexicon/aliases.tsv", () => {
  const tsv = readFileSync(join(import.meta.dirname, "../../../index-data/lexicon/aliases.tsv"), "utf8");

  it("has nothing to report", () => {
    expect(parseLexicon(tsv).warnings).toEqual([]);
  });

  it.each([
    ["EU", "유럽연합"],
    ["European Union", "유럽연합"],
    ["美", "미국"],
    ["US", "미국"],
    ["U.S.A.", "미국"],
    ["Germany", "독일"],
    ["타이완", "대만"],
    ["NATO", "나토"],
    ["인도네시아", "인도네시아"],
    ["남수단", "남수단"],
    ["tariffs", "관세"],
    ["AI", "인공지능"],
  ])("%s is %s", (form, concept) => {
    expect(concepts(tsv, form)).toEqual([concept]);
  });
});
