import { describe, expect, it } from "vitest";
import type { Answer, Citation, SectionReference } from "../../../src/answers/answer.ts";
import type { Courtesy } from "../../../src/answers/talk/courtesy.ts";
import { answerJson } from "../../../src/presentation/answer-json.ts";
import { answerLines, relatedMenu } from "../../../src/presentation/answer-lines.ts";
import { answerMessage, answerText, sectionName } from "../../../src/presentation/answer-message.ts";
import { textOf } from "../../../src/presentation/chat-message.ts";
import { en } from "../../../src/wording/en.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";

const reader = { nowMs: Date.parse("2026-03-01T00:00:00Z"), timeZone: "Asia/Seoul" };

function citation(more: Partial<Citation> = {}): Citation {
  return {
    number: 1,
    articleId: "a",
    sectionId: "s",
    title: "외교 연감",
    source: "표본",
    headingPath: ["3. 나라별", "3.6. 대만"],
    footnote: null,
    url: null,
    publishedAt: null,
    quote: "국방비를 올린다.",
    ...more,
  };
}

function reference(title: string, ...headingPath: string[]): SectionReference {
  return { articleId: "a", sectionId: title, title, headingPath, score: 1 };
}

function answer(more: Partial<Answer> = {}): Answer {
  const question = more.question ?? "대만 국방비는?";
  return {
    question,
    understoodAs: question,
    correctedWords: [],
    inSeveralPlaces: false,
    status: "answered",
    sentences: [],
    citations: [],
    hits: [],
    suggestions: [],
    confidence: 0.8,
    ...more,
  };
}

/** The source lines of an answer with these citations. */
function sources(...citations: Partial<Citation>[]): string[] {
  const numbered = citations.map((more, index) => citation({ number: index + 1, ...more }));
  return answerMessage(answer({ citations: numbered }), reader).sources.map((source) => source.text);
}

describe("the text", () => {
  it.each<[name: string, answer: Answer, text: string]>([
    [
      "of an answer: its sentences with their numbers, a line each",
      answer({
        sentences: [
          { text: "국방비를 올린다.", citation: 1 },
          { text: "대만은 받아들였다.", citation: 1 },
          { text: "일본은 아니다.", citation: 2 },
        ],
      }),
      "국방비를 올린다. [1]\n대만은 받아들였다. [1]\n일본은 아니다. [2]",
    ],
    [
      "of an empty section: its name",
      answer({
        status: "empty-section",
        suggestions: [reference("연감", "3. 나라별", "3.28. Quad"), reference("연감", "1. 개요")],
      }),
      "'3.28 Quad' 항목은 있지만 아직 내용이 없어요.",
    ],
    [
      "of an empty section, in English",
      answer({ question: "What about the Quad?", status: "empty-section", suggestions: [reference("연감", "Quad")] }),
      'There is a section "Quad", but it is still empty.',
    ],
    ["where nothing is found and nothing is near", answer({ status: "not-found" }), "문서에서 답을 찾지 못했어요."],
    [
      "where nothing is found: what is nearest",
      answer({
        status: "not-found",
        suggestions: [reference("연감", "3.6. 대만"), reference("주간 소식"), reference("연감", "Quad")],
      }),
      "문서에서 답을 찾지 못했어요. 가까운 항목: 3.6 대만, 주간 소식, Quad",
    ],
    [
      "where a time is asked of: the titles of what was written then",
      answer({
        question: "What's new?",
        status: "not-found",
        writtenThen: 2,
        suggestions: [reference("A", "1. B"), reference("C")],
      }),
      "This was written in that time.\n• A\n• C",
    ],
    ["in English", answer({ question: "Taiwan?", status: "not-found" }), "The documents don't answer this."],
  ])("%s", (_name, of, text) => {
    expect(answerText(of)).toBe(text);
    expect(answerMessage(of, reader).text).toBe(text);
  });

  it("may be asked for in another language than the question's", () => {
    expect(answerText(answer({ status: "not-found" }), en)).toBe("The documents don't answer this.");
  });
});

