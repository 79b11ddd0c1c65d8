import { beforeEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { createAssistant } from "../../src/flows/answer-question.ts";
import { knowIndex } from "../../src/flows/know-index.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import type { Store } from "../../src/ports/store.ts";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { parseLexicon } from "../../src/text/lexicon.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";

const { lexicon } = parseLexicon("# --- countries ---\n대만\tTaiwan\n일본\tJapan\n");
const index = createInMemoryIndex(lexicon, [
  sampleArticle("a", { 대만: "대만은 국방비를 10%로 올렸다.", 일본: "일본은 국방비를 2%로 올렸다." }),
]);

let store: Store;
let passes: (() => void)[] = [];
const logged: string[] = [];
const clock: Clock = {
  now: () => Date.parse("2026-11-22T03:00:00Z"),
  sleep: () => new Promise((resolve) => passes.push(resolve)),
  every: () => async () => {},
};
const log = { error: (message: string) => void logged.push(message) };
const library = { examples: async () => [] };

beforeEach(async () => {
  store = await openSqliteStore(":memory:", clock.now);
  passes = [];
  logged.length = 0;
});

const assistantOver = (change: Partial<Store>) =>
  createAssistant(knowIndex(index, lexicon), {
    store: { ...store, ...change },
    clock,
    timeZone: "Asia/Seoul",
    library,
    log,
  });
const textOf = (asked: { answer: { sentences: readonly { text: string }[] } }) =>
  asked.answer.sentences.map(({ text }) => text).join(" ");
const full = () => Promise.reject(new Error("the disk is full"));
const away = () => new Promise<never>(() => {});

describe("a talk", () => {
  it("is remembered", async () => {
    const assistant = assistantOver({});
    expect(textOf(await assistant.ask({ question: "대만 국방비는 몇 %야?", conversation: "a" }))).toContain("10%");
    expect(textOf(await assistant.ask({ question: "그럼 일본은?", conversation: "a" }))).toContain("2%");
    expect(logged).toEqual([]);
  });

  it("that the store cannot keep is answered, and the log says so", async () => {
    const assistant = assistantOver({ putExchange: full });
    expect(textOf(await assistant.ask({ question: "대만 국방비는 몇 %야?", conversation: "a" }))).toContain("10%");
    expect(logged).toEqual(["A talk could not be remembered; the question was answered without"]);
  });

  it.each<[name: string, change: Partial<Store>]>([
    ["cannot be looked up", { lastOfConversation: full }],
    ["is away", { lastOfConversation: away, putExchange: away }],
  ])("is answered without what was said before where the store %s", async (_name, change) => {
    const asking = assistantOver(change).ask({ question: "대만 국방비는 몇 %야?", conversation: "a" });
    const waiting = setInterval(() => {
      for (const pass of passes.splice(0)) pass();
    }, 1);
    expect(textOf(await asking)).toContain("10%");
    clearInterval(waiting);
  });
});
