import { FIELDS } from "../index-options.ts";
import type { ArticleCard } from "./article-card.ts";
import { PostingsWriter, readPostings } from "./postings.ts";
import type { RecordSink } from "./records.ts";
import { encodeRecord, packSegment, type Segment, type SegmentNumbers } from "./segment.ts";
import { type PackedWords, WordCounts } from "./word-counts.ts";

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
  const lengths: number[] = [];
  const places: Int32Array[] = [];
  const cards: ArticleCard[] = [];
  const words = new WordCounts();
  for (const { segment, removed, removedWords } of sources) {
    const newPlaces = new Int32Array(segment.sections).fill(LEFT_OUT);
    for (let article = 0; article < removed.length; article++) {
      if (removed[article]) continue;
      const [from, to] = rangeOf(segment.firstSections, article);
      for (let section = from; section < to; section++) {
        newPlaces[section] = sectionIds.length;
        sectionIds.push(segment.sectionId(section));
        for (let field = 0; field < FIELDS.length; field++) {
          lengths.push(segment.lengths[section * FIELDS.length + field] as number);
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
    for (let number = 0; number < segment.words.count; number++) {
      const word = segment.words.at(number);
      words.add(word.stem, word);
    }
    if (removedWords) words.addPacked(removedWords);
  }
  sink.write(encodeRecord(cards));
  if (sink.size > MOST_RECORD_BYTES)
    throw new RangeError(`${sink.size} bytes of articles do not fit into one segment.`);

  const { terms, ...lists } = mergePostings(
    sources.map(({ segment }) => segment),
    places,
  );
  return packSegment(
    { terms, articleIds, sectionIds, words },
    {
      ...lists,
      lengths: Uint16Array.from(lengths),
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

type Lists = Pick<SegmentNumbers, "starts" | "counts" | "postings"> & { readonly terms: string[] };

/** Of terms that nothing is left of nothing is written. `places`: the new number of each section. */
function mergePostings(segments: readonly Segment[], places: readonly Int32Array[]): Lists {
  const known = new Map<string, number>();
  for (const { terms } of segments) {
    for (let number = 0; number < terms.count; number++) {
      const term = terms.at(number);
      if (!known.has(term)) known.set(term, known.size);
    }
  }
  // By segment and then by term of all: its number there, counted from 1.
  const numbers = segments.map(({ terms }) => {
    const numberOf = new Uint32Array(known.size);
    for (let number = 0; number < terms.count; number++) numberOf[known.get(terms.at(number)) as number] = number + 1;
    return numberOf;
  });

  const writer = new PostingsWriter();
  const kept: string[] = [];
  for (const [term, at] of known) {
    for (const [order, { postings, starts }] of segments.entries()) {
      const number = (numbers[order]?.[at] as number) - 1;
      if (number < 0) continue;
      const newPlaces = places[order] as Int32Array;
      readPostings(postings, ...rangeOf(starts, number), (section, field, frequency) => {
        const place = newPlaces[section] as number;
        if (place !== LEFT_OUT) writer.add(place, field, frequency);
      });
    }
    if (writer.endTerm()) kept.push(term);
  }
  return { ...writer.finish(), terms: kept };
}
