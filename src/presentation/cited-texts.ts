import type { Citation } from "../answers/answer.ts";

/** What readers see as one source: a section's body, or one note of it, with everything that is quoted from it. */
export interface CitedText {
  /** Counted on from the first citation's. */
  readonly number: number;
  readonly first: Citation;
  /** In their order, the first one too. */
  readonly citations: readonly Citation[];
}

/** Sentences that lie apart in one text have a citation each; a reader expects one source that all of them point to. */
export function citedTexts(citations: readonly Citation[]): CitedText[] {
  const groups = Map.groupBy(citations, ({ articleId, sectionId, footnote }) =>
    JSON.stringify([articleId, sectionId, footnote]),
  );
  const start = citations[0]?.number ?? 1;
  return [...groups.values()].flatMap((group, at) => {
    const [first] = group;
    return first === undefined ? [] : [{ number: start + at, first, citations: group }];
  });
}
