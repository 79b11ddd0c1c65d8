import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { InputError } from "../../src/cli/run-command.ts";
import { parseLexicon } from "../../src/text/lexicon.ts";
import { type Figures, measure, UNITS } from "./retrieval/measure.ts";
import { readSets } from "./retrieval/sets.ts";
import { HEAD, line, shown } from "./retrieval/table.ts";

// How often our section search and those of libraries put the right section first: `npm run bench -- retrieval [set ...]`,
// with sets as `npm run evaluate` takes them, else those under POLICYDESK_SHARED, else a small one of our own. Every
// engine gets the same sections and questions. `--every 10` asks each tenth question; `--json` prints one list of figures.

const LEXICON = join(import.meta.dirname, "../../index-data/lexicon");

try {
  await run();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const every = Number(values.every);
  if (!Number.isInteger(every) || every < 1) throw new InputError("--every takes a whole number from 1.");
  const from = process.env["INIT_CWD"] ?? ".";
  const { enginesWith } = await readEngines();
  const sets = await readSets(
    positionals.map((path) => resolve(from, path)),
    process.env["POLICYDESK_SHARED"],
  );
  const [aliases, synonyms, exclusive] = await Promise.all(
    ["aliases.tsv", "synonyms.tsv", "exclusive.tsv"].map((name) => readFile(join(LEXICON, name), "utf8")),
  );
  const engines = enginesWith(parseLexicon(aliases ?? "", synonyms, exclusive).lexicon);

  const rows: object[] = [];
  for (const { name, set } of sets) {
    const questions = set.questions.filter((_, at) => at % every === 0);
    const sections = set.articles.reduce((sum, article) => sum + article.sections.length, 0);
    if (!values.json) console.log(`\n${name}: ${sections} sections, ${questions.length} questions\n${HEAD}`);
    for (const engine of engines) {
      const figures = await measure(engine, { articles: set.articles, questions });
      if (values.json) rows.push(...toRows(name, sections, engine.name, figures));
      else console.log(line(engine.name, shown(figures)));
    }
  }
  if (values.json) console.log(JSON.stringify(rows));
}

function readArguments() {
  try {
    return parseArgs({
      // The first one names this bench.
      args: process.argv.slice(3),
      options: { json: { type: "boolean", default: false }, every: { type: "string", default: "1" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : String(error));
  }
}

async function readEngines() {
  try {
    return await import("./retrieval/engines.ts");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new InputError("The libraries to compare with are not installed: npm --prefix test/bench ci");
  }
}

function toRows(bench: string, sections: number, engine: string, figures: Figures) {
  return Object.entries(UNITS).map(([metric, unit]) => {
    const value = figures[metric as keyof Figures];
    return { bench: `retrieval ${bench}`, sections, engine, metric, value, unit };
  });
}
