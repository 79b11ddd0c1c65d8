import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseSynonyms } from "../../../src/text/synonyms.ts";
import { verbForms } from "../../../src/text/verb-forms.ts";
import { readWords } from "../../../src/text/words.ts";

const list = `# saying no
거절	거부	뿌리치다
# buying and selling
매입	사들이다	긁어모으다
매각	팔아넘기다	팔다
차단	막다
# a word of several groups
금지	봉쇄
봉쇄	포위
내놓다	제안
내놓다	공개
받아들이다	수용
받아치다	응수
열차	기차 여행
`;

/** Nouns as they stand, then the forms of verbs as "lead-next". */
function related(word: string, tsv = list): string[] {
  const [asked] = readWords(word);
  if (!asked) throw new Error(`no word in ${word}`);
  const { nouns, verbs } = parseSynonyms([{ name: "synonyms.tsv", text: tsv }]).relatedTo(asked);
  return [...nouns, ...verbs.map(({ lead, next }) => `${lead}-${next}`)];
}

const warned = (tsv: string) => parseSynonyms([{ name: "synonyms.tsv", text: tsv }]).warnings;

const forms = (stem: string) => verbForms(stem).map(({ lead, next }) => `${lead}-${next}`);

describe("related words", () => {
  it.each<[name: string, word: string, others: string[]]>([
    ["a noun has the other nouns and verbs of its group", "거절", ["거부", ...forms("뿌리치")]],
    ["a noun with a particle", "거절을", ["거부", ...forms("뿌리치")]],
    ["a noun made a verb", "거부했나", ["거절", ...forms("뿌리치")]],
    [
      "a verb has the nouns, the other verbs and its own forms",
      "팔아넘기고",
      ["매각", ...forms("팔아넘기"), ...forms("팔")],
    ],
    ["a verb of one syllable", "막았나", ["차단", ...forms("막")]],
    ["a verb of one syllable as a noun has it", "차단", forms("막")],
    ["a verb that begins as a shorter one does", "팔았나", ["매각", ...forms("팔아넘기"), ...forms("팔")]],
    ["a verb in the present", "사들이는", ["매입", ...forms("사들이"), ...forms("긁어모으")]],
    ["a verb in the past", "사들였나", ["매입", ...forms("사들이"), ...forms("긁어모으")]],
    ["a verb with another ending", "뿌리치고", ["거절", "거부", ...forms("뿌리치")]],
    ["a contracted past", "뿌리쳤나", ["거절", "거부", ...forms("뿌리치")]],
    ["a noun of several groups has the words of all", "봉쇄", ["금지", "포위"]],
    ["groups are not joined through a word", "금지", ["봉쇄"]],
    ["a verb of several groups has the words of all", "내놓았다", ["제안", "공개", ...forms("내놓")]],
    ["verbs that begin alike: the one", "받아들이나", ["수용", ...forms("받아들이")]],
    ["verbs that begin alike: the other", "받아쳤나", ["응수", ...forms("받아치")]],
    ["a noun of two words is known by either", "여행", ["열차", "기차"]],
    ["a word of no group", "관세", []],
    ["another script", "refuse", []],
    ["the beginning of a stem is no verb", "뿌리", []],
    ["what begins as a verb and goes on as a noun", "막걸리", []],
  ])("%s: %s", (_name, word, others) => {
    expect(related(word)).toEqual(others);
  });
});

