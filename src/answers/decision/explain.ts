import { partsOf } from "../../search/rank-sections.ts";
import { importance } from "../../search/section-reading.ts";
import { conceptTerm } from "../../text/terms.ts";
import type { AnswerStatus } from "../answer.ts";
import type { Findings } from "../candidates/find-candidates.ts";
import type { Judge } from "../confidence/judge.ts";
import type { Threshold } from "../confidence/threshold.ts";
import type { ExplainedDecision, ExplainedSentence, ExplainedWord, Explanation, Lack } from "../explanation.ts";
import { evidenceAround } from "../sentences/evidence-around.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";
import { toReference } from "./compose.ts";
import type { Verdict } from "./decide.ts";

/** What the engine had in hand when it answered. */
export interface Workings extends Pick<Findings, "question" | "found" | "rewritten" | "hits" | "candidates"> {
  readonly verdict: Verdict;
  readonly lacks: Lack | null;
  readonly judge: Judge;
  readonly threshold: Threshold;
}

const MOST_SECTIONS = 20;
const MOST_SENTENCES = 10;
/** A word that is said to this extent or more is not missing. */
const SAID = 0.95;

/** Puts what was worked with into text and numbers. */
export function explain(workings: Workings, status: AnswerStatus): Omit<Explanation, "question" | "readings"> {
  const { question, rewritten, hits, candidates, verdict } = workings;
  const shown = [...candidates.slice(0, MOST_SENTENCES), ...verdict.chosen];
  return {
    askedFor: question.askedFor,
    words: explainWords(workings),
    rewritten,
    sections: hits
      .slice(0, MOST_SECTIONS)
      .map((hit) => ({ ...toReference(hit), parts: { ...partsOf(hit), sentences: hit.bySentences } })),
    sentences: [...new Set(shown)].map((candidate) => explainSentence(candidate, workings)),
    decision: explainDecision(workings, status),
  };
}

function explainWords({ question, found: { rarity, unknown } }: Workings): ExplainedWord[] {
  return question.query.words.map((queried) => {
    const { word, weight, concept, terms, related } = queried;
    const ofTerms = terms.map((term) => rarity.get(term) ?? 1);
    return {
      text: word.text,
      stem: word.stem,
      weight,
      rarity: concept === null ? Math.max(0, ...ofTerms) : (rarity.get(conceptTerm(concept)) ?? 1),
      importance: importance(queried, rarity),
      concept,
      synonyms: related.nouns,
      unknownTerms: terms.filter((term) => unknown.has(term)),
    };
  });
}

function explainSentence(candidate: Candidate, { question, verdict, judge }: Workings): ExplainedSentence {
  const { hit, footnote, text, score, parts } = candidate;
  const judgement = judge(candidate);
  return {
    articleId: hit.article.id,
    sectionId: hit.section.id,
    title: hit.article.title,
    headingPath: hit.section.headingPath,
    footnote,
    text,
    score,
    parts,
    confidence: judgement.confidence,
    grounds: judgement.parts,
    evidence: question.query.words.map((_, word) => evidenceAround(candidate, word)),
    shown: verdict.chosen.includes(candidate),
  };
}

function explainDecision(
  { question, found, verdict, lacks, threshold }: Workings,
  status: AnswerStatus,
): ExplainedDecision {
  const { reason, best } = verdict;
  const unsaid = question.query.words.map((queried, word) => ({
    text: queried.word.text,
    evidence: best === null ? 1 : evidenceAround(best.candidate, word),
    importance: importance(queried, found.rarity),
  }));
  const lost = ({ evidence, importance }: (typeof unsaid)[number]) => (1 - evidence) * importance;
  return {
    status,
    reason,
    confidence: best?.confidence ?? null,
    threshold,
    grounds: best?.parts ?? {},
    lacks,
    unsaid: unsaid.filter(({ evidence }) => evidence < SAID).sort((a, b) => lost(b) - lost(a)),
  };
}
