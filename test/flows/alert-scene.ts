import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { createAudience } from "../../src/alerts/audience.ts";
import { EVERYTHING, type Topic } from "../../src/alerts/topic.ts";
import type { Article } from "../../src/documents/article.ts";
import { createDelivery, DELIVER_ALERTS, type Delivery } from "../../src/flows/deliver-alerts.ts";
import type { Alert, AlertSender, FindOutcome, SendOutcome } from "../../src/ports/alert-sender.ts";
import type { JobQueue } from "../../src/ports/job-queue.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Subscription } from "../../src/ports/subscription-store.ts";
import { parseLexicon } from "../../src/text/lexicon.ts";

export const { lexicon } = parseLexicon("# --- countries ---\n캐나다\tCanada\n대만\tTaiwan", "");
export const HOUR_MS = 3_600_000;

/** What becomes of one send: posted or not, and what the bot hears of it. */
export type Fate = (alert: Alert) => { readonly isPosted: boolean; readonly outcome: SendOutcome };

export const sent: Fate = ({ id }) => ({ isPosted: true, outcome: { kind: "sent", messageRef: `message of ${id}` } });
export const answerLost: Fate = () => ({ isPosted: true, outcome: { kind: "uncertain", why: "timeout" } });
export const neverArrived: Fate = () => ({ isPosted: false, outcome: { kind: "uncertain", why: "timeout" } });
export const later =
  (notBeforeMs: number | null): Fate =>
  () => ({ isPosted: false, outcome: { kind: "retry", notBeforeMs, why: "429" } });
export const rejected: Fate = () => ({
  isPosted: false,
  outcome: { kind: "rejected", reason: "no-permission", why: "50013" },
});

interface Recorded {
  readonly posts: readonly { readonly alert: Alert; readonly atMs: number }[];
  sends: number;
  finds: number;
  fate: Fate;
  /** Of the next sends, before `fate` counts. */
  next: Fate[];
  /** What looking for an alert says, where it is not to tell the truth. */
  found: FindOutcome | null;
  texts(): string[];
  readonly sender: AlertSender;
}

/** A platform that keeps what was posted, and answers as it is told. */
export function recordingPlatform(clock: Clock, options: { paceMs?: number; repeatableForMs?: number } = {}) {
  const { paceMs = 0, repeatableForMs = 0 } = options;
  const posts: { readonly alert: Alert; readonly atMs: number }[] = [];
  const platform: Recorded = {
    posts,
    sends: 0,
    finds: 0,
    fate: sent,
    next: [],
    found: null,
    texts: () => posts.map(({ alert }) => `${alert.channel} ${textOf(alert)}`),
    sender: {
      platform: "test",
      paceMs,
      repeatableForMs,
      async send(alert) {
        platform.sends++;
        const known = posts.find((post) => post.alert.id === alert.id);
        if (known && clock.now() - known.atMs < repeatableForMs) return sent(alert).outcome;
        const { isPosted, outcome } = (platform.next.shift() ?? platform.fate)(alert);
        if (isPosted) posts.push({ alert, atMs: clock.now() });
        return outcome;
      },
      async find({ id }, { sinceMs }) {
        platform.finds++;
        if (platform.found) return platform.found;
        const known = posts.find((post) => post.alert.id === id && post.atMs >= sinceMs);
        return known ? { kind: "found", messageRef: `message of ${id}` } : { kind: "none" };
      },
    },
  };
  return platform;
}

function textOf({ content }: Alert): string {
  return content.kind === "article" ? content.article.title : content.kind;
}

interface Added {
  readonly name: string;
  readonly id: string;
  readonly notBeforeMs: number;
}

/** A store, a platform and processes that deliver, on a clock that stands until it is moved. */
export async function alertScene(options: { paceMs?: number; repeatableForMs?: number } = {}) {
  let nowMs = Date.parse("2026-11-22T03:00:00Z");
  const clock: Clock = { now: () => nowMs, sleep: async () => {}, every: () => async () => {} };
  const store = await openSqliteStore(":memory:", clock.now);
  const platform = recordingPlatform(clock, options);
  const audience = createAudience(lexicon);
  const said: string[] = [];
  const note = (message: string, facts?: unknown) => void said.push(`${message} ${JSON.stringify(facts ?? {})}`);
  const log: Logger = { debug: note, info: note, warn: note, error: (message) => note(`ERROR ${message}`) };
  let jobs: Added[] = [];
  /** Keeps what it is told; nothing runs by itself. */
  const queue: JobQueue = {
    async add(name, id, { notBeforeMs = 0 } = {}) {
      if (!jobs.some((job) => job.name === name && job.id === id && job.notBeforeMs <= notBeforeMs))
        jobs.push({ name, id, notBeforeMs });
    },
    every: async () => {},
    start: async () => {},
    stop: async () => {},
  };
  const process = (itsStore: Store = store, senders: readonly AlertSender[] = [platform.sender]) =>
    createDelivery({ store: itsStore, queue, senders, lexicon, clock, log });
  const iso = () => new Date(nowMs).toISOString();
  const scene = {
    clock,
    store,
    platform,
    audience,
    queue,
    log,
    said,
    process,
    iso,
    pass: (ms: number) => {
      nowMs += ms;
    },
    jobs: () => jobs,
    /** Everything that is due is delivered, and what comes of it. */
    async deliver(delivery: Delivery): Promise<void> {
      for (const channel of await delivery.due(iso(), 1000)) await queue.add(DELIVER_ALERTS, channel);
      for (let due = jobs.filter(isDue); due.length > 0; due = jobs.filter(isDue)) {
        jobs = jobs.filter((job) => !due.includes(job));
        for (const { id } of due) await delivery.deliver(id);
      }
    },
    /** Goes on until nothing waits any more. */
    async finish(delivery: Delivery, mostMs = 3 * HOUR_MS): Promise<void> {
      const endMs = nowMs + mostMs;
      for (; nowMs < endMs; nowMs = Math.max(nowMs + 1_000, Math.min(nowMs + 30_000, ...jobs.map(timeOf)))) {
        await scene.deliver(delivery);
        if ((await delivery.due(new Date(endMs).toISOString(), 1)).length === 0) break;
      }
    },
    subscribe(topic: Partial<Topic> = {}, more: Partial<Subscription> = {}) {
      const subscription: Subscription = {
        id: Math.random().toString(36).slice(2, 18).padEnd(16, "0"),
        channel: "test:1",
        place: "test:guild",
        topic: { ...EVERYTHING, ...topic },
        mention: null,
        locale: "ko",
        createdAt: iso(),
        createdBy: "test:person",
        paused: null,
        ...more,
      };
      return store.putSubscription(subscription, 100).then(() => subscription);
    },
    publish: (article: Article, origin = "소식", isNews = true) =>
      store.commit({ name: origin, location: `/srv/${origin}` }, [{ article, contentHash: article.title }], [], {
        audience,
        isNews,
      }),
  };
  const timeOf = ({ notBeforeMs }: Added) => notBeforeMs;
  const isDue = ({ name, notBeforeMs }: Added) => name === DELIVER_ALERTS && notBeforeMs <= nowMs;
  return scene;
}
