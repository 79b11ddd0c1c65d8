import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { islandName as nameOf } from "../arrivals/islands.ts";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { type OwnRedis, ownRedis } from "../redis/running-redis.ts";
import { anyPort, deliver, isReady, startCrashingBot } from "./crashing-bot.ts";

const ARTICLES = 300;
const KILLS = 100;
const LONGEST_LIFE_MS = 1500;
const SHORTEST_LIFE_MS = 150;
const TIMEOUT_MS = 900_000;

const root = temporaryFolder();
const redis = await ownRedis();
afterAll(() => ("missing" in redis ? undefined : redis.close()));

const amountOf = (i: number) => 1000 + i * 7;
const articleOf = (i: number) => ({
  id: `a${i}`,
  title: `${nameOf(i)} 소식`,
  body: `${nameOf(i)}은 소금을 ${amountOf(i)}톤 팔았다.`,
});

/** Half of the articles come by webhook, half as files, through a hundred lives of the bot that end without warning. */
async function liveThrough(environment: Record<string, string>, between: (kill: number) => Promise<void>) {
  const place = join(root, Math.random().toString(36).slice(2));
  const inbox = join(place, "articles");
  mkdirSync(inbox, { recursive: true });
  writeFileSync(join(inbox, "first.md"), "# 처음\n\n처음부터 있던 글이다.");
  const port = anyPort();
  const base = `http://127.0.0.1:${port}`;
  const settings = { DATA_DIR: join(place, "data"), ARTICLES_DIR: inbox, ...environment };
  const acknowledged = new Set<number>();

  let next = 0;
  const arrive = async (isOver: () => boolean) => {
    // Three for each life, so that articles arrive in every one of them.
    for (let count = 0; count < 3 && next < ARTICLES && !isOver(); next++, count++) {
      const i = next;
      if (i % 2 === 0) {
        const { title, body } = articleOf(i);
        writeFileSync(join(place, "writing.md"), `# ${title}\n\n${body}\n`);
        renameSync(join(place, "writing.md"), join(inbox, `a${i}.md`));
        acknowledged.add(i);
      } else {
        while (!acknowledged.has(i) && !isOver()) {
          if (await deliver(base, articleOf(i))) acknowledged.add(i);
          else await setTimeout(20);
        }
        if (!acknowledged.has(i)) return;
      }
    }
  };
  for (let kill = 0; kill < KILLS; kill++) {
    const bot = startCrashingBot(port, settings);
    let over = false;
    const arriving = arrive(() => over);
    await setTimeout(SHORTEST_LIFE_MS + Math.random() * (LONGEST_LIFE_MS - SHORTEST_LIFE_MS));
    await bot.kill();
    over = true;
    await arriving;
    await between(kill);
  }
  const last = startCrashingBot(port, settings);
  await arrive(() => false);
  while (next < ARTICLES) await arrive(() => false);
  await expect.poll(() => isReady(base), { timeout: 60_000 }).toBe(true);
  return { base, acknowledged, last };
}

async function countLost(base: string, acknowledged: ReadonlySet<number>): Promise<{ lost: number; doubled: number }> {
  let lost = 0;
  for (const i of acknowledged) {
    const response = await fetch(`${base}/api/ask`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ question: `${nameOf(i)}은 소금을 몇 톤 팔았어?` }),
    });
    const { answer } = (await response.json()) as { answer: string };
    if (!answer.includes(`${amountOf(i)}톤`)) lost++;
  }
  const { articles } = (await (await fetch(`${base}/api/articles`)).json()) as { articles: { title: string }[] };
  const titles = articles.map(({ title }) => title).filter((title) => title.endsWith("섬 소식"));
  return { lost, doubled: titles.length - new Set(titles).size };
}

it("names differ", () => {
  expect(new Set(Array.from({ length: ARTICLES }, (_, i) => nameOf(i))).size).toBe(ARTICLES);
});

it.each([
  ["in this process", false],
  ["BullMQ, and Redis killed and emptied in the middle", true],
])(
  `no article that was acknowledged is lost or doubled by ${KILLS} crashes, with the queue %s`,
  async (_name, onRedis) => {
    if (onRedis && "missing" in redis) {
      expect(process.env["CI"], redis.missing).not.toBe("true");
      return;
    }
    const server = onRedis ? (redis as OwnRedis) : null;
    const { base, acknowledged, last } = await liveThrough(server ? { REDIS_URL: server.url } : {}, async (kill) => {
      if (server === null || kill % 20 !== 10) return;
      await server.stop("SIGKILL");
      await server.start();
      await server.flush();
    });
    try {
      expect(acknowledged.size).toBe(ARTICLES);
      // The sweep finds what a lost queue forgot within 30 s.
      await expect
        .poll(() => countLost(base, acknowledged), { timeout: 60_000, interval: 1000 })
        .toEqual({ lost: 0, doubled: 0 });
      const { lost, doubled } = await countLost(base, acknowledged);
      console.log(`lost ${lost}, doubled ${doubled} of ${acknowledged.size} articles after ${KILLS} crashes`);
      expect(last.said()).toBe("");
    } finally {
      await last.kill();
    }
  },
  TIMEOUT_MS,
);
