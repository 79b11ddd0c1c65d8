import type { Article } from "../../documents/article.ts";
import { messageOf } from "../../text/thrown.ts";
import type { ArticleCard } from "./article-card.ts";
import type { Records } from "./records.ts";
import { type Arrays, packImage, unpackImage } from "./segment-image.ts";
import { packStrings, packUnits, type StringTable, stringAt, stringTable } from "./string-table.ts";
import { type WordTable, wordTable } from "./word-table.ts";

/** A segment on the disk: its records, and its image behind them. Sizes are in bytes, checksums CRC-32. */
export interface SegmentFile {
  readonly name: string;
  readonly recordsSize: number;
  readonly recordsChecksum: number;
  readonly imageSize: number;
  readonly imageChecksum: number;
}

/** Articles that do not change any more, packed for search. Articles and sections are numbered from 0. */
export interface Segment extends SegmentNumbers {
  /** Shared between threads as it is. */
  readonly image: Uint8Array<SharedArrayBuffer>;
  readonly records: Records;
  /** Null where it lies in memory only. */
  readonly file: SegmentFile | null;
  readonly sections: number;
  readonly terms: StringTable;
  readonly articleIds: StringTable;
  /** Of texts, titles and headings. */
  readonly words: WordTable;
  sectionId(section: number): string;
  articleOf(section: number): number;
  readArticle(article: number): Article;
  /** By article. */
  readCards(): readonly ArticleCard[];
  /** Why a record could not be read, once one could not; null before. */
  damage(): string | null;
}

export interface SegmentNumbers {
  /** By term: where its postings begin, with one more for the end; and in how many sections it stands (COUNTS_PER_TERM). */
  readonly starts: Uint32Array;
  readonly counts: Uint32Array;
  readonly postings: Uint16Array;
  /** By field the length in each section: of most postings the field is the same, and the sections lie side by side. */
  readonly lengths: Uint16Array;
  /** By article, with one more for the end: its first section, and where its record begins. */
  readonly firstSections: Uint32Array;
  readonly recordStarts: Uint32Array;
}

export interface SegmentNames {
  readonly articleIds: readonly string[];
  readonly sectionIds: readonly string[];
  /** Of a string table and a word table, packed under these names. */
  readonly terms: Arrays;
  readonly words: Arrays;
}

export function packSegment(
  { terms, articleIds, sectionIds, words }: SegmentNames,
  numbers: SegmentNumbers,
): Segment["image"] {
  return packImage({
    ...terms,
    ...packStrings("articleIds", articleIds),
    ...packUnits("sectionIds", sectionIds),
    ...words,
    ...numbers,
  });
}

/**
 * Reads a segment where it lies. Throws where the image is none of this version. The image stays in memory; records are
 * read when they are asked for, and that throws where the file is not what was written any more.
 */
export function openSegment(image: Segment["image"], records: Records, file: SegmentFile | null = null): Segment {
  const arrays = unpackImage(image);
  const words = (name: string) => arrayOf(arrays, name, Uint32Array);
  const halves = (name: string) => arrayOf(arrays, name, Uint16Array);
  const table = (name: string) => stringTable(halves(`${name}.units`), words(`${name}.starts`), words(`${name}.slots`));
  const numbers: SegmentNumbers = {
    starts: words("starts"),
    counts: words("counts"),
    postings: halves("postings"),
    lengths: halves("lengths"),
    firstSections: words("firstSections"),
    recordStarts: words("recordStarts"),
  };
  const { firstSections, recordStarts } = numbers;
  const articleIds = table("articleIds");
  let damage: string | null = null;
  const read = <Kind>(from: number, to: number, fits: (record: Kind) => boolean): Kind => {
    try {
      const record = decodeRecord<Kind>(records.read(from, to));
      if (fits(record)) return record;
      throw new SyntaxError();
    } catch (error) {
      // What a parser says of a broken record quotes it.
      const why = error instanceof SyntaxError ? "it holds something else than was written" : messageOf(error);
      damage = `its file ${file?.name ?? ""} cannot be read any more (${why.replace(/\.$/, "")})`;
      throw new Error(`The index is damaged: ${damage}.`);
    }
  };
  const idUnits = halves("sectionIds.units");
  const idStarts = words("sectionIds.starts");
  return {
    ...numbers,
    image,
    records,
    file,
    sections: idStarts.length - 1,
    terms: table("terms"),
    articleIds,
    words: wordTable(halves("words.units"), (name) => words(`words.${name}`)),
    sectionId: (section) => stringAt(idUnits, idStarts, section),
    articleOf: (section) => lastNotAbove(firstSections, section),
    readArticle: (article) =>
      read<Article>(
        recordStarts[article] as number,
        recordStarts[article + 1] as number,
        ({ id }) => id === articleIds.at(article),
      ),
    readCards: () => read<ArticleCard[]>(recordStarts.at(-1) as number, records.size, Array.isArray),
    damage: () => damage,
  };
}

function arrayOf<Kind extends Uint16Array | Uint32Array>(
  arrays: Arrays,
  name: string,
  kind: new (length: number) => Kind,
): Kind {
  const array = arrays[name];
  if (!(array instanceof kind)) throw new TypeError(`The segment has no ${name}.`);
  return array;
}

/** Records are those of articles, and behind them one of all their cards. */
export function encodeRecord(record: Article | readonly ArticleCard[]): Uint8Array {
  return Buffer.from(JSON.stringify(record));
}

function decodeRecord<Kind>({ buffer, byteOffset, byteLength }: Uint8Array): Kind {
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString());
}

/** The last place of ascending numbers that is not above one; of equal ones the last. */
function lastNotAbove(ascending: Uint32Array, wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
