import type { Answer } from "../answers/answer.ts";
import { areaUnderRoc, falseAlarmsKeeping } from "./metrics.ts";

/** How well confidence tells questions without an answer from those with one. Shares in 0..1. */
export interface Separation {
  readonly questions: number;
  /** Area under the ROC curve: 0.5 tells nothing, 1 tells all. */
  readonly auroc: number | null;
  /** Of the unanswerable, answered at a threshold that keeps 90% of the answerable; likewise 95%. */
  readonly wrongKeeping90: number | null;
  readonly wrongKeeping95: number | null;
  /** Of the unanswerable, answered by the bot as it is set. */
  readonly wrongAsSet: number;
  /** Of the unanswerable, answered so without a word that it is not sure. */
  readonly wrongAndSure: number;
}

export interface Abstention {
  /** Of the answerable, answered by the bot as it is set; and without a word that it is not sure. */
  readonly keptAsSet: number;
  readonly keptAndSure: number;
  readonly paragraphRemoved: Separation;
  /** Null where every article is one section. */
  readonly articleRemoved: Separation | null;
  /** Null without another set's questions. */
  readonly offDomain: Separation | null;
}

/** What is remembered of a question that was asked. */
export interface Sureness {
  readonly sureness: number;
  readonly answered: boolean;
  /** The answer is said to be unsure. */
  readonly unsure: boolean;
}

/** How sure it was that a sentence answers, 0..1. An answer's own confidence is about its abstaining where it does. */
export function surenessOf({ status, confidence, unsure = false }: Answer): Sureness {
  const answered = status === "answered";
  return { answered, sureness: answered ? confidence : 1 - confidence, unsure };
}

export function separate(answerable: readonly Sureness[], unanswerable: readonly Sureness[]): Separation {
  const positives = answerable.map(({ sureness }) => sureness);
  const negatives = unanswerable.map(({ sureness }) => sureness);
  return {
    questions: unanswerable.length,
    auroc: areaUnderRoc(positives, negatives),
    wrongKeeping90: falseAlarmsKeeping(0.9, positives, negatives),
    wrongKeeping95: falseAlarmsKeeping(0.95, positives, negatives),
    wrongAsSet: shareAnswered(unanswerable),
    wrongAndSure: shareAnsweredSurely(unanswerable),
  };
}

export function shareAnswered(asked: readonly Sureness[]): number {
  return shareOf(asked, ({ answered }) => answered);
}

export function shareAnsweredSurely(asked: readonly Sureness[]): number {
  return shareOf(asked, ({ answered, unsure }) => answered && !unsure);
}

function shareOf(asked: readonly Sureness[], isSo: (each: Sureness) => boolean): number {
  return asked.filter(isSo).length / Math.max(1, asked.length);
}
