import type { SectionHit } from "../../search/section-index.ts";

/** Where a sentence stands. */
export interface SentencePlace {
  readonly hit: Pick<SectionHit, "section">;
  /** The mark of the footnote it stands in, or null for the body. */
  readonly footnote: string | null;
  readonly place: number;
}

/** Whether a sentence stands right behind another one of its text. */
export function isNext(other: SentencePlace, { hit, footnote, place }: SentencePlace): boolean {
  return other.hit.section.id === hit.section.id && other.footnote === footnote && other.place === place + 1;
}
