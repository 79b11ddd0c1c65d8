import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { SnapshotFile } from "../../src/ports/snapshot-file.ts";

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
      const next = `${path}.${process.pid}.tmp`;
      const file = await open(next, "w");
      try {
        await file.writeFile(snapshot);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(next, path);
    },
  };
}
