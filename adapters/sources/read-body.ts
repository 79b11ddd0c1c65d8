import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** What `Accept-Encoding` may say, because `readBody` can read it. */
export const ACCEPTED_ENCODINGS = "gzip, br";

/** Thrown where a body cannot be had; the message is the second half of a sentence. */
export class BodyProblem extends Error {
  override readonly name = "BodyProblem";
}

/** The decompressed bytes. Counts them before and after, so that what unpacks to more than the limit is left unread. */
export async function readBody(
  body: Readable,
  encoding: string | null,
  declaredLength: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const tooLarge = () => new BodyProblem(`it answered with more than ${sizeWords(maxBytes)}`);
  if (declaredLength !== null && Number(declaredLength) > maxBytes) throw tooLarge();

  async function* count(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge();
      yield chunk;
    }
  }
  const chunks: Uint8Array[] = [];
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const unpack = decompressor(encoding);
  if (unpack === null) await pipeline(body, count, collect);
  else await pipeline(body, count, unpack, count, collect);
  return Buffer.concat(chunks);
}

function decompressor(encoding: string | null) {
  const codings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  const [coding] = codings;
  if (coding === undefined) return null;
  // Packed twice is a bomb or a mistake.
  if (codings.length === 1) {
    if (coding === "gzip" || coding === "x-gzip") return createGunzip();
    if (coding === "deflate") return createInflate();
    if (coding === "br") return createBrotliDecompress();
  }
  throw new BodyProblem("it answered in a compression that was not asked for");
}

function sizeWords(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.floor(bytes / 100_000) / 10} MB` : `${bytes} bytes`;
}
