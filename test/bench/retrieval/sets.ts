import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { readSet } from "../../../src/cli/read-set.ts";
import type { QuestionSet } from "../../../src/evaluation/question-set.ts";
import { splitSet } from "../../../src/evaluation/split-set.ts";
import { islandSet } from "./island-set.ts";

export interface NamedSet {
  readonly name: string;
  readonly set: QuestionSet;
}

/** The sets at these paths; without any those of the folder `shared`; without that one a small set of our own. */
export async function readSets(paths: readonly string[], shared: string | undefined): Promise<NamedSet[]> {
  const given =
    paths.length > 0 || !shared ? paths : ["korquad_dev.json", "welfare"].map((name) => join(shared, "data", name));
  if (given.length === 0) return [{ name: "islands", set: islandSet() }];
  return Promise.all(given.map(readNamed));
}

/** Of a file only the half of the questions that our weights were not fitted on. */
async function readNamed(path: string): Promise<NamedSet> {
  const set = await readSet(path, (given) => given);
  if ((await stat(path)).isDirectory()) return { name: basename(path), set };
  return { name: `${basename(path)}, test half`, set: splitSet(set, "test") };
}
