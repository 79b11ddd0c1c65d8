import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, AnswerStatus } from "../../../src/answers/answer.ts";
import { answerQuestion } from "../../../src/answers/engine.ts";
import { read } from "../documents/read.ts";
import { articles, ask, know, REPEATED_LINE } from "./small-library.ts";
import { talkOver } from "./talk-over.ts";

/** Whatever is asked: what an answer of these articles may never lack. */
function checkSound(answer: Answer, texts = articles): void {
  const { status, sentences, citations, hits, suggestions, confidence, unsure } = answer;
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  if (status !== "answered" || confidence < 0.5) expect(unsure).toBe(status === "answered");
  // What gives no cause answers "why" at most unsurely.
  else if (unsure) expect(answer.question).toMatch(/왜|이유|까닭|why/u);
  expect(sentences.length).toBeLessThanOrEqual(4);
  expect(sentences.length > 0).toBe(status === "answered");
  expect(citations.length > 0).toBe(status === "answered");
  expect(suggestions.length).toBeLessThanOrEqual(status === "answered" ? 0 : 3);
  expect(hits.length).toBeLessThanOrEqual(10);
  expect(citations.map(({ number }) => number)).toEqual(citations.map((_, i) => i + 1));
  for (const { text, citation } of sentences) expect(citations[citation - 1]?.quote).toContain(text);
  for (const { articleId, sectionId, footnote, quote } of citations) {
    const section = texts.find(({ id }) => id === articleId)?.sections.find(({ id }) => id === sectionId);
    const note = section?.footnotes.find(({ mark }) => mark === footnote);
    expect(footnote === null ? section?.body : note?.text).toContain(quote);
    expect(quote).not.toContain(REPEATED_LINE);
  }
}

const headings = (places: Answer["suggestions"]) => places.map(({ headingPath, title }) => headingPath.at(-1) ?? title);

describe("however it was typed", () => {
  const question = "대만이 국방비를 언제 올렸나?";
  const told = (text: string) => ask(text).sentences.map((sentence) => sentence.text);

  it.each([
    ["syllables in parts", question.normalize("NFD")],
    ["characters that are not seen", question.replace("언제", "언\u200b제").replace("대만", "\u202e대만\u202c")],
    ["spaces in a row", question.replace(" ", "  \n")],
  ])("%s", (_name, typed) => expect(told(typed)).toEqual(told(question)));
});

describe("answered, with the sentence that says it", () => {
  it.each<[name: string, question: string, sentence: string]>([
    ["an amount", "대만은 국방비를 얼마나 올렸나?", "대만 정부는 2025년 4월에 국방비를 국내총생산의 5%로 올렸다."],
    ["a date", "대만이 국방비를 언제 올렸나?", "대만 정부는 2025년 4월에 국방비를 국내총생산의 5%로 올렸다."],
    ["by other names", "Taiwan defense budget?", "대만 정부는 2025년 4월에 국방비를 국내총생산의 5%로 올렸다."],
    ["a count", "새 공장에서는 몇 명이 일하나?", "새 공장에서는 1200명이 일한다."],
    ["a place", "그물은 어디에서 반납하나?", "어민은 항구에서 그물을 반납한다."],
    [
      "in a section of a section",
      "일본은 자동차 관세를 얼마로 낮추나?",
      "일본은 7월 22일에 자동차 관세를 15%로 낮추기로 합의했다.",
    ],
    ["by a word that may say the same", "덴마크는 제안을 뿌리쳤나?", "덴마크는 섬을 넘기라는 제안을 거절했다."],
    ["a row of a table", "구리 세율은?", "구리 | 30% | 8월 1일"],
    ["another row, by its unit", "철강 세율은 몇 퍼센트야?", "철강 | 50% | 6월 4일"],
    ["an excerpt", "설명회는 몇 차례 열리나?", "설명회는 전국에서 14차례 열린다."],
    ["a footnote", "왕실 대변인은 섬에 대해 뭐라고 밝혔나?", "왕실 대변인은 섬이 물건이 아니라고 밝혔다."],
    ["a typo", "쇄빙션은 몇 척 만드나?", "일본 조선소는 얼음을 깨는 배 12척을 만든다."],
    ["without spaces", "대만은국방비를얼마나올렸나", "대만 정부는 2025년 4월에 국방비를 국내총생산의 5%로 올렸다."],
    ["in NFD", "구리 세율은?".normalize("NFD"), "구리 | 30% | 8월 1일"],
  ])("%s: %s", (_name, question, sentence) => {
    const answer = ask(question);
    expect(answer.status).toBe("answered");
    expect(answer.sentences.map(({ text }) => text)).toContain(sentence);
    checkSound(answer);
  });
});

