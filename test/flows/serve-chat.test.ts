import { beforeEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { createAssistant } from "../../src/flows/answer-question.ts";
import { createLibrary } from "../../src/flows/browse-library.ts";
import { knowIndex } from "../../src/flows/know-index.ts";
import { createSettings } from "../../src/flows/manage-settings.ts";
import { createChatDesk } from "../../src/flows/serve-chat.ts";
import type { ChatDesk, ChatQuestion } from "../../src/ports/chat-desk.ts";
import type { RateLimit } from "../../src/ports/rate-limit.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import type { Settings } from "../../src/ports/settings.ts";
import type { Store } from "../../src/ports/store.ts";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { parseLexicon } from "../../src/text/lexicon.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";

const HOUR_MS = 3_600_000;
const { lexicon } = parseLexicon("# --- countries ---\n대만\tTaiwan\n일본\tJapan", "");

let nowMs = Date.parse("2026-11-22T03:00:00Z");
let store: Store;
let chat: ChatDesk;
let settings: Settings;
let ready = true;
let wait: number | null = null;
const taken: string[] = [];

/** What is asked of the store is always there in time. */
const clock: Clock = { now: () => nowMs, sleep: () => new Promise(() => {}), every: () => async () => {} };
const rateLimit: RateLimit = {
  async take(key, perMinute) {
    taken.push(`${key} of ${perMinute}`);
    return wait;
  },
  close: async () => {},
};

beforeEach(async () => {
  [ready, wait] = [true, null];
  taken.length = 0;
  store = await openSqliteStore(":memory:", clock.now);
  const index = createInMemoryIndex(lexicon, [
    sampleArticle("a", { 대만: "대만은 국방비를 10%로 올렸다.", 일본: "일본은 국방비를 2%로 올렸다." }),
    sampleArticle("b", { 대만: "대만은 국방비를 늘 미뤄 왔다." }),
  ]);
  settings = createSettings(store, clock);
  const library = createLibrary(index, clock, () => nowMs);
  const assistant = createAssistant(knowIndex(index, lexicon), { store, clock, timeZone: "Asia/Seoul", library });
  chat = createChatDesk({ assistant, library, settings, rateLimit, store, lexicon, ready: () => ready });
});

const question = (text: string, more: Partial<ChatQuestion> = {}): ChatQuestion => ({
  text,
  person: "test:1",
  place: "test:guild",
  conversation: "test:talk",
  ...more,
});

async function answered(text: string, more: Partial<ChatQuestion> = {}) {
  const outcome = await chat.ask(question(text, more));
  if (outcome.kind !== "answer") throw new Error(`Not an answer: ${outcome.kind}`);
  return outcome.exchange;
}

const textOf = ({ answer }: Awaited<ReturnType<typeof answered>>) => answer.sentences.map(({ text }) => text).join(" ");

describe("a question", () => {
  it("is answered and kept, for the buttons under the answer", async () => {
    const exchange = await answered("대만 국방비는 몇 %야?");
    expect(textOf(exchange)).toContain("10%");
    expect(await chat.exchange(exchange.id)).toMatchObject({ person: "test:1", answer: exchange.answer });
    expect(await chat.isTalk("test:talk")).toBe(true);
    expect(await chat.isTalk("test:other")).toBe(false);
    expect((await chat.recent("test:1", 5)).map(({ id }) => id)).toEqual([exchange.id]);
  });

  it("follows the talk it belongs to, for a day", async () => {
    await answered("대만 국방비는 몇 %야?");
    expect(textOf(await answered("그럼 일본은?"))).toContain("2%");
    expect((await answered("그럼 일본은?", { conversation: "test:elsewhere" })).answer.understoodAs).toBe(
      "그럼 일본은?",
    );
    nowMs += 25 * HOUR_MS;
    expect((await answered("그럼 대만은?")).answer.understoodAs).toBe("그럼 대만은?");
  });

  it.each(["안녕하세요", "도움말"])("that is none (%s) is met with sections to ask about", async (text) => {
    const { answer } = await answered(text);
    expect(answer).toMatchObject({ status: "not-found", citations: [] });
    expect(answer.suggestions.map(({ articleId, headingPath }) => [articleId, ...headingPath])).toEqual([
      ["a", "대만"],
      ["b", "대만"],
    ]);
  });

  it("goes on from before the thanks for an answer", async () => {
    await answered("대만 국방비는 몇 %야?");
    expect((await answered("고마워요!")).answer.suggestions).toEqual([]);
    expect(textOf(await answered("그럼 일본은?"))).toContain("2%");
  });

  it("follows the answer it names rather than the last one of the talk", async () => {
    const first = await answered("대만 국방비는 몇 %야?");
    await answered("일본은 무엇을 했어?", { conversation: "test:other" });
    const after = await answered("그럼 일본은?", { conversation: "test:other", after: first.id });
    expect(after.answer.understoodAs).toContain("국방비");
  });

  it("is answered from one article where one is named", async () => {
    expect(textOf(await answered("대만 국방비는?", { articleId: "b" }))).toContain("미뤄");
    expect(textOf(await answered("대만 국방비는 몇 %야?", { articleId: "a" }))).toContain("10%");
  });

  it("is answered from the article it is about first, from all where that says nothing, and kept once", async () => {
    const first = await answered("대만 국방비는?", { firstArticleId: "b" });
    expect([textOf(first), first.articleId]).toEqual([expect.stringContaining("미뤄"), "b"]);
    const other = await answered("일본 국방비는 몇 %야?", { firstArticleId: "b", conversation: "test:two" });
    expect([textOf(other), other.articleId]).toEqual([expect.stringContaining("2%"), null]);
    const gone = await answered("일본 국방비는 몇 %야?", { firstArticleId: "gone", conversation: "test:three" });
    expect(textOf(gone)).toContain("2%");
    expect((await chat.recent("test:1", 9)).length).toBe(3);
  });

  it("is not asked where it is empty, too long, too early or too much", async () => {
    expect(await chat.ask(question(" \n "))).toEqual({ kind: "no-question" });
    expect(await chat.ask(question("가".repeat(2001)))).toEqual({ kind: "too-long", most: 2000 });
    wait = 20;
    expect(await chat.ask(question("대만은?"))).toEqual({ kind: "too-many", waitSeconds: 20 });
    ready = false;
    expect(await chat.ask(question("대만은?"))).toEqual({ kind: "not-ready" });
    expect(await chat.recent("test:1", 5)).toEqual([]);
  });

  it("is counted by person and place, with the place's limit", async () => {
    await settings.change("test:guild", { questionsPerMinute: 3 }, "test:9");
    await answered("대만은?");
    await answered("대만은?", { place: "test:dm", person: "test:2" });
    expect(taken).toEqual(["question:test:guild:test:1 of 3", "question:test:dm:test:2 of 10"]);
  });
});

describe("looking up", () => {
  it("says what the documents say on each claim, and keeps nothing", async () => {
    const outcome = await chat.lookUp("대만이 국방비를 10%로 올렸다. 안녕!", "test:1", "test:guild");
    if (outcome.kind !== "looked-up") throw new Error(outcome.kind);
    expect(outcome.found.map(({ claim }) => claim)).toEqual(["대만이 국방비를 10%로 올렸다."]);
    expect(outcome.found[0]?.answer.sentences[0]?.text).toContain("10%");
    expect(await chat.recent("test:1", 5)).toEqual([]);
  });

  it("stops after five claims and says how many are left", async () => {
    const text = [1, 2, 3, 4, 5, 6, 7].map((n) => `대만은 국방비를 ${n}%로 올렸다.`).join("\n");
    expect(await chat.lookUp(text, "test:1", "test:guild")).toMatchObject({ kind: "looked-up", left: 2 });
  });
});

describe("what is kept of a person", () => {
  it("is what they thought, once for an answer", async () => {
    const { id } = await answered("대만 국방비는 몇 %야?");
    expect(await chat.giveFeedback(id, "test:2", true, null)).toBe(true);
    expect(await chat.giveFeedback(id, "test:2", false, "오래됐어요")).toBe(true);
    expect(await store.feedback(5)).toMatchObject([{ person: "test:2", helpful: false, reason: "오래됐어요" }]);
    expect(await chat.giveFeedback("nothing", "test:2", true, null)).toBe(false);
  });

  it("goes with what others thought of their answers, which repeats their question", async () => {
    const { id } = await answered("대만 국방비는 몇 %야?");
    await chat.giveFeedback(id, "test:2", true, null);
    expect(await chat.forget("test:1")).toBe(2);
    expect(await store.feedback(5)).toEqual([]);
  });

  it("goes when they ask for it", async () => {
    const { id } = await answered("대만 국방비는 몇 %야?");
    await chat.giveFeedback(id, "test:1", true, null);
    await answered("일본은?", { person: "test:2", conversation: "test:two" });
    expect(await chat.forget("test:1")).toBe(2);
    expect(await chat.forget("test:1")).toBe(0);
    expect([await chat.exchange(id), await store.feedback(5)]).toEqual([null, []]);
    expect((await chat.recent("test:2", 5)).length).toBe(1);
  });
});
