import type { Turn } from "../talk/conversation.ts";
import { answerReading, type Grounding, type TriedReading } from "./answer-reading.ts";

/**
 * To a message that only points at an answer before (더 자세히, 그 전에는?) where there is none: whatever document says 전 or 더 would be
 * quoted. Null where an article was chosen, of which it may be asked.
 */
export function withNothingBefore(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  if (from.articleId !== null) return null;
  const asked = answerReading(text, text, previous, from, null);
  const answer = { ...asked.answer, ...NOTHING_QUOTED, courtesy: "nothing-before" } as const;
  return { ...asked, answer, turn: previous ?? NOTHING_ASKED };
}

const NOTHING_ASKED: Turn = { understoodAs: "", topic: "" };

const NOTHING_QUOTED = {
  status: "not-found",
  sentences: [],
  citations: [],
  quotedLists: [],
  inSeveralPlaces: false,
  differ: false,
  unsure: false,
} as const;
