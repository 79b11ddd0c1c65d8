import type { IndexFolder, PackedSegment, SegmentFile } from "../../src/ports/index-folder.ts";
import { mergeInMemory } from "../../src/search/storeys/run-merge.ts";
import type { Lexicon } from "../../src/text/lexicon.ts";

/** An index folder without a disk and without a thread. */
export interface FolderInMemory extends IndexFolder {
  /** How many segments were packed, and how often a manifest was kept. */
  readonly done: { packed: number; kept: number };
  readonly names: () => string[];
}

export function indexFolderInMemory(lexicon: Lexicon): FolderInMemory {
  const files = new Map<string, Omit<PackedSegment, "file">>();
  const done = { packed: 0, kept: 0 };
  let manifest: Uint8Array | null = null;
  return {
    done,
    names: () => [...files.keys()],
    others: async () => [],
    manifest: async () => manifest,
    async open(file) {
      const opened = files.get(file.name);
      if (!opened) throw new Error(`its file ${file.name} is missing`);
      return { ...opened, file };
    },
    writes: async () => true,
    async pack(job) {
      const { image, records } = mergeInMemory(job, lexicon);
      const name = `${++done.packed}.segment`;
      const sizes = { recordsSize: records.size, recordsChecksum: 0, imageSize: image.length, imageChecksum: 0 };
      const file: SegmentFile = { name, ...sizes };
      const packed = { image, records, problem: null };
      files.set(name, packed);
      return { ...packed, file };
    },
    async rest() {},
    async keep(bytes, kept) {
      done.kept++;
      manifest = bytes;
      for (const name of files.keys()) if (!kept.some((file) => file.name === name)) files.delete(name);
    },
    async close() {},
  };
}
