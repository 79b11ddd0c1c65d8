import { createHash } from "node:crypto";

const MAGIC = "POLICYDESK-INDEX 1\n";
const DIGEST_LENGTH = 64;

/** MAGIC, the SHA-256 of what follows in hex, a line with the fingerprint's hash, JSON. */
export function encodeSnapshot(fingerprint: string, content: unknown): Uint8Array {
  const body = `\n${sha256(fingerprint)}\n${JSON.stringify(content)}`;
  return Buffer.from(MAGIC + sha256(body) + body);
}

/** Never throws: a snapshot that is cut, changed or made with other rules is refused with the reason. */
export function decodeSnapshot<Content>(
  fingerprint: string,
  snapshot: Uint8Array,
): { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly reason: string } {
  const text = Buffer.from(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength).toString();
  if (!text.startsWith(MAGIC)) return { ok: false, reason: "it is no index snapshot of this version" };
  const body = text.slice(MAGIC.length + DIGEST_LENGTH);
  if (sha256(body) !== text.slice(MAGIC.length, MAGIC.length + DIGEST_LENGTH))
    return { ok: false, reason: "it is damaged" };
  const [, madeWith = "", json = ""] = body.split("\n", 3);
  if (madeWith !== sha256(fingerprint))
    return { ok: false, reason: "it was made with other text rules or another lexicon" };
  return { ok: true, content: JSON.parse(json) as Content };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
