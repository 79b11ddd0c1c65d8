import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexFingerprint } from "../../../src/search/index-options.ts";
import { createMiniSearchIndex } from "../../../src/search/mini-search-index.ts";
import { readQuery } from "../../../src/search/query.ts";
import type { SnapshotIndex } from "../../../src/search/section-index.ts";
import { decodeSnapshot, encodeSnapshot } from "../../../src/search/snapshot.ts";
import { emptyLexicon, parseLexicon } from "../../../src/text/lexicon.ts";
import { sampleArticle } from "../../contracts/sample-articles.ts";

const { lexicon } = parseLexicon("대만\tTaiwan\n");

function filled(): SnapshotIndex {
  const index = createMiniSearchIndex(lexicon);
  const articles = [
    sampleArticle("a", { 대만: "대만은 국방비를 올린다.\n두 줄째 \u2028 \ud800 \u0000 글" }),
    sampleArticle("b", { 일본: "일본은 관세를 협상한다." }),
  ];
  index.apply(
    articles.map((article) => ({ kind: "put", article })),
    3,
  );
  return index;
}

function shown(index: SnapshotIndex): unknown {
  const { hits } = index.find(readQuery("Taiwan 관세", lexicon), { limit: 10 });
  return { revision: index.revision(), hits: hits.map(({ section, score }) => [section.id, score]) };
}

const snapshot = filled().save();
const regions = Buffer.from(snapshot).toString("latin1").split("\n");
/** Where the lines of the head end: magic, digest, fingerprint. */
const headEnds = regions.slice(0, 3).map((_, line) => regions.slice(0, line + 1).join("\n").length);

function withByteFlipped(at: number): Uint8Array {
  const changed = Uint8Array.from(snapshot);
  changed[at] = (changed[at] ?? 0) ^ 0x01;
  return changed;
}

function checkRefused(bytes: Uint8Array, reason: string | RegExp): void {
  const index = filled();
  index.apply([{ kind: "remove", articleId: "b" }], 5);
  const before = shown(index);
  const load = index.load(bytes);
  expect(load).toEqual({ loaded: false, reason: expect.stringMatching(reason) });
  expect(shown(index)).toEqual(before);
}

describe("a snapshot is refused, and the index stays as it was:", () => {
  const other = parseLexicon("대만\tTaiwan\tFormosa\n").lexicon;
  const newer = { index: { serializationVersion: 99 }, articles: [], boilerplate: [], revision: 1 };

  it.each<[name: string, bytes: Uint8Array, reason: string]>([
    ["empty", new Uint8Array(), "it is no index snapshot of this version"],
    ["a file of another kind", Buffer.from("PK\u0003\u0004 and so on"), "it is no index snapshot of this version"],
    ["another version", Buffer.from(Buffer.from(snapshot).toString().replace("INDEX 1", "INDEX 2")), "it is no index"],
    ["nothing after the magic", snapshot.slice(0, (headEnds[0] ?? 0) + 1), "it is damaged"],
    ["with something behind it", Buffer.concat([snapshot, Buffer.from(" ")]), "it is damaged"],
    [
      "made without a lexicon",
      createMiniSearchIndex(emptyLexicon).save(),
      "made with other text rules or another lexicon",
    ],
    ["made with another lexicon", createMiniSearchIndex(other).save(), "made with other text rules or another lexicon"],
    [
      "of a MiniSearch we do not know",
      encodeSnapshot(indexFingerprint(lexicon), newer),
      "by another version of the index",
    ],
    ["of another form", encodeSnapshot(indexFingerprint(lexicon), { revision: 1 }), "by another version of the index"],
  ])("%s", (_name, bytes, reason) => checkRefused(bytes, reason));

  const cuts = [
    1,
    10,
    ...headEnds.flatMap((end) => [end - 1, end, end + 1]),
    Math.floor(snapshot.length / 2),
    snapshot.length - 1,
  ];
  it.each(cuts.filter((length) => length < snapshot.length))("cut to %i bytes", (length) => {
    checkRefused(snapshot.slice(0, length), /./);
  });

  it("with any byte changed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: snapshot.length - 1 }), (at) => checkRefused(withByteFlipped(at), /./)),
      { numRuns: 300 },
    );
  });
});

it("a snapshot may lie inside a larger buffer", () => {
  const larger = Buffer.concat([Buffer.from("before"), snapshot, Buffer.from("after")]);
  const index = createMiniSearchIndex(lexicon);
  expect(index.load(larger.subarray(6, 6 + snapshot.length))).toEqual({ loaded: true, revision: 3 });
  expect(shown(index)).toEqual(shown(filled()));
});

it("equal indexes give equal snapshots", () => {
  expect(Buffer.from(filled().save()).equals(snapshot)).toBe(true);
});

it("whatever JSON can say comes back", () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, fingerprint) => {
      const content: unknown = JSON.parse(json);
      expect(decodeSnapshot(fingerprint, encodeSnapshot(fingerprint, content))).toEqual({ ok: true, content });
    }),
  );
});
