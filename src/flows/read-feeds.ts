import { contentHash } from "../documents/content-hash.ts";
import type { FeedItem } from "../documents/feed-item.ts";
import { itemDocument } from "../documents/feed-item-document.ts";
import { itemKeys } from "../documents/feed-item-keys.ts";
import { pageText } from "../documents/page-text.ts";
import { readFeed } from "../documents/read-feed.ts";
import type { InboxDocument } from "../ports/inbox-store.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import type { FeedState, Source } from "../ports/source-store.ts";
import type { Store } from "../ports/store.ts";
import type { Fetched, WebFetch } from "../ports/web-fetch.ts";
import { isoOf } from "../text/iso-of.ts";
import { shortHash } from "../text/short-hash.ts";
import { withWayIn } from "./let-in.ts";
import { PUBLISH_ARTICLE } from "./publish-article.ts";
import { nextStepMs, warnOfFailingFeed } from "./warn-of-failing-feed.ts";

export const READ_FEED = "read-feed";

const MINUTE_MS = 60_000;
/** Where a feed does not say how long it stays as it is. */
const READ_EVERY_MS = 5 * MINUTE_MS;
const LONGEST_PAUSE_MS = 24 * 60 * MINUTE_MS;
/** 5·2ⁿ minutes after n failures in a row. */
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";
/** A feed that is due for so long was not read because nothing was. */
const OFF_MS = 360 * MINUTE_MS;
/** Of two processes, at most; more is a clock that was set. */
const CLOCKS_DIFFER_MS = MINUTE_MS;
const NEVER: FeedState = {
  etag: null,
  lastModified: null,
  nextAt: null,
  failures: 0,
  lastError: null,
  readAt: null,
  firstReadAt: null,
  failingSince: null,
  warnedAt: null,
};

export interface FeedServices {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly fetch: Pick<WebFetch, "get">;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called when something was committed. */
  onCommit(): void;
}

/** Names of the feeds whose time has come. */
export async function dueFeeds(store: Store, nowIso: string): Promise<readonly string[]> {
  const due: string[] = [];
  for (const { name, kind, paused } of await store.sources()) {
    if (kind !== "feed" || paused) continue;
    if (isDue((await store.feedState(name)) ?? NEVER, Date.parse(nowIso))) due.push(name);
  }
  return due;
}

function isDue({ nextAt, readAt, failingSince }: FeedState, nowMs: number): boolean {
  if (nextAt === null || nextAt <= isoOf(nowMs)) return true;
  // The clock was ahead when it was read last, and so is the time at which it is to be read again.
  const ahead = isoOf(nowMs + CLOCKS_DIFFER_MS);
  return (readAt ?? "") > ahead || (failingSince ?? "") > ahead;
}

/** Else a feed that fails would stay due for as long as the clock was ahead. */
function withoutFuture(state: FeedState, nowIso: string): FeedState {
  const atMostNow = (at: string | null) => (at !== null && at > nowIso ? nowIso : at);
  const { readAt, failingSince, warnedAt } = state;
  return {
    ...state,
    readAt: atMostNow(readAt),
    failingSince: atMostNow(failingSince),
    warnedAt: atMostNow(warnedAt),
  };
}

/**
 * Reads one feed and puts what is new or changed in it into the inbox. Safe to run twice: items that are known by
 * their guid, address or text keep their articles. What goes wrong is kept with the feed, which is tried again later.
 */
export async function readFeedOf(name: string, services: FeedServices): Promise<void> {
  const { store, fetch, clock } = services;
  const source = (await store.sources()).find((each) => each.name === name);
  if (source?.kind !== "feed" || source.paused) return;
  const before = (await store.feedState(name)) ?? NEVER;
  // Counted from the beginning: what changes while it is read slowly must not wait for longer.
  const startedMs = clock.now();
  if (!isDue(before, startedMs)) return;
  const state = withoutFuture(before, isoOf(startedMs));
  const { etag, lastModified } = state;
  const fetched = await fetch.get({ url: source.location, etag, lastModified, accept: ACCEPT });
  const read = fetched.kind === "fetched" ? await takeItems(source, state, fetched, services) : problemOf(fetched);
  const next = nextState(state, fetched, read, startedMs);
  await store.putFeedState(name, await warnOfFailingFeed(source, next, clock.now(), services));
  if (read !== null) services.log.warn(`The feed ${name} could not be read: ${read}`);
}

/** Null where it is as it was. */
function problemOf(fetched: Exclude<Fetched, { kind: "fetched" }>): string | null {
  if (fetched.kind === "not-modified") return null;
  return fetched.kind === "refused" ? withWayIn(fetched) : fetched.reason;
}

