import { readQuery, SAYS_WHAT } from "../search/query.ts";
import { isQuestionWord } from "../search/question-words.ts";
import { readWords } from "../text/words.ts";
import { answerReading, type Grounding } from "./answer-reading.ts";
import type { Turn } from "./conversation.ts";
import { behindCourtesies } from "./courtesy.ts";
import { saysWhatIsMissing } from "./says-what-is-missing.ts";
import type { Tried } from "./try-readings.ts";

/** A question with more words that say what it is about hardly leans on the talk. */
const MOST_WORDS_THAT_SAY_WHAT = 2;

/**
 * What a question that names nothing is answered with in the article that the talk is about, where that has a sure answer:
 * "신청은 어떻게 해?" is answered by hundreds of articles, and asked of the one before. Else what it was answered with anywhere.
 */
export function inArticleBefore(text: string, previous: Turn | null, anywhere: Tried, from: Grounding): Tried {
  const { articleId } = previous ?? {};
  if (articleId === undefined || from.articleId !== null) return anywhere;
  const question = behindCourtesies(text);
  const { words } = readQuery(question, from.knowledge.lexicon);
  const namesOne = words.some(({ concept }) => concept !== null);
  if (namesOne || words.filter(({ weight }) => weight >= SAYS_WHAT).length > MOST_WORDS_THAT_SAY_WHAT) return anywhere;
  // "화물차는?" asks of it what was asked before, wherever that stands.
  if (words.length === 1 && !readWords(question).some(isQuestionWord)) return anywhere;
  const there = answerReading(text, question, previous, { ...from, articleId }, true);
  if (there.answer.status !== "answered" || there.answer.unsure) return anywhere;
  if (saysWhatIsMissing(question, anywhere.taken, there, from.knowledge.lexicon)) return anywhere;
  // What else is near stands in other articles.
  const taken = { ...there, answer: { ...there.answer, hits: anywhere.taken.answer.hits } };
  return { tried: [...anywhere.tried, taken], taken };
}
