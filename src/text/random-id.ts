import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 16;
/** The largest multiple of the alphabet's size in a byte: bytes beyond it would favour its first letters. */
const FAIR_BYTES = 252;
const ERROR_ID_BYTES = 2;

/** 16 letters and digits that nobody can guess. */
export function randomId(): string {
  let id = "";
  while (id.length < ID_LENGTH) {
    for (const byte of randomBytes(ID_LENGTH)) {
      if (byte < FAIR_BYTES && id.length < ID_LENGTH) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return id;
}

/** Four characters that a person can read out, to find a failure in the log: "7F3A". */
export function errorId(): string {
  return randomBytes(ERROR_ID_BYTES).toString("hex").toUpperCase();
}
