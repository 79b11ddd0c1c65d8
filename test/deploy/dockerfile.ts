import { readFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "../../Dockerfile");

export interface Instruction {
  readonly name: string;
  readonly words: string;
}

/** The instructions of the Dockerfile in order, each on one line, without comments. */
export function readDockerfile(): readonly Instruction[] {
  const lines = readFileSync(FILE, "utf8")
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n\s*/g, "")
    .split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, name = "", words = ""] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
      if (name === "") throw new Error(`No instruction: ${line}`);
      return { name, words };
    });
}

/** Those of the image itself, from its FROM on. */
export function lastStage(): readonly Instruction[] {
  const all = readDockerfile();
  return all.slice(all.findLastIndex(({ name }) => name === "FROM"));
}

/** What an instruction is given, of the one that counts; throws where there is none. */
export function wordsOf(name: string): string {
  const words = lastStage().findLast((instruction) => instruction.name === name)?.words;
  if (words === undefined) throw new Error(`The Dockerfile has no ${name}.`);
  return words;
}

/** The program and its arguments, of CMD or of HEALTHCHECK. Only the form without a shell is read. */
export function commandOf(name: "CMD" | "HEALTHCHECK"): readonly string[] {
  return JSON.parse(wordsOf(name).replace(/^[^[]*/, "")) as string[];
}

/** What the image puts into the environment. */
export function environmentOf(): Readonly<Record<string, string>> {
  const pairs = wordsOf("ENV").matchAll(/(\w+)=(\S+)/g);
  return Object.fromEntries([...pairs].map(([, key = "", value = ""]) => [key, value]));
}

/** Paths of the checkout that are copied into the image, as they are. */
export function copiedPaths(): readonly string[] {
  const copies = lastStage().filter(({ name, words }) => name === "COPY" && !words.startsWith("--from="));
  return copies.flatMap(({ words }) => words.split(/ +/).slice(0, -1));
}
