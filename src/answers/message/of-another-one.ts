import { beforeFailing, hasAsked, type Turn } from "../talk/conversation.ts";
import { askedOfAnother } from "../talk/of-another.ts";
import { answerReading, type Grounding, isSure, type TriedReading } from "./answer-reading.ts";

/**
 * The question before of another of the same sort, as "두 번째는?" and "2024년은?" ask it: of the article that answered, else of any.
 * Null where the message asks for something else, or gives a name of which something else is told.
 */
export function ofAnotherOne(text: string, previous: Turn | null, from: Grounding): TriedReading | null {
  if (!hasAsked(previous)) return null;
  const before = beforeFailing(previous);
  const asked = askedOfAnother(text, before, from.knowledge.lexicon);
  if (asked === null) return null;
  const { name } = asked;
  const followUp = { own: name ?? "", heard: [], asksTheSame: true, wantsMore: false };
  const askIn = (articleId: string | null) => answerReading(text, asked.text, before, { ...from, articleId }, followUp);
  const anywhere = askIn(from.articleId);
  const there =
    from.articleId !== null || previous.articleId === undefined
      ? anywhere
      : withHits(askIn(previous.articleId), anywhere);
  if (isSure(there)) return there;
  if (name !== null && anywhere.workings.candidates.some((said) => said.text.includes(name))) return null;
  if (there.answer.status === "answered") return there;
  // Who asks on is told where another article answers.
  return anywhere.answer.status === "answered"
    ? { ...anywhere, answer: { ...anywhere.answer, fromAnotherArticle: anywhere !== there } }
    : { ...anywhere, turn: { ...anywhere.turn, goesOnWith: before.understoodAs } };
}

/** What else is near stands in other articles. */
function withHits(there: TriedReading, { answer: { hits } }: TriedReading): TriedReading {
  return { ...there, answer: { ...there.answer, hits } };
}
