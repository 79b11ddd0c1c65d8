import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../src/text/sentences.ts";

/** "¦" stands where a sentence must end; the text itself is without it. */
function checkEnds(marked: string): void {
  const expected = marked.split("¦").map((sentence) => sentence.trim());
  checkSentences(marked.replaceAll("¦", ""), expected);
}

function checkSentences(text: string, expected: readonly string[]): void {
  const sentences = splitSentences(text);
  expect(sentences.map((sentence) => sentence.text)).toEqual(expected);
  let previousEnd = 0;
  for (const { text: shown, start, end } of sentences) {
    expect(text.slice(start, end)).toBe(shown);
    expect(start).toBeGreaterThanOrEqual(previousEnd);
    previousEnd = end;
  }
}

describe("the end of a Korean sentence", () => {
  it.each([
    ["관세를 올렸다. ¦회담은 없었다."],
    ["관세를 올렸다.¦회담은 없었다."],
    ["관세를 올렸다.¦NATO는 반대했다."],
    ["관세를 올렸다.¦2025년의 일이다."],
    ["관세를 올렸다. ¦“더 올린다”고 했다."],
    ["관세가 올라요.¦회담은 없어요. ¦그렇죠.¦네."],
    ["왜 올렸을까? ¦까닭은 돈이다."],
    ["왜 올렸을까?¦까닭은 돈이다."],
    ["왜 올렸나?¦까닭은 돈이다."],
    ["누가 올렸는가!¦까닭은 돈이다."],
    ["세율을 올렸음.¦회담은 열지 않음. ¦끝남."],
    ["세율을 올림. ¦자료를 공개함.¦곧 시행됨."],
    ["반드시 지킬 것. ¦어기면 벌한다."],
    ["계약은 2년 뒤. ¦그때 다시 정한다."],
    ["발표는 1월 20일. ¦시행은 2월이다."],
    ["세율은 25%. ¦곧 오른다."],
    ["세율은 25%다.¦곧 오른다."],
    ["끝났다?! ¦아니다."],
    ["끝났다... ¦다시 시작했다."],
    ["끝났다… ¦다시 시작했다."],
    ["네. ¦그렇게 하겠습니다."],
    ["정말? ¦이란은 부인했다."],
    ["됐나? ¦고 의원은 몰랐다."],
    ["관세다。¦다음이다。"],
    ["그가 왔다(사진). ¦그가 갔다."],
    ["그가 왔다(사진).¦그가 갔다."],
    ["이른바 “보복관세”. ¦세율이 높다."],
    ["이른바 “보복관세”.¦세율이 높다."],
    ["WHO를 떠났다는 CNN. ¦확인은 없었다."],
    ["첫 문장이다.\n¦둘째 줄이다"],
    ["제목 없는 줄\n\n¦또 한 줄"],
  ])("%j", checkEnds);
});

describe("no end", () => {
  it.each([
    ["성장률은 3.5%에서 2.1%로 내렸다."],
    ["1.2조 달러를 쓴다."],
    ["5.18 민주화운동을 기렸다."],
    ["2025. 1. 20. 워싱턴에서 취임했다."],
    ["회의는 2025. 1. 20.에 열렸다."],
    ["U.S. 정부와 U.N. 총회가 맞섰다."],
    ["J. D. 밴스 부통령이 왔다."],
    ["Mr. 트럼프와 Dr. 김이 만났다."],
    ["한국 vs. 일본 경기가 열렸다."],
    ["캐나다.멕시코.중국에 매긴다."],
    ["베트남.태국에도 매긴다."],
    ["수요.공급이 맞지 않는다."],
    ["잠수함.구축함을 판다."],
    ["정치.경제.사회를 다룬다."],
    ["한.미.일이 만났다."],
    ["그는… 떠나지 않았다."],
    ["그는...떠나지 않았다."],
    ["더 올릴까?라고 물었다."],
    ["더 올릴까? 라고 물었다."],
    ["그만두라!라는 말이 나왔다."],
    ["올리겠다.라고 말했다."],
    ["올릴까 말까? 하고 망설였다."],
    ["왜 지금인가?는 알 수 없다."],
    ["항목은 가. 관세 나. 환율 순이다."],
    ["주소는 www.example.com/a?b=c 이다."],
    ["버전 2.0.1을 냈다."],
    ["세율은 얼마인가? | 25%다. | 2025년"],
  ])("%j", checkEnds);
});

