import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ownRedis } from "../redis/running-redis.ts";
import { ask, deliver, isFound, WEBHOOK_SECRET } from "./asking.ts";
import { timed, timesOf } from "./times.ts";

// How soon an article that was taken in is answered from, in this process and in another, and what asking costs
// meanwhile. ARTICLES_DIR gives the size of the corpus; without it the samples are all there is.

const project = join(import.meta.dirname, "../..");
const dataDir = mkdtempSync(join(tmpdir(), "policydesk-bench-"));
const redis = await ownRedis();
const children: ChildProcess[] = [];

async function start(script: string): Promise<string> {
  const child = spawn(process.execPath, [script], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env["PATH"],
      ARTICLES_DIR: process.env["ARTICLES_DIR"] ?? "",
      DATA_DIR: dataDir,
      PORT: "0",
      WEBHOOK_SECRET,
      RATE_LIMIT_PER_MINUTE: "100000",
      ...("missing" in redis ? {} : { REDIS_URL: redis.url }),
    },
  });
  children.push(child);
  let said = "";
  return new Promise((resolve, reject) => {
    child.on("close", () => reject(new Error(said)));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const address = /Chat page: (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
  });
}

function shares(times: readonly number[]): string {
  const { p50, p99, count } = timesOf(times);
  return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${count})`;
}

const QUESTIONS = [
  "파나마 운하 항만은 누구에게 팔려고 했나요?",
  "영국산 자동차 관세는 얼마야?",
  "그린란드 실무협의는 어디서 열렸어?",
];
const askOften = async (base: string, isOver: (asked: number) => boolean) => {
  const times: number[] = [];
  while (!isOver(times.length)) times.push(await timed(() => ask(base, QUESTIONS[times.length % 3] ?? "")));
  return times;
};

try {
  const first = await start("src/main.ts");
  const second = await start("test/bench/second-bot.ts");
  console.log(`queue: ${"missing" in redis ? "in process" : "BullMQ"}`);
  await askOften(first, (asked) => asked === 200);
  console.log(`ask, idle: ${shares(await askOften(first, (asked) => asked === 1000))}`);

  const here: number[] = [];
  const there: number[] = [];
  for (let i = 0; i < 200; i++) {
    await deliver(first, i);
    const startedMs = performance.now();
    const until = async (base: string, times: number[]) => {
      while (!(await isFound(base, i))) await setTimeout(2);
      times.push(performance.now() - startedMs);
    };
    await Promise.all([until(first, here), until(second, there)]);
  }
  console.log(`commit to answerable, this process: ${shares(here)}`);
  console.log(`commit to answerable, another process: ${shares(there)}`);

  const arriving = { over: false };
  const meanwhile = askOften(first, () => arriving.over);
  for (let i = 0; i < 500; i++) {
    const [sent] = await Promise.all([timed(() => deliver(first, 300 + i)), setTimeout(50)]);
    if (sent > 1000) console.log(`a delivery took ${sent.toFixed(0)} ms`);
  }
  arriving.over = true;
  console.log(`ask, while 20 articles arrive a second: ${shares(await meanwhile)}`);

  let delivered = 0;
  let over = false;
  const asking = askOften(first, () => over);
  const tookMs = await timed(async () => {
    const sender = async () => {
      while (delivered < 500) await deliver(first, 1000 + delivered++);
    };
    await Promise.all([sender(), sender(), sender(), sender()]);
    const last = 1000 + 499;
    while (!(await isFound(first, last))) await setTimeout(5);
  });
  over = true;
  console.log(`ask, while 500 articles arrive as fast as they are taken: ${shares(await asking)}`);
  console.log(`ask, idle again: ${shares(await askOften(first, (asked) => asked === 1000))}`);
  console.log(
    `500 articles delivered and answerable in ${(tookMs / 1000).toFixed(1)} s: ${(500_000 / tookMs).toFixed(0)} a second`,
  );
} finally {
  for (const child of children) {
    child.removeAllListeners("close");
    child.kill("SIGTERM");
  }
  if (!("missing" in redis)) await redis.close();
  rmSync(dataDir, { recursive: true, force: true });
}
