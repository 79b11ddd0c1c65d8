import { Hono } from "hono";
import type { FrontDesk } from "../../src/ports/chat-platform.ts";
import { readQuestionText } from "./question.ts";
import { limitBody, readObject } from "./read-object.ts";
import { RequestProblem } from "./request-problem.ts";

/** Characters. */
const LONGEST = { key: 100, answer: 8000, reason: 1000 } as const;

/** POST /feedback {key, question, answer, helpful, reason?}: stored when it is answered. Safe to send twice. */
export function feedbackApi({ assistant }: FrontDesk): Hono {
  const api = new Hono();
  api.post("/feedback", limitBody(), async (c) => {
    const body = await readObject(c);
    const { helpful } = body;
    if (typeof helpful !== "boolean") throw badFeedback();
    // Keys of other front ends are theirs.
    const key = `web:${textOf(body["key"], LONGEST.key)}`;
    const answer = textOf(body["answer"], LONGEST.answer);
    const reason = (body["reason"] ?? "") === "" ? null : textOf(body["reason"], LONGEST.reason);
    const question = readQuestionText(body["question"]);
    await assistant.giveFeedback({ key, person: null, question, answer, helpful, reason });
    return c.json({ stored: true });
  });
  api.all("/feedback", () => {
    throw new RequestProblem(405, "wrong-method", (say) => say.wrongMethod("POST"), { Allow: "POST" });
  });
  return api;
}

function textOf(value: unknown, longest: number): string {
  if (typeof value !== "string" || value.trim() === "" || value.length > longest) throw badFeedback();
  return value;
}

function badFeedback(): RequestProblem {
  return new RequestProblem(400, "invalid-feedback", (say) => say.badFeedback());
}
