import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, AnswerStatus } from "../../src/answers/answer.ts";

/** One line of a set; README.md beside it explains the fields. */
export interface GoldenQuestion {
  readonly id: string;
  readonly corpus: Corpus;
  readonly question: string;
  readonly conversation?: string;
  readonly kind: string;
  readonly status: AnswerStatus;
  readonly section?: string;
  readonly fact?: readonly string[];
}

/** The folder that a question is asked of, alone. */
export type Corpus = "seeds" | "samples" | `english/${(typeof ENGLISH_FIELDS)[number]}`;

export const ENGLISH_FIELDS = ["foreign", "city", "visa", "hr", "campus"] as const;

export function readGoldenQuestions(
  set: "questions" | "readers" | "paraphrased" | "english" = "questions",
): GoldenQuestion[] {
  const lines = readFileSync(join(import.meta.dirname, `${set}.jsonl`), "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as GoldenQuestion);
}

/** Why an answer is not what a careful reader expects; null where it is. */
export function complaint(golden: GoldenQuestion, answer: Answer): string | null {
  if (answer.status !== golden.status) return `is ${answer.status}, not ${golden.status}`;
  if (answer.status === "not-found") return answer.citations.length === 0 ? null : "abstains, but cites";
  const { section, fact } = golden;
  const places = answer.status === "answered" ? answer.citations : answer.suggestions.slice(0, 1);
  const inSection = (place: (typeof places)[number]) =>
    section === undefined || `${place.headingPath.at(-1) ?? ""} ${place.title}`.includes(section);
  if (!places.some(inSection))
    return `comes from ${places.map((place) => place.headingPath.at(-1) ?? place.title).join(", ")}, not ${section}`;
  const text = squeeze(answer.sentences.map((sentence) => sentence.text).join(" "));
  if (fact && !fact.some((alternative) => text.includes(squeeze(alternative))))
    return `does not hold ${fact.join(" / ")}`;
  return null;
}

function squeeze(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}
