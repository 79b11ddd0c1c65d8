import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { IndexFolder, MergeJob, PackedSource, Records, SegmentFile } from "../../src/ports/index-folder.ts";
import { randomId } from "../../src/text/random-id.ts";
import { messageOf } from "../../src/text/thrown.ts";
import type { PackingThread } from "./packing-thread.ts";
import { openRecords, openSegmentFile } from "./segment-file.ts";

const MANIFEST = "manifest";
const SEGMENT = /\.segment$/;
const UNFINISHED = /\.tmp$/;

interface Place {
  readonly path: string;
  readonly thread: PackingThread;
  /** Makes this process the only one that writes here until it ends; null where another one is. Throws a reason. */
  readonly claim: () => { readonly release: () => void } | null;
}

type Claim = { readonly release: () => void } | { readonly problem: string | null };

/** A folder of segments, a file each, and a manifest that names those that count. */
export function openIndexFolder({ path, thread, claim }: Place): IndexFolder {
  let claimed: Claim | null = null;

  /** Asked for at the first writing: who only reads hinders nobody. */
  const claimOnce = async (): Promise<Claim> => {
    if (claimed) return claimed;
    try {
      await mkdir(path, { recursive: true });
      claimed = claim() ?? { problem: null };
    } catch (error) {
      claimed = { problem: messageOf(error) };
    }
    return claimed;
  };
  return {
    async manifest() {
      try {
        return await readFile(join(path, MANIFEST));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    open: (file) => openSegmentFile(path, file),
    async pack(job) {
      const mine = await claimOnce();
      const name = `${randomId()}.segment`;
      const target = "release" in mine ? join(path, name) : null;
      const packed = await thread.pack(job.articles, { sources: sourcesOf(job, path), path: target });
      const { image, written } = packed;
      const problem = packed.problem ?? ("problem" in mine ? mine.problem : null);
      if ("bytes" in written) return { image, records: inMemory(written.bytes), file: null, problem };
      const file = { name, ...written };
      return { image, records: openRecords(join(path, name), file.recordsSize), file, problem };
    },
    rest: () => thread.stop(),
    async keep(manifest, files) {
      const mine = await claimOnce();
      if ("problem" in mine) throw new Error(mine.problem ?? "another process keeps its index there");
      await replaceFile(path, manifest);
      await sweep(path, files);
    },
    async close() {
      await thread.stop();
      if (claimed && "release" in claimed) claimed.release();
      claimed = { problem: "the folder was closed" };
    },
  };
}

function sourcesOf({ sources }: MergeJob, path: string): PackedSource[] {
  return sources.map(({ segment: { image, records, file }, removed }) => ({
    image,
    removed,
    records: file ? { path: join(path, file.name), size: records.size } : { bytes: records.read(0, records.size) },
  }));
}

function inMemory(bytes: Uint8Array): Records {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to), close() {} };
}

async function replaceFile(folder: string, content: Uint8Array): Promise<void> {
  const next = join(folder, `${randomId()}.tmp`);
  try {
    const file = await open(next, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(next, join(folder, MANIFEST));
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** So that the names of new files outlast a loss of power. Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a merge replaced, and what a process left that died. What another one still reads goes later. */
async function sweep(folder: string, kept: readonly SegmentFile[]): Promise<void> {
  const names = new Set(kept.map(({ name }) => name));
  for (const name of await readdir(folder)) {
    if ((SEGMENT.test(name) && !names.has(name)) || UNFINISHED.test(name)) {
      await rm(join(folder, name), { force: true }).catch(() => {});
    }
  }
}
