import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { SnapshotFile } from "../../src/ports/snapshot-file.ts";
import { randomId } from "../../src/text/random-id.ts";

/** A snapshot in one file: written beside it, synced, then renamed over it. */
export function openSnapshotFile(path: string): SnapshotFile {
  return {
    async read() {
      try {
        return await readFile(path);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    async replace(snapshot) {
      await mkdir(dirname(path), { recursive: true });
      const next = `${path}.${randomId()}.tmp`;
      try {
        await writeSynced(next, snapshot);
        await rename(next, path);
      } catch (error) {
        await rm(next, { force: true });
        throw error;
      }
    },
  };
}

async function writeSynced(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
