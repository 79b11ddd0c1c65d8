import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { type Figures, UNITS } from "./index/figures.ts";
import { PEER_NAMES } from "./index/peers.ts";

// What the section index costs at several sizes, beside search libraries that are given the same terms:
// `npm run bench -- index`, `--sizes 1000,10000` for some of them, `--without Orama,FlexSearch`, `--questions 200`,
// `--json` for one list of figures. README.md says how the text is made. Each engine has processes of its own.

const OWN = "PolicyDesk";
const HERE = join(import.meta.dirname, "index");
/** Beyond that an engine is given up. */
const LONGEST_MS = 20 * 60_000;
const HEAP_MB = 6_000;

const { values: given } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    without: { type: "string", default: "" },
    questions: { type: "string", default: "500" },
    json: { type: "boolean", default: false },
  },
});
const run = promisify(execFile);
const without = new Set(given.without.split(","));
const engines = [OWN, ...PEER_NAMES].filter((name) => !without.has(name));
const rows: object[] = [];

if (!given.json) console.log(describeMachine());
for (const size of given.sizes.split(",").map(Number)) {
  const table = new Map<string, Figures>();
  for (const engine of engines) {
    const figures = await (engine === OWN ? measureOwn(size) : measurePeer(engine, size));
    table.set(engine, figures);
    for (const [metric, value] of Object.entries(figures)) {
      rows.push({ bench: "index", sections: size, engine, metric, value, unit: UNITS[metric] });
    }
  }
  if (!given.json) print(size, table);
}
if (given.json) console.log(JSON.stringify(rows));

async function measureOwn(size: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "policydesk-bench-"));
  try {
    // A bot keeps what it compiled in its data folder too.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };
    const built = await figuresOf("own-build.ts", [folder, `${size}`, given.questions], env);
    await figuresOf("own-serve.ts", [folder, "start"], env);
    return { ...built, ...(await figuresOf("own-serve.ts", [folder, "all"], env)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measurePeer(engine: string, size: number): Promise<Figures> {
  try {
    return await figuresOf("peer.ts", [engine, `${size}`, given.questions]);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const isMissing = said.includes("ERR_MODULE_NOT_FOUND");
    const why = isMissing ? "not installed: npm --prefix test/bench ci" : (said.split("\n").at(-2) ?? said);
    process.stderr.write(`${engine} at ${size} sections: ${why}\n`);
    return {};
  }
}

async function figuresOf(script: string, args: readonly string[], env = process.env): Promise<Figures> {
  const options = ["--expose-gc", `--max-old-space-size=${HEAP_MB}`, join(HERE, script)];
  const { stdout } = await run(process.execPath, [...options, ...args], { timeout: LONGEST_MS, env });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as Figures;
}

function describeMachine(): string {
  const { devDependencies, dependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"),
  ) as Record<string, Record<string, string>>;
  const own = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8")) as typeof devDependencies & {
    dependencies: Record<string, string>;
  };
  const [cpu] = cpus();
  const versions = {
    MiniSearch: dependencies?.["minisearch"],
    FlexSearch: own.dependencies["flexsearch"],
    Orama: own.dependencies["@orama/orama"],
    "better-sqlite3": dependencies?.["better-sqlite3"],
  };
  return [
    `${cpus().length} cores (${cpu?.model}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, load ${loadavg()[0]?.toFixed(1)}`,
    `Node ${process.version}, ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}`,
  ].join("\n");
}

function print(size: number, table: ReadonlyMap<string, Figures>): void {
  const width = 12;
  console.log(`\n${"".padEnd(40)}${[...table.keys()].map((name) => name.padStart(width)).join("")}   ${size} sections`);
  for (const [metric, unit] of Object.entries(UNITS)) {
    const cells = [...table.values()].map((figures) => figures[metric]?.toPrecision(3) ?? "–");
    if (cells.every((cell) => cell === "–")) continue;
    console.log(
      `${metric}, ${unit}`.padEnd(40) +
        cells
          .map((cell) => (Number.isNaN(Number(cell)) ? cell.padStart(width) : String(Number(cell)).padStart(width)))
          .join(""),
    );
  }
}
