import { createHash } from "node:crypto";

const HASH_LENGTH = 16;

/** 16 characters that fit into a button's id and stand for a text of any length. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, HASH_LENGTH);
}
