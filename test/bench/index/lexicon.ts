import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseLexicon } from "../../../src/text/lexicon.ts";

const folder = join(import.meta.dirname, "../../../index-data/lexicon");

export const words = {
  aliases: readFileSync(join(folder, "aliases.tsv"), "utf8"),
  synonyms: readFileSync(join(folder, "synonyms.tsv"), "utf8"),
};

export const { lexicon } = parseLexicon(words.aliases, words.synonyms);
