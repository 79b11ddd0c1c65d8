import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { runningPostgres } from "../postgres/running-postgres.ts";
import { runningRedis } from "../redis/running-redis.ts";
import { composeWith } from "./compose.ts";
import { type ImageProcess, makeImageFolder, startImage } from "./image-process.ts";

// No container: the image's command in a folder with the image's files and environment.
const root = temporaryFolder();
const folder = join(root, "app");
makeImageFolder(folder);
const READY = { timeout: 60_000 };

const started: ImageProcess[] = [];
async function start(name: string, environment: Readonly<Record<string, string>> = {}): Promise<ImageProcess> {
  const one = await startImage(folder, join(root, name), environment);
  started.push(one);
  return one;
}
afterEach(() => {
  for (const one of started.splice(0)) one.kill();
});

describe("the image", () => {
  it("starts, is healthy, writes into DATA_DIR only, and ends in order when it is told to", async () => {
    const before = filesIn(folder);
    const bot = await start("alone");
    await expect.poll(bot.logged, READY).toContain("Ready: ");
    expect(await bot.healthCheck()).toBe(0);
    expect(filesIn(folder)).toEqual(before);
    expect(filesIn(join(root, "alone"))).toContain("policydesk.sqlite");
    expect(await bot.stop()).toBe(0);
    expect(await bot.healthCheck()).toBe(1);
  });
});

const postgres = await runningPostgres();
const redis = await runningRedis();
const missing = [postgres, redis].flatMap((engine) => ("missing" in engine ? [engine.missing] : [])).join(", ");

describe(`compose.yaml${missing && ` (skipped: ${missing})`}`, () => {
  if ("missing" in postgres || "missing" in redis) {
    it.skip("starts processes that work together", () => {});
    return;
  }
  afterAll(() => Promise.all([postgres.close(), redis.close()]));

  it("starts processes that work together: what the worker reads, the page answers from", async () => {
    const { services } = composeWith({ POSTGRES_PASSWORD: "here", REDIS_PASSWORD: "here" });
    const engines = { DATABASE_URL: await postgres.newDatabase(), REDIS_URL: redis.url };
    const own = Object.entries(services).filter(([, { build }]) => build !== undefined);
    const processes = new Map<string, ImageProcess>();
    // All at once: one of them makes the tables.
    await Promise.all(
      own.flatMap(([name, { deploy, environment }]) =>
        Array.from({ length: deploy?.replicas ?? 1 }, async (_, at) => {
          const process = `${name}-${at + 1}`;
          processes.set(process, await start(process, { ...environment, ...engines }));
        }),
      ),
    );
    for (const { base } of processes.values()) await expect.poll(() => statusOf(`${base}/readyz`), READY).toBe(200);
    for (const [name, one] of processes) expect(await one.healthCheck(), name).toBe(0);

    const page = `${processes.get("web-1")?.base}/api`;
    const known = async () => JSON.stringify(await (await fetch(`${page}/articles`)).json());
    await expect.poll(known, { ...READY, interval: 500 }).toContain("그린란드");
    const body = JSON.stringify({ question: "그린란드 실무협의는 어디서 열렸어?" });
    const asked = await fetch(`${page}/ask`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    expect(await asked.json()).toMatchObject({ status: "answered" });
    expect(await statusOf(`${processes.get("bot-1")?.base}/api/articles`)).toBe(404);
    const codes = await Promise.all([...processes.values()].map((one) => one.stop()));
    expect(codes).toEqual([0, 0, 0, 0]);
  });
});

function statusOf(address: string): Promise<number> {
  return fetch(address).then(
    ({ status }) => status,
    () => 0,
  );
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" }).toSorted();
}
