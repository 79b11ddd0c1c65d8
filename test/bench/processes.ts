import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeCorpus } from "./processes/corpus.ts";
import { embedded, several } from "./processes/installation.ts";
import { type Measures, measure } from "./processes/measure.ts";
import type { Times } from "./times.ts";

// What asking costs, and how soon an article is answered from, where several processes share PostgreSQL and Redis,
// beside one process that has everything in itself. `--articles 500` takes fewer, `--fsync off` keeps PostgreSQL from
// waiting for the disk, `--json` prints a line for each row.

const { values: given } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: "string", default: "2000" },
    fsync: { type: "string", default: "on" },
    json: { type: "boolean", default: false },
  },
});
const fsync = given.fsync === "on";
const folder = mkdtempSync(join(tmpdir(), "policydesk-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
// Else the processes and servers that were started would stay.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const { sections, questions, folder: articles } = writeCorpus(join(folder, "articles"), Number(given.articles));
const loads: string[] = [];

async function measured(begin: typeof embedded): Promise<Measures> {
  const data = join(folder, begin.name);
  mkdirSync(data);
  const installation = await begin({ folder: data, articles, fsync });
  try {
    loads.push((loadavg()[0] ?? 0).toFixed(1));
    return await measure(installation, questions);
  } finally {
    await installation.close();
  }
}

const one = await measured(embedded);
const many = await measured(several);

type Row = readonly [what: string, embedded: Times, several: Times];
const nothing: Times = { p50: 0, p99: 0, max: 0, count: 0 };
const asking = (when: string, of: (measures: Measures) => Measures["idle"]): Row[] => [
  [`ask, ${when}`, of(one).alone, of(many).alone],
  [`ask in a conversation, ${when}`, of(one).conversing, of(many).conversing],
];
const rows: Row[] = [
  ...asking("idle", ({ idle }) => idle),
  ...asking("20 articles a second", ({ slowly }) => slowly),
  ...asking("a burst of 300 articles", ({ burst }) => burst),
  ...many.answerable.map(
    (times, i): Row => [`commit to answerable, web ${i + 1}`, one.answerable[0] ?? nothing, times],
  ),
  ...many.followed.map((times, i): Row => [`commit to followed, bot ${i + 1}`, one.followed[0] ?? nothing, times]),
];

const rounded = (number: number) => Math.round(number * 100) / 100;
const ratio = (of: number, to: number) => (to === 0 ? 0 : rounded(of / to));
const say = (row: object) =>
  console.log(JSON.stringify(row, (_key, value) => (typeof value === "number" ? rounded(value) : value)));
const [loadOfOne, loadOfMany] = loads;
const { articlesPerSecond: onePerSecond } = one;
const { articlesPerSecond: manyPerSecond } = many;
if (given.json) {
  const machine = { cores: availableParallelism(), load: { embedded: Number(loadOfOne), several: Number(loadOfMany) } };
  say({ articles: Number(given.articles), sections, fsync, ...machine });
  for (const [what, before, after] of rows) {
    const ratios = { p50: ratio(after.p50, before.p50), p99: ratio(after.p99, before.p99) };
    say({ what, unit: "ms", embedded: before, several: after, ratio: ratios });
  }
  const perSecond = { embedded: onePerSecond, several: manyPerSecond, ratio: ratio(manyPerSecond, onePerSecond) };
  say({ what: "articles a second, burst", unit: "1/s", ...perSecond });
} else {
  const shown = ({ p50, p99, max, count }: Times) =>
    `${p50.toFixed(1).padStart(7)} ${p99.toFixed(1).padStart(7)} ${max.toFixed(0).padStart(5)} ${`(${count})`.padStart(7)}`;
  const line = (what: string, cells: readonly string[]) => console.log([what.padEnd(46), ...cells].join("  "));
  console.log(`${given.articles} articles, ${sections} sections; one machine of ${availableParallelism()} cores.`);
  console.log("embedded: one process, SQLite. several: 2 web, 2 bot, 2 worker, one PostgreSQL and one Redis.");
  console.log(
    `PostgreSQL ${fsync ? "waits" : "does not wait"} for the disk (fsync=${fsync ? "on" : "off"}), SQLite does.`,
  );
  console.log(`load when measuring began: ${loadOfOne} embedded, ${loadOfMany} several.`);
  line("", ["embedded p50, p99, max ms   ", "several p50, p99, max ms    ", "times p50, p99"]);
  for (const [what, before, after] of rows) {
    const times = `${ratio(after.p50, before.p50).toFixed(2)} ${ratio(after.p99, before.p99).toFixed(2)}`;
    line(what, [shown(before), shown(after), times]);
  }
  console.log(
    `articles a second, burst until in every index: ${onePerSecond.toFixed(0)} embedded, ${manyPerSecond.toFixed(0)} several, times ${ratio(manyPerSecond, onePerSecond)}`,
  );
}
