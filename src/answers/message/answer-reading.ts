import type { Today } from "../../text/calendar.ts";
import { readEvidence } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { Answer, AnswerSentence } from "../answer.ts";
import { type Findings, findCandidates } from "../candidates/find-candidates.ts";
import type { Knowledge } from "../candidates/knowledge.ts";
import { emptySectionsBeyond, type NamedSection, namedSections } from "../candidates/named-sections.ts";
import { createJudge } from "../confidence/judge.ts";
import { SURE_FROM } from "../confidence/threshold.ts";
import { allWrittenThen } from "../decision/all-written-then.ts";
import { compose, toReference } from "../decision/compose.ts";
import { decide } from "../decision/decide.ts";
import type { Workings } from "../decision/explain.ts";
import { lackOf } from "../decision/lack-of.ts";
import { asksForAll } from "../decision/whole-list.ts";
import { type Turn, topicOfTurn } from "../talk/conversation.ts";
import { courtesyIn } from "../talk/courtesy.ts";
import { beginningOf, type FollowUp, withHeard } from "../talk/follow-up.ts";

const MOST_HITS = 10;
const MOST_SUGGESTIONS = 3;
const MOST_WRITTEN_THEN = 5;

export interface Answered {
  readonly answer: Answer;
  /** Pass it to the next question of the same talk. */
  readonly turn: Turn;
}

/** What questions are answered from. */
export interface Grounding {
  readonly knowledge: Knowledge;
  readonly articleId: string | null;
  readonly today: Today | null;
}

/** A way of reading a question, and what it comes to. */
export interface TriedReading extends Answered {
  readonly text: string;
  readonly workings: Workings;
}

/** The sections that the question names: of those found, and empty ones beyond. */
function sectionsNamed({ question, found, hits }: Findings, lexicon: Lexicon): NamedSection[] {
  const asked = readEvidence(question.text, lexicon);
  const near = namedSections(asked, hits.slice(0, MOST_HITS), lexicon);
  const known = new Set(near.map(({ hit }) => hit.section.id));
  const further = found.withoutText.filter(({ section }) => !known.has(section.id));
  return [...near, ...emptySectionsBeyond(asked, question.query.words, further, found.rarity, lexicon)];
}

/** `text`: as it was typed; `reading`: what is looked for; `followUp`: where it takes something over from the talk. */
export function answerReading(
  text: string,
  reading: string,
  previous: Turn | null,
  { knowledge, articleId, today }: Grounding,
  followUp: FollowUp | null,
): TriedReading {
  const { lexicon } = knowledge;
  const findings = findCandidates(reading, knowledge, articleId, today, followUp);
  const { question, found, corrected, hits, candidates } = findings;
  const named = sectionsNamed(findings, lexicon);
  const judge = createJudge(findings.grounds);
  const threshold = knowledge.threshold();
  const isListAsked = asksForAll(question.text, question.askedFor);

  const verdict = decide({
    question,
    candidates,
    named,
    rarity: found.rarity,
    lexicon,
    judge,
    threshold: threshold.confidence,
    isListAsked,
  });
  const lacks = lackOf(question, verdict.chosen, lexicon);
  const courtesy = courtesyIn(text);
  const allThen =
    courtesy === null && articleId === null ? allWrittenThen(question, knowledge.index, MOST_WRITTEN_THEN) : null;
  const isListed = allThen !== null && allThen.count > 0;
  // Where nothing is asked, whatever holds the word "help" answers nothing; nor does one sentence tell of a week.
  const isOfNone = courtesy !== null || isListed;
  const chosen = isOfNone ? [] : verdict.chosen;
  const emptySection = isOfNone ? null : verdict.emptySection;
  const { sentences, citations, quotedLists } = compose(chosen, candidates, isListAsked);
  // What is of another time is not near.
  const near = allThen === null ? hits.slice(0, MOST_SUGGESTIONS) : allThen.newest;
  const suggestions = emptySection
    ? [emptySection, ...near.filter((hit) => hit !== emptySection)].slice(0, MOST_SUGGESTIONS)
    : near;
  const main = chosen[0]?.hit ?? emptySection;
  return {
    text: reading,
    workings: { ...findings, verdict, lacks, judge, threshold },
    answer: {
      question: text,
      understoodAs: question.text,
      correctedWords: corrected,
      courtesy,
      status: sentences.length > 0 ? "answered" : emptySection ? "empty-section" : "not-found",
      sentences,
      citations,
      quotedLists,
      hits: hits.slice(0, MOST_HITS).map(toReference),
      suggestions: sentences.length > 0 ? [] : suggestions.map(toReference),
      ...(isListed ? { writtenThen: allThen.count } : {}),
      inSeveralPlaces: verdict.inSeveralPlaces && !isOfNone,
      differ: verdict.differ && !isOfNone,
      unsure: sentences.length > 0 && (verdict.confidence < SURE_FROM || lacks !== null),
      confidence: verdict.confidence,
    },
    // After thanks the talk goes on where it was.
    turn:
      courtesy !== null && previous !== null
        ? previous
        : {
            understoodAs: question.text,
            // A question without an answer does not end the talk.
            topic: main
              ? topicOfTurn(
                  question,
                  { heading: main.section.headingPath.at(-1) ?? "", title: main.article.title },
                  lexicon,
                  main.article.id === previous?.articleId ? previous.topic : "",
                )
              : (previous?.topic ?? ""),
            ...heardIn(main?.article.id, sentences, previous),
            ...toldIn(question.text, citations, sentences, previous),
          },
  };
}

/** The article that answered last, and what has been quoted of it. */
function heardIn(
  answering: string | undefined,
  sentences: readonly AnswerSentence[],
  previous: Turn | null,
): Pick<Turn, "articleId" | "heard"> {
  const articleId = answering ?? previous?.articleId;
  if (articleId === undefined) return {};
  const before = articleId === previous?.articleId ? (previous.heard ?? []) : [];
  return { articleId, heard: heardAfter(before, sentences) };
}

/** It was answered, and not said to be unsure. */
export function isSure({ answer }: TriedReading): boolean {
  return answer.status === "answered" && !answer.unsure;
}

/** A talk compares the last two. */
const MOST_TOLD = 2;

/** The last answers; one to the same question takes the place of the one before. */
function toldIn(
  understoodAs: string,
  [first]: Answer["citations"],
  sentences: readonly AnswerSentence[],
  previous: Turn | null,
): Pick<Turn, "told"> {
  const before = previous?.told;
  if (first === undefined) return before === undefined ? {} : { told: before };
  const now = {
    understoodAs,
    articleId: first.articleId,
    sectionId: first.sectionId,
    sentences: sentences.filter(({ citation }) => citation === first.number).map(({ text }) => beginningOf(text)),
  };
  return { told: [...(before ?? []).filter((told) => told.understoodAs !== understoodAs), now].slice(-MOST_TOLD) };
}

/** What a talk has quoted once an answer has. */
export function heardAfter(before: readonly string[], sentences: readonly AnswerSentence[]): readonly string[] {
  return withHeard(
    before,
    sentences.map(({ text }) => text),
  );
}
