import type { Article } from "../../documents/article.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { cardOf } from "./article-card.ts";
import { articleTermsOf, fieldLength } from "./field-terms.ts";
import { PostingsWriter } from "./postings.ts";
import { RecordsInMemory } from "./records.ts";
import { encodeRecord, openSegment, packSegment, type Segment } from "./segment.ts";
import { WordCounts } from "./word-counts.ts";

/** A posting is that many numbers here: section, field, frequency. */
const POSTING_SIZE = 3;

/** Articles of different ids become a segment in memory, in their order. */
export function buildSegment(articles: readonly Article[], lexicon: Lexicon): Segment {
  const sectionIds: string[] = [];
  const firstSections = [0];
  const lengths: number[] = [];
  const postingsOf = new Map<string, number[]>();
  const records = new RecordsInMemory();
  const recordStarts = [0];
  const words = new WordCounts();
  for (const article of articles) {
    const found = articleTermsOf(article, lexicon);
    words.countArticle(found, 1);
    for (const [place, fields] of found.sections.entries()) {
      for (const [field, counts] of fields.entries()) {
        lengths.push(fieldLength(counts));
        for (const [term, frequency] of counts) {
          const postings = postingsOf.get(term);
          if (postings) postings.push(sectionIds.length, field, frequency);
          else postingsOf.set(term, [sectionIds.length, field, frequency]);
        }
      }
      sectionIds.push(article.sections[place]?.id ?? "");
    }
    firstSections.push(sectionIds.length);
    records.write(encodeRecord(article));
    recordStarts.push(records.size);
  }
  records.write(encodeRecord(articles.map(cardOf)));

  const writer = new PostingsWriter();
  for (const postings of postingsOf.values()) {
    for (let at = 0; at < postings.length; at += POSTING_SIZE) {
      writer.add(postings[at] as number, postings[at + 1] as number, postings[at + 2] as number);
    }
    writer.endTerm();
  }
  const image = packSegment(
    { terms: [...postingsOf.keys()], articleIds: articles.map(({ id }) => id), sectionIds, words },
    {
      ...writer.finish(),
      lengths: Uint16Array.from(lengths),
      firstSections: Uint32Array.from(firstSections),
      recordStarts: Uint32Array.from(recordStarts),
    },
  );
  return openSegment(image, records);
}
