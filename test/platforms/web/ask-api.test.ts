import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replyOf } from "./replies.ts";
import { type RunningWeb, startWeb } from "./running-web.ts";

let web: RunningWeb;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.bot.stop());

const ask = async (body: unknown, headers: Record<string, string> = {}) => {
  const response = await web.post("/api/ask", body, headers);
  return { status: response.status, body: await replyOf(response) };
};

describe("POST /api/ask", () => {
  it("answers with the quoted words, where they stand, and a message to show", async () => {
    const { status, body } = await ask({ question: "보레알리아 어획량은 몇 톤이야?", unknown: 1 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ question: "보레알리아 어획량은 몇 톤이야?", status: "answered", suggestions: [] });
    expect(body.answer).toContain("4만 2천 톤");
    const quotes = new Map(body.citations.map((each) => [each.number, each.quote]));
    for (const { text, citation } of body.sentences) expect(quotes.get(citation)).toContain(text);
    expect(body.message).toMatchObject({ notice: null, lead: null, caveat: null, text: body.answer });
    expect(body.message.sources[0]).toMatchObject({
      number: 1,
      text: "출처 [1] 보레알리아 어업 협정 › 보레알리아 어획량 · 4일 전 (2026-11-18)",
      url: "https://example.org/borealia?a=1&b=2",
    });
  });

  it("says where the quote stands, so that it can be marked in its section", async () => {
    const { body } = await ask({ question: "보레알리아 어획량 조사는 누가 맡았어?" });
    const marked: string[] = [];
    for (const { quoted } of body.message.sources) {
      const query = new URLSearchParams({ article: quoted.articleId, section: quoted.sectionId });
      const { section } = await replyOf(await web.get(`/api/articles/section?${query}`));
      const text = quoted.footnote
        ? section.footnotes.find(({ mark }) => mark === quoted.footnote)?.text
        : section.body;
      for (const { start, end } of quoted.places) marked.push(text?.slice(start, end) ?? "");
    }
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.toSorted()).toEqual(body.citations.map(({ quote }) => quote).toSorted());
  });

  it("has the fields of `ask --json`", async () => {
    const { body } = await ask({ question: "영국산 자동차 관세는 얼마야?" });
    const fields =
      "question status courtesy answer sentences citations quotedLists inSeveralPlaces differ unsure onlyFirst onlyTwo fromAnotherArticle notThat writtenThen hits suggestions confidence understoodAs readAs correctedWords";
    expect(Object.keys(body).sort()).toEqual([...fields.split(" "), "tookMs", "message"].sort());
  });

  it("meets a greeting with what can be asked, in the reader's language", async () => {
    const { body } = await ask({ question: "안녕하세요!" });
    expect(body).toMatchObject({ status: "not-found", courtesy: "greeting", citations: [] });
    expect(body.message.lead).toContain("안녕하세요.");
    expect(body.message.suggestions).toHaveLength(2);
    const examples = body.answer.split("\n").flatMap((line: string) => (line.startsWith("• ") ? line.slice(2) : []));
    expect(examples).toHaveLength(2);
    for (const question of [
      ...examples,
      ...body.message.suggestions.map((each: { question: string }) => each.question),
    ])
      expect((await ask({ question })).body.status).not.toBe("not-found");
    expect((await ask({ question: "help", lang: "en" })).body.message.lead).toContain("I look for the sentences");
  });

  it("names an empty section as empty", async () => {
    const { body } = await ask({ question: "프랑스와는 어떻게 됐어?" });
    expect(body).toMatchObject({ status: "empty-section", sentences: [], citations: [] });
    expect(body.message.lead).toBe("'3.2 프랑스' 항목은 있지만 아직 내용이 없어요.");
  });

  it("says that the documents don't answer, with sections that can be asked about", async () => {
    const { body } = await ask({ question: "보레알리아 대통령의 생일은 언제야?" });
    expect(body).toMatchObject({ status: "not-found", sentences: [], citations: [] });
    expect(body.message.lead).toBe("문서에서 답을 찾지 못했어요.");
    expect(body.message.suggestions.length).toBeGreaterThan(0);
    for (const { question, sectionId } of body.message.suggestions) {
      const asked = (await ask({ question })).body;
      const named = [...asked.citations, ...asked.suggestions, ...asked.hits.slice(0, 1)];
      expect(named.map((each) => each.sectionId)).toContain(sectionId);
    }
  });

  it("remembers the talk that a conversation names, and no other", async () => {
    await ask({ question: "영국산 자동차 관세는 얼마야?", conversation: "a" });
    const inTalk = (await ask({ question: "프랑스는?", conversation: "a" })).body;
    const alone = (await ask({ question: "프랑스는?", conversation: 7 })).body;
    expect(inTalk.understoodAs).toContain("자동차");
    expect(alone.understoodAs).toBe("프랑스는?");
  });

  it("frames the answer in the language that was chosen, else in the question's", async () => {
    const question = "남극 펭귄은 몇 마리야?";
    expect((await ask({ question, lang: "en" })).body.message.lead).toBe("The documents don't answer this.");
    expect((await ask({ question })).body.message.lead).toBe("문서에서 답을 찾지 못했어요.");
  });

  it("explains where that is asked for, in data and in the reader's words", async () => {
    const question = "보레알리아 어획량은 몇 톤이야?";
    const { message: plain, ...without } = (await ask({ question })).body;
    expect(without).not.toHaveProperty("explanation");
    const { explanation, message, ...answer } = (await ask({ question, explain: true, lang: "en" })).body;
    expect({ ...answer, tookMs: 0 }).toEqual({ ...without, tookMs: 0 });
    expect(explanation.decision).toMatchObject({ status: "answered", reason: "sure" });
    expect(explanation.sections.map(({ sectionId }) => sectionId)).toEqual(
      expect.arrayContaining(answer.hits.map(({ sectionId }) => sectionId)),
    );
    expect(message.text).toBe(plain.text);
    expect(message.explanation.map(({ title }) => title)).toContain("Best sentences");
  });

  it("explains a follow-up by the answer it followed, and keeps nothing of that", async () => {
    const conversation = "explained";
    const { exchange } = (await ask({ question: "영국산 자동차 관세는 얼마야?", conversation })).body;
    const followed = (await ask({ question: "프랑스는?", conversation })).body;
    const explained = (await ask({ question: "프랑스는?", after: exchange, explain: true })).body;
    expect(explained.understoodAs).toBe(followed.understoodAs);
    expect(explained.explanation.readings).toContainEqual(
      expect.objectContaining({ text: followed.understoodAs, taken: true }),
    );
    expect(explained).not.toHaveProperty("exchange");
    expect((await ask({ question: "그럼 독일은?", conversation })).body.understoodAs).toContain("자동차");
  });

  it.each([
    [{}, 400, "no-question"],
    [{ question: "  " }, 400, "no-question"],
    [{ question: 5 }, 400, "no-question"],
    [{ question: "가".repeat(2001) }, 400, "question-too-long"],
    [{ question: "관세", conversation: {} }, 400, "invalid-conversation"],
    [{ question: "관세", conversation: "a".repeat(101) }, 400, "invalid-conversation"],
    [{ question: "관세", lang: "fr" }, 400, "invalid-lang"],
    [{ question: "관세", after: 5 }, 400, "invalid-after"],
    [{ question: "관세", after: "a".repeat(101) }, 400, "invalid-after"],
    [{ question: "관세", explain: "yes" }, 400, "invalid-explain"],
    ["[1]", 400, "invalid-json"],
    ["{", 400, "invalid-json"],
    ["", 400, "invalid-json"],
    [{ question: "관세", padding: "x".repeat(16_400) }, 413, "body-too-large"],
  ])("refuses %o", async (body, status, code) => {
    const refused = await ask(body);
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
    expect(refused.body.error.message).toMatch(/요\.$/);
  });

  it("takes a question of 2000 characters", async () => {
    expect((await ask({ question: "관세".repeat(1000) })).status).toBe(200);
  });

  it("refuses a body that grows too large on its way", async () => {
    const chunks = async function* () {
      for (let i = 0; i < 40; i++) yield new TextEncoder().encode("x".repeat(1024));
    };
    const response = await fetch(`${web.base}/api/ask`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: ReadableStream.from(chunks()),
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])("refuses %s", async (type) => {
    const refused = await ask({ question: "관세" }, { "Content-Type": type });
    expect([refused.status, refused.body.error.code]).toEqual([415, "not-json"]);
  });

  it.each([
    [{ "Accept-Language": "en-GB,ko;q=0.5" }, {}, "There is no question."],
    [{ "Accept-Language": "fr, ko;q=0.2, en;q=0.1" }, {}, "질문이 없어요."],
    [{ "Accept-Language": "ko" }, { lang: "en" }, "There is no question."],
  ])("tells what is wrong in the reader's language: %o %o", async (headers, body, message) => {
    expect((await ask(body, headers)).body.error.message).toContain(message);
  });
});

