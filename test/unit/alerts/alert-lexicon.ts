import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseLexicon } from "../../../src/text/lexicon.ts";

/** The aliases that come with the program. */
export const { lexicon } = parseLexicon(
  readFileSync(join(import.meta.dirname, "../../../index-data/lexicon/aliases.tsv"), "utf8"),
);
