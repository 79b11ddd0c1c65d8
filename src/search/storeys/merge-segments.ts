import { FIELDS } from "../index-options.ts";
import type { ArticleCard } from "./article-card.ts";
import { NumberList, placesByKey } from "./number-list.ts";
import { PostingsWriter, readPostings } from "./postings.ts";
import type { RecordSink } from "./records.ts";
import { encodeRecord, packSegment, type Segment, type SegmentNumbers } from "./segment.ts";
import type { Arrays } from "./segment-image.ts";
import { StringPool } from "./string-pool.ts";
import type { PackedWords } from "./word-counts.ts";
import { WordTally } from "./word-tally.ts";

/** A segment to be merged, and by article whether it was removed (1). */
export interface MergeSource {
  readonly segment: Segment;
  readonly removed: Uint8Array;
  /** The words of those, with counts below zero; null where none was. */
  readonly removedWords: PackedWords | null;
}

/** In place of the new number of a section that is left out. */
const LEFT_OUT = -1;
const MOST_RECORD_BYTES = 2 ** 32 - 1;
/** Records are copied in pieces of so many bytes. */
const COPIED_AT_ONCE = 1 << 20;

/**
 * What is left of several segments becomes one, in their order: the image is given back, the records go to the sink.
 * No article may be left in two of them. Throws RangeError where the records are too many for one segment.
 */
export function mergeSegments(sources: readonly MergeSource[], sink: RecordSink): Segment["image"] {
  const articleIds: string[] = [];
  const sectionIds: string[] = [];
  const firstSections = [0];
  const recordStarts = [0];
  const lengths = FIELDS.map((): number[] => []);
  const places: Int32Array[] = [];
  const cards: ArticleCard[] = [];
  const words = new WordTally();
  for (const { segment, removed, removedWords } of sources) {
    words.addTable(segment.words);
    if (removedWords) words.addPacked(removedWords);
    const newPlaces = new Int32Array(segment.sections).fill(LEFT_OUT);
    for (let article = 0; article < removed.length; article++) {
      if (removed[article]) continue;
      const [from, to] = rangeOf(segment.firstSections, article);
      for (let section = from; section < to; section++) {
        newPlaces[section] = sectionIds.length;
        sectionIds.push(segment.sectionId(section));
        for (const [field, ofField] of lengths.entries()) {
          ofField.push(segment.lengths[field * segment.sections + section] as number);
        }
      }
      const [begins, ends] = rangeOf(segment.recordStarts, article);
      recordStarts.push((recordStarts.at(-1) as number) + ends - begins);
      articleIds.push(segment.articleIds.at(article));
      firstSections.push(sectionIds.length);
    }
    copyRecords(segment, removed, sink);
    places.push(newPlaces);
    for (const [article, card] of segment.readCards().entries()) if (!removed[article]) cards.push(card);
  }
  sink.write(encodeRecord(cards));
  if (sink.size > MOST_RECORD_BYTES)
    throw new RangeError(`${sink.size} bytes of articles do not fit into one segment.`);

  const { terms, ...lists } = mergePostings(
    sources.map(({ segment }) => segment),
    places,
  );
  return packSegment(
    { articleIds, sectionIds, terms, words: words.pack("words") },
    {
      ...lists,
      lengths: Uint16Array.from(lengths.flat()),
      firstSections: Uint32Array.from(firstSections),
      recordStarts: Uint32Array.from(recordStarts),
    },
  );
}

function rangeOf(starts: Uint32Array, number: number): readonly [from: number, to: number] {
  return [starts[number] as number, starts[number + 1] as number];
}

/** Those of articles side by side together. */
function copyRecords({ records, recordStarts }: Segment, removed: Uint8Array, sink: RecordSink): void {
  let article = 0;
  while (article < removed.length) {
    if (removed[article]) {
      article++;
      continue;
    }
    const from = recordStarts[article] as number;
    while (article < removed.length && !removed[article]) article++;
    const to = recordStarts[article] as number;
    for (let at = from; at < to; at += COPIED_AT_ONCE) sink.write(records.read(at, Math.min(to, at + COPIED_AT_ONCE)));
  }
}

type Lists = Pick<SegmentNumbers, "starts" | "counts" | "postings"> & { readonly terms: Arrays };

/** Of terms that nothing is left of nothing is written. `places`: by segment the new number of each section. */
function mergePostings(segments: readonly Segment[], places: readonly Int32Array[]): Lists {
  const pool = new StringPool();
  // Of every term of every segment, one segment after the other: its number among all, and where it is from.
  const numbers = new Uint32Array(segments.reduce((sum, { terms }) => sum + terms.count, 0));
  const segmentOf = new Uint32Array(numbers.length);
  const firstOf: number[] = [];
  let first = 0;
  for (const [order, { terms }] of segments.entries()) {
    firstOf.push(first);
    numbers.set(pool.addAll(terms), first);
    segmentOf.fill(order, first, first + terms.count);
    first += terms.count;
  }
  const byNumber = placesByKey(numbers, pool.count);

  const writer = new PostingsWriter();
  let newPlaces = places[0] as Int32Array;
  const copy = (section: number, field: number, frequency: number) => {
    const place = newPlaces[section] as number;
    if (place !== LEFT_OUT) writer.add(place, field, frequency);
  };
  const kept = new NumberList();
  for (let number = 0; number < pool.count; number++) {
    const [from, to] = rangeOf(byNumber.starts, number);
    for (let at = from; at < to; at++) {
      const term = byNumber.places[at] as number;
      const order = segmentOf[term] as number;
      const { starts, postings } = segments[order] as Segment;
      newPlaces = places[order] as Int32Array;
      readPostings(postings, ...rangeOf(starts, term - (firstOf[order] as number)), copy);
    }
    if (writer.endTerm()) kept.add(number);
  }
  return { ...writer.finish(), terms: pool.pack("terms", kept.all()) };
}
