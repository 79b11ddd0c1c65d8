import type { SectionIndex } from "../search/section-index.ts";
import type { Speller } from "../search/spelling.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** What the engine reads from. It asks no network and no queue. */
export interface Knowledge {
  readonly index: SectionIndex;
  readonly lexicon: Lexicon;
  readonly speller: Speller;
}
