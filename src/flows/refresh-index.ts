import type { ArticleStore } from "../ports/article-store.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import type { SnapshotFile } from "../ports/snapshot-file.ts";
import type { IndexChange, SectionIndex, SnapshotIndex } from "../search/section-index.ts";
import { messageOf } from "../text/thrown.ts";
import { restAfter } from "./pace.ts";

/** Articles per step, so that a long catch-up does not hold everything in memory twice. */
const STEP = 500;
/** While people ask: so many are read at once, and put into the index one by one. */
const SMALL_STEP = 10;
/** How soon a running bot knows what another process committed. */
const ASK_EVERY_MS = 250;
/** What repeats through a source changes slowly, and counting it takes longer than an article does. */
const COUNT_EVERY_MS = 2_000;
/** A snapshot saves time at the next start only, and writing one costs some. */
const SNAPSHOT_EVERY_MS = 60_000;
/** Where processes share one, others answer while one starts; and many would write at the same moment. */
const SHARED_EVERY_MS = 600_000;

export interface StartReport {
  /** Why the snapshot was not used; null where it was, or where there was none. */
  readonly snapshotRefused: string | null;
  /** Why no new snapshot could be written; null where one was, or where none was due. */
  readonly snapshotNotKept: string | null;
  readonly revision: number;
}

/**
 * Loads the snapshot if it fits, else the one that processes share, catches up with the store, and keeps a new one if
 * that changed anything.
 */
export async function startIndex(
  index: SnapshotIndex,
  store: ArticleStore,
  snapshot: SnapshotFile,
  shared: SnapshotFile | null = null,
): Promise<StartReport> {
  const own = await loadSnapshot(index, snapshot);
  const load = own?.loaded || shared === null ? own : ((await loadSnapshot(index, shared)) ?? own);
  const { revision: newest } = await store.status();
  // A snapshot from the future belongs to another store.
  if (index.revision() > newest)
    index.apply(
      [...index.articles()].map(({ id }) => ({ kind: "remove", articleId: id })),
      0,
    );
  const before = load?.loaded ? load.revision : -1;
  const revision = await catchUp(index, store);
  const snapshotNotKept = revision === before ? null : await keepSnapshot(index, snapshot);
  return { snapshotRefused: load && !load.loaded ? load.reason : null, snapshotNotKept, revision };
}

async function loadSnapshot(
  index: SnapshotIndex,
  snapshot: SnapshotFile,
): Promise<ReturnType<SnapshotIndex["load"]> | null> {
  let bytes: Uint8Array | null;
  try {
    bytes = await snapshot.read();
  } catch (error) {
    return { loaded: false, reason: `it cannot be read (${messageOf(error)})` };
  }
  return bytes && index.load(bytes);
}

