import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";

/**
 * Runs a script of this folder in a process that is killed `delayMs` after the first line it says; gives the last one,
 * or null where it said nothing.
 */
export async function runUntilKilled(
  script: string,
  given: readonly string[],
  delayMs: number,
): Promise<string | null> {
  const args = [join(import.meta.dirname, script), ...given];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const lines = createInterface(child.stdout);
  let last: string | null = null;
  lines.on("line", (line) => {
    last = line;
  });
  const read = once(lines, "close");
  await Promise.race([once(lines, "line"), exited]);
  await setTimeout(delayMs);
  child.kill("SIGKILL");
  const [, signal] = await exited;
  await read;
  expect(signal).toBe("SIGKILL");
  return last;
}
