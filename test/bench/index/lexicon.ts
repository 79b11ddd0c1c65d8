import { join } from "node:path";
import { readWordLists } from "../../../adapters/sources/word-lists.ts";
import { parseWordLists } from "../../../src/text/lexicon.ts";

export const words = await readWordLists(join(import.meta.dirname, "../../../index-data/lexicon"));

export const { lexicon } = parseWordLists(words);