it.each([
  [["3. 나라별", "3.6. 대만"], "3.6 대만"],
  [["3.1.1.1. 당선 이전"], "3.1.1.1 당선 이전"],
  [["대만"], "대만"],
  [["2025. 1월의 일"], "2025 1월의 일"],
  [["3.5% 인상"], "3.5% 인상"],
  [[], "연감"],
])("the section %j is called %s", (headingPath, name) => {
  expect(sectionName({ title: "연감", headingPath })).toBe(name);
});

describe("a source line", () => {
  it.each<[name: string, more: Partial<Citation>, text: string]>([
    ["of a section", {}, "출처 [1] 외교 연감 › 3.6 대만"],
    ["of a text without headings", { headingPath: [] }, "출처 [1] 외교 연감"],
    ["of a footnote", { footnote: "2", headingPath: ["3.12. 캐나다"] }, "출처 [1] 외교 연감 › 각주 [2], 3.12 캐나다"],
    [
      "of a footnote without headings",
      { footnote: "1", headingPath: [], title: "단신" },
      "출처 [1] 단신 › 각주 [1], 단신",
    ],
    [
      "with a date",
      { publishedAt: "2026-02-26T00:00:00+09:00" },
      "출처 [1] 외교 연감 › 3.6 대만 · 3일 전 (2026-02-26)",
    ],
  ])("%s", (_name, more, text) => expect(sources(more)).toEqual([text]));

  it("stands for each text that is quoted, with its address", () => {
    const { sources: lines } = answerMessage(
      answer({ citations: [citation(), citation({ number: 2, sectionId: "t", url: "https://example.com/1" })] }),
      reader,
    );
    expect(lines.map(({ number, url }) => [number, url])).toEqual([
      [1, null],
      [2, "https://example.com/1"],
    ]);
  });

  it.each<[what: string, texts: Partial<Citation>[], numbers: number[], sources: number[]]>([
    ["sentences that lie apart in a section", [{}, {}, { sectionId: "t" }], [1, 1, 2], [1, 2]],
    ["sentences of a section with another one between", [{}, { sectionId: "t" }, {}], [1, 2, 1], [1, 2]],
    ["a section and a note of it", [{}, { footnote: "1" }, { footnote: "2" }], [1, 2, 3], [1, 2, 3]],
    ["sections of the same id in two articles", [{}, { articleId: "b" }], [1, 2], [1, 2]],
    [
      "an answer numbered on from another",
      [{ number: 4 }, { number: 5 }, { number: 6, sectionId: "t" }],
      [4, 4, 5],
      [4, 5],
    ],
  ])("is shared where it is the same: %s", (_what, texts, numbers, expected) => {
    const citations = texts.map((more, at) => citation({ number: at + 1, ...more }));
    const sentences = citations.map(({ number }) => ({ text: "올린다.", citation: number }));
    const quotedLists = citations.map(({ number }) => ({ citation: number, kind: "list" as const, left: 1 }));
    const of = answer({ citations, sentences, quotedLists });
    const message = answerMessage(of, reader);
    expect(message.quotes.map((quote) => quote.citation)).toEqual(numbers);
    expect(message.text).toBe(numbers.map((number) => `올린다. [${number}]`).join("\n"));
    expect(message.goesOn).toEqual(numbers.map((number) => expect.stringContaining(`[${number}]`)));
    expect(message.sources.map(({ number }) => number)).toEqual(expected);
    expect(message.sources.map(({ text }) => text)).toEqual(
      expected.map((n) => expect.stringContaining(`출처 [${n}]`)),
    );
    expect(answerLines(of, message).sources.map(({ number }) => number)).toEqual(expected);
    // Programs get a citation for each run of sentences.
    expect(answerJson(of, 1)).toMatchObject({ sentences, citations });
  });

  it("is in English for an English question", () => {
    const of = answer({
      question: "Taiwan?",
      citations: [citation({ footnote: "2", publishedAt: "2026-02-26T00:00:00+09:00" })],
    });
    expect(answerMessage(of, reader).sources[0]?.text).toBe(
      "Source [1] 외교 연감 › note [2], 3.6 대만 · 3 days ago (2026-02-26)",
    );
  });
});

