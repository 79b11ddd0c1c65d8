import type { Abstention, Separation } from "../evaluation/abstention.ts";
import type { Failure, FailureGroup, FailureKind, RankedPlace } from "../evaluation/failures.ts";
import { decisionItem, placeText, sumText } from "../presentation/explanation-text.ts";
import { onOneLine } from "../text/plain.ts";
import { explanationWordingIn } from "../wording/wording-for.ts";

const WORDING = explanationWordingIn("en");
const NAME_WIDTH = 30;

type Figure = string | number | null;

interface Figures {
  readonly [name: string]: unknown;
  readonly abstention?: Abstention;
}

/** One line for each figure. */
export function evaluationTable({ abstention, failures: _listed, ...figures }: Figures): string {
  const rows = Object.entries(figures).map(([name, value]) => row(name, value as Figure, "no answers in the set"));
  return [...rows, ...(abstention ? abstentionRows(abstention) : [])].join("");
}

function abstentionRows({ keptAsSet, keptAndSure, paragraphRemoved, articleRemoved, offDomain }: Abstention): string[] {
  return [
    row("answerable, answered", keptAsSet),
    row("  not said to be unsure", keptAndSure),
    ...separationRows("paragraph removed", paragraphRemoved, ""),
    ...separationRows("article removed", articleRemoved, "every article is one section"),
    ...separationRows("off-domain", offDomain, "no other set"),
  ];
}

function separationRows(name: string, separation: Separation | null, without: string): string[] {
  if (separation === null) return [row(name, null, without)];
  const { questions, auroc, wrongKeeping90, wrongKeeping95, wrongAsSet, wrongAndSure } = separation;
  return [
    row(name, questions),
    row("  AUROC", auroc),
    row("  wrong, keeping 90%", wrongKeeping90),
    row("  wrong, keeping 95%", wrongKeeping95),
    row("  wrong, as set", wrongAsSet),
    row("  not said to be unsure", wrongAndSure),
  ];
}

function row(name: string, value: Figure, without = "none"): string {
  const shown = typeof value === "number" && !Number.isInteger(value) ? value.toFixed(4) : String(value ?? without);
  return `${name.padEnd(NAME_WIDTH)}${shown}\n`;
}

const KINDS: Readonly<Record<FailureKind, string>> = {
  "not-found": "Not found: no relevant section among the ten best",
  "same-article": "Found, but another section of the same article comes first",
  "other-article": "Found, but a section of another article comes first",
  abstained: "Abstained, though the section comes first",
  sentence: "Sentence missed, though the section comes first",
};

/** Misses by kind, each with the scores of what was expected and of what came first. */
export function failureText(groups: readonly FailureGroup[]): string {
  return groups
    .map(({ kind, count, listed }) => {
      const title = `\n${KINDS[kind]}: ${count}\n`;
      return title + listed.map((failure) => failureLines(kind, failure).map(onOneLine).join("\n")).join("\n");
    })
    .map((text) => text.replace(/\n*$/, "\n"))
    .join("");
}

function failureLines(kind: FailureKind, failure: Failure): string[] {
  const { question, answers, expected, found, decision } = failure;
  const head = `  ${question}${answers[0] === undefined ? "" : ` (${answers[0]})`}`;
  if (kind !== "abstained" && kind !== "sentence")
    return [head, ...placeLines("expected", expected), ...placeLines("found", found)];
  return [
    head,
    ...placeLines("section", expected),
    ...sentenceLines("expected", failure.expectedSentence),
    ...sentenceLines("found", failure.foundSentence),
    ...decisionItem(decision, WORDING).details.map((line) => `    ${line}`),
  ];
}

function placeLines(name: string, place: RankedPlace | null): string[] {
  if (place === null) return [`    ${name}: nothing`];
  const { rank, score, parts, sectionId } = place;
  const where = `    ${name}: ${placeText(place)} [${sectionId}]`;
  return score === null ? [`${where}, not read`] : [`${where}, at ${rank}`, `      ${sumText(score, parts, WORDING)}`];
}

function sentenceLines(name: string, sentence: Failure["foundSentence"]): string[] {
  if (sentence === null) return [`    ${name}: none among the best`];
  return [`    ${name}: ${sentence.text}`, `      ${sumText(sentence.score, sentence.parts, WORDING)}`];
}
