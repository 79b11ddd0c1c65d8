import { createInterface } from "node:readline";
import { Command } from "commander";
import type { Answer } from "../answers/answer.ts";
import type { Explanation } from "../answers/explanation.ts";
import { answerJson } from "../presentation/answer-json.ts";
import { answerMessage } from "../presentation/answer-message.ts";
import { explanationGroups } from "../presentation/explanation-text.ts";
import { jsonLine, onOneLine, withoutControls } from "../text/plain.ts";
import { LONGEST_QUESTION } from "../text/question-length.ts";
import { randomId } from "../text/random-id.ts";
import { explanationWordingIn } from "../wording/wording-for.ts";
import { openApp } from "./open-app.ts";
import { EXIT_BAD_INPUT, InputError, runCommand } from "./run-command.ts";

/** Talks of another run are other talks, whatever they are called. */
const RUN = `cli:${randomId()}`;

interface AskOptions {
  readonly corpus?: string;
  readonly json?: boolean;
  readonly explain?: boolean;
}

interface Asked {
  readonly question: string;
  readonly conversation?: string;
}

/** A line of standard input that cannot be answered. */
interface BadLine {
  /** From 1. */
  readonly line: number;
  /** A sentence. */
  readonly problem: string;
}

await runCommand(
  new Command("ask")
    .description("Answers a question from the stored articles, with citations.")
    .argument("[question...]", "the question; with --json and without it, JSON lines on standard input")
    .option("--corpus <folder>", "answer from this folder alone, without the store")
    .option("--json", "print one line of JSON for each question")
    .option("--explain", "say why: words, sections and sentences with their scores, and the decision")
    .action(async (words: string[], { corpus, json = false, explain = false }: AskOptions) => {
      const given = words.join(" ");
      if (given === "" && !json)
        throw new InputError('There is no question. Write it in quotes: npm run --silent ask -- "…".');
      const first = words.length > 0 ? checked({ question: given }, "The question") : null;
      const { app, config, toPath } = openApp();
      const library = corpus === undefined ? await app.openLibrary() : await app.openCorpus(toPath(corpus));
      try {
        if (!json) for (const note of library.notes) process.stderr.write(`${withoutControls(note)}\n`);
        for await (const asked of first ? [first] : questionsOnStdin()) {
          if ("problem" in asked) {
            process.stdout.write(`${jsonLine({ error: { line: asked.line, message: asked.problem } })}\n`);
            process.exitCode = EXIT_BAD_INPUT;
            continue;
          }
          const startedMs = performance.now();
          const { answer, explanation } = await library.assistant.ask({ ...asked, explain });
          const tookMs = Math.round((performance.now() - startedMs) * 100) / 100;
          if (json) {
            const why = explanation === undefined ? {} : { explanation };
            process.stdout.write(`${jsonLine({ ...answerJson(answer, tookMs), ...why })}\n`);
          } else {
            process.stdout.write(readable(answer, config.timeZone));
            if (explanation !== undefined) process.stdout.write(withReasons(explanation));
          }
        }
      } finally {
        await library.close();
      }
    }),
);

/** A line that holds no question keeps nobody from the answers to those behind it. */
async function* questionsOnStdin(): AsyncGenerator<Asked | BadLine> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number++;
    if (line.trim() === "") continue;
    yield readLine(line, number);
  }
}

function readLine(line: string, number: number): Asked | BadLine {
  try {
    return checked(parseLine(line, number), `Line ${number} of standard input`);
  } catch (error) {
    if (error instanceof InputError) return { line: number, problem: error.message };
    throw error;
  }
}

function parseLine(line: string, number: number): unknown {
  try {
    // Trimmed of the byte order mark that Windows may put in front.
    return JSON.parse(line.trim());
  } catch {
    throw new InputError(
      `Line ${number} of standard input is no valid JSON. Each line is an object like {"question":"…"}.`,
    );
  }
}

function checked(value: unknown, where: string): Asked {
  const { question, conversation } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (typeof question !== "string" || question.trim() === "")
    throw new InputError(`${where} holds no text "question".`);
  if (question.length > LONGEST_QUESTION)
    throw new InputError(`${where} is longer than ${LONGEST_QUESTION} characters. Ask a shorter one.`);
  if (conversation === undefined || conversation === null) return { question };
  if (typeof conversation !== "string" && typeof conversation !== "number") {
    throw new InputError(`${where} has a "conversation" that is neither text nor a number.`);
  }
  return { question, conversation: `${RUN}:${conversation}` };
}

function readable(answer: Answer, timeZone: string): string {
  const { notice, text, goesOn, sources, caveat } = answerMessage(answer, { nowMs: Date.now(), timeZone });
  const places = sources.map((source) => [source.text, source.url].filter(Boolean).join(" "));
  const lines = [notice, text, ...places, ...goesOn, caveat];
  return withoutControls(`${lines.filter((line) => line !== null).join("\n")}\n`);
}

/** In English, as the command's own words are. */
function withReasons(explanation: Explanation): string {
  const lines = explanationGroups(explanation, explanationWordingIn("en")).flatMap(({ title, items }) => [
    "",
    title,
    ...items.flatMap(({ text, details }) => [
      `  ${onOneLine(text)}`,
      ...details.map((line) => `    ${onOneLine(line)}`),
    ]),
  ]);
  return `${lines.join("\n")}\n`;
}
