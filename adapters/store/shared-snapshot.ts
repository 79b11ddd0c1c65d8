import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";
import type { Kysely } from "kysely";
import type { SnapshotFile } from "../../src/ports/snapshot-file.ts";
import { randomId } from "../../src/text/random-id.ts";
import type { Tables } from "./tables.ts";

const PART_BYTES = 4 * 1024 * 1024;
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** A snapshot in the database: compressed, in parts, and of several versions the one that is whole. */
export function sharedSnapshot(db: Kysely<Tables>): SnapshotFile {
  return {
    async read() {
      const version = await wholeVersion(db);
      if (version === null) return null;
      const parts: Uint8Array[] = [];
      for (let part = 0; part < version.parts; part++) {
        const row = await db
          .selectFrom("snapshots")
          .select("bytes")
          .where("version", "=", version.name)
          .where("part", "=", part)
          .executeTakeFirst();
        // Another process has just replaced it.
        if (row === undefined) return null;
        parts.push(row.bytes);
      }
      return new Uint8Array(await decompress(Buffer.concat(parts)));
    },
    async replace(snapshot) {
      const bytes = await compress(snapshot);
      const version = randomId();
      const parts = Math.ceil(bytes.length / PART_BYTES);
      for (let part = 0; part < parts; part++) {
        const slice = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
        await db.insertInto("snapshots").values({ version, part, parts, bytes: slice }).execute();
      }
      await db.deleteFrom("snapshots").where("version", "<>", version).execute();
    },
  };
}

async function wholeVersion(db: Kysely<Tables>): Promise<{ readonly name: string; readonly parts: number } | null> {
  const row = await db
    .selectFrom("snapshots")
    .select("version as name")
    .select((eb) => eb.fn.max("parts").as("parts"))
    .groupBy("version")
    .having((eb) => eb(eb.fn.countAll(), "=", eb.fn.max("parts")))
    .executeTakeFirst();
  return row ?? null;
}
