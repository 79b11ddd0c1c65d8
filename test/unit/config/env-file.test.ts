import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnvFile } from "../../../src/config/env-file.ts";
import { temporaryFolder, writeFiles } from "../../flows/temporary-folder.ts";

const folder = temporaryFolder();
const text = 'PORT=3999\r\n# a comment\r\nSECRET="a#b"\r\n';
const settings = { PORT: "3999", SECRET: "a#b" };
const read = (content: string | Uint8Array) => readEnvFile(join(writeFiles(folder, { ".env": content }), ".env"));

describe("a file of settings", () => {
  it.each<[name: string, content: string | Uint8Array, found: object | null]>([
    ["as UTF-8", text, settings],
    ["as UTF-8 with a byte order mark", `\uFEFF${text}`, settings],
    ["as UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le"), null],
    ["as UTF-16 without a mark", Buffer.from(text, "utf16le"), null],
    ["that is empty", "", {}],
  ])("%s", (_name, content, found) => {
    expect(read(content)).toEqual(found);
  });

  it("that is not there, or a folder, has none", () => {
    expect(readEnvFile(join(folder, "nowhere"))).toEqual({});
    expect(readEnvFile(folder)).toEqual({});
  });
});
