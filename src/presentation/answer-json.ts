import type { Answer } from "../answers/answer.ts";
import { answerText } from "./answer-message.ts";

/** An answer as programs get it, in the same fields from the command line and the API. */
export function answerJson(answer: Answer, tookMs: number) {
  const {
    question,
    status,
    courtesy = null,
    sentences,
    citations,
    quotedLists = [],
    inSeveralPlaces,
    differ = false,
    unsure = false,
    onlyFirst = false,
    onlyTwo = false,
    fromAnotherArticle = false,
    notThat = false,
    writtenThen = 0,
    hits,
    suggestions,
    confidence,
  } = answer;
  const { understoodAs, readAs = null, correctedWords } = answer;
  return {
    question,
    status,
    courtesy,
    answer: answerText(answer),
    sentences,
    citations,
    quotedLists,
    inSeveralPlaces,
    differ,
    unsure,
    onlyFirst,
    onlyTwo,
    fromAnotherArticle,
    notThat,
    writtenThen,
    hits,
    suggestions,
    confidence: Math.round(confidence * 1000) / 1000,
    understoodAs,
    readAs,
    correctedWords,
    tookMs,
  };
}
