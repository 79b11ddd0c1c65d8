import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWordLists } from "../../../adapters/sources/word-lists.ts";
import { temporaryFolder } from "../../flows/temporary-folder.ts";

const root = temporaryFolder();
let folders = 0;

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(root, `${folders++}`);
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe("word lists of a folder", () => {
  it("are named by their path; one may be missing", async () => {
    const folder = folderOf({ "aliases.tsv": "등대섬\tBeacon Island\n", "notes.txt": "" });
    expect(await readWordLists(folder)).toEqual({
      aliases: [{ name: join(folder, "aliases.tsv"), text: "등대섬\tBeacon Island\n" }],
      synonyms: [],
      exclusive: [],
    });
  });

  it.each<[name: string, folder: () => string, problem: RegExp]>([
    ["no folder", () => join(root, "nowhere"), /^There is no folder ".*nowhere"\.$/],
    ["a file in its place", () => join(folderOf({ "aliases.tsv": "" }), "aliases.tsv"), /^There is no folder/],
    ["no list", () => folderOf({ "aliases.csv": "" }), /holds none of aliases\.tsv, synonyms\.tsv, exclusive\.tsv\.$/],
    [
      "a folder in the place of a list",
      () => {
        const folder = folderOf({ "aliases.tsv": "" });
        mkdirSync(join(folder, "synonyms.tsv"));
        return folder;
      },
      /synonyms\.tsv" is no file\. Put the list there, or take it away\.$/,
    ],
    [
      "a link to itself",
      () => {
        const folder = folderOf({ "aliases.tsv": "" });
        symlinkSync("synonyms.tsv", join(folder, "synonyms.tsv"));
        return folder;
      },
      /synonyms\.tsv" could not be read: ELOOP/,
    ],
    [
      "another encoding",
      () => folderOf({ "synonyms.tsv": Uint8Array.of(0xb0, 0xfc, 0xbc, 0xbc) }),
      /synonyms\.tsv" is not UTF-8\. Save it as UTF-8\.$/,
    ],
  ])("names what is wrong: %s", async (_name, folder, problem) => {
    await expect(readWordLists(folder())).rejects.toThrow(problem);
  });
});
