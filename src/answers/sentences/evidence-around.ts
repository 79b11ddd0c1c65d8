import type { Candidate } from "./rank-sentences.ts";

/** How far what stands around a sentence is evidence for the sentence. */
const HEADING_SHARE = 0.95;
export const NEIGHBOUR_SHARE = 0.75;
const SECTION_SHARE = 0.45;
const ARTICLE_SHARE = 0.4;

/** How far a word of the question is said in a sentence or around it, 0..1. */
export function evidenceAround(candidate: Candidate, word: number): number {
  return Math.max(
    candidate.inSentence[word] ?? 0,
    HEADING_SHARE * (candidate.inHeading[word] ?? 0),
    NEIGHBOUR_SHARE * (candidate.inNeighbours[word] ?? 0),
    SECTION_SHARE * (candidate.inSection[word] ?? 0),
    ARTICLE_SHARE * (candidate.inArticle[word] ?? 0),
  );
}
