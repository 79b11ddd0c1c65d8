import type { Lexicon } from "../text/lexicon.ts";
import { messageOf } from "../text/thrown.ts";
import { indexFingerprint } from "./index-options.ts";
import { decodeManifest, encodeManifest } from "./manifest.ts";
import type { SectionQuery } from "./query.ts";
import type { FindOptions, FoundSections, KeptIndex, SectionHit } from "./section-index.ts";
import type { BestSection } from "./storeys/best-sections.ts";
import { inverseFrequency } from "./storeys/scoring.ts";
import type { Storey } from "./storeys/storey.ts";
import { type KeptStorey, Storeys } from "./storeys/storeys.ts";
import { COUNTS_PER_TERM } from "./storeys/term-counts.ts";

/** Articles of a segment. With what is known of their sections each takes some 100 kB. */
const MOST_HOT = 500;

/** A section index whose segments somebody else packs: MiniSearch holds what comes until then. */
export function createTwoStoreyIndex(lexicon: Lexicon, mostHot = MOST_HOT): KeptIndex {
  const fingerprint = indexFingerprint(lexicon);
  const storeys = new Storeys(lexicon, mostHot);
  let boilerplate = new Map<string, ReadonlySet<string>>();
  let revision = 0;
  /** All changes up to here lie in segments. */
  let packedRevision = 0;
  let mergingRevision = 0;

  const reach = (newRevision: number) => {
    revision = newRevision;
    if (storeys.allSealed) packedRevision = revision;
  };
  return {
    apply(changes, newRevision) {
      for (const change of changes) {
        if (change.kind === "put") storeys.put(change.article);
        else if (change.kind === "remove") storeys.remove(change.articleId);
        else boilerplate = new Map(change.sources.map(({ source, fingerprints }) => [source, new Set(fingerprints)]));
      }
      reach(newRevision);
    },
    find: (query, options) => find(storeys, query, options),
    isBoilerplate(article, section, line) {
      const print = section.fingerprints[line];
      return print !== undefined && (boilerplate.get(article.source)?.has(print) ?? false);
    },
    article: (id) => storeys.article(id),
    cards: () => storeys.cards(),
    heardAs: (heard) => storeys.heardAs(heard),
    revision: () => revision,
    takeIn(packed, removedIds, newRevision) {
      for (const id of removedIds) storeys.remove(id);
      for (const segment of packed) storeys.addSegment(segment);
      reach(newRevision);
    },
    prepareRemoval: (articleId) => storeys.prepareRemoval(articleId),
    unpacked: () => storeys.liveSize,
    segments: () => storeys.sealedCount,
    beginMerge(all, unwritten) {
      const job = storeys.beginMerge(all, unwritten);
      if (job) mergingRevision = all ? revision : packedRevision;
      return job;
    },
    endMerge(packed) {
      storeys.endMerge(packed);
      packedRevision = mergingRevision;
      reach(revision);
    },
    giveUpMerge: () => storeys.giveUpMerge(),
    damage: () => storeys.damage(),
    clear() {
      storeys.restore([]);
      boilerplate = new Map();
      reach(0);
    },
    save(mark) {
      const segments = storeys.kept().flatMap(({ segment: { file }, removals }) => (file ? [{ file, removals }] : []));
      if (segments.length < storeys.sealedCount) return null;
      const repeated = [...boilerplate].map(([source, prints]) => [source, [...prints]] as const);
      const manifest = encodeManifest(fingerprint, { revision: packedRevision, mark, segments, boilerplate: repeated });
      return { manifest, files: segments.map(({ file }) => file) };
    },
    async load(bytes, { remembers, open }) {
      const decoded = decodeManifest(fingerprint, bytes);
      if (!decoded.ok) return { loaded: false, reason: decoded.reason };
      const { manifest } = decoded;
      if (!(await remembers(manifest.mark))) {
        return { loaded: false, reason: "the database does not know what it was made from, as after a restore" };
      }
      const opened: KeptStorey[] = [];
      try {
        for (const { file, removals } of manifest.segments) opened.push({ segment: await open(file), removals });
      } catch (error) {
        for (const { segment } of opened) segment.records.close();
        return { loaded: false, reason: messageOf(error) };
      }
      storeys.restore(opened);
      boilerplate = new Map(manifest.boilerplate.map(([source, prints]) => [source, new Set(prints)]));
      reach(manifest.revision);
      return { loaded: true, revision };
    },
  };
}

function find(storeys: Storeys, { terms }: SectionQuery, { limit, tail, articleIds }: FindOptions): FoundSections {
  const { best, withoutText, counts, sections } = storeys.search(terms, limit, articleIds);
  const { from, leastShare } = tail ?? { from: limit, leastShare: 0 };
  const least = leastShare * (best[0]?.score ?? 0);
  const isWithoutText = (one: BestSection<Storey>) =>
    withoutText.some(({ holder, number }) => holder === one.holder && number === one.number);
  const near = best.filter((one, place) => place < from || one.score >= least || isWithoutText(one));
  const rarity = new Map<string, number>();
  const unknown = new Set<string>();
  for (const [place, term] of [...terms.keys()].entries()) {
    const count = counts[(place + 1) * COUNTS_PER_TERM - 1] as number;
    rarity.set(term, rarityOf(count, sections));
    if (count === 0) unknown.add(term);
  }
  return { hits: near.map(toHit), withoutText: withoutText.map(toHit), rarity, unknown };
}

function toHit({ holder, number, score }: BestSection<Storey>): SectionHit {
  return { ...holder.section(number), score };
}

/**
 * The idf as in BM25, divided by that of a term in one section, so that it does not grow with the corpus. A term of no
 * section is as rare as one of a single section: it may be a slip or another word for it.
 */
function rarityOf(count: number, sections: number): number {
  if (sections < 2) return 1;
  return Math.max(0, Math.min(1, inverseFrequency(count, sections) / inverseFrequency(1, sections)));
}