/** Why the snapshot could not be kept: that costs time at the next start, and is no reason not to start. */
async function keepSnapshot(index: SnapshotIndex, snapshot: SnapshotFile): Promise<string | null> {
  try {
    await snapshot.replace(index.save());
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/** Applies everything the store committed after the index's revision; returns the revision reached. Safe to run twice. */
export async function catchUp(index: SectionIndex, store: ArticleStore): Promise<number> {
  const from = index.revision();
  await applyArticles(index, store);
  if (index.revision() !== from) await applyBoilerplate(index, store);
  return index.revision();
}

/** `clock`: where people ask meanwhile, it rests after each article, so that they have their turn. */
async function applyArticles(index: SectionIndex, store: ArticleStore, clock?: Clock): Promise<void> {
  for (let more = true; more; ) {
    const changes = await store.changedSince(index.revision(), clock ? SMALL_STEP : STEP);
    const steps: IndexChange[] = [
      ...changes.removedIds.map((articleId): IndexChange => ({ kind: "remove", articleId })),
      ...changes.articles.map((article): IndexChange => ({ kind: "put", article })),
    ];
    if (clock) await applyOneByOne(index, steps, clock);
    index.apply(clock ? [] : steps, changes.revision);
    more = changes.more;
  }
}

/** The revision stays until all are applied: they can be applied again. */
async function applyOneByOne(index: SectionIndex, steps: readonly IndexChange[], clock: Clock): Promise<void> {
  for (const step of steps) {
    const startedMs = clock.now();
    index.apply([step], index.revision());
    await restAfter(clock, startedMs);
  }
}

async function applyBoilerplate(index: SectionIndex, store: ArticleStore): Promise<void> {
  index.apply([{ kind: "boilerplate", sources: await store.boilerplate() }], index.revision());
}

export interface Freshness {
  /** Something was committed in this process: no need to wait until the store is asked next. */
  wake(): void;
  /** With a last snapshot where one is due; may be called twice. */
  stop(): Promise<void>;
}

interface FreshServices {
  readonly clock: Clock;
  readonly log: Logger;
  /** Called when the index has followed the store to another revision, whichever process wrote it. */
  readonly onChange?: () => void;
  readonly shared?: SharedSnapshot | null;
}

/** The snapshot of all processes, and whether this one is to write it. */
export interface SharedSnapshot {
  readonly file: SnapshotFile;
  isOurs(): Promise<boolean>;
}

/**
 * Keeps the index as new as the store while the bot runs, and its snapshot not much older. What fails is logged and
 * tried again.
 */
export function keepFresh(
  index: SnapshotIndex,
  store: ArticleStore,
  snapshot: SnapshotFile,
  { clock, log, onChange = () => {}, shared = null }: FreshServices,
): Freshness {
  let savedRevision = index.revision();
  let savedAtMs = clock.now();
  let countedRevision = index.revision();
  let countedAtMs = clock.now();
  let sharedRevision = -1;
  let sharedAtMs = Number.NEGATIVE_INFINITY;
  let failing = false;

  const share = async ({ file, isOurs }: SharedSnapshot) => {
    const revision = index.revision();
    if (revision === sharedRevision || clock.now() - sharedAtMs < SHARED_EVERY_MS) return;
    // Also where it is another's, or fails: the next try can wait as long.
    sharedAtMs = clock.now();
    if (!(await isOurs())) return;
    await file.replace(index.save());
    sharedRevision = revision;
  };
  const save = async () => {
    if (index.revision() === savedRevision) return;
    // Also where writing fails: the next try can wait as long as the next snapshot.
    savedAtMs = clock.now();
    const revision = index.revision();
    await snapshot.replace(index.save());
    savedRevision = revision;
  };
  const refresh = async () => {
    try {
      const before = index.revision();
      await applyArticles(index, store, clock);
      const revision = index.revision();
      if (revision !== before) onChange();
      if (countedRevision !== revision && clock.now() - countedAtMs >= COUNT_EVERY_MS) {
        await applyBoilerplate(index, store);
        countedRevision = revision;
        countedAtMs = clock.now();
        log.info("The index has caught up", { revision });
      }
      if (clock.now() - savedAtMs >= (shared ? SHARED_EVERY_MS : SNAPSHOT_EVERY_MS)) await save();
      if (shared) await share(shared);
      failing = false;
    } catch (error) {
      // Once per trouble, not four times a second.
      if (!failing) log.error("The index could not catch up with the store; trying on", error);
      failing = true;
    }
  };

  // One at a time.
  let refreshing: Promise<void> | null = null;
  const refreshOnce = () => {
    refreshing ??= refresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  };
  const stopAsking = clock.every(ASK_EVERY_MS, refreshOnce);
  return {
    // One that is under way may have asked the store already.
    wake: () => void (refreshing ?? Promise.resolve()).then(refreshOnce),
    async stop() {
      await stopAsking();
      while (refreshing) await refreshing;
      try {
        await save();
      } catch (error) {
        log.error("The index's snapshot could not be written; the next start builds it again", error);
      }
    },
  };
}
