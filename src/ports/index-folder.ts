import type { Article } from "../documents/article.ts";
import type { MergeSource } from "../search/storeys/merge-segments.ts";
import type { RecordSink, Records } from "../search/storeys/records.ts";
import type { MergeJob } from "../search/storeys/run-merge.ts";
import type { SegmentFile } from "../search/storeys/segment.ts";

export type { MergeJob, RecordSink, Records, SegmentFile };

/** A segment as it can be opened. */
export interface PackedSegment {
  readonly image: Uint8Array<SharedArrayBuffer>;
  readonly records: Records;
  /** Null where it lies in memory only. */
  readonly file: SegmentFile | null;
  /** Why it could not be written; null where it was, or where another process keeps its index here. */
  readonly problem: string | null;
}

/** Where one process keeps its index between runs, and packs it away from the thread that answers. Losing it costs time only. */
export interface IndexFolder {
  /** Where indexes of other stores were kept beside this one. */
  others(): Promise<readonly string[]>;
  /** Null where nothing was kept. */
  manifest(): Promise<Uint8Array | null>;
  /** Throws a reason where the file is missing or not what it was. */
  open(file: SegmentFile): Promise<PackedSegment>;
  /** Whether what is packed is written here: no other process keeps its index in it. */
  writes(): Promise<boolean>;
  /** Several may be asked for at once. What cannot be written stays in memory. */
  pack(job: MergeJob): Promise<PackedSegment>;
  /** Nothing is packed for a while: gives memory back. */
  rest(): Promise<void>;
  /** Replaces the manifest at once or not at all, also when the process dies meanwhile; then every other file goes. */
  keep(manifest: Uint8Array, files: readonly SegmentFile[]): Promise<void>;
  /** Ends what is under way, which then rejects. May be called twice. */
  close(): Promise<void>;
}

/** What the thread that packs is told: first articles, some at a time, then what to do with them. */
export type PackingMessage =
  | { readonly kind: "articles"; readonly articles: readonly Article[] }
  | {
      readonly kind: "pack";
      /** In the order of the job, each with its records in a file or in memory. */
      readonly sources: readonly PackedSource[];
      /** Of the new segment; null where it is to stay in memory. */
      readonly path: string | null;
    };

export interface PackedSource {
  readonly image: Uint8Array<SharedArrayBuffer>;
  readonly removed: Uint8Array;
  readonly removedWords: MergeSource["removedWords"];
  readonly records: { readonly descriptor: number; readonly size: number } | { readonly bytes: Uint8Array };
}

/** What it answers. */
export type PackingReply =
  | {
      readonly kind: "packed";
      readonly image: Uint8Array<SharedArrayBuffer>;
      /** Its file, without a name; or the records, where it lies in memory. */
      readonly written: Omit<SegmentFile, "name"> | { readonly bytes: Uint8Array };
      readonly problem: string | null;
    }
  | { readonly kind: "failed"; readonly reason: string };
