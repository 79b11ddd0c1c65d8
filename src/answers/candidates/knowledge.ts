import type { SectionIndex } from "../../search/section-index.ts";
import { createSpeller, type Speller } from "../../search/spelling.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { Threshold } from "../confidence/threshold.ts";

/** What sentences are found in. */
export interface Documents {
  readonly index: SectionIndex;
  readonly lexicon: Lexicon;
  readonly speller: Speller;
}

/** What the engine reads from. It asks no network and no queue. */
export interface Knowledge extends Documents {
  /** How sure an answer from this index must be, today. */
  threshold(): Threshold;
}

export function createDocuments(index: SectionIndex, lexicon: Lexicon): Documents {
  return { index, lexicon, speller: createSpeller(index, lexicon) };
}
