import { type Evidence, evidenceFor, evidenceOfRelated, RELATED, relatedIn } from "../text/evidence.ts";
import type { QueryWord } from "./query.ts";
import type { SectionReading } from "./section-reading.ts";

/** What a text says of a word itself, and of other words for it, 0..1. */
export interface WordEvidence {
  readonly own: number;
  readonly related: number;
}

/** What a section says of each word of a question, in the question's order. */
export interface SaidWords {
  readonly inBody: readonly WordEvidence[];
  readonly inHeading: readonly WordEvidence[];
  /** By sentence of the section: the larger of the two. */
  readonly inSentences: readonly (readonly number[])[];
}

export function readSaid(words: readonly QueryWord[], reading: SectionReading): SaidWords {
  // What the body lacks no sentence of it has.
  const near = words.map((word): Sayable => {
    const related = relatedIn(word.related, reading.bodyEvidence);
    return { word: word.word, concept: word.concept, related };
  });
  const inBody = near.map((word) => evidenceOfWord(word, reading.bodyEvidence));
  const isLacking = inBody.map(({ own, related }) => own === 0 && related === 0);
  return {
    inBody,
    inHeading: words.map((word) => evidenceOfWord(word, reading.headingEvidence)),
    inSentences: reading.sentences.map(({ evidence }) =>
      near.map((word, place) => (isLacking[place] ? 0 : largerEvidence(word, evidence))),
    ),
  };
}

/** The larger evidence for each word of a question. */
export function evidenceByWord(words: readonly QueryWord[], evidence: Evidence): number[] {
  return words.map((word) => largerEvidence(word, evidence));
}

type Sayable = Pick<QueryWord, "word" | "concept" | "related">;

function evidenceOfWord({ word, concept, related }: Sayable, evidence: Evidence): WordEvidence {
  return { own: evidenceFor(word, concept, evidence), related: evidenceOfRelated(related, evidence) };
}

function largerEvidence({ word, concept, related }: Sayable, evidence: Evidence): number {
  const own = evidenceFor(word, concept, evidence);
  return own >= RELATED ? own : Math.max(own, evidenceOfRelated(related, evidence));
}
