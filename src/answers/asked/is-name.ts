import type { Lexicon } from "../../text/lexicon.ts";

/** By the headings of the operator's list. */
const NAME_KINDS = /countr|cit|region|people|organi[sz]ation|compan/i;

/** Countries, people, organisations and the like; not offices and words of policy, which many questions share. */
export function isName(concept: string, lexicon: Lexicon): boolean {
  return NAME_KINDS.test(lexicon.kindOf(concept));
}
