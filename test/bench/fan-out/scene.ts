import { createInProcessQueue } from "../../../adapters/queue/in-process-queue.ts";
import { openSqliteStore } from "../../../adapters/store/sqlite.ts";
import { createAudience } from "../../../src/alerts/audience.ts";
import { EVERYTHING } from "../../../src/alerts/topic.ts";
import type { Article } from "../../../src/documents/article.ts";
import { createDelivery, DELIVER_ALERTS, type Delivery } from "../../../src/flows/deliver-alerts.ts";
import type { AlertStore } from "../../../src/ports/alert-store.ts";
import type { Clock, Logger } from "../../../src/ports/runtime.ts";
import { parseLexicon } from "../../../src/text/lexicon.ts";
import { eventClock } from "./event-clock.ts";
import { places } from "./limits.ts";
import type { Platform, Seen } from "./platforms.ts";

/** As many as a process delivers at once. */
const AT_ONCE = 32;
// PostgreSQL and a worker on two cores: a take 3 ms, a settlement with what is read before it 2 ms, 370 alerts a second.
const DATABASE_PLACES = 3;
const TAKE_MS = 3;
const SETTLE_MS = 2;
const ORIGIN = { name: "섬 신문", location: "bench" };
const ARTICLE: Article = {
  id: "news",
  source: "섬 신문",
  title: "소금 소식",
  url: null,
  categories: [],
  publishedAt: null,
  lang: "ko",
  sections: [
    {
      id: "news#1",
      role: "lead",
      number: null,
      heading: "",
      headingPath: [],
      body: "섬의 소식이다. 소금 값이 올랐다.",
      fingerprints: ["f"],
      footnotes: [],
    },
  ],
};
const log: Logger = { debug() {}, info() {}, warn() {}, error: console.error };
const { lexicon } = parseLexicon("", "");

export interface FanOut {
  readonly channels: readonly string[];
  readonly workers: number;
  readonly platform: (clock: Clock) => Platform;
  /** Simulated time that nobody waits beyond. */
  readonly mostMs: number;
}

export interface Outcome {
  /** Seconds from the commit to a post, by channel, ascending. */
  readonly seconds: readonly number[];
  readonly seen: Seen;
  /** How often an alert was taken. */
  readonly takes: number;
  readonly databaseBusy: number;
  /** Until all had it, or nobody waited any more. */
  readonly tookSeconds: number;
}

/** One article that all of these channels want, from its commit to the last post. */
export async function fanOut({ channels, workers, platform: openPlatform, mostMs }: FanOut): Promise<Outcome> {
  const startMs = Date.parse("2026-11-22T03:00:00Z");
  const clock = eventClock(startMs);
  const store = await openSqliteStore(":memory:", clock.now);
  const platform = openPlatform(clock);
  await tell(channels, store);
  const database = places(clock, DATABASE_PLACES);
  let takes = 0;
  const slowStore = {
    ...store,
    takeAlert: async (...args: Parameters<AlertStore["takeAlert"]>) => {
      await database.use(TAKE_MS);
      const taken = await store.takeAlert(...args);
      if (taken?.kind === "taken") takes++;
      return taken;
    },
    settleAlert: async (...args: Parameters<AlertStore["settleAlert"]>) => {
      await database.use(SETTLE_MS);
      return store.settleAlert(...args);
    },
  };
  const queue = createInProcessQueue({}, { clock, log });
  const deliveries = Array.from({ length: workers }, () =>
    createDelivery({ store: slowStore, queue, senders: [platform.connect()], lexicon, clock, log }),
  );
  await queue.start(new Map([[DELIVER_ALERTS, leastBusy(deliveries)]]), new Map([[DELIVER_ALERTS, AT_ONCE * workers]]));
  for (const delivery of deliveries) delivery.dispatch();
  await clock.run(() => platform.seen.postedAtMs.size >= channels.length || clock.now() >= startMs + mostMs);
  const tookMs = clock.now() - startMs;
  const seconds = [...platform.seen.postedAtMs.values()].map((ms) => (ms - startMs) / 1000).toSorted((a, b) => a - b);
  const seen = { ...platform.seen };
  const databaseBusy = database.busyShare(tookMs);
  let isEnded = false;
  const ended = Promise.all(deliveries.map((delivery) => delivery.stop())).then(() => {
    isEnded = true;
  });
  await clock.run(() => isEnded);
  await ended;
  await store.close();
  return { seconds, seen, takes, databaseBusy, tookSeconds: tookMs / 1000 };
}

async function tell(channels: readonly string[], store: Awaited<ReturnType<typeof openSqliteStore>>): Promise<void> {
  const facts = {
    place: "bench",
    topic: EVERYTHING,
    mention: null,
    locale: "ko",
    createdBy: "x",
    paused: null,
  } as const;
  for (const channel of channels) {
    await store.putSubscription({ ...facts, id: channel, channel, createdAt: new Date(0).toISOString() }, 20);
  }
  const telling = { audience: createAudience(lexicon), isNews: true };
  await store.commit(ORIGIN, [{ article: ARTICLE, contentHash: "1" }], [], telling);
}

/** As workers that share a queue: one that has room takes the next job. */
function leastBusy(deliveries: readonly Delivery[]) {
  const inHand = deliveries.map(() => 0);
  return async (channel: string) => {
    const worker = inHand.indexOf(Math.min(...inHand));
    inHand[worker] = (inHand[worker] ?? 0) + 1;
    await deliveries[worker]?.deliver(channel);
    inHand[worker] = (inHand[worker] ?? 0) - 1;
  };
}
