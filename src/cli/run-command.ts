import type { Command } from "commander";
import { CommanderError } from "commander";
import { withoutControls } from "../text/plain.ts";

/** Bad input of any kind. Anything else that goes wrong exits with 1. */
export const EXIT_BAD_INPUT = 2;
const PROGRAMMING_ERRORS = new Set(["TypeError", "RangeError", "ReferenceError", "SyntaxError", "AssertionError"]);

/** Thrown by a command for its user: one sentence that says what is wrong and what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** Runs a command; what is wrong with its input is said in one sentence on stderr, and the exit code is 2. */
export async function runCommand(command: Command): Promise<void> {
  command.exitOverride().configureOutput({ outputError: () => {} });
  process.stdout.on("error", exitWhenReaderIsGone);
  try {
    await command.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    if (error instanceof CommanderError && error.code === "commander.help") {
      // The help itself stands there already.
      process.exitCode = EXIT_BAD_INPUT;
      return;
    }
    process.exitCode = isExpected(error) ? EXIT_BAD_INPUT : 1;
    process.stderr.write(`${withoutControls(describe(error))}\n`);
  }
}

/** `npm run ask … | head -1` closes the pipe early; that is no failure. */
function exitWhenReaderIsGone(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}

function isExpected(error: unknown): boolean {
  return error instanceof Error && !PROGRAMMING_ERRORS.has(error.name);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!isExpected(error)) return error.stack ?? error.message;
  if (!(error instanceof CommanderError)) return error.message;
  return `${error.message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/^./, (letter) => letter.toUpperCase())}. Try --help.`.replace("..", ".");
}
