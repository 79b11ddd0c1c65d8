import { describe, expect, test } from "vitest";
import { decodeBytes } from "../../../src/documents/decode-bytes.ts";
import { parseDocument } from "../../../src/documents/parse-document.ts";

const text = "가나다 라마바.\n둘째 줄 2024년.\n";
const utf16 = (order: "le" | "be", mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
// "가나다 라마바." in CP949, and 똠방각하, whose first syllable EUC-KR proper does not hold.
const cp949 = Uint8Array.from([0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9, 0x20, 0xb6, 0xf3, 0xb8, 0xb6, 0xb9, 0xd9, 0x2e]);
const cp949Extension = Uint8Array.from([0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf]);

describe("decodeBytes reads", () => {
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", Buffer.from(text), text],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`), text],
    ["UTF-8 with CRLF", Buffer.from(text.replaceAll("\n", "\r\n")), text],
    ["UTF-16LE with a mark", utf16("le", true), text],
    ["UTF-16BE with a mark", utf16("be", true), text],
    ["UTF-16LE without a mark", utf16("le", false), text],
    ["UTF-16BE without a mark", utf16("be", false), text],
    ["CP949", cp949, "가나다 라마바."],
    ["CP949 cut in the middle of a character", cp949.subarray(0, 3), "가"],
    ["CP949 beyond EUC-KR", cp949Extension, "똠방각하"],
    ["Windows-1252", Buffer.from("the caf\xe9 opens at nine", "latin1"), "the café opens at nine"],
    ["decomposed Hangul (NFD)", Buffer.from(text.normalize("NFD")), text],
  ])("%s", (_, bytes, expected) => {
    expect(decodeBytes(bytes, "글.txt")).toEqual({ text: expected, warnings: [] });
  });

  test("UTF-8 with a few broken bytes, and says so", () => {
    const cut = Buffer.from("가나다라마바사아자차카타파하").subarray(0, 40);
    const { text: read, warnings } = decodeBytes(cut, "글.txt");
    expect(read).toMatch(/^가나다라마바사아자차카타파\ufffd+$/);
    expect(warnings).toEqual([expect.stringMatching(/^글\.txt has bytes that are not valid UTF-8.*\.$/)]);
  });
});

describe("parseDocument refuses, in one sentence that names the file and what to do,", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["an empty file", new Uint8Array(), /is empty/],
    ["a file of white space", Buffer.from(" \n\t\u00a0\ufeff\n"), /white space/],
    ["a PDF", Buffer.from("%PDF-1.7\n..."), /a PDF file/],
    ["an Office or HWPX document", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), /ZIP archive or an Office or HWPX/],
    ["an HWP document", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /an HWP/],
    ["a PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), /a PNG image/],
    ["a JPEG", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), /a JPEG image/],
    ["binary data", Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256), /binary data/],
  ])("%s", (_, bytes, reason) => {
    const { article, warnings } = parseDocument(bytes, { articleId: "a", source: "s", path: "폴더/무엇.txt" });
    expect(article).toBeNull();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^폴더\/무엇\.txt .*\.$/);
    expect(warnings[0]).toMatch(reason);
  });
});
