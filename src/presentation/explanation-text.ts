import type { ExplainedSentence, ExplainedWord, Explanation, Parts } from "../answers/explanation.ts";
import { clip } from "../text/clip.ts";
import type { ExplanationWording } from "../wording/explanation-wording.ts";

/** A titled list of lines. Nothing in it is markup. */
export interface ExplanationGroup {
  readonly title: string;
  readonly items: readonly ExplanationItem[];
}

export interface ExplanationItem {
  readonly text: string;
  /** Figures and the like, below the text. */
  readonly details: readonly string[];
}

const MOST_SECTIONS = 5;
const MOST_SENTENCES = 5;
/** Characters of a sentence. */
const LONGEST_SENTENCE = 160;

/** An explanation in words, what matters most first. */
export function explanationGroups(explanation: Explanation, wording: ExplanationWording): ExplanationGroup[] {
  const { question, decision, words, rewritten, readings, sections, sentences } = explanation;
  const { titles } = wording;
  const groups = [
    { title: titles.decision, items: [decisionItem(decision, wording)] },
    { title: titles.words, items: words.map((word) => wordItem(word, wording)) },
    { title: titles.rewritten, items: rewritten.map(({ from, to }) => ({ text: `${from} → ${to}`, details: [] })) },
    {
      title: titles.readings,
      items: (readings.some(({ text }) => text !== question) ? readings : []).map(
        ({ text, status, confidence, taken }) => ({
          text,
          details: [[wording.reading(status, figure(confidence)), ...(taken ? [wording.taken()] : [])].join(" · ")],
        }),
      ),
    },
    {
      title: titles.sections,
      items: sections.slice(0, MOST_SECTIONS).map((section, at) => ({
        text: `${at + 1}. ${placeText(section)}`,
        details: [sumText(section.score, section.parts, wording)],
      })),
    },
    {
      title: titles.sentences,
      items: sentences
        .filter(({ shown }, at) => shown || at < MOST_SENTENCES)
        .map((sentence) => sentenceItem(sentence, wording)),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** Why it was answered or not, and how sure the best sentence was. */
export function decisionItem(decision: Explanation["decision"], wording: ExplanationWording): ExplanationItem {
  const { reason, confidence, threshold, grounds, lacks, unsaid } = decision;
  if (confidence === null) return { text: wording.reason(reason), details: [] };
  const said = unsaid.map(({ text, evidence }) => `${text} ${figure(evidence)}`);
  return {
    text: wording.reason(reason),
    details: [
      `${wording.confidence(figure(confidence))} · ${wording.needed(figure(threshold.confidence))}`,
      groundsText(grounds, wording),
      wording.threshold(threshold.of),
      ...(lacks === null ? [] : [wording.lacks(lacks)]),
      ...(said.length === 0 ? [] : [wording.unsaid(said)]),
    ],
  };
}

function wordItem(word: ExplainedWord, wording: ExplanationWording): ExplanationItem {
  const { text, stem, weight, rarity, importance, concept, synonyms, unknownTerms } = word;
  const beside = [
    concept === null ? null : wording.concept(concept),
    synonyms.length === 0 ? null : wording.synonyms(synonyms),
    unknownTerms.length === 0 ? null : wording.unknownTerms(unknownTerms),
  ].filter((part) => part !== null);
  const figures = wording.word(stem, figure(weight), figure(rarity), figure(importance));
  return { text, details: [figures, ...(beside.length === 0 ? [] : [beside.join(" · ")])] };
}

function sentenceItem(sentence: ExplainedSentence, wording: ExplanationWording): ExplanationItem {
  const { text, score, parts, confidence, grounds, shown } = sentence;
  const place = placeText(sentence);
  return {
    text: clip(text, LONGEST_SENTENCE),
    details: [
      shown ? `${place} · ${wording.shown()}` : place,
      sumText(score, parts, wording),
      wording.confidence(figure(confidence)),
      groundsText(grounds, wording),
    ],
  };
}

/** "나라별 정리 › 3.6. 대만" */
export function placeText({ title, headingPath }: { title: string; headingPath: readonly string[] }): string {
  return [title, ...headingPath].join(" › ");
}

/** "1.620 = terms 0.900 + headings 0.720"; parts of nothing are left out. */
export function sumText(score: number, parts: Parts, { names }: ExplanationWording): string {
  const terms = Object.entries(parts).filter(([, value]) => Math.abs(value) >= LEAST_SHOWN);
  const sum = terms.map(([name, value], at) => {
    const sign = value < 0 ? "- " : at === 0 ? "" : "+ ";
    return `${sign}${names[name] ?? name} ${figure(Math.abs(value))}`;
  });
  return sum.length === 0 ? figure(score) : `${figure(score)} = ${sum.join(" ")}`;
}

/** Rounds to nothing. */
const LEAST_SHOWN = 0.0005;

/** What the confidence comes from: the logarithm of its odds, as a sum. */
function groundsText(grounds: Parts, wording: ExplanationWording): string {
  const logOdds = Object.values(grounds).reduce((sum, part) => sum + part, 0);
  return wording.logOdds(sumText(logOdds, grounds, wording));
}

function figure(value: number): string {
  return value.toFixed(3);
}
