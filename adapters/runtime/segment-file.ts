import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { PackedSegment, RecordSink, Records, SegmentFile } from "../../src/ports/index-folder.ts";
import { messageOf } from "../../src/text/thrown.ts";

/** Read or written at a time, so that others have their turn between. */
const PIECE_BYTES = 4 << 20;

/** Opens what `openRecords` and a segment's image are read from. Throws the system's errors. */
export function openRecords(path: string, size: number): Records {
  return recordsAt(openSync(path, "r"), size);
}

/** The same of a file that is open, for the thread that is to read it too. */
export function recordsAt(descriptor: number, size: number): Records {
  let isOpen = true;
  return {
    size,
    descriptor,
    read(from, to) {
      const bytes = new Uint8Array(to - from);
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(descriptor, bytes, at, bytes.length - at, from + at);
        if (read === 0) throw new Error("it is shorter than it was");
        at += read;
      }
      return bytes;
    },
    close() {
      if (isOpen) closeSync(descriptor);
      isOpen = false;
    },
  };
}

/**
 * Writes records as they come and the image that `make` gives back, waits for the disk, and says what the file is now.
 * Where that fails nothing stays. Holds the thread.
 */
export function writeSegmentFile(
  path: string,
  make: (sink: RecordSink) => Uint8Array<SharedArrayBuffer>,
): { readonly image: Uint8Array<SharedArrayBuffer>; readonly file: Omit<SegmentFile, "name"> } {
  const descriptor = openSync(path, "wx");
  try {
    const records = { size: 0, checksum: 0 };
    const image = make({
      get size() {
        return records.size;
      },
      write(record) {
        writeAll(descriptor, record);
        records.size += record.length;
        records.checksum = crc32(record, records.checksum);
      },
    });
    writeAll(descriptor, image);
    fsyncSync(descriptor);
    closeSync(descriptor);
    const file = {
      recordsSize: records.size,
      recordsChecksum: records.checksum,
      imageSize: image.length,
      imageChecksum: crc32(image),
    };
    return { image, file };
  } catch (error) {
    closeSync(descriptor);
    rmSync(path, { force: true });
    throw error;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(descriptor, bytes, at, Math.min(PIECE_BYTES, bytes.length - at));
}

/** Reads all of it once; the records stay on the disk. Throws a reason where the file is not what was written. */
export async function openSegmentFile(folder: string, file: SegmentFile): Promise<PackedSegment> {
  const path = join(folder, file.name);
  const { recordsSize, imageSize } = file;
  const handle = await open(path, "r").catch((error: unknown) => {
    throw new Error(`its file ${file.name} cannot be opened (${messageOf(error)})`);
  });
  try {
    const isDamaged = () => new Error(`its file ${file.name} is damaged`);
    if ((await stat(path)).size !== recordsSize + imageSize) throw isDamaged();
    const piece = new Uint8Array(Math.min(PIECE_BYTES, recordsSize));
    let checksum = 0;
    for (let at = 0; at < recordsSize; at += piece.length) {
      const length = Math.min(piece.length, recordsSize - at);
      await handle.read(piece, 0, length, at);
      checksum = crc32(piece.subarray(0, length), checksum);
    }
    if (checksum !== file.recordsChecksum) throw isDamaged();
    const image = new Uint8Array(new SharedArrayBuffer(imageSize));
    checksum = 0;
    for (let at = 0; at < imageSize; at += PIECE_BYTES) {
      const length = Math.min(PIECE_BYTES, imageSize - at);
      await handle.read(image, at, length, recordsSize + at);
      checksum = crc32(image.subarray(at, at + length), checksum);
    }
    if (checksum !== file.imageChecksum) throw isDamaged();
    return { image, records: openRecords(path, recordsSize), file, problem: null };
  } finally {
    await handle.close();
  }
}