function nextState(state: FeedState, fetched: Fetched, problem: string | null, nowMs: number): FeedState {
  if (problem !== null) {
    // Nobody tried while the bot was off: that says nothing of the feed.
    const wasOff = state.nextAt !== null && nowMs - Date.parse(state.nextAt) > OFF_MS;
    const known = wasOff ? { ...state, failingSince: null, warnedAt: null } : state;
    const failing = { ...known, failures: known.failures + 1, failingSince: known.failingSince ?? isoOf(nowMs) };
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** state.failures, LONGEST_PAUSE_MS);
    const stepMs = (nextStepMs(failing) ?? nowMs) - nowMs;
    const askedMs = fetched.kind === "failed" ? (fetched.retryAfterMs ?? 0) : 0;
    // Nobody is told late that it fails.
    const waitMs = Math.max(stepMs > 0 ? Math.min(pauseMs, stepMs) : pauseMs, askedMs);
    return { ...failing, nextAt: isoOf(nowMs + waitMs), lastError: problem };
  }
  const freshMs = "maxAgeMs" in fetched ? (fetched.maxAgeMs ?? 0) : 0;
  const pauseMs = Math.min(Math.max(freshMs, READ_EVERY_MS), LONGEST_PAUSE_MS);
  const tags = fetched.kind === "fetched" ? { etag: fetched.etag, lastModified: fetched.lastModified } : {};
  const readAt = isoOf(nowMs);
  const firstReadAt = state.firstReadAt ?? readAt;
  const well = { failures: 0, lastError: null, failingSince: null, warnedAt: null };
  return { ...state, ...tags, ...well, nextAt: isoOf(nowMs + pauseMs), readAt, firstReadAt };
}

/** Null, or why the feed cannot be read. */
async function takeItems(
  source: Source,
  state: FeedState,
  { bytes, url, contentType, charset }: Extract<Fetched, { kind: "fetched" }>,
  services: FeedServices,
): Promise<string | null> {
  const { store, queue, log } = services;
  const read = readFeed(bytes, { contentType, charset, url });
  if (read.feed === null) return read.problem;
  for (const warning of read.warnings) log.warn(warning);
  const hashes = await store.contentHashes(source.name);
  for (const item of read.feed.items) {
    const document = await documentOf(item, source, read.feed.title ?? source.name, state, services);
    const about = { articleId: document.articleId, source: source.name, path: document.path };
    // It may have been removed while its pages were read.
    if (!(await store.sources()).some(({ name, paused }) => name === source.name && !paused)) return null;
    const isKnown = hashes.get(document.articleId) === contentHash(document.bytes, about);
    if (!isKnown) await store.accept([document]);
    const keys = itemKeys(item).map((key) => ({ source: source.name, key, articleId: document.articleId }));
    await store.putItemKeys(keys);
    if (!isKnown) await queue.add(PUBLISH_ARTICLE, document.id);
  }
  return null;
}

async function documentOf(
  item: FeedItem,
  source: Source,
  feedTitle: string,
  state: FeedState,
  services: FeedServices,
): Promise<InboxDocument & { readonly bytes: Uint8Array }> {
  const { store, clock } = services;
  const keys = itemKeys(item);
  const known = await store.articleOfItem(source.name, keys);
  const articleId = known ?? `${source.name}/${shortHash(keys[0] ?? item.title)}`;
  const whole = source.fullText && item.text?.kind !== "content" ? await withPageText(item, services) : item;
  const bytes = itemDocument(whole, feedTitle);
  const receivedAt = isoOf(clock.now());
  return {
    // The same item in the same words is the same document, however often it is fetched.
    id: shortHash(JSON.stringify([articleId, shortHash(new TextDecoder().decode(bytes))])),
    origin: { name: source.name, location: source.location },
    articleId,
    path: item.link ?? articleId,
    bytes,
    old: state.firstReadAt === null,
    receivedAt,
  };
}

/** The item with the text of the page it links to; as it is where that cannot be read. */
async function withPageText(item: FeedItem, { fetch, log }: FeedServices): Promise<FeedItem> {
  if (item.link === null) return item;
  const fetched = await fetch.get({ url: item.link, accept: "text/html" });
  // A page that is away is nothing to mend.
  if (fetched.kind === "refused") log.warn(fetched.reason);
  if (fetched.kind !== "fetched") return item;
  const { bytes, contentType, charset, url } = fetched;
  const { html } = pageText(bytes, { contentType, charset, url });
  return html === null ? item : { ...item, text: { kind: "content", format: "html", value: html } };
}
