import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createInProcessQueue } from "../../adapters/queue/in-process-queue.ts";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { createAudience } from "../../src/alerts/audience.ts";
import { EVERYTHING } from "../../src/alerts/topic.ts";
import type { Article } from "../../src/documents/article.ts";
import { createDelivery, DELIVER_ALERTS } from "../../src/flows/deliver-alerts.ts";
import type { AlertSender } from "../../src/ports/alert-sender.ts";
import type { Logger } from "../../src/ports/runtime.ts";
import { parseLexicon } from "../../src/text/lexicon.ts";

// How long an alert takes from the commit of its article to the platform, and how 10,000 of them leave.

const CHANNELS = 10_000;
const SINGLE = 100;
/** What a platform takes to answer. */
const ANSWER_MS = 50;
const AT_ONCE = 32;

const folder = mkdtempSync(join(tmpdir(), "policydesk-bench-"));
const log: Logger = { debug() {}, info() {}, warn() {}, error: console.error };
const { lexicon } = parseLexicon("", "");
const audience = createAudience(lexicon);
const store = await openSqliteStore(join(folder, "policydesk.sqlite"), Date.now);
const queue = createInProcessQueue({}, { clock: systemClock, log });

const postedAtMs: number[] = [];
let peakHeap = 0;
const sender: AlertSender = {
  platform: "bench",
  paceMs: 0,
  repeatableForMs: 0,
  async send({ id }) {
    postedAtMs.push(performance.now());
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
    await setTimeout(ANSWER_MS);
    return { kind: "sent", messageRef: id };
  },
  find: async () => ({ kind: "none" }),
};
const delivery = createDelivery({ store, queue, senders: [sender], lexicon, clock: systemClock, log });
await queue.start(new Map([[DELIVER_ALERTS, delivery.deliver]]), new Map([[DELIVER_ALERTS, AT_ONCE]]));

const articleOf = (id: string): Article => ({
  id,
  source: "섬 신문",
  title: `소식 ${id}`,
  url: null,
  categories: [],
  publishedAt: null,
  lang: "ko",
  sections: [
    {
      id: `${id}#1`,
      role: "lead",
      number: null,
      heading: "",
      headingPath: [],
      body: `섬의 ${id}번째 소식이다. 소금 값이 올랐다.`,
      fingerprints: ["f"],
      footnotes: [],
    },
  ],
});

async function subscribe(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const id = `subscription${i}`;
    const facts = {
      id,
      channel: `bench:${i}`,
      place: "bench",
      topic: EVERYTHING,
      mention: null,
      locale: "ko",
    } as const;
    await store.putSubscription({ ...facts, createdAt: new Date(0).toISOString(), createdBy: "x", paused: null }, 20);
  }
}

/** Milliseconds from before the commit, and from after it, to the last of so many posts. */
async function publish(id: string, posts: number): Promise<{ commitMs: number; firstMs: number; lastMs: number }> {
  postedAtMs.length = 0;
  const startedMs = performance.now();
  const origin = { name: "섬 신문", location: "bench" };
  await store.commit(origin, [{ article: articleOf(id), contentHash: id }], [], { audience, isNews: true });
  const committedMs = performance.now();
  delivery.dispatch();
  while (postedAtMs.length < posts) await setTimeout(1);
  const [first = 0] = postedAtMs;
  return {
    commitMs: committedMs - startedMs,
    firstMs: first - committedMs,
    lastMs: (postedAtMs.at(-1) ?? 0) - committedMs,
  };
}

const heapMb = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const shown = (ms: number) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

await subscribe(1);
const single: number[] = [];
for (let i = 0; i < SINGLE; i++) single.push((await publish(`one-${i}`, 1)).firstMs);
single.sort((a, b) => a - b);
const quantile = (share: number) => single[Math.ceil(share * single.length) - 1] ?? 0;
console.log(
  `one channel, ${SINGLE} articles: commit to post p50 ${shown(quantile(0.5))}, p99 ${shown(quantile(0.99))}`,
);

await subscribe(CHANNELS);
const before = heapMb();
peakHeap = 0;
const { commitMs, firstMs, lastMs } = await publish("many", CHANNELS);
await setTimeout(ANSWER_MS * 4);
const seconds = lastMs / 1000;
console.log(
  `${CHANNELS} channels, an answer takes ${ANSWER_MS} ms, ${AT_ONCE} at once: commit ${shown(commitMs)}, first post ${shown(firstMs)}, all after ${seconds.toFixed(0)} s (${(CHANNELS / seconds).toFixed(0)}/s)`,
);
console.log(
  `heap before ${before.toFixed(0)} MB, peak ${(peakHeap / 2 ** 20).toFixed(0)} MB, after ${heapMb().toFixed(0)} MB`,
);

await delivery.stop();
await queue.stop();
await store.close();
rmSync(folder, { recursive: true, force: true });
