import { onceEach } from "../../text/remembered.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";
import { FITTED_FEATURES, GATES } from "./confidence-feature-names.ts";
import { confidenceFeatures, type Grounds } from "./confidence-features.ts";
import { GATE_WEIGHTS, gatesOf } from "./confidence-gates.ts";
import { CONFIDENCE_BASE, CONFIDENCE_WEIGHTS } from "./confidence-weights.ts";
import { logistic } from "./log-odds.ts";

/** How sure it is that a sentence answers. */
export interface Judgement {
  /** 0..1. */
  readonly confidence: number;
  /** By name; the confidence is the logistic function of their sum. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Judges the sentences found for one question. */
export type Judge = (candidate: Candidate) => Judgement;

/** Each sentence is judged once. */
export function createJudge(grounds: Grounds): Judge {
  return onceEach((candidate: Candidate) => judge(grounds, candidate));
}

/** Logistic regression (Cox, 1958) over what is known of the question, its best sections and the sentence. */
function judge(grounds: Grounds, candidate: Candidate): Judgement {
  const features = confidenceFeatures(grounds, candidate);
  const gates = gatesOf(grounds, candidate);
  const parts = {
    base: CONFIDENCE_BASE,
    ...Object.fromEntries(FITTED_FEATURES.map((name) => [name, product(CONFIDENCE_WEIGHTS[name], features[name])])),
    ...Object.fromEntries(GATES.map((name) => [name, product(GATE_WEIGHTS[name], gates[name])])),
  };
  return { confidence: logistic(Object.values(parts).reduce((sum, part) => sum + part, 0)), parts };
}

/** Without the zero below zero, which JSON does not know. */
function product(weight: number, value: number): number {
  return weight * value || 0;
}