describe("quotation marks and brackets hold together", () => {
  it.each([
    ["그는 “올린다. 더 올린다.”고 말했다. ¦회담은 없었다."],
    ["그는 ‘올린다. 더 올린다.’라고 말했다."],
    ['그는 "올린다. 더 올린다."라고 말했다. ¦회담은 없었다.'],
    ["그는 '올린다. 더 올린다.'라고 말했다. ¦회담은 없었다."],
    ["책 「관세란 무엇인가? 첫째 권」을 냈다."],
    ["책 『관세다. 그렇다.』를 냈다. ¦잘 팔렸다."],
    ["영화 《끝났다. 정말》과 〈왔다. 갔다.〉를 봤다."],
    ["그가 왔다(늦었다. 아주 늦었다.)고 한다. ¦끝이다."],
    ["자료[출처다. 확인함.]를 냈다."],
    ["그가 왔다（늦었다. 아주.）고 한다."],
    ["그는 “대통령이 ‘그만두라. 당장.’ 했다. 그래서 떠났다.”고 전했다. ¦끝이다."],
    ["(왔다(갔다. 정말) 그렇다. 끝) 남았다. ¦끝이다."],
    ["“왔다. “갔다. 정말” 그렇다. 끝”이라고 했다. ¦끝이다."],
    ["‘Trump’s deal. It works.’라고 했다. ¦끝이다."],
    ["'Trump's deal. It works.'라고 했다. ¦끝이다."],
    ["‘정말?’이라고 물었다. ¦답은 없었다."],
    ['왜 "지금?"이냐고 물었다.'],
    ["그는 “올린다.”"],
  ])("%j", checkEnds);

  it.each([
    ["그는 “올린다고 했다. ¦회담은 없었다."],
    ["그는 (올린다고 했다. ¦회담은 없었다."],
    ["올린다고 했다) 한다. ¦회담은 없었다."],
    ['그는 "올린다고 했다. ¦그는 "내린다"고 했다. ¦끝이다.'],
    ['더 올린다고 했다." ¦회담은 없었다.'],
    ["더 올린다고 했다.” ¦회담은 없었다.’"],
    ['더 올린다."라고 했다. ¦회담은 없었다.'],
    ["더 올린다고 했다.)"],
    ["'24년에 올렸다. ¦'25년에 내렸다. ¦끝이다."],
  ])("a mark that is never closed holds nothing: %j", checkEnds);

  it("a quotation longer than a page holds nothing", () => {
    checkEnds(`그는 “${"올린다고 했다. ¦".repeat(70)}끝”이라고 했다.`);
  });

  it("holds loose straight marks together", () => {
    checkEnds('그는 " 올린다. 더 올린다. "고 말했다. ¦끝이다.');
  });
});

describe("English", () => {
  it.each([
    ["Tariffs rose. ¦Trade fell."],
    ["The U.S. Navy left. ¦It came back."],
    ["Mr. Trump met Dr. Kim. ¦They talked."],
    ["It rose to 3.5 percent. ¦Then it fell."],
    ["The desk answers at 054-333-4444. ¦It opens at nine."],
    ["It cost $20. ¦They paid."],
    ["It began in 2025. ¦The talks failed."],
    ["Why? ¦Nobody knows! ¦Really."],
    ["He said “It is over. Go home.” and left. ¦They stayed."],
    ["The firm, e.g. Apple Inc. and others, paid."],
    ["J. D. Vance came at 5 p.m. on Jan. 20."],
    ["Don't go. ¦We can't stay."],
    ["It rose by 25%. ¦Then it fell."],
  ])("%j", checkEnds);
});

