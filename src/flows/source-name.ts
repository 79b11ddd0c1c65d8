import { onOneLine } from "../text/plain.ts";

const LONGEST_NAME = 60;

/** A name as a source may have it: it begins the ids of articles, before a "/", and is shown. Null where it cannot be one. */
export function sourceName(name: string): string | null {
  const plain = onOneLine(name).trim().normalize("NFC");
  return plain === "" || plain.length > LONGEST_NAME || /[/\\]/.test(plain) || plain === "webhook" ? null : plain;
}

/** Why it cannot. `option`: how another one is given. */
export function nameRefusal(name: string, option: string): string {
  return `"${name}" cannot be the name of a source. Give another with ${option}: up to ${LONGEST_NAME} characters, no slash.`;
}