describe("the caveat", () => {
  const old = "2025-06-20T00:00:00+09:00";
  const older = "2024-06-20T00:00:00+09:00";
  const fresh = "2026-02-26T00:00:00+09:00";

  it.each<[name: string, dates: (string | null)[], caveat: string | null]>([
    ["none without citations", [], null],
    ["none for a fresh source", [fresh], null],
    ["none where one source is fresh", [older, fresh], null],
    ["none where the date is unknown", [null], null],
    ["none where one date is unknown", [old, null], null],
    ["for an old source", [old], "8개월 전 문서예요. 그 뒤에 바뀌었을 수 있어요."],
    ["with the age of the newest", [older, old], "8개월 전 문서예요. 그 뒤에 바뀌었을 수 있어요."],
    ["at 180 days none", ["2025-09-02T09:00:00+09:00"], null],
    ["a second later", ["2025-09-02T08:59:59+09:00"], "5개월 전 문서예요. 그 뒤에 바뀌었을 수 있어요."],
  ])("%s", (_name, dates, caveat) => {
    const citations = dates.map((publishedAt, index) => citation({ number: index + 1, publishedAt }));
    expect(answerMessage(answer({ citations }), reader).caveat).toBe(caveat);
  });

  it("is in English for an English question", () => {
    const of = answer({ question: "Taiwan?", citations: [citation({ publishedAt: old })] });
    expect(answerMessage(of, reader).caveat).toBe("This is 8 months old and may have changed since.");
  });
});

it.each([
  [[], null],
  [["트럼프"], "'트럼프'로 찾았어요."],
  [["대만", "국방비"], "'대만', '국방비'로 찾았어요."],
])("the notice for the corrected words %j is %j", (correctedWords, notice) => {
  expect(answerMessage(answer({ correctedWords }), reader).notice).toBe(notice);
});

it("says that several places speak of it, after the spelling it searched for", () => {
  const of = (more: Partial<Answer>) => answerMessage(answer({ inSeveralPlaces: true, ...more }), reader).notice;
  expect(of({})).toBe("여러 곳에 나와 있어요.");
  expect(of({ question: "Taiwan?" })).toBe("Several places speak of this.");
  expect(of({ correctedWords: ["대만"] })).toBe("'대만'으로 찾았어요. 여러 곳에 나와 있어요.");
});

it("says that it is not sure, before that several places speak of it", () => {
  const of = (more: Partial<Answer>) => answerMessage(answer({ unsure: true, ...more }), reader).notice;
  expect(of({ fromAnotherArticle: true })).toBe(
    "앞의 글에는 없어서 다른 글에서 찾았어요. 딱 맞는 답이 아닐 수 있어요.",
  );
  expect(of({})).toBe("딱 맞는 답이 아닐 수 있어요.");
  expect(of({ question: "Taiwan?" })).toBe("This may not be quite what you asked.");
  expect(of({ correctedWords: ["대만"], inSeveralPlaces: true })).toBe(
    "'대만'으로 찾았어요. 딱 맞는 답이 아닐 수 있어요. 여러 곳에 나와 있어요.",
  );
});

it("what was typed on other keys is told as it was read, in its language", () => {
  const typed = { question: "eoaks", readAs: "대만" };
  expect(answerMessage(answer({ ...typed, correctedWords: ["타이완"] }), reader).notice).toBe(
    "'대만', '타이완'으로 찾았어요.",
  );
  const greeted = answer({ ...typed, courtesy: "greeting", status: "not-found", sentences: [], citations: [] });
  const { notice, lead } = answerMessage(greeted, reader);
  expect(notice).toBe(null);
  expect(lead).toContain("안녕하세요.");
});

