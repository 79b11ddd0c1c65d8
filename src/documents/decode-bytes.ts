import { decodeCp949 } from "./decode-cp949.ts";

/** The text in NFC with LF line ends, or null where the bytes are no text; warnings are whole sentences. */
export interface DecodedText {
  readonly text: string | null;
  readonly warnings: readonly string[];
}

const utf8 = { fatal: true, ignoreBOM: false } as const;

/** Reads UTF-8, UTF-16 (with or without a byte order mark), CP949/EUC-KR and Windows-1252. Never throws. */
export function decodeBytes(bytes: Uint8Array, path: string): DecodedText {
  const refuse = (looksLike: string, remedy: string): DecodedText => ({
    text: null,
    warnings: [`${path} looks like ${looksLike}, not like text: ${remedy}.`],
  });
  if (bytes.length === 0) {
    return { text: null, warnings: [`${path} is empty: put text into it or remove it.`] };
  }
  const container = containerFormat(bytes);
  if (container !== null) {
    return refuse(container, "export it as text, Markdown or HTML and hand that in");
  }
  const decoded = decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeKorean(bytes) ?? decodeWestern(bytes);
  if (decoded === null || controlShare(decoded.text) > 0.02) {
    return refuse("binary data", "if it is text, save it as UTF-8");
  }
  const text = tidy(decoded.text);
  if (!/[^\s\u200b\u2060\ufeff]/u.test(text)) {
    return { text: null, warnings: [`${path} holds nothing but white space: put text into it or remove it.`] };
  }
  return {
    text,
    warnings: decoded.broken
      ? [`${path} has bytes that are not valid UTF-8: they were replaced, so a few characters may be lost.`]
      : [],
  };
}

interface Attempt {
  readonly text: string;
  readonly broken: boolean;
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ["a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive or an Office or HWPX document", [0x50, 0x4b, 0x03, 0x04]],
  ["a ZIP archive", [0x50, 0x4b, 0x05, 0x06]],
  ["an HWP or an old Office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an HWP document", [...new TextEncoder().encode("HWP Document File")]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a GZIP archive", [0x1f, 0x8b, 0x08]],
];

function containerFormat(bytes: Uint8Array): string | null {
  for (const [name, signature] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return name;
  }
  return null;
}

function decodeUtf16(bytes: Uint8Array): Attempt | null {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return { text: new TextDecoder("utf-16le").decode(bytes), broken: false };
  if (mark === 0xfeff) return { text: new TextDecoder("utf-16be").decode(bytes), broken: false };

  // Spaces, digits and line ends put a NUL into one half of each pair (가 and a few more into the other); text in other
  // encodings has none at all.
  const length = Math.min(bytes.length, 65_536);
  let atEven = 0;
  let atOdd = 0;
  for (let i = 0; i < length; i += 1) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) atEven += 1;
    else atOdd += 1;
  }
  if (Math.max(atEven, atOdd) < Math.max(1, length / 100) || Math.min(atEven, atOdd) * 3 > Math.max(atEven, atOdd))
    return null;
  const text = new TextDecoder(atOdd > atEven ? "utf-16le" : "utf-16be").decode(bytes);
  return share(text, /[\p{Script=Hangul}\p{ASCII}\p{Script=Han}\p{P}]/gu) > 0.9 ? { text, broken: false } : null;
}

function decodeUtf8(bytes: Uint8Array): Attempt | null {
  try {
    return { text: new TextDecoder("utf-8", utf8).decode(bytes), broken: false };
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    // In CP949 nearly every character breaks; in a truncated or slightly damaged file only a few do.
    const broken = count(text, /\ufffd/g);
    const beyondAscii = count(text, /[^\p{ASCII}]/gu);
    return broken * 5 <= beyondAscii ? { text, broken: true } : null;
  }
}

function decodeKorean(bytes: Uint8Array): Attempt | null {
  const text = decodeCp949(bytes);
  if (text === null) return null;
  const beyondAscii = count(text, /[^\p{ASCII}]/gu);
  return count(text, /\p{Script=Hangul}/gu) * 2 > beyondAscii ? { text, broken: false } : null;
}

function decodeWestern(bytes: Uint8Array): Attempt | null {
  let high = 0;
  let letters = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters += 1;
  }
  if (high * 10 > bytes.length || letters * 2 < bytes.length) return null;
  return { text: new TextDecoder("windows-1252").decode(bytes), broken: false };
}

function tidy(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
  const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
  return text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
    .replace(controls, "")
    .toWellFormed()
    .normalize("NFC");
}

function controlShare(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data
  return share(text, /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g);
}

function share(text: string, pattern: RegExp): number {
  return text.length === 0 ? 0 : count(text, pattern) / text.length;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
