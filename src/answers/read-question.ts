import { readQuery, type SectionQuery } from "../search/query.ts";
import type { Lexicon } from "../text/lexicon.ts";

import { type AskedFor, whatIsAskedFor } from "./asked-for.ts";
import { type Wanted, whatIsWanted } from "./wanted.ts";

export interface ReadQuestion {
  readonly text: string;
  readonly query: SectionQuery;
  readonly askedFor: AskedFor;
  readonly wanted: Wanted | null;
}

/** "몇 퍼센트" says what is wanted; 퍼센트 need not stand in the answer. */
const ASKED_UNIT = /몇\s?(?:번째|퍼센트|프로|달러|개국|차례|[가-힣%])[가-힣]*/gu;

export function readQuestion(text: string, lexicon: Lexicon): ReadQuestion {
  // WHO, IT and US are names.
  const asking = text.replace(/\b[A-Z]{2,}\b/g, " ");
  const askedFor = whatIsAskedFor(asking);
  const query = readQuery(text.replace(ASKED_UNIT, " "), lexicon);
  return { text, query, askedFor, wanted: whatIsWanted(asking, askedFor) };
}