describe("a question for a section as a whole", () => {
  it.each(["대만에 대해 알려줘", "타이완 정책은?"])("begins where the section begins: %s", (question) => {
    const { status, sentences } = ask(question);
    expect(status).toBe("answered");
    expect(sentences[0]?.text).toBe("대만 정부는 2025년 4월에 국방비를 국내총생산의 5%로 올렸다.");
    expect(sentences.length).toBeGreaterThan(1);
  });

  it("quotes what states that which is asked of it, where it is asked for something", () => {
    expect(ask("대만 반응은?").sentences[0]?.text).toBe("이에 중국은 크게 반발했다.");
    expect(ask("대만 입장은?").sentences[0]?.text).toBe("대만 정부는 2025년 4월에 국방비를 국내총생산의 5%로 올렸다.");
  });

  it("quotes each part of a section that has no text itself", () => {
    const { citations } = ask("일본 정책은?");
    expect(citations.map(({ headingPath }) => headingPath.at(-1))).toEqual(["2.1. 자동차 관세", "2.2. 쇄빙선"]);
  });
});

describe("an empty section is said to be empty, and comes first", () => {
  it.each<[question: string, heading: string]>([
    ["몽골에 대해 알려줘", "3. 몽골"],
    ["몽골 정책은?", "3. 몽골"],
    ["몽골은 관세를 얼마나 내나?", "3. 몽골"],
    ["Mongolia?", "3. 몽골"],
    ["캐나다 국경은?", "4.1. 국경"],
    ["캐나다 정책은?", "4. 캐나다"],
  ])("%s: %s", (question, heading) => {
    const answer = ask(question);
    expect(answer.status).toBe("empty-section");
    expect(headings(answer.suggestions)[0]).toBe(heading);
    checkSound(answer);
  });
});

describe("not found", () => {
  it.each<[name: string, question: string, nearest: string | null]>([
    ["of another world", "화성 탐사선은 언제 발사되나?", null],
    ["of an attribute that no text speaks of", "대만의 인구는?", "1. 대만"],
    ["of somebody that no text names", "트럼프는 몇 살이야?", null],
    ["of a price that no text states", "비트코인 가격은?", null],
    ["nothing", "", null],
    ["marks", "?", null],
    ["a greeting", "안녕하세요", null],
  ])("%s: %j", (_name, question, nearest) => {
    const answer = ask(question);
    expect(answer.status).toBe("not-found");
    if (nearest === null) expect(answer.suggestions).toEqual([]);
    else expect(headings(answer.suggestions)).toContain(nearest);
    checkSound(answer);
  });

  it("in no articles", () => {
    const { answer } = answerQuestion("대만 국방비는?", null, know([]));
    expect([answer.status, answer.hits, answer.suggestions]).toEqual(["not-found", [], []]);
  });
});

describe("citations", () => {
  it.each<[name: string, question: string, citation: Partial<Answer["citations"][number]>]>([
    ["of a section", "구리 세율은?", { title: "나라별 정리", headingPath: ["6. 품목별 세율"], footnote: null }],
    ["of a footnote, with its mark", "왕실 대변인은 뭐라고 밝혔나?", { headingPath: ["5. 덴마크"], footnote: "1" }],
    [
      "of an excerpt, with the publication and the day",
      "설명회는 몇 차례 열리나?",
      { title: "청년 월세 지원", headingPath: [], source: "보기신문", publishedAt: "2025-03-02T09:00:00+09:00" },
    ],
  ])("%s", (_name, question, citation) => {
    expect(ask(question).citations[0]).toMatchObject(citation);
  });
});

