import { expect, it } from "vitest";
import { readLexicon } from "../../src/app/opening.ts";

const warningsOf = async (text: string) => {
  const { warnings } = await readLexicon({
    readWordLists: async () => ({ aliases: [], synonyms: [{ name: "own/synonyms.tsv", text }], exclusive: [] }),
  });
  return warnings;
};

it("says what is wrong with word lists, and of a list that is wrong throughout not each line", async () => {
  expect(await warningsOf("거절\t거부\n매입\n")).toEqual([expect.stringMatching(/^own\/synonyms\.tsv, line 2: /)]);
  const all = await warningsOf("거절,거부\n".repeat(1_000));
  expect(all.length).toBe(21);
  expect(all.at(-2)).toMatch(/^own\/synonyms\.tsv, line 20: /);
  expect(all.at(-1)).toBe("The word lists have 980 more such mistakes.");
});
