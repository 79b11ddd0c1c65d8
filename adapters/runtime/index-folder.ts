import { existsSync } from "node:fs";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { IndexFolder, MergeJob, PackedSource, Records } from "../../src/ports/index-folder.ts";
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
  /** Makes the folder where it is missing. Throws a reason. */
  readonly make: () => void;
  /** Makes this process the only one that writes here until it ends; null where another one is. Throws a reason. */
  readonly claim: () => { readonly release: () => void } | null;
}

type Claim = { readonly release: () => void } | { readonly problem: string | null };

/** A folder of segments, a file each, and a manifest that names those that count. */
export function openIndexFolder({ path, thread, make, claim }: Place): IndexFolder {
  let held: Extract<Claim, { readonly release: () => void }> | null = null;
  let claiming: Promise<Claim> | null = null;
  let closed = false;

  /** Asked for when something is written, until it is given: who only reads hinders nobody, and who has it may end. */
  const claimed = (): Promise<Claim> => {
    claiming ??= claimNow().finally(() => {
      claiming = null;
    });
    return claiming;
  };
  const claimNow = async (): Promise<Claim> => {
    try {
      if (closed) return { problem: "the folder was closed" };
      make();
      if (held) return held;
      held = claim();
      // Before anything is written: who dies or finds the disk full at each start must not fill it.
      if (held) await sweep(path, await namesKept(path));
      return held ?? { problem: null };
    } catch (error) {
      return { problem: messageOf(error) };
    }
  };
  return {
    async others() {
      const beside = await readdir(dirname(path)).catch(() => []);
      const folders = beside.map((name) => join(dirname(path), name)).filter((folder) => folder !== path);
      return folders.filter((folder) => existsSync(join(folder, MANIFEST)));
    },
    async manifest() {
      try {
        return await readFile(join(path, MANIFEST));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    open: (file) => openSegmentFile(path, file),
    writes: async () => "release" in (await claimed()),
    async pack(job) {
      const mine = await claimed();
      const name = `${randomId()}.segment`;
      const target = "release" in mine ? join(path, name) : null;
      const packed = await thread.pack(job.articles, { sources: sourcesOf(job), path: target });
      const { image, written } = packed;
      const problem = packed.problem ?? ("problem" in mine ? mine.problem : null);
      if ("bytes" in written) return { image, records: inMemory(written.bytes), file: null, problem };
      const file = { name, ...written };
      return { image, records: openRecords(join(path, name), file.recordsSize), file, problem };
    },
    rest: () => thread.stop(),
    async keep(manifest, files) {
      const mine = await claimed();
      if ("problem" in mine) throw new Error(mine.problem ?? "another process keeps its index there");
      await replaceFile(path, manifest);
      await sweep(
        path,
        files.map(({ name }) => name),
      );
    },
    async close() {
      closed = true;
      await thread.stop();
      held?.release();
      held = null;
    },
  };
}

function sourcesOf({ sources }: MergeJob): PackedSource[] {
  return sources.map(({ segment: { image, records }, removed, removedWords }) => ({
    image,
    removed,
    removedWords,
    records:
      records.descriptor === null
        ? { bytes: records.read(0, records.size) }
        : { descriptor: records.descriptor, size: records.size },
  }));
}

function inMemory(bytes: Uint8Array): Records {
  return { size: bytes.length, descriptor: null, read: (from, to) => bytes.subarray(from, to), close() {} };
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

/** The segments that the manifest names, whichever version wrote it. */
async function namesKept(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => SEGMENT.test(name));
  if (names.length === 0) return [];
  const manifest = await readFile(join(folder, MANIFEST)).catch(() => Buffer.alloc(0));
  return names.filter((name) => manifest.includes(name));
}

/** What a merge replaced, and what a process left that died. What another one still reads goes later. */
async function sweep(folder: string, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    if ((SEGMENT.test(name) && !kept.includes(name)) || UNFINISHED.test(name)) {
      await rm(join(folder, name), { force: true }).catch(() => {});
    }
  }
}
