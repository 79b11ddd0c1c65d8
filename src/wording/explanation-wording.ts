import type { Locale } from "./age.ts";

/** What is said about why an answer is what it is. Figures come in as text. */
export interface ExplanationWording {
  readonly locale: Locale;
  readonly titles: Readonly<Record<"decision" | "words" | "rewritten" | "readings" | "sections" | "sentences", string>>;
  word(stem: string, weight: string, rarity: string, importance: string): string;
  concept(name: string): string;
  synonyms(words: readonly string[]): string;
  unknownTerms(terms: readonly string[]): string;
  reading(status: "answered" | "empty-section" | "not-found", confidence: string): string;
  taken(): string;
  shown(): string;
  reason(of: "sure" | "whole-section" | "empty" | "unsure" | "off-subject" | "nothing"): string;
  confidence(value: string): string;
  /** `sum`: what the confidence is computed from, part by part. */
  logOdds(sum: string): string;
  needed(value: string): string;
  /** Where the threshold comes from. */
  threshold(of: "this-index" | "any-index"): string;
  /** What no sentence shown says of what is asked. */
  lacks(what: "cause" | "statement" | "country of the office"): string;
  unsaid(words: readonly string[]): string;
  /** What a figure stands for; one that has no name here is shown by its key. */
  readonly names: Readonly<Record<string, string>>;
}
