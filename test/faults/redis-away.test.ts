import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { startLocalDiscord } from "../platforms/discord/local-discord/local-discord.ts";
import { discordOn } from "../platforms/discord/running-discord.ts";
import { ownRedis } from "../redis/running-redis.ts";
import { anyPort, deliver, isReady, startCrashingBot } from "./crashing-bot.ts";
import { articleOf, countPosts, onDiscord, subscriptionsOf, TOPICS } from "./island-news.ts";

const ARTICLES = 32;
const EVERY_MS = 2_500;
/** Longer than what the store is looked through in for forgotten work, which is every 30 s. */
const AWAY_MS = 45_000;
const TIMEOUT_MS = 420_000;

const root = temporaryFolder();
const redis = await ownRedis();
afterAll(() => ("missing" in redis ? undefined : redis.close()));

async function isAnswered(base: string): Promise<boolean> {
  const response = await fetch(`${base}/api/ask`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question: "영국산 자동차 관세는 얼마야?" }),
  });
  return ((await response.json()) as { status?: string }).status === "answered";
}

it.skipIf("missing" in redis)(
  "questions, arrivals and alerts go on while Redis is away for minutes, and when it is back without what it had",
  async () => {
    if ("missing" in redis) return;
    const discord = await startLocalDiscord({ clock: { now: Date.now } });
    onTestFinished(() => discord.stop());
    const guild = discord.addGuild({ name: "무역방", locale: "ko" });
    const places = TOPICS.map((topics, i) =>
      onDiscord(guild.addTextChannel(`d${i}`), `discord:guild:${guild.id}`, topics),
    );
    const dataDir = join(root, "data");
    mkdirSync(dataDir);
    const store = await openSqliteStore(join(dataDir, "policydesk.sqlite"), Date.now);
    for (const subscription of subscriptionsOf(places, Date.now())) await store.putSubscription(subscription, 20);
    await store.close();

    const port = anyPort();
    const base = `http://127.0.0.1:${port}`;
    const environment = { ...discordOn(discord), DATA_DIR: dataDir, REDIS_URL: redis.url, LOG_LEVEL: "info" };
    const bot = startCrashingBot(port, environment, "test/faults/alerting-bot.ts");
    onTestFinished(() => bot.kill());
    await expect.poll(() => isReady(base), { timeout: 60_000 }).toBe(true);

    const refused: number[] = [];
    const unanswered: number[] = [];
    const arrivals = (async () => {
      for (let i = 0; i < ARTICLES; i++) {
        if (!(await deliver(base, articleOf(i)))) refused.push(i);
        if (!(await isAnswered(base))) unanswered.push(i);
        await setTimeout(EVERY_MS);
      }
    })();
    await setTimeout(10_000);
    await redis.stop("SIGKILL");
    await setTimeout(AWAY_MS);
    await redis.start();
    await redis.flush();
    await arrivals;
    expect({ refused, unanswered }).toEqual({ refused: [], unanswered: [] });
    await expect
      .poll(() => countPosts(places, ARTICLES), { timeout: 120_000, interval: 500 })
      .toEqual({ lost: 0, doubled: 0, unwanted: 0 });
    const said = bot.said();
    // One for the jobs, one for the wake-ups; this bot has no limits.
    expect(said.match(/Redis cannot be used/g)).toHaveLength(2);
    expect(said.match(/Redis can be used again/g)).toHaveLength(2);
    expect(said).not.toContain("ERROR");
    expect(await bot.stop()).toBe(0);
  },
  TIMEOUT_MS,
);
