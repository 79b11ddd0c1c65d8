import type { ExplanationWording } from "./explanation-wording.ts";

const REASONS: Readonly<Record<Parameters<ExplanationWording["reason"]>[0], string>> = {
  sure: "Answered: a sentence is sure enough.",
  "whole-section": "Answered: the question asks for a section as a whole.",
  empty: "Not answered: the section asked for has no text.",
  unsure: "Not answered: the best sentence is not sure enough.",
  "off-subject": "Not answered: the best sentence speaks of something else than the section asked for.",
  nothing: "Not answered: no section holds a word of the question.",
};

const STATUSES = { answered: "answered", "empty-section": "empty section", "not-found": "not found" } as const;

export const enExplanation: ExplanationWording = {
  locale: "en",
  titles: {
    decision: "Decision",
    words: "Words of the question",
    rewritten: "Looked for as",
    readings: "What the question may mean",
    sections: "Best sections",
    sentences: "Best sentences",
  },
  word: (stem, weight, rarity, importance) =>
    `stem ${stem} · weight ${weight} · rarity ${rarity} · importance ${importance}`,
  concept: (name) => `known as ${name}`,
  synonyms: (words) => `also ${words.join(", ")}`,
  unknownTerms: (terms) => `in no section: ${terms.join(", ")}`,
  reading: (status, confidence) => `${STATUSES[status]}, confidence ${confidence}`,
  taken: () => "taken",
  shown: () => "shown",
  reason: (of) => REASONS[of],
  confidence: (value) => `confidence ${value}`,
  floor: (value) => `needed ${value}`,
  unsaid: (words) => `Not fully said: ${words.join(", ")}`,
  names: {
    sentence: "words said",
    context: "said around it",
    wanted: "kind asked for",
    section: "section",
    form: "form",
    coverage: "words covered",
    missingWord: "missing word",
    missingName: "missing name",
    missingAttribute: "missing attribute",
  },
};