describe("what is no part of a sentence", () => {
  it.each<[text: string, expected: string[]]>([
    // a wiki's links to its sources
    ["올렸다.#내렸다.", ["올렸다.", "내렸다."]],
    ["올렸다.#,#내렸다.#", ["올렸다.", "내렸다."]],
    ["올렸다.#, #,# 내렸다.", ["올렸다.", "내렸다."]],
    ["올렸다. # 내렸다. #,#", ["올렸다.", "내렸다."]],
    ["올렸다.[1]내렸다.[12][3]", ["올렸다.", "내렸다."]],
    ["올렸다.#[1] 내렸다.", ["올렸다.", "내렸다."]],
    ["올렸다 #", ["올렸다"]],
    ["#", []],
    // bullets
    ["1. 첫째 항목이다.", ["첫째 항목이다."]],
    ["12) 열두째 항목", ["열두째 항목"]],
    ["가. 관세를 올린다.", ["관세를 올린다."]],
    ["a) one thing", ["one thing"]],
    ["- 관세를 올린다. 더 올린다.", ["관세를 올린다.", "더 올린다."]],
    ["• 관세", ["관세"]],
    ["▲관세 ▲환율", ["관세 ▲환율"]],
    ["① 관세", ["관세"]],
    ["(1) 관세", ["관세"]],
    ["관세는 15%다. 배는 10억 원(약 70만 달러)다. 낫다.", ["관세는 15%다.", "배는 10억 원(약 70만 달러)다.", "낫다."]],
    ["(가) 관세", ["관세"]],
    ["(1)과 같다.", ["(1)과 같다."]],
    ["(1) 에 따른 관세", ["(1) 에 따른 관세"]],
    ["  * 관세", ["관세"]],
    ["- – ◦ 관세", ["관세"]],
    ["- 1. 관세", ["1. 관세"]],
    ["1. 3.5% 올린다.", ["3.5% 올린다."]],
    // no bullets
    ["-5%를 기록했다.", ["-5%를 기록했다."]],
    ["1. 20. 취임했다.", ["1. 20. 취임했다."]],
    ["J. D. 밴스", ["J. D. 밴스"]],
    ["3.5% 올렸다.", ["3.5% 올렸다."]],
    ["2025년의 일", ["2025년의 일"]],
    ["가관이다.", ["가관이다."]],
    // space
    ["  올렸다.\u00a0 내렸다.  \r\n 끝\t", ["올렸다.", "내렸다.", "끝"]],
    ["", []],
    [" \n\n ", []],
    ["...", ["..."]],
  ])("%j", checkSentences);
});

it.each([
  ["관세를 올렸다.¦회담은 없었다."],
  ["더 올릴까?라고 물었다. ¦답은 없었다."],
  ["캐나다.멕시코에 매긴다. ¦끝이다."],
  ["그는 “올린다. 더 올린다.”고 말했다.¦끝이다."],
])("text in NFD ends where NFC does: %j", (marked) => checkEnds(marked.normalize("NFD")));

describe("any text", () => {
  const piece = fc.constantFrom(
    ..."관세를 올렸다. 왜? “ ” ‘ ’ \" ' ( ) [ ] # , . … 3.5 U.S. A a 1 - \n".split(/(?= )/),
    "다.",
    "요.",
  );

  it("is split into pieces that stand in it, in order, and loses no letter but marks and bullets", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "grapheme" }))), (pieces) => {
        const text = pieces.join("");
        const sentences = splitSentences(text);
        checkSentences(
          text,
          sentences.map((sentence) => sentence.text),
        );
        const hangul = (of: string) => of.replace(/[^가-힣]/g, "").length;
        const lost = hangul(text) - sentences.reduce((sum, sentence) => sum + hangul(sentence.text), 0);
        expect(lost).toBeLessThanOrEqual(text.split("\n").length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("time grows with the length alone", () => {
  const length = 200_000;

  it.each([
    ["sentences on one line", "관세를 올렸다. "],
    ["sentences without spaces", "올렸다."],
    ["open brackets", "("],
    ["open quotations", "“"],
    ["straight quotation marks", '"가'],
    ["apostrophes", " 'a"],
    ["brackets that close late", `${"(".repeat(500)})`],
    ["space", " "],
    ["full stops", "."],
    ["reference marks", "#,"],
    ["spaced reference marks", " #"],
    ["Latin letters", "a"],
    ["numbers", "1."],
    ["abbreviations", "U.S. "],
    ["line ends", "\n"],
  ])("%s", (_name, unit) => {
    const text = unit.repeat(length / unit.length);
    // A quadratic scan runs into the test's time limit.
    expect(splitSentences(`가${text}나`).length).toBeGreaterThan(0);
  });
});
