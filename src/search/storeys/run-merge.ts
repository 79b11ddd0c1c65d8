import type { Article } from "../../documents/article.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { buildSegment, packArticles } from "./build-segment.ts";
import { type MergeSource, mergeSegments } from "./merge-segments.ts";
import { type RecordSink, RecordsInMemory } from "./records.ts";
import { openSegment, type Segment } from "./segment.ts";
import { slicesOf } from "./slices.ts";

/** What one segment is to be made of. */
export interface MergeJob {
  readonly sources: readonly MergeSource[];
  /** Of different ids, and none of those that are left in the sources. */
  readonly articles: readonly Article[];
}

/** Gives the image of the new segment back; its records go to the sink. Throws RangeError where they are too many. */
export function runMerge({ sources, articles }: MergeJob, lexicon: Lexicon, sink: RecordSink): Segment["image"] {
  const slices = slicesOf(articles);
  const [first = []] = slices;
  if (sources.length === 0 && slices.length === 1) return packArticles(first, lexicon, sink);
  const fresh = slices.map((slice) => ({
    segment: buildSegment(slice, lexicon),
    removed: new Uint8Array(slice.length),
    removedWords: null,
  }));
  return mergeSegments([...sources, ...fresh], sink);
}

export function mergeInMemory(job: MergeJob, lexicon: Lexicon): Segment {
  const records = new RecordsInMemory();
  return openSegment(runMerge(job, lexicon, records), records);
}
