import { spawn } from "node:child_process";
import { join } from "node:path";

const project = join(import.meta.dirname, "../..");

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as its npm script does, with the state in `dataDir` and paths relative to `from`. */
export function run(
  command: "ask" | "cli" | "evaluate" | "ingest" | "inspect" | "jobs" | "sources",
  args: readonly string[],
  {
    dataDir,
    from,
    input = "",
    env = {},
  }: { dataDir: string; from?: string; input?: string; env?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  const child = spawn(process.execPath, ["--import", "./src/require-node.mjs", `src/cli/${command}.ts`, ...args], {
    cwd: project,
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir, INIT_CWD: from ?? project, ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  // A command that refuses its input does not wait for all of it.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
