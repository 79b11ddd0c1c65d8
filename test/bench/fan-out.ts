import type { Clock } from "../../src/ports/runtime.ts";
import { discord, type Platform, slack, type World } from "./fan-out/platforms.ts";
import { fanOut, type Outcome } from "./fan-out/scene.ts";

// When the last channel has an article that many want, on a clock that jumps from event to event. Real: the delivery
// flow, the queue of one process, the store (SQLite in memory) and the turns of Discord's requests. Models: the
// platforms with their limits, how long PostgreSQL takes, and a queue that workers share. `--json` prints a line for
// each row.

interface Case {
  readonly platform: string;
  readonly channels: number;
  readonly workers: number;
  /** The share of requests that are answered with 429 out of turn. */
  readonly sprinkle: number;
  readonly open: (world: World) => Platform;
  /** What is left where nothing else shows. */
  readonly limit: string;
}

interface Row {
  readonly platform: string;
  readonly channels: number;
  readonly workers: number;
  readonly sprinkle: number;
  /** Channels that had it in the end. */
  readonly posted: number;
  /** Seconds; null where the simulation ended before. */
  readonly p50: number | null;
  readonly p99: number | null;
  readonly last: number | null;
  readonly requestsPerSecond: number;
  /** Answers 429, as many as there would be in ten minutes like these. */
  readonly refusedIn10Minutes: number;
  readonly takesPerAlert: number;
  readonly databaseBusy: number;
  readonly limit: string;
}

const FEW = 100;
const SOME = 1000;
const MANY = 10_000;
const WORKERS = [1, 2, 4, 8];
const ALONE = [2, 4];
const SPRINKLE = 0.02;
/** Simulated time: nothing that goes well takes as long. */
const LONGEST_MS = 300_000;
const TEN_MINUTES_S = 600;
/** Where the database has no room left. */
const FULL = 0.95;
const IN_A_WORKSPACE = 10;

function discordCases(): Case[] {
  const open: Case["open"] = (world) => discord(world, true);
  const one = { platform: "Discord", open, limit: "40/s together", workers: 1, sprinkle: 0 };
  const alone = { ...one, platform: "Discord, without Redis", open: (world: World) => discord(world, false) };
  return [
    { ...one, channels: FEW },
    ...WORKERS.map((workers) => ({ ...one, workers, channels: SOME })),
    { ...one, channels: SOME, sprinkle: SPRINKLE },
    { ...one, channels: MANY },
    ...ALONE.map((workers) => ({ ...alone, workers, channels: SOME, limit: "40/s of a worker" })),
  ];
}

function slackCases(): Case[] {
  const limit = "32 at once in a worker";
  const many: Case["open"] = (world) => slack(world, (channel) => `${Math.floor(numberOf(channel) / IN_A_WORKSPACE)}`);
  const one: Case["open"] = (world) => slack(world, () => "T1");
  const spread = { platform: `Slack, workspaces of ${IN_A_WORKSPACE}`, open: many, limit, workers: 1, sprinkle: 0 };
  const single = { ...spread, platform: "Slack, one workspace", open: one };
  return [
    { ...spread, channels: FEW },
    ...WORKERS.map((workers) => ({ ...spread, workers, channels: SOME })),
    { ...spread, channels: SOME, sprinkle: SPRINKLE },
    { ...spread, channels: MANY },
    { ...spread, channels: MANY, workers: 4 },
    ...[1, 4].map((workers) => ({ ...single, workers, channels: SOME })),
  ];
}

function rowOf({ platform, channels, workers, sprinkle, limit }: Case, outcome: Outcome): Row {
  const { seconds, seen, takes, databaseBusy, tookSeconds } = outcome;
  const at = (share: number) => seconds[Math.min(channels - 1, Math.floor(channels * share))] ?? null;
  const refusedIn10Minutes = Math.round(((seen.refused + seen.sprinkled) / tookSeconds) * TEN_MINUTES_S);
  return {
    ...{
      platform,
      channels,
      workers,
      sprinkle,
      posted: seconds.length,
      p50: at(0.5),
      p99: at(0.99),
      last: at(1),
      refusedIn10Minutes,
    },
    requestsPerSecond: seen.requests / tookSeconds,
    takesPerAlert: takes / channels,
    databaseBusy,
    limit: limitOf(limit, outcome),
  };
}

function limitOf(otherwise: string, { seen, databaseBusy }: Outcome): string {
  if (seen.refused > 0) return "the platform, by 429";
  return databaseBusy > FULL ? "the database" : otherwise;
}

function numberOf(channel: string): number {
  return Number(channel.slice(channel.lastIndexOf(":") + 1));
}

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

async function run(each: Case): Promise<Row> {
  const random = randomFrom(7);
  const prefix = each.platform.startsWith("Slack") ? "slack:T1:C" : "discord:channel";
  const channels = Array.from({ length: each.channels }, (_, i) => `${prefix}:${i}`);
  const platform = (clock: Clock) => each.open({ clock, random, sprinkle: each.sprinkle });
  return rowOf(each, await fanOut({ channels, workers: each.workers, platform, mostMs: LONGEST_MS }));
}

const HEAD = [
  ...["platform", "channels", "workers", "429 sprinkled", "posted", "p50 s", "p99 s", "last s", "requests/s"],
  ...["429 in 10 min", "takes/alert", "database", "limited by"],
];
const WIDTHS = [31, 8, 7, 13, 6, 7, 7, 7, 10, 13, 11, 8, 0];
const line = (cells: readonly string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[i] ?? 0))).join("  ");
const percent = (share: number) => `${Math.round(share * 100)}%`;

function shown(row: Row): string {
  const { p50, p99, last, requestsPerSecond, takesPerAlert } = row;
  return line([
    ...[row.platform, `${row.channels}`, `${row.workers}`, percent(row.sprinkle), `${row.posted}`],
    ...[p50, p99, last].map((number) => number?.toFixed(1) ?? "never"),
    requestsPerSecond.toFixed(1),
    ...[`${row.refusedIn10Minutes}`, takesPerAlert.toFixed(1), percent(row.databaseBusy), row.limit],
  ]);
}

const isJson = process.argv.includes("--json");
if (!isJson) console.log(line(HEAD));
for (const each of [...discordCases(), ...slackCases()]) {
  const row = await run(each);
  console.log(isJson ? JSON.stringify(row) : shown(row));
}