describe("the list", () => {
  it.each([
    ["NFD", list.normalize("NFD")],
    ["Windows line ends", list.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${list}`],
    ["no last line end", list.trimEnd()],
    ["empty lines and comments", `\n  \n${list}# 거절\t거리\n`],
    ["spaces around words and empty words", list.replaceAll("\t", " \t\t ")],
  ])("reads the same with %s", (_name, tsv) => {
    for (const word of ["거절", "사들였나", "봉쇄", "여행"]) expect(related(word, tsv)).toEqual(related(word));
  });

  it.each([
    ["nothing", ""],
    ["comments alone", "# 거절\t거부\n"],
    ["a word alone", "거절\n"],
  ])("of %s relates nothing", (_name, tsv) => {
    expect(related("거절", tsv)).toEqual([]);
  });

  it("relates a verb alone to its own forms, without a warning", () => {
    expect(related("사들였나", "사들이다\n")).toEqual(forms("사들이"));
    expect(warned("사들이다\n")).toEqual([]);
  });

  const oneWordEach = "Each is one Korean or English word, and tabs part them.";

  it.each<[name: string, tsv: string, warnings: string[]]>([
    ["a word alone", "매입\t구매\n거절\n", [`line 2: "거절" stands alone. ${oneWordEach}`]],
    ["a word beside itself", "거절\t거절\n", [`line 1: "거절" stands alone. ${oneWordEach}`]],
    ["two forms of one word", "announce\tannouncing\n", [`line 1: "announce" stands alone. ${oneWordEach}`]],
    [
      "an English phrase",
      "premier\tprime minister\n",
      [`line 1: "prime minister" is read as prime, minister. ${oneWordEach}`],
    ],
    ["spaces for tabs", "# a\n\n거절 거부\n", [`line 3: "거절 거부" is read as 거절, 거부. ${oneWordEach}`]],
    ["spaces for some of the tabs", "거절 거부\t퇴짜\n", [`line 1: "거절 거부" is read as 거절, 거부. ${oneWordEach}`]],
    ["spaces before a verb", "거절 마다하다\n", [`line 1: "거절 마다하다" is never found. ${oneWordEach}`]],
    ["a number", "트럭\t3.5톤\n", [`line 1: "3.5톤" is read as 3.5, 톤. ${oneWordEach}`]],
    ["another script", "지능\t知能\n", [`line 1: "知能" is read as 知能. ${oneWordEach}`]],
    ["a verb of another script", "구글링\tgoogle하다\n", [`line 1: "google하다" is never found. ${oneWordEach}`]],
    ["no letters", "거절\t거부\t---\n", ['line 1: "---" has no letters or digits.']],
    ["an ending without a verb", "거절\t거부\t다\n", [`line 1: "다" is never found. ${oneWordEach}`]],
    ["a sign before a word", "+거절\t거부\n", [`line 1: "+거절" is read as 거절. ${oneWordEach}`]],
  ])("reports %s", (_name, tsv, expected) => {
    expect(warned(tsv)).toEqual(expected.map((warning) => `synonyms.tsv, ${warning}`));
  });

  it("says in which of several lists a mistake is", () => {
    const lists = [
      { name: "synonyms.tsv", text: "거절\t거부\n" },
      { name: "own/synonyms.tsv", text: "\n거절\n" },
    ];
    expect(parseSynonyms(lists).warnings).toEqual([`own/synonyms.tsv, line 2: "거절" stands alone. ${oneWordEach}`]);
  });

  it("holds many verbs", () => {
    const syllables = (at: number) => String.fromCharCode(0xac00 + (at % 11_172), 0xac00 + Math.floor(at / 11_172));
    const verbs = Array.from({ length: 30_000 }, (_, at) => `${syllables(at)}리다\t낱말`);
    expect(related("사들였나", [...verbs, "사들이다\t매입"].join("\n"))).toEqual(["매입", ...forms("사들이")]);
  });

  it.each([
    "다",
    "__proto__",
    "constructor",
    "[가(.*)+",
    "\0",
    "\uD800",
    "\uD800다",
    "ABC다",
    "가".repeat(100_000),
  ])("stays whole with the word %.20j", (word) => {
    const tsv = `${word}\t${word}\n${word}\t고마움\n거절\t거부\t${word}\n`;
    expect(related("거절", tsv)[0]).toBe("거부");
    expect(related("관세", tsv)).toEqual([]);
  });

  it.each([
    ["sofa", ["couch", "settl"]],
    ["Couches", ["sofa", "settl"]],
    ["bought", ["purchas", "bui"]],
    ["table", []],
  ])("knows English words by their roots: %s", (word, others) => {
    expect(related(word, "sofa\tcouch\tsettle\nbought\tpurchase\tbuy\n")).toEqual(others);
  });

  it("knows a broader word for one that is asked about, and not the other way round", () => {
    const tsv = "반려동물:\t앵무새\t거북이\nvessel:\tferry\tbarge\n앵무새\t잉꼬\n";
    expect(related("앵무새를", tsv)).toEqual(["반려동물", "잉꼬"]);
    expect(related("ferries", tsv)).toEqual(["vessel"]);
    expect([related("반려동물", tsv), related("거북이", tsv)]).toEqual([[], ["반려동물"]]);
    expect(warned("반려동물:\n")).toEqual([
      'synonyms.tsv, line 1: "반려동물:" stands alone. Each is one Korean or English word, and tabs part them.',
    ]);
  });

  it("knows a noun with a particle behind it, also where less of it is read as the noun", () => {
    const tsv = "막내아들\t막둥이\n막내\t끝둥이\n";
    expect(related("막내아들이", tsv)).toContain("막둥이");
    expect(related("막내아들은", tsv)).toContain("막둥이");
    // 딸 is no particle
    expect(related("막내딸이", tsv)).toEqual([]);
  });

  it("takes English and Korean words in one group", () => {
    expect(related("관세", "관세\tlevies\n")).toEqual(["levi"]);
    expect(related("levy", "관세\tlevies\n")).toEqual(["관세"]);
  });

  it("is read with a word in NFD too", () => {
    expect(related("거절".normalize("NFD"))).toEqual(related("거절"));
  });
});

it("index-data/lexicon/synonyms.tsv has nothing to report", () => {
  expect(warned(readFileSync(join(import.meta.dirname, "../../../index-data/lexicon/synonyms.tsv"), "utf8"))).toEqual(
    [],
  );
});
