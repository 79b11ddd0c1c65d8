import type { Article } from "../documents/article.ts";
import { countSections } from "../documents/count-sections.ts";
import type { ArticleStore, StoreChanges } from "../ports/article-store.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import type { IndexChange, KeptIndex, SectionIndex } from "../search/section-index.ts";
import { messageOf } from "../text/thrown.ts";
import { type IndexKeeper, prepareRemoval } from "./keep-index.ts";
import { othersTurn, restAfter } from "./pace.ts";

/** Articles that are read at once: others wait for it. */
const STEP = 50;
/** Sections that are packed at once: a long catch-up does not hold everything in memory. */
const PACKED_AT_ONCE = 10_000;
/** While people ask: so many are read at once, and put into the index one by one. */
const SMALL_STEP = 10;
/** More sections at once are packed on another thread: here they would hold up everybody. */
const MANY_SECTIONS = 100;
/** An article of more sections is packed there by itself, while people ask. */
const LONG_ARTICLE = 25;
/** Of sections that were not packed yet, so many start the packing, and so many wait for it. */
const PACKED_FROM = 250;
const MOST_UNPACKED = 500;
/** How soon a running bot knows what another process committed. */
const ASK_EVERY_MS = 250;
/** What repeats through a source changes slowly, and counting it takes longer than an article does. */
const COUNT_EVERY_MS = 2_000;
/** A disk that damages what is written on it would have the index built without an end. */
const REBUILD_EVERY_MS = 60_000;
/** What was kept saves time at the next start only, and keeping costs some. */
const KEEP_EVERY_MS = 60_000;

export interface StartReport {
  /** Why what was kept is not used; null where it is, or where there was nothing. */
  readonly refused: string | null;
  /** Why the index could not be kept; null where it was, or where nothing changed. */
  readonly notKept: string | null;
  readonly revision: number;
}

/** Loads what was kept if it fits, catches up with the store, and keeps that if it changed anything. */
export async function startIndex(index: KeptIndex, store: ArticleStore, keeper: IndexKeeper): Promise<StartReport> {
  const refused = await keeper.load();
  const before = index.revision();
  const revision = await catchUp(index, store, keeper);
  const isKept = revision === before && refused === null;
  return { refused, notKept: isKept ? null : await keeper.keep().catch(messageOf), revision };
}

/**
 * Applies everything the store committed after the index's revision; returns the revision reached. Safe to run twice.
 * `keeper`: packs what is much.
 */
export async function catchUp(
  index: SectionIndex,
  store: ArticleStore,
  keeper: Pick<IndexKeeper, "takeIn"> | null = null,
): Promise<number> {
  const from = index.revision();
  const take = async (changes: StoreChanges) => {
    if (keeper && countSections(changes.articles) > MANY_SECTIONS) await keeper.takeIn(changes);
    else index.apply(toArticleChanges(changes), changes.revision);
  };
  let changes = await gather(store, from);
  while (changes.more) {
    // While one lot is packed the next one is read.
    [, changes] = await Promise.all([take(changes), gather(store, changes.revision)]);
  }
  await take(changes);
  if (index.revision() !== from) await applyBoilerplate(index, store);
  return index.revision();
}

/** Changes of so many sections, or all there are. */
async function gather(store: ArticleStore, from: number): Promise<StoreChanges> {
  const articles = new Map<string, Article>();
  const removedIds = new Set<string>();
  for (let revision = from, sections = 0; ; ) {
    const changes = await store.changedSince(revision, STEP);
    // What changed again meanwhile comes again.
    for (const article of changes.articles) articles.set(article.id, article);
    for (const id of changes.removedIds) {
      articles.delete(id);
      removedIds.add(id);
    }
    revision = changes.revision;
    sections += countSections(changes.articles);
    if (!changes.more || sections >= PACKED_AT_ONCE) {
      return { articles: [...articles.values()], removedIds: [...removedIds], revision, more: changes.more };
    }
    await othersTurn();
  }
}

type ArticleChange = Exclude<IndexChange, { kind: "boilerplate" }>;

function toArticleChanges({ removedIds, articles }: StoreChanges): ArticleChange[] {
  return [
    ...removedIds.map((articleId): ArticleChange => ({ kind: "remove", articleId })),
    ...articles.map((article): ArticleChange => ({ kind: "put", article })),
  ];
}

async function applyBoilerplate(index: SectionIndex, store: ArticleStore): Promise<void> {
  index.apply([{ kind: "boilerplate", sources: await store.boilerplate() }], index.revision());
}

