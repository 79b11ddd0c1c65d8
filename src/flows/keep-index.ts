import type { ArticleStore, StoreChanges } from "../ports/article-store.ts";
import type { IndexFolder, PackedSegment } from "../ports/index-folder.ts";
import type { KeptIndex } from "../search/section-index.ts";
import { openSegment, type Segment } from "../search/storeys/segment.ts";
import { slicesOf } from "../search/storeys/slices.ts";
import { messageOf } from "../text/thrown.ts";
import { othersTurn } from "./pace.ts";

/** Each segment is one more place to look, and one more open file. What is kept is merged anyway. */
const MOST_SEGMENTS = 32;

/** Packs what comes into segments and keeps them for the next start. Whatever is asked for happens one after the other. */
export interface IndexKeeper {
  /** Why what was kept is not used; null where it is, or where there is nothing. */
  load(): Promise<string | null>;
  /** Packs many articles at once, in place of those with their ids. */
  takeIn(changes: Pick<StoreChanges, "articles" | "removedIds" | "revision">): Promise<void>;
  /** Empties the index, to be built anew. What was kept stays until the next `keep`. */
  startAnew(): Promise<void>;
  /** Packs what was not yet. Says why it could not be kept for the next start; null where it was. Rejects where packing fails. */
  keep(): Promise<string | null>;
  close(): Promise<void>;
}

/** `store`: what the index follows. */
export function createIndexKeeper(
  index: KeptIndex,
  folder: IndexFolder,
  store: Pick<ArticleStore, "mark" | "remembers">,
): IndexKeeper {
  let turn: Promise<unknown> = Promise.resolve();
  /** Why a segment has no file. */
  let problem: string | null = null;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }
  const pack = async (job: Parameters<IndexFolder["pack"]>[0]): Promise<Segment> => {
    const packed = await folder.pack(job);
    problem ??= packed.problem;
    return toSegment(packed);
  };
  const merge = async (all: boolean, unwritten = false) => {
    for (let job = index.beginMerge(all, unwritten); job; job = index.beginMerge(false)) {
      try {
        index.endMerge(await pack(job));
      } catch (error) {
        index.giveUpMerge();
        throw error;
      }
    }
  };
  const keep = async (): Promise<string | null> => {
    const unwritten = await folder.writes();
    // What has no file is tried again.
    if (unwritten) problem = null;
    // What packed a whole index keeps memory, and merging it takes most.
    await folder.rest();
    await merge(true, unwritten);
    await folder.rest();
    try {
      const saved = index.save(await store.mark());
      if (saved === null) return problem;
      await folder.keep(saved.manifest, saved.files);
      return null;
    } catch (error) {
      return messageOf(error);
    }
  };
  return {
    load: () => inTurn(() => load(index, folder, store)),
    takeIn: ({ articles, removedIds, revision }) =>
      inTurn(async () => {
        const packed = await allOrNone(slicesOf(articles).map((articles) => pack({ sources: [], articles })));
        for (const id of removedIds) await prepareRemoval(index, id);
        for (const { id } of articles) await prepareRemoval(index, id);
        index.takeIn(packed, removedIds, revision);
        if (index.segments() > MOST_SEGMENTS) await merge(false);
      }),
    startAnew: () => inTurn(async () => index.clear()),
    keep: () => inTurn(keep),
    close: () => folder.close(),
  };
}

/** Reading a long article takes as long as a question: others have their turn between its sections. */
export async function prepareRemoval(index: KeptIndex, articleId: string): Promise<void> {
  for (const _section of index.prepareRemoval(articleId)) await othersTurn();
}

/** Where one fails, what the others opened is closed; their files go with the next `keep`. */
async function allOrNone(packing: readonly Promise<Segment>[]): Promise<Segment[]> {
  const outcomes = await Promise.allSettled(packing);
  const packed = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed === undefined) return packed;
  for (const { records } of packed) records.close();
  throw failed.reason;
}

function toSegment({ image, records, file }: PackedSegment): Segment {
  return openSegment(image, records, file);
}

async function load(
  index: KeptIndex,
  folder: IndexFolder,
  store: Pick<ArticleStore, "remembers">,
): Promise<string | null> {
  try {
    const manifest = await folder.manifest();
    if (manifest === null) return null;
    const loaded = await index.load(manifest, {
      remembers: (mark) => store.remembers(mark),
      open: async (file) => toSegment(await folder.open(file)),
    });
    return loaded.loaded ? null : loaded.reason;
  } catch (error) {
    return `it cannot be read (${messageOf(error)})`;
  }
}
