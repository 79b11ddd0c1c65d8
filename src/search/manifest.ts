import { createHash } from "node:crypto";
import type { Removals } from "./storeys/sealed-storey.ts";
import type { SegmentFile } from "./storeys/segment.ts";

/** What an index is put together from again. */
export interface Manifest {
  readonly revision: number;
  readonly segments: readonly { readonly file: SegmentFile; readonly removals: Removals }[];
  readonly boilerplate: readonly (readonly [source: string, fingerprints: readonly string[]])[];
}

const MAGIC = "POLICYDESK-INDEX 2\n";
const DIGEST_LENGTH = 64;

/** MAGIC, the SHA-256 of what follows in hex, a line with the fingerprint's hash, JSON. */
export function encodeManifest(fingerprint: string, manifest: Manifest): Uint8Array {
  const body = `\n${sha256(fingerprint)}\n${JSON.stringify(manifest)}`;
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
  return { ok: true, manifest: JSON.parse(json) as Manifest };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
