import { createHash } from "node:crypto";
import type { Removals } from "./storeys/sealed-storey.ts";
import type { SegmentFile } from "./storeys/segment.ts";

/** What an index is put together from again. */
export interface Manifest {
  readonly revision: number;
  /** Of a state of the store that holds all of this. */
  readonly mark: string;
  readonly segments: readonly { readonly file: SegmentFile; readonly removals: Removals }[];
  readonly boilerplate: readonly (readonly [source: string, fingerprints: readonly string[]])[];
}

const MAGIC = "POLICYDESK-INDEX 3\n";
const DIGEST_LENGTH = 64;

/** MAGIC, the SHA-256 of what follows in hex, a line with the fingerprint's hash, JSON; arrays in the machine's byte order. */
export function encodeManifest(fingerprint: string, manifest: Manifest): Uint8Array {
  const body = `\n${sha256(fingerprint)}\n${JSON.stringify(manifest, packArray)}`;
  return Buffer.from(MAGIC + sha256(body) + body);
}

/** Never throws: a manifest that is cut, changed or made with other rules is refused with the reason. */
export function decodeManifest(
  fingerprint: string,
  bytes: Uint8Array,
): { readonly ok: true; readonly manifest: Manifest } | { readonly ok: false; readonly reason: string } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  if (!text.startsWith(MAGIC)) return { ok: false, reason: "it was made by another version of the index" };
  const body = text.slice(MAGIC.length + DIGEST_LENGTH);
  if (sha256(body) !== text.slice(MAGIC.length, MAGIC.length + DIGEST_LENGTH))
    return { ok: false, reason: "it is damaged" };
  const [, madeWith = "", json = ""] = body.split("\n", 3);
  if (madeWith !== sha256(fingerprint))
    return { ok: false, reason: "it was made with other text rules or another lexicon" };
  return { ok: true, manifest: JSON.parse(json, unpackArray) as Manifest };
}

const ARRAYS = { Uint32Array, Int32Array };

/** Numbers as base64: a list of as many would hold up whoever answers meanwhile. */
function packArray(_key: string, value: unknown): unknown {
  for (const [kind, Kind] of Object.entries(ARRAYS)) {
    if (!(value instanceof Kind)) continue;
    return { [kind]: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64") };
  }
  return value;
}

function unpackArray(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const [kind, Kind] of Object.entries(ARRAYS)) {
    const packed = (value as Record<string, unknown>)[kind];
    if (typeof packed === "string") return new Kind(Uint8Array.from(Buffer.from(packed, "base64")).buffer);
  }
  return value;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
