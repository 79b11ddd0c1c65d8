import type { Lexicon } from "../../../src/text/lexicon.ts";
import { termsOf } from "../../../src/text/terms.ts";
import type { Engine } from "./engine.ts";
import { flexSearch } from "./flexsearch.ts";
import { fts5 } from "./fts5.ts";
import { lunrJs } from "./lunr.ts";
import { miniSearch } from "./minisearch.ts";
import { orama } from "./orama.ts";
import { ours } from "./ours.ts";

export function enginesWith(lexicon: Lexicon): Engine[] {
  const terms = (text: string) => termsOf(text, lexicon);
  return [miniSearch, orama, flexSearch, lunrJs, fts5].flatMap((library) => library(terms)).concat(ours(lexicon));
}
