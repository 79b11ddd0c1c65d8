import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../platforms/slack/local-slack/free-port.ts";
import { ownPostgres } from "../../postgres/running-postgres.ts";
import { ownRedis } from "../../redis/running-redis.ts";
import { WEBHOOK_SECRET } from "../asking.ts";

const project = join(import.meta.dirname, "../../..");
const LOOK_EVERY_MS = 50;

/** Running processes that answer from the same articles, by their addresses. */
export interface Installation {
  /** They answer people. */
  readonly webs: readonly string[];
  /** They hold an index too, and only say how new it is. */
  readonly bots: readonly string[];
  close(): Promise<void>;
}

interface Place {
  /** Of the data folders; it is there. */
  readonly folder: string;
  readonly articles: string;
  /** Whether PostgreSQL waits for the disk, as SQLite does. */
  readonly fsync: boolean;
}

/** One process with SQLite and a queue of its own. */
export async function embedded({ folder, articles }: Place): Promise<Installation> {
  const processes = createProcesses(folder);
  return processes.orClose(async () => {
    const web = await processes.begin({ ARTICLES_DIR: articles });
    return { webs: [web], bots: [], close: processes.close };
  });
}

/** Two processes for each role, over one PostgreSQL and one Redis. */
export async function several({ folder, articles, fsync }: Place): Promise<Installation> {
  const postgres = await ownPostgres({ fsync });
  if ("missing" in postgres) throw new Error(`This needs a PostgreSQL: ${postgres.missing}.`);
  const redis = await ownRedis();
  if ("missing" in redis) throw new Error(`This needs a Redis: ${redis.missing}.`);
  const processes = createProcesses(folder);
  const close = async () => {
    await processes.close();
    await redis.close();
    await postgres.close();
  };
  return processes.orClose(async () => {
    const shared = { DATABASE_URL: await postgres.newDatabase(), REDIS_URL: redis.url };
    const begin = (ROLES: string) => processes.begin({ ...shared, ROLES });
    await processes.begin({ ...shared, ROLES: "worker", ARTICLES_DIR: articles });
    const webs = await Promise.all([begin("web"), begin("web")]);
    const bots = await Promise.all([begin("bot"), begin("bot")]);
    await begin("worker");
    return { webs, bots, close };
  }, close);
}

function createProcesses(folder: string) {
  const children: ChildProcess[] = [];
  process.once("exit", () => {
    for (const child of children) child.kill("SIGKILL");
  });

  async function begin(environment: Readonly<Record<string, string>>): Promise<string> {
    const port = await freePort();
    const child = spawn(process.execPath, ["src/main.ts"], {
      cwd: project,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        PATH: process.env["PATH"],
        DATA_DIR: join(folder, `${children.length}`),
        PORT: `${port}`,
        LOG_LEVEL: "error",
        SAMPLE_ARTICLES: "off",
        RATE_LIMIT_PER_MINUTE: "100000",
        WEBHOOK_SECRET,
        ...environment,
      },
    });
    children.push(child);
    const base = `http://127.0.0.1:${port}`;
    while (!(await isReady(base))) {
      if (child.exitCode !== null) throw new Error(`A process ended with ${child.exitCode} before it was ready.`);
      await setTimeout(LOOK_EVERY_MS);
    }
    return base;
  }

  async function close(): Promise<void> {
    const living = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ends = living.map((child) => once(child, "exit"));
    for (const child of living) child.kill("SIGTERM");
    await Promise.all(ends);
  }

  return {
    begin,
    close,
    /** What `start` gives; where it fails nothing stays. */
    async orClose(start: () => Promise<Installation>, closeAll: () => Promise<void> = close): Promise<Installation> {
      try {
        return await start();
      } catch (error) {
        await closeAll();
        throw error;
      }
    },
  };
}

async function isReady(base: string): Promise<boolean> {
  const response = await fetch(`${base}/readyz`).catch(() => null);
  await response?.arrayBuffer();
  return response?.ok ?? false;
}