export interface Freshness {
  /** Something was committed in this process: no need to wait until the store is asked next. */
  wake(): void;
  /** False while the index is built anew or waits for that: what it does not find may stand in the store. */
  isWhole(): boolean;
  /** Keeps what is not kept yet; may be called twice. */
  stop(): Promise<void>;
}

interface FreshServices {
  readonly clock: Clock;
  readonly log: Logger;
  /** Called when the index has followed the store to another revision, whichever process wrote it. */
  readonly onChange?: () => void;
}

/**
 * Keeps the index as new as the store while the bot runs, and what is kept not much older. What fails is logged and tried
 * again. An index that cannot be read any more, or that is ahead of a store which was restored, is built anew.
 */
export function keepFresh(
  index: KeptIndex,
  store: ArticleStore,
  keeper: IndexKeeper,
  { clock, log, onChange = () => {} }: FreshServices,
): Freshness {
  let keptRevision = index.revision();
  let keptAtMs = clock.now();
  let countedRevision = index.revision();
  let countedAtMs = clock.now();
  let failing = false;
  let unkept = false;
  let whole = true;
  let rebuiltAtMs = Number.NEGATIVE_INFINITY;
  /** Of the store, read after everything that the index holds. */
  let mark: string | null = null;

  // A clock may have been ahead.
  const msSince = (ms: number) => Math.abs(clock.now() - ms);

  let keeping: Promise<void> | null = null;
  const keep = async () => {
    // Also where it fails: the next try can wait as long.
    keptAtMs = clock.now();
    const revision = index.revision();
    const why = await keeper.keep().catch(messageOf);
    // Once per trouble.
    if (why !== null && !unkept) log.warn(`The index could not be kept; the next start takes longer: ${why}`);
    unkept = why !== null;
    keptRevision = revision;
  };
  const keepOnce = () => {
    keeping ??= keep().finally(() => {
      keeping = null;
    });
    return keeping;
  };
  const isDue = () =>
    index.revision() !== keptRevision &&
    ((index.unpacked() >= PACKED_FROM && !unkept) || msSince(keptAtMs) >= KEEP_EVERY_MS);

  /** One article after the other with rests, so that those who ask have their turn. */
  const applyArticles = async () => {
    for (let more = true; more; ) {
      if (isDue()) void keepOnce();
      if (index.unpacked() >= MOST_UNPACKED) await keeping;
      const changes = await store.changedSince(index.revision(), SMALL_STEP);
      // The revision stays until all are applied: they can be applied again.
      for (const change of toArticleChanges(changes)) {
        const startedMs = clock.now();
        if (change.kind === "put" && change.article.sections.length > LONG_ARTICLE) {
          await keeper.takeIn({ articles: [change.article], removedIds: [], revision: index.revision() });
        } else {
          await prepareRemoval(index, change.kind === "put" ? change.article.id : change.articleId);
          index.apply([change], index.revision());
        }
        await restAfter(clock, startedMs);
      }
      index.apply([], changes.revision);
      more = changes.more;
    }
  };
  const whyUseless = async (): Promise<string | null> => {
    const damage = index.damage();
    if (damage !== null) return msSince(rebuiltAtMs) >= REBUILD_EVERY_MS ? damage : null;
    const newest = await store.mark();
    if (mark === null || newest === mark || (await store.remembers(mark))) return null;
    return "the database was restored, and does not know all that was read of it";
  };
  const rebuild = async (why: string) => {
    log.warn(`The index is built anew from the database: ${why}. Questions wait until it is read.`);
    whole = false;
    rebuiltAtMs = clock.now();
    mark = null;
    await keeper.startAnew();
  };
  const follow = async () => {
    if (whole) return applyArticles();
    // Nobody asks meanwhile: it need not be read with rests.
    await catchUp(index, store, keeper);
    whole = true;
    countedRevision = index.revision();
    countedAtMs = clock.now();
    log.info("The index has been built anew", { revision: countedRevision });
    void keepOnce();
  };
  const refresh = async () => {
    try {
      const before = index.revision();
      const why = await whyUseless();
      if (why !== null) await rebuild(why);
      await follow();
      const revision = index.revision();
      if (mark === null || revision !== before) mark = await store.mark();
      if (revision !== before) onChange();
      if (countedRevision !== revision && msSince(countedAtMs) >= COUNT_EVERY_MS) {
        await applyBoilerplate(index, store);
        countedRevision = revision;
        countedAtMs = clock.now();
        log.info("The index has caught up", { revision });
      }
      if (isDue()) void keepOnce();
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
    isWhole: () => whole && index.damage() === null,
    async stop() {
      await stopAsking();
      while (refreshing) await refreshing;
      while (keeping) await keeping;
      if (index.revision() !== keptRevision) await keepOnce();
    },
  };
}
