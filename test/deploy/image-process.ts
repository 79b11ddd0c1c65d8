import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { freePort } from "../platforms/slack/local-slack/free-port.ts";
import { commandOf, copiedPaths, environmentOf, wordsOf } from "./dockerfile.ts";

const project = join(import.meta.dirname, "../..");
const PATH = `${dirname(process.execPath)}:${process.env["PATH"]}`;

/** What the image has in its working folder, without packages: beside the folder stand those of the checkout. */
export function makeImageFolder(folder: string): void {
  const left = join(project, "index-data/state");
  for (const path of copiedPaths()) {
    cpSync(join(project, path), join(folder, path), { recursive: true, filter: (from) => from !== left });
  }
  symlinkSync(join(project, "node_modules"), join(dirname(folder), "node_modules"));
}

export interface ImageProcess {
  readonly base: string;
  readonly logged: () => string;
  /** Of the image's health check. */
  healthCheck(): Promise<number | null>;
  /** As a container is stopped; gives the exit code. */
  stop(): Promise<number | null>;
  kill(): void;
}

/** The image's command in its folder, with the image's environment and more, on a free port of 127.0.0.1. */
export async function startImage(
  folder: string,
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ImageProcess> {
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const here = { PATH, HOST: "127.0.0.1", PORT: String(port), DATA_DIR: dataDir };
  const env = { ...environmentOf(), ...more, ...here };
  const [program = "", ...args] = commandOf("CMD");
  const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  let logged = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    logged += text;
  });
  return {
    base: `http://127.0.0.1:${port}`,
    logged: () => logged,
    healthCheck: () => exitCodeOf(commandOf("HEALTHCHECK"), env),
    async stop() {
      child.kill(wordsOf("STOPSIGNAL") as NodeJS.Signals);
      return (await ended)[0];
    },
    kill: () => child.kill("SIGKILL"),
  };
}

function exitCodeOf([program = "", ...args]: readonly string[], env: Record<string, string>): Promise<number | null> {
  return new Promise((resolve) => {
    execFile(program, args, { env }).once("close", resolve);
  });
}