it("who was shown another answer than was asked for is told what follows", () => {
  const of = (fields: Partial<Answer>) => answerMessage(answer({ notThat: true, ...fields }), reader);
  expect(of({}).notice).toBe("찾던 답이 아니었군요. 앞에서 보여 드리지 않은 문장이에요.");
  const none = {
    sentences: [],
    citations: [],
    suggestions: [reference("연감", "3.6. 대만")],
    status: "not-found",
  } as const;
  const { notice, text, lead } = of(none);
  expect(notice).toBe(null);
  expect(lead).toBe("찾던 답이 아니었군요. 더 보여 드릴 문장이 없으니 다른 말로 물어봐 주세요.");
  expect(text).toBe(`${lead} 가까운 항목: 3.6 대만`);
});

describe("somebody who asks nothing of the documents", () => {
  const suggestions = [reference("연감", "3.6. 대만"), reference("연감", "1. 개요")];
  const of = (question: string, courtesy: Courtesy) => {
    const asked = answer({
      question,
      courtesy,
      status: "not-found",
      suggestions: courtesy === "thanks" ? [] : suggestions,
    });
    const message = answerMessage(asked, reader);
    const { lines } = answerLines(asked, message);
    const menu = relatedMenu("x", asked, chatWordingIn("ko").buttons);
    return { ...message, lines: lines.map((each) => textOf(each)), menu };
  };

  it("is shown a title that begins with digits as it is", () => {
    const asked = answer({ question: "안녕하세요", courtesy: "greeting", status: "not-found" });
    const examples = [reference("2025 예산"), reference("재정", "2025 예산"), reference("2025 예산", "3.1. 세입")];
    const asking = [reference("2025 예산", "어디에 쓰나요?")];
    expect(
      answerMessage({ ...asked, suggestions: asking }, reader)
        .text.split("\n")
        .slice(2),
    ).toEqual(["• 어디에 쓰나요?"]);
    const { text, suggestions: shown } = answerMessage({ ...asked, suggestions: examples }, reader);
    expect(text.split("\n").slice(2)).toEqual([
      "• 「2025 예산」에서 2025 예산은?",
      "• 「재정」에서 2025 예산은?",
      "• 「2025 예산」에서 세입은?",
    ]);
    expect(shown.map(({ question }) => question)).toEqual(["2025 예산", "재정 2025 예산", "2025 예산 세입"]);
  });

  it("is greeted, and told what can be asked", () => {
    const { text, lead, lines, menu } = of("안녕하세요", "greeting");
    expect(lines).toEqual([
      "안녕하세요. 읽은 문서에서 답이 되는 문장을 찾아 출처와 함께 보여 드려요. 문서에 없으면 없다고 말해요.",
      "이렇게 물어볼 수 있어요.",
      "• 「연감」에서 대만은?",
      "• 「연감」에서 개요는?",
    ]);
    expect(text.split("\n")).toEqual(lines);
    expect(lead).toBe(lines[0]);
    expect(menu?.placeholder).toBe("물어볼 수 있는 항목");
  });

  it("is told that there is nothing to go on from", () => {
    expect(of("더 자세히", "nothing-before").lines.slice(0, 2)).toEqual([
      "아직 보여 드린 답이 없어요. 먼저 궁금한 것을 물어봐 주세요.",
      "이렇게 물어볼 수 있어요.",
    ]);
  });

  it("in English too", () => {
    expect(of("what can you do?", "help").lines.slice(0, 3)).toEqual([
      "I look for the sentences that answer, and show where they stand. If the documents don't say, I will tell you.",
      "You can ask like this.",
      '• What does "연감" say about 대만?',
    ]);
  });

  it("is answered kindly after thanks, without suggestions", () => {
    const { lines, menu } = of("고마워", "thanks");
    expect(lines).toEqual(["도움이 됐다면 다행이에요. 궁금한 것이 더 있으면 물어봐 주세요."]);
    expect(menu).toBeNull();
  });
});