describe("context", () => {
  it("a sentence that leans on the one before is quoted with it", () => {
    const { sentences, citations } = ask("대만 국방비에 중국은 어떻게 반응했나?");
    expect(sentences.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "대만 정부는 2025년 4월에 국방비를 국내총생산의 5%로 올렸다.",
        "이에 중국은 크게 반발했다.",
      ]),
    );
    expect(citations).toHaveLength(1);
  });

  it("at most three sentences and one of context, however many say the same", () => {
    const line = (month: number) => `앞서 항구는 ${month}월에 문을 열었다. 이에 어민은 등대 수리비를 ${month}번 냈다.`;
    const text = Array.from({ length: 9 }, (_, i) => line(i + 1)).join("\n\n");
    const { article } = read(`# 항구 소식\n\n## 등대\n\n${text}\n\n## 배\n\n배는 북쪽으로 간다.\n`, "항구.md");
    for (const question of ["어민은 등대 수리비를 냈나?", "등대에 대해 알려줘", "항구는 문을 열었나?"]) {
      const { answer } = answerQuestion(question, null, know([article]));
      expect(answer.status).toBe("answered");
      checkSound(answer, [article]);
    }
  });
});

describe("what repeats through a source", () => {
  it.each([
    "보기신문 구독은 어떻게 신청하나?",
    "보기신문 구독 전화",
    REPEATED_LINE,
    "구독은 전화로 신청하나?",
  ])("is never quoted: %s", (question) => {
    expect(ask(question).sentences.map(({ text }) => text)).not.toContain(REPEATED_LINE);
    checkSound(ask(question));
  });

  it("is quoted where it does not repeat", () => {
    const { article } = read(`---\ntitle: 소식\nsource: 다른 신문\n---\n\n${REPEATED_LINE}\n`, "소식.md");
    const knowledge = know(articles);
    knowledge.index.apply([{ kind: "put", article }], 2);
    const { answer } = answerQuestion("보기신문 구독은 어떻게 신청하나?", null, knowledge);
    expect(answer.sentences.map(({ text }) => text)).toContain(REPEATED_LINE);
  });
});

describe("spelling", () => {
  it("a corrected word is reported, and the question as it was understood", () => {
    const { question, understoodAs, correctedWords } = ask("쇄빙션은 몇 척 만드나?");
    expect(question).toBe("쇄빙션은 몇 척 만드나?");
    expect(understoodAs).toBe("쇄빙선은 몇 척 만드나?");
    expect(correctedWords).toEqual(["쇄빙선"]);
  });

  // The list of synonyms knows 관제, one slip away from 관세.
  it.each([
    "쇄빙선은 몇 척 만드나?",
    "비트코인 가격은?",
    "구리 세율은?",
    "관제는 누가 하나?",
  ])("nothing is corrected in %s", (question) => {
    const { understoodAs, correctedWords } = ask(question);
    expect([understoodAs, correctedWords]).toEqual([question, []]);
  });
});

describe("a talk", () => {
  const talk = talkOver(know(articles));

  it.each<[first: string, next: string, understoodAs: string, status: AnswerStatus]>([
    ["일본 정책은?", "대만은?", "대만 정책은?", "answered"],
    ["대만 정책은?", "그럼 몽골은?", "몽골 정책은?", "empty-section"],
    ["대만은 국방비를 얼마나 올렸나?", "언제?", "대만은 국방비를 올렸나 언제?", "answered"],
    ["몽골 정책은?", "일본은?", "일본 정책은?", "answered"],
    ["대만 정책은?", "철강 세율은 몇 퍼센트야?", "철강 세율은 몇 퍼센트야?", "answered"],
    // what is said of the old topic says nothing of this
    ["철강 세율은 몇 퍼센트야?", "설명회는?", "설명회는?", "answered"],
    // the same sentence answers with the old topic, less surely
    ["쇄빙선은 몇 척 만드나?", "설명회는 몇 번 열려?", "설명회는 몇 번 열려?", "answered"],
  ])("%s %s: %s", (first, next, understoodAs, status) => {
    const [, answer] = talk(first, next);
    expect(answer?.question).toBe(next);
    expect(answer?.understoodAs).toBe(understoodAs);
    expect(answer?.status).toBe(status);
  });

  it("goes on over several turns", () => {
    const understood = talk("일본 정책은?", "대만은?", "그럼 캐나다는?").map(({ understoodAs }) => understoodAs);
    expect(understood).toEqual(["일본 정책은?", "대만 정책은?", "캐나다 정책은?"]);
  });

  it("is not needed: the first question stands as it is", () => {
    expect(talk("대만은?")[0]?.understoodAs).toBe("대만은?");
  });
});

