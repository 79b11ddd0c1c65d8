import { readQuery, SAYS_WHAT } from "../../search/query.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { splitSentences } from "../../text/sentences.ts";
import { whatIsAskedFor } from "../asked/asked-for.ts";

/** A sentence that says less than this many things claims nothing that could be looked up. */
const LEAST_WORDS = 2;
const ASKING = /[?？]\s*$|(?:나요|까요|습니까|는지요|인가요)[.…]*$/u;
const LINK = /https?:\/\/\S+/giu;

/** The sentences of a text that claim something, in order; questions, greetings and mere links don't. */
export function claimsOf(text: string, lexicon: Lexicon): string[] {
  const claims: string[] = [];
  for (const sentence of splitSentences(text.replace(LINK, " "))) {
    const claim = sentence.text.replace(/\s+/g, " ").trim();
    if (isQuestion(claim) || claims.includes(claim)) continue;
    const words = readQuery(claim, lexicon).words.filter(({ weight }) => weight >= SAYS_WHAT);
    if (words.length >= LEAST_WORDS) claims.push(claim);
  }
  return claims;
}

function isQuestion(sentence: string): boolean {
  return ASKING.test(sentence) || whatIsAskedFor(sentence) === "who";
}