describe("GET /api/articles", () => {
  it("lists the documents with dates and sections, empty ones marked", async () => {
    const { articles } = await replyOf(await web.get("/api/articles?lang=en"));
    const titles = articles.map((article) => article.title);
    expect(titles.length).toBe(18);
    const linked = articles.find((article) => article.title === "보레알리아 어업 협정");
    expect(linked).toMatchObject({ source: "web", age: { date: "2026-11-18", ago: "4 days ago", old: false } });
    expect(linked?.sections.map(({ name, empty }) => [name, empty])).toEqual([
      ["보레알리아 어획량", false],
      ["보레알리아 벌금", true],
    ]);
    const wiki = articles.find((article) => article.title === "미국 행정부 국가별 외교");
    const isEmpty = (name: string) => wiki?.sections.find((each) => each.name === name)?.empty;
    expect([isEmpty("3.2 프랑스"), isEmpty("3 유럽"), isEmpty("3.1 영국"), wiki?.age]).toEqual([
      true,
      false,
      false,
      null,
    ]);
  });

  it("lists the newest only where that is asked for", async () => {
    const { articles } = await replyOf(await web.get("/api/articles?newest=2"));
    expect(articles.map(({ age }) => age?.date)).toEqual(["2026-11-20", "2026-11-18"]);
  });

  it("gives a section whole, with its notes", async () => {
    const { articles } = await replyOf(await web.get("/api/articles"));
    const linked = articles.find((article) => article.title === "보레알리아 어업 협정");
    const query = new URLSearchParams({ article: linked?.id ?? "", section: linked?.sections[0]?.id ?? "" });
    const { section } = await replyOf(await web.get(`/api/articles/section?${query}`));
    expect(section).toMatchObject({ name: "보레알리아 어획량", empty: false });
    expect(section.footnotes).toEqual([{ mark: "1", text: "보레알리아 어획량 조사는 카스토르연구소가 맡았다." }]);
  });

  it.each([
    ["/api/articles?newest=abc", 400, "invalid-newest", "1부터의 정수"],
    ["/api/articles?newest=0", 400, "invalid-newest", "1부터의 정수"],
    ["/api/articles?newest=-1&lang=en", 400, "invalid-newest", "whole number from 1 up"],
    ["/api/articles?newest=", 400, "invalid-newest", "1부터의 정수"],
    ["/api/articles?lang=fr", 400, "invalid-lang", '"lang"'],
    ["/api/articles/section?article=x&section=y&lang=fr", 400, "invalid-lang", '"lang"'],
    ["/api/articles/section?section=y", 400, "no-article", '"article"'],
    ["/api/articles/section?article=x", 400, "no-section", '"section"'],
    ["/api/articles/section?article=x&section=y", 404, "section-gone", ""],
  ])("refuses %s", async (path, status, code, message) => {
    const response = await web.get(path);
    const { error } = await replyOf(response);
    expect([response.status, error.code]).toEqual([status, code]);
    expect(error.message).toContain(message);
  });
});

describe("POST /api/feedback", () => {
  const feedback = { key: "k1", question: "관세는?", answer: "25%. [1]", helpful: false };

  it("is stored when it is answered, once for a key", async () => {
    for (const reason of [undefined, "", "날짜가 없어요"]) {
      const response = await web.post("/api/feedback", { ...feedback, reason });
      expect([response.status, await response.json()]).toEqual([200, { stored: true }]);
    }
    expect(await web.feedback.feedback(10)).toEqual([
      { ...feedback, key: "web:k1", person: null, reason: "날짜가 없어요", givenAt: "2026-11-22T03:00:00.000Z" },
    ]);
  });

  it.each([
    { ...feedback, key: undefined },
    { ...feedback, key: "k".repeat(101) },
    { ...feedback, helpful: "yes" },
    { ...feedback, answer: "" },
    { ...feedback, reason: 5 },
    { ...feedback, reason: "x".repeat(1001) },
    { ...feedback, question: "" },
  ])("refuses %o", async (body) => {
    expect((await web.post("/api/feedback", body)).status).toBe(400);
  });
});
