import { NOUN, type QueryWord, readQuery, SAYS_WHAT } from "../../search/query.ts";
import { isQuestionWord } from "../../search/question-words.ts";
import { evidenceFor, readEvidence, SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { readWords } from "../../text/words.ts";
import { askedByName } from "../asked/asked-by-name.ts";
import { evidenceAround } from "../sentences/evidence-around.ts";
import { isAskedAgain, type Turn } from "../talk/conversation.ts";
import { type FollowUp, followUpOf } from "../talk/follow-up.ts";
import { answerReading, type Grounding, isSure, type TriedReading } from "./answer-reading.ts";
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
  const followUp = followUpOf(text, previous);
  const question = followUp.own;
  if (isAskedAgain(question, previous)) return anywhere;
  const { words } = readQuery(question, from.knowledge.lexicon);
  const namesOne = words.some(({ concept }) => concept !== null);
  if (namesOne || words.filter(({ weight }) => weight >= SAYS_WHAT).length > MOST_WORDS_THAT_SAY_WHAT) return anywhere;
  // "화물차는?" asks of it what was asked before, wherever that stands.
  if (words.length === 1 && askedByName(question) === null && !readWords(question).some(isQuestionWord))
    return anywhere;
  const elsewhere = saidToBeElsewhere(anywhere, articleId, words, from.knowledge.lexicon);
  const ask = (reading: string, asking = followUp) =>
    answerReading(text, reading, previous, { ...from, articleId }, asking);
  // "누가?" by itself names nothing that an article could be asked of: with the matter of the question before it does.
  const asksOnly = readWords(question).every(isQuestionWord);
  const topic = previous?.topic ?? "";
  const reading = asksOnly ? (anywhere.tried[0]?.text ?? question).replace(`${topic} `, "") : question;
  const sectionId = previous?.told?.at(-1)?.sectionId;
  const inSection: FollowUp = { ...followUp, counts: ({ hit }) => hit.section.id === sectionId };
  const ofSection = sectionId === undefined ? null : ask(reading, inSection);
  const bare = ofSection !== null && isSure(ofSection) && answersAll(ofSection, question) ? ofSection : ask(reading);
  const there = isSure(bare) || topic === "" ? bare : ask(`${topic} ${question}`);
  if (!isSure(bare) && !(there.answer.status === "answered" && answersAll(there, question))) {
    // What the article before may have is not said to be missing there.
    return [bare, there].some(({ answer }) => answer.status === "answered") ? anywhere : elsewhere;
  }
  if (saysWhatIsMissing(question, anywhere.taken, there, from.knowledge.lexicon)) return elsewhere;
  // What else is near stands in other articles.
  const taken = {
    ...there,
    answer: { ...there.answer, hits: anywhere.taken.answer.hits },
    turn: { ...there.turn, understoodAs: withTopic(there.turn.understoodAs, topic) },
  };
  return { tried: [...anywhere.tried, taken], taken };
}

/** All of its article is about it: "왜?" after "누가 반대해?" asks of it, too. */
function withTopic(understoodAs: string, topic: string): string {
  return topic === "" || understoodAs.includes(topic) ? understoodAs : `${topic} ${understoodAs}`;
}

/** Whoever asks on is told where another article answers, but where the question itself says a noun of its title. */
function saidToBeElsewhere(
  { tried, taken }: Tried,
  articleId: string,
  own: readonly QueryWord[],
  lexicon: Lexicon,
): Tried {
  const [best] = taken.workings.verdict.chosen;
  if (taken.answer.status !== "answered" || best === undefined || best.hit.article.id === articleId)
    return { tried, taken };
  const title = readEvidence(best.hit.article.title, lexicon);
  if (own.some(({ word, concept, weight }) => weight >= NOUN && evidenceFor(word, concept, title) >= SAID))
    return { tried, taken };
  const told = { ...taken, answer: { ...taken.answer, fromAnotherArticle: true } };
  return { tried: tried.map((each) => (each === taken ? told : each)), taken: told };
}

/**
 * Whether the best sentence states what is asked for and says every word of a question that says what it is about, itself or by what
 * stands around it: with its topic a question is answered surely by whatever tells of that.
 */
function answersAll({ workings: { question, verdict } }: TriedReading, own: string): boolean {
  const [best] = verdict.chosen;
  if (best === undefined || (question.wanted !== null && best.statesWanted !== 1)) return false;
  const texts = new Set(readWords(own).map(({ text }) => text));
  const said = question.query.words.flatMap(({ word, weight }, at) =>
    texts.has(word.text) && weight >= SAYS_WHAT ? evidenceAround(best, at) : [],
  );
  return said.length > 0 && said.every((each) => each >= SAID);
}
