import { decodeBytes } from "./decode-bytes.ts";
import { decodeCp949 } from "./decode-cp949.ts";

export interface WebText {
  /** In NFC with LF line ends; null where the bytes are no text. */
  readonly text: string | null;
  readonly warnings: readonly string[];
}

const KOREAN =
  /^(?:euc[-_]?kr|cseuckr|ks_?c_?5601(?:[-_]?19(?:87|89))?|korean|iso-ir-149|(?:x-)?windows-949|(?:x-)?(?:cp|ms|uhc)_?-?949|uhc)$/i;
const DECLARATION_BYTES = 4096;

/**
 * Text from the web: a byte order mark says what it is, else the server's charset, else what the document declares
 * of itself, else what the bytes look like. A word that the bytes contradict does not count. Never throws.
 */
export function decodeWebText(bytes: Uint8Array, charset: string | null, name: string): WebText {
  if (bytes.length === 0) return { text: null, warnings: [`${name} is empty.`] };
  if (!hasByteOrderMark(bytes)) {
    for (const said of [charset, declaredCharset(bytes)]) {
      const text = said === null ? null : decodeAs(bytes, said.trim().toLowerCase());
      // Encoded anew, so that one decoder decides what is no text and tidies the rest.
      if (text !== null) return decodeBytes(new TextEncoder().encode(text), name);
    }
  }
  return decodeBytes(bytes, name);
}

function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0xef && second === 0xbb && third === 0xbf)
  );
}

/** `<?xml encoding="…"?>` or `<meta charset>`; null in UTF-16, whose zeros tell it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  return (
    /^\s{0,99}<\?xml\b[^>]{0,300}?\bencoding\s{0,9}=\s{0,9}["']\s{0,9}([\w.:-]{1,40})/i.exec(start)?.[1] ??
    /<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(start)?.[1] ??
    null
  );
}

function decodeAs(bytes: Uint8Array, charset: string): string | null {
  if (KOREAN.test(charset)) {
    // Much Korean UTF-8 also happens to be CP949, and many a server still says EUC-KR of it; the reverse hardly occurs.
    const utf8 = decodeStrictly(bytes, "utf-8");
    return utf8 !== null && /[^\p{ASCII}]/u.test(utf8) ? utf8 : decodeCp949(bytes);
  }
  if (/^utf-?16$/.test(charset)) {
    return bytes[0] === 0 ? decodeStrictly(bytes, "utf-16be") : decodeStrictly(bytes, "utf-16le");
  }
  // Web servers say Latin-1 when they don't know.
  if (/^(?:iso[-_]?8859-?1|latin-?1|us-ascii|ascii|windows-1252)$/.test(charset)) return null;
  return decodeStrictly(bytes, charset);
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    // Unknown to Node, or not what the bytes are.
    return null;
  }
}
