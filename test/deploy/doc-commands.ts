import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "../../docs/deploy.md");

/** The code blocks of docs/deploy.md under a heading, in order, up to the next heading. */
export function codeBlocksUnder(heading: string): readonly string[] {
  // A line with # in a code block is no heading.
  const parts = readFileSync(FILE, "utf8").split(/^```.*\n/m);
  const blocks: string[] = [];
  let current = "";
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 1) {
      if (current === heading) blocks.push(part);
    } else current = [...part.matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? current;
  }
  return blocks;
}

/** Runs lines as an operator's shell does, but ends at the first that fails; rejects with what it said. */
export function runLines(lines: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile("bash", ["-euo", "pipefail", "-c", lines], { cwd, env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${lines}\n${stderr}`, { cause: error }));
      else resolve(stdout + stderr);
    });
  });
}
