import type { Article } from "../../documents/article.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { FIELDS } from "../index-options.ts";
import { cardOf } from "./article-card.ts";
import { articleTermsOf, fieldLength, MOST_COUNTED } from "./field-terms.ts";
import { NumberList, placesByKey } from "./number-list.ts";
import { PostingsWriter } from "./postings.ts";
import { type RecordSink, RecordsInMemory } from "./records.ts";
import { encodeRecord, openSegment, packSegment, type Segment } from "./segment.ts";
import { StringPool } from "./string-pool.ts";
import { WordTally } from "./word-tally.ts";

/** A posting's field stands above its count, which has 16 bits. */
const FIELD_SHIFT = 16;

/** Articles of different ids become one segment, in their order: the image is given back, the records go to the empty sink. */
export function packArticles(articles: readonly Article[], lexicon: Lexicon, sink: RecordSink): Segment["image"] {
  const sectionIds: string[] = [];
  const firstSections = [0];
  const lengths = FIELDS.map((): number[] => []);
  const recordStarts = [sink.size];
  const words = new WordTally();
  const pool = new StringPool();
  // By posting, in the order of the text.
  const terms = new NumberList();
  const sections = new NumberList();
  const fieldCounts = new NumberList();
  for (const article of articles) {
    const found = articleTermsOf(article, lexicon);
    words.addArticle(found);
    for (const [place, fields] of found.sections.entries()) {
      for (const [field, counts] of fields.entries()) {
        lengths[field]?.push(fieldLength(counts));
        for (const [term, frequency] of counts) {
          terms.add(pool.add(term));
          sections.add(sectionIds.length);
          fieldCounts.add((field << FIELD_SHIFT) | frequency);
        }
      }
      sectionIds.push(article.sections[place]?.id ?? "");
    }
    firstSections.push(sectionIds.length);
    sink.write(encodeRecord(article));
    recordStarts.push(sink.size);
  }
  sink.write(encodeRecord(articles.map(cardOf)));

  const { starts, places } = placesByKey(terms.all(), pool.count);
  const writer = new PostingsWriter();
  for (let term = 0; term < pool.count; term++) {
    for (let at = starts[term] as number; at < (starts[term + 1] as number); at++) {
      const posting = places[at] as number;
      const fieldCount = fieldCounts.at(posting);
      writer.add(sections.at(posting), fieldCount >>> FIELD_SHIFT, fieldCount & MOST_COUNTED);
    }
    writer.endTerm();
  }
  return packSegment(
    {
      articleIds: articles.map(({ id }) => id),
      sectionIds,
      terms: pool.packAll("terms"),
      words: words.pack("words"),
    },
    {
      ...writer.finish(),
      lengths: Uint16Array.from(lengths.flat()),
      firstSections: Uint32Array.from(firstSections),
      recordStarts: Uint32Array.from(recordStarts),
    },
  );
}

/** The same in memory. */
export function buildSegment(articles: readonly Article[], lexicon: Lexicon): Segment {
  const records = new RecordsInMemory();
  return openSegment(packArticles(articles, lexicon, records), records);
}
