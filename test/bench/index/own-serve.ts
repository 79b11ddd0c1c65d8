// A process of `npm run bench -- index`: our index answers from what was kept, alone and while articles arrive.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import { DEFAULT_THRESHOLD } from "../../../src/answers/confidence/threshold.ts";
import { answerQuestion, createDocuments } from "../../../src/answers/engine.ts";
import { quantile } from "../../../src/evaluation/metrics.ts";
import { keepFresh, startIndex } from "../../../src/flows/refresh-index.ts";
import type { Logger } from "../../../src/ports/runtime.ts";
import { readQuery } from "../../../src/search/query.ts";
import { memoryMb, report, residentMb, timeQuestions } from "./figures.ts";
import { lexicon } from "./lexicon.ts";
import { databaseAt, ownIndexAt, watchBlocks } from "./own-place.ts";

/** As many as an answer looks at. */
const LIMIT = 20;
const LOAD_SECONDS = 30;
const ASKS_A_SECOND = 100;
const ARRIVALS_A_SECOND = 20;

// The bot's clock keeps no process alive.
const alive = setInterval(() => {}, 1000);
const beforeMb = memoryMb();
const [folder = "", which = ""] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(join(folder, "questions.json"), "utf8")) as string[];
const store = await databaseAt(folder);
const { index, keeper } = ownIndexAt(folder, store);
const { refused } = await startIndex(index, store, keeper);
if (refused !== null) throw new Error(refused);
// A bot looks for a threshold of the index between questions.
const knowledge = { ...createDocuments(index, lexicon), threshold: () => DEFAULT_THRESHOLD };
const ask = (question: string) => answerQuestion(question, null, knowledge);
ask(questions[0] ?? "");
const firstAnswerMs = performance.now();
if (which === "start") {
  report({ "start to first answer": firstAnswerMs });
  process.exit();
}
const memory = memoryMb() - beforeMb;
const resident = residentMb();

const queries = new Map(questions.map((question) => [question, readQuery(question, lexicon)]));
const search = await timeQuestions("search", questions, (question) => {
  const query = queries.get(question);
  return query && index.find(query, { limit: LIMIT });
});
const asks = await timeQuestions("ask", questions, ask);
const startedMs = performance.now();
for (const question of questions) ask(question);
const asksPerSecond = (1000 * questions.length) / (performance.now() - startedMs);

report({
  "start to first answer": firstAnswerMs,
  memory,
  "resident set": resident,
  ...search,
  ...asks,
  "asks a second": asksPerSecond,
  ...(await underLoad()),
});
await keeper.close();
await store.close();
clearInterval(alive);

/** Questions and new articles at steady rates; every third article replaces an older one. */
async function underLoad() {
  const log: Logger = { debug() {}, info() {}, warn: console.warn, error: console.error };
  const freshness = keepFresh(index, store, keeper, { clock: systemClock, log });
  const asked: number[] = [];
  const answerable: number[] = [];
  const longestBlock = watchBlocks();
  const arrivals = every(1000 / ARRIVALS_A_SECOND, async (number) => {
    const known = index.article(`bench/${(number * 37) % 200}`);
    if (!known) return;
    const id = number % 3 === 0 ? known.id : `bench/new/${number}`;
    const title = `${known.title} ${number}호`;
    const sections = known.sections.map((section, place) => ({
      ...section,
      id: `${number}new${place}`.padStart(16, "0"),
    }));
    const changed = [{ article: { ...known, id, title, sections }, contentHash: title }];
    await store.commit({ name: "bench", location: "bench" }, changed, []);
    const committedMs = performance.now();
    freshness.wake();
    // Looked for each millisecond: without a pause that would take more of the processor than the arrival does.
    while (index.article(id)?.title !== title) await new Promise((resolve) => setTimeout(resolve, 1));
    answerable.push(performance.now() - committedMs);
  });
  const questioning = every(1000 / ASKS_A_SECOND, async (number) => {
    const dueMs = performance.now();
    ask(questions[number % questions.length] ?? "");
    asked.push(performance.now() - dueMs);
  });
  await new Promise((resolve) => setTimeout(resolve, LOAD_SECONDS * 1000));
  await Promise.all([arrivals(), questioning()]);
  const block = longestBlock();
  await freshness.stop();
  return {
    "arrival to answerable p50": quantile(0.5, answerable),
    "arrival to answerable p99": quantile(0.99, answerable),
    "longest block under load": block,
    "ask under load p50": quantile(0.5, asked),
    "ask under load p99": quantile(0.99, asked),
  };
}

/** Runs `work` again and again, and says when the last one has ended. */
function every(intervalMs: number, work: (number: number) => Promise<void>): () => Promise<void> {
  const running: Promise<void>[] = [];
  const timer = setInterval(() => running.push(work(running.length)), intervalMs);
  return async () => {
    clearInterval(timer);
    await Promise.all(running);
  };
}
