import { LONGEST_QUESTION } from "../../src/text/question-length.ts";
import { RequestProblem } from "./request-problem.ts";

/** Throws RequestProblem. */
export function readQuestionText(value: unknown): string {
  if (typeof value !== "string" || value.trim() === "")
    throw new RequestProblem(400, "no-question", (say) => say.noQuestion());
  if (value.length > LONGEST_QUESTION)
    throw new RequestProblem(400, "question-too-long", (say) => say.questionTooLong(LONGEST_QUESTION));
  return value;
}