describe("always", () => {
  const word = fc.constantFrom(
    ..."대만은 타이완 국방비를 얼마나 올렸나 일본 자동차 관세는 쇄빙선 몽골 캐나다 국경 목재 구리 세율은 몇 퍼센트야 언제 왜 누가 월세 신청은 그물 보증금 보기신문 구독 EU WHO 반발했나 공장에서 인구는 알려줘".split(
      " ",
    ),
  );
  const questions = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));

  it("an answer is sound, and the same when it is asked again or by another engine", () => {
    const other = know(articles.toReversed());
    fc.assert(
      fc.property(questions, (question) => {
        const answer = ask(question);
        checkSound(answer);
        expect(ask(question)).toEqual(answer);
        const { hits: _, suggestions: __, ...rest } = answerQuestion(question, null, other).answer;
        expect(answer).toMatchObject(rest);
      }),
      { numRuns: 300 },
    );
  });

  it("any text at all gets an answer", () => {
    const knowledge = know(articles);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ maxLength: 30 }), (text, topic) => {
        checkSound(answerQuestion(text, { understoodAs: topic, topic }, knowledge).answer);
      }),
    );
  });
});

describe("a message of two questions", () => {
  const quotes = ({ sentences }: Answer) => sentences.map(({ text }) => text);

  it("is answered with what answers each, in their order", () => {
    const answer = ask("새 공장에서는 몇 명이 일하나? 쇄빙선은 몇 척 만드나?");
    expect(quotes(answer)).toEqual(["새 공장에서는 1200명이 일한다.", "일본 조선소는 얼음을 깨는 배 12척을 만든다."]);
    expect(answer.onlyFirst).toBeUndefined();
    checkSound(answer);
  });

  it("says so where only the first is answered", () => {
    const answer = ask("새 공장에서는 몇 명이 일하나? 우유 값은 얼마지?");
    expect(quotes(answer)).toEqual(["새 공장에서는 1200명이 일한다."]);
    expect(answer.onlyFirst).toBe(true);
    checkSound(answer);
  });

  it.each<[name: string, question: string, sentences: string[]]>([
    [
      "is answered from the article that answers it",
      "일본은 자동차 관세를 얼마로 낮추며, 쇄빙선은 몇 척 만드는가?",
      ["일본은 7월 22일에 자동차 관세를 15%로 낮추기로 합의했다.", "일본 조선소는 얼음을 깨는 배 12척을 만든다."],
    ],
    [
      "quotes of other articles what is sure",
      "구리 세율은 얼마이며, 설명회는 몇 차례 열리는가?",
      ["구리 | 30% | 8월 1일", "설명회는 전국에서 14차례 열린다."],
    ],
    ["has no answer where nothing is said of it", "비트코인 가격은 얼마이며, 화성 탐사선은 언제 발사되는가?", []],
  ])("in one sentence, %s", (_, question, sentences) => {
    const answer = ask(question);
    expect(quotes(answer)).toEqual(expect.arrayContaining(sentences));
    expect(answer.status).toBe(sentences.length > 0 ? "answered" : "not-found");
    expect(answer.question).toBe(question);
    checkSound(answer);
  });

  it("goes on with what the first is about", () => {
    const answer = ask("대만은 국방비를 얼마로 올렸나? 일본은?");
    expect(answer.question).toBe("대만은 국방비를 얼마로 올렸나? 일본은?");
    checkSound(answer);
  });
});

describe("why", () => {
  it("is not surely answered by what gives no cause", () => {
    const without = ask("대만은 왜 국방비를 올렸어?");
    expect(without.status).toBe("answered");
    expect(without.confidence).toBeGreaterThan(0.5);
    expect(without.unsure).toBe(true);
    expect(ask("대만은 언제 국방비를 올렸어?").unsure).toBe(false);
  });
});