describe("documents that differ", () => {
  const citations = [
    citation({ publishedAt: "2026-02-26T00:00:00+09:00" }),
    citation({ number: 2, articleId: "b", publishedAt: "2025-12-01T00:00:00+09:00" }),
  ];
  const of = (more: Partial<Answer>) =>
    answerMessage(answer({ inSeveralPlaces: true, differ: true, citations, ...more }), reader);

  it("are said to, and which of them is the newer", () => {
    const { notice, sources: lines } = of({});
    expect(notice).toBe("문서마다 다르게 나와 있어요. 가장 새로운 문서(2026-02-26)부터 보여 드려요.");
    expect(lines.map(({ text }) => text)).toEqual([
      "출처 [1] 외교 연감 › 3.6 대만 · 3일 전 (2026-02-26) · 더 새로운 문서",
      "출처 [2] 외교 연감 › 3.6 대만 · 2개월 전 (2025-12-01) · 더 오래된 문서",
    ]);
  });

  it("in English too", () => {
    const { notice, sources: lines } = of({ question: "Taiwan?" });
    expect(notice).toBe("The documents differ. The newest one (2026-02-26) comes first.");
    expect(lines.map(({ text }) => text.split(" · ").at(-1))).toEqual(["the newer document", "an older document"]);
  });
});

describe("a row of a table", () => {
  const cells = [
    { column: "나라", text: "일본" },
    { column: "비고", text: "" },
    { column: "", text: "자동차" },
    { column: "세율", text: "15%" },
  ];
  const of = answer({ sentences: [{ text: "일본 | | 자동차 | 15%", citation: 1, cells }], citations: [citation()] });

  it("is read with the names of its columns", () => {
    const message = answerMessage(of, reader);
    expect(message.quotes).toEqual([{ text: "나라: 일본 · 자동차 · 세율: 15%", citation: 1 }]);
    expect(message.text).toBe("나라: 일본 · 자동차 · 세율: 15% [1]");
    const [quoted] = answerLines(of, message).lines;
    expect(quoted && textOf(quoted)).toBe("나라: 일본 · 자동차 · 세율: 15%");
  });

  it("does not repeat a name that the cell begins with", () => {
    const branch = [
      { column: "Branch", text: "branch 50" },
      { column: "Hours", text: "9 to 5" },
    ];
    const row = answer({
      sentences: [{ text: "branch 50 | 9 to 5", citation: 1, cells: branch }],
      citations: [citation()],
    });
    expect(answerMessage(row, reader).text).toBe("branch 50 · Hours: 9 to 5 [1]");
  });

  it.each([
    ["2", "25 points"],
    ["1", "1,200 won"],
    ["Art", "Article 3"],
    ["성", "성공"],
  ])("keeps the name %j before a cell that begins with other words: %j", (column, text) => {
    const sentence = { text, citation: 1, cells: [{ column, text }] };
    const row = answer({ sentences: [sentence], citations: [citation()] });
    expect(answerMessage(row, reader).text).toBe(`${column}: ${text} [1]`);
  });

  it("is verbatim for programs", () => {
    expect(answerJson(of, 1)).toMatchObject({ answer: "일본 | | 자동차 | 15% [1]", sentences: of.sentences });
  });
});

describe("lists that go on", () => {
  const quotedLists = [
    { citation: 1, kind: "list", left: 2 },
    { citation: 2, kind: "table", left: 1 },
  ] as const;

  it("are told of, each with its source", () => {
    expect(answerMessage(answer({ quotedLists }), reader).goesOn).toEqual([
      "이 목록에는 2개가 더 있어요. 출처 [1]에서 모두 볼 수 있어요.",
      "이 표에는 1줄이 더 있어요. 출처 [2]에서 모두 볼 수 있어요.",
    ]);
    expect(answerMessage(answer({ question: "Taiwan?", quotedLists }), reader).goesOn[1]).toBe(
      "This table has 1 more row. All of it is in source [2].",
    );
  });

  it("are small print in chats, before what is said of old sources", () => {
    const of = answer({ quotedLists, citations: [citation({ publishedAt: "2024-06-20T00:00:00+09:00" })] });
    const { lines } = answerLines(of, answerMessage(of, reader));
    expect(lines.filter(({ kind }) => kind === "small").map((each) => textOf(each))).toEqual([
      expect.stringContaining("목록"),
      expect.stringContaining("표"),
      expect.stringContaining("전 문서예요"),
    ]);
  });

  it("are not known of answers kept from before", () => {
    expect(answerMessage(answer(), reader).goesOn).toEqual([]);
  });
});
