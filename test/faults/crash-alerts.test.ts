import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { type LocalDiscord, startLocalDiscord } from "../platforms/discord/local-discord/local-discord.ts";
import { discordOn } from "../platforms/discord/running-discord.ts";
import { type LocalSlack, startLocalSlack } from "../platforms/slack/local-slack/local-slack.ts";
import { type OwnRedis, ownRedis } from "../redis/running-redis.ts";
import { anyPort, deliver, isReady, startCrashingBot } from "./crashing-bot.ts";
import { articleOf, countPosts, onDiscord, onSlack, type Place, subscriptionsOf, TOPICS } from "./island-news.ts";

const SCRIPT = "test/faults/alerting-bot.ts";
const ARTICLES = 300;
const SHORTEST_LIFE_MS = 300;
const LONGEST_LIFE_MS = 3000;
const TIMEOUT_MS = 1_200_000;
const SETTLED_WITHIN_MS = 180_000;
const DOWN_MS = 10 * 60_000;
const ROUNDS_DOWN = 10;

const root = temporaryFolder();
const redis = await ownRedis();
afterAll(() => ("missing" in redis ? undefined : redis.close()));

interface World {
  readonly discord: LocalDiscord;
  readonly slack: LocalSlack;
  readonly places: readonly Place[];
  readonly environment: Record<string, string>;
  readonly dataDir: string;
  readonly port: number;
  readonly base: string;
  /** The hour on all clocks. */
  ahead(byMs: number): void;
  aheadMs(): number;
  end(): Promise<void>;
}

/** Both platforms with seven channels each, and a bot's data in which 20 subscriptions wait for articles. */
async function openWorld(environment: Record<string, string>): Promise<World> {
  let aheadMs = 0;
  const clock = { now: () => Date.now() + aheadMs };
  const discord = await startLocalDiscord({ clock });
  const slack = await startLocalSlack({ clock });
  const guild = discord.addGuild({ name: "무역방", locale: "ko" });
  const team = slack.addTeam({ scopes: [...ALERT_SCOPES] });
  const places = [
    ...TOPICS.map((topics, i) => onDiscord(guild.addTextChannel(`d${i}`), `discord:guild:${guild.id}`, topics)),
    ...TOPICS.map((topics, i) => onSlack(team.addChannel(`s${i}`), team.id, topics)),
  ];
  const dataDir = join(root, Math.random().toString(36).slice(2));
  mkdirSync(dataDir, { recursive: true });
  await subscribeAll(dataDir, places, clock.now);
  const port = anyPort();
  return {
    ...{ discord, slack, places, dataDir, port, base: `http://127.0.0.1:${port}` },
    environment: {
      ...discordOn(discord),
      ...{ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: team.botToken, SLACK_SIGNING_SECRET: slack.signingSecret },
      ...{ DATA_DIR: dataDir, SAMPLE_ARTICLES: "off", ...environment },
    },
    ahead(byMs) {
      aheadMs += byMs;
    },
    aheadMs: () => aheadMs,
    async end() {
      await discord.stop();
      await slack.stop();
    },
  };
}

const ALERT_SCOPES = ["chat:write", "commands", "app_mentions:read", "channels:history", "users:read", "im:history"];

async function subscribeAll(dataDir: string, places: readonly Place[], now: () => number): Promise<void> {
  const store = await openSqliteStore(join(dataDir, "policydesk.sqlite"), now);
  const subscriptions = subscriptionsOf(places, now());
  expect(subscriptions).toHaveLength(20);
  for (const subscription of subscriptions) await store.putSubscription(subscription, 20);
  await store.close();
}

/** Whether nothing in the store may still be posted. */
async function isSettled({ dataDir }: World): Promise<boolean> {
  const store = await openSqliteStore(join(dataDir, "policydesk.sqlite"), Date.now);
  try {
    const { waiting, sending, uncertain } = await store.countAlerts();
    return waiting + sending + uncertain === 0;
  } finally {
    await store.close();
  }
}

let living: ReturnType<typeof startCrashingBot> | null = null;
afterEach(() => living?.kill());

function lifeOf(world: World) {
  const { environment, port } = world;
  living = startCrashingBot(port, { ...environment, CLOCK_AHEAD_MS: String(world.aheadMs()) }, SCRIPT);
  return living;
}

/** Delivers the next articles, each until it is acknowledged, while `goesOn`. */
async function arrive(world: World, next: { i: number }, upTo: number, goesOn: () => boolean): Promise<void> {
  while (next.i < upTo && goesOn()) {
    if (await deliver(world.base, articleOf(next.i), world.aheadMs())) next.i++;
    else await setTimeout(20);
  }
}

/** The last life goes on until all is posted. */
async function settle(world: World, next: { i: number }, articles: number): Promise<void> {
  lifeOf(world);
  await arrive(world, next, articles, () => true);
  await expect.poll(() => isReady(world.base), { timeout: 60_000 }).toBe(true);
  const nothing = { lost: 0, unwanted: 0 };
  await expect
    .poll(() => countPosts(world.places, next.i), { timeout: SETTLED_WITHIN_MS, interval: 500 })
    .toMatchObject(nothing);
  await expect.poll(() => isSettled(world), { timeout: SETTLED_WITHIN_MS, interval: 500 }).toBe(true);
}

function postsTo({ discord, slack }: World): number {
  const onDiscord = discord.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/messages"));
  return onDiscord.length + slack.requestsOf("chat.postMessage").length;
}

function lookedFor({ discord, slack }: World): number {
  const onDiscord = discord.requests.filter(({ method, path }) => method === "GET" && /\/messages/.test(path)).length;
  return onDiscord + slack.requestsOf("conversations.history").length;
}

function report(world: World, articles: number, how: string): ReturnType<typeof countPosts> {
  const counted = countPosts(world.places, articles);
  const posts = world.places.reduce((sum, { texts }) => sum + texts().length, 0);
  const { lost, doubled } = counted;
  console.log(
    `lost ${lost}, doubled ${doubled} of ${articles} articles in ${world.places.length} channels (${posts} posts, ${lookedFor(world)} looked for) ${how}`,
  );
  return counted;
}

const NOTHING_WRONG = { lost: 0, doubled: 0, unwanted: 0 };

function serverFor(onRedis: boolean): OwnRedis | null | "missing" {
  if (!onRedis) return null;
  if (!("missing" in redis)) return redis;
  expect(process.env["CI"], redis.missing).not.toBe("true");
  return "missing";
}

const QUEUES = [
  ["in this process", false],
  ["BullMQ, and Redis killed and emptied in the middle", true],
] as const;

it.each([
  [50, ...QUEUES[0]],
  [100, ...QUEUES[1]],
] as const)(
  "no alert is lost or doubled by %i crashes, with the queue %s",
  async (kills, _name, onRedis) => {
    const server = serverFor(onRedis);
    if (server === "missing") return;
    const world = await openWorld(server ? { REDIS_URL: server.url } : {});
    const next = { i: 0 };
    for (let kill = 0; kill < kills; kill++) {
      const bot = lifeOf(world);
      let over = false;
      const arriving = arrive(world, next, Math.ceil(((kill + 1) * ARTICLES) / kills), () => !over);
      await setTimeout(SHORTEST_LIFE_MS + Math.random() * (LONGEST_LIFE_MS - SHORTEST_LIFE_MS));
      await bot.kill();
      over = true;
      await arriving;
      if (server === null || kill % 20 !== 10) continue;
      await server.stop("SIGKILL");
      await server.start();
      await server.flush();
    }
    await settle(world, next, ARTICLES);
    expect(report(world, ARTICLES, `after ${kills} crashes`)).toEqual(NOTHING_WRONG);
    await world.end();
  },
  TIMEOUT_MS,
);

it.each(QUEUES)(
  "no alert is lost or doubled where the process stays down for ten minutes after each crash, with the queue %s",
  async (_name, onRedis) => {
    const server = serverFor(onRedis);
    if (server === "missing") return;
    const world = await openWorld(server ? { REDIS_URL: server.url } : {});
    const next = { i: 0 };
    const articles = ROUNDS_DOWN * 3;
    for (let round = 0; round < ROUNDS_DOWN; round++) {
      const bot = lifeOf(world);
      const before = postsTo(world);
      // Posts of which the process never learns.
      world.discord.failNext({ method: "POST", path: /messages$/, status: "dropped", carriedOut: true, times: 2 });
      world.slack.failNext({ method: "chat.postMessage", drop: "after", times: 2 });
      await arrive(world, next, (round + 1) * 3, () => true);
      await expect.poll(() => postsTo(world) - before, { timeout: 60_000, interval: 20 }).toBeGreaterThan(6);
      await setTimeout(Math.random() * 400);
      await bot.kill();
      world.ahead(DOWN_MS);
    }
    await settle(world, next, articles);
    expect(report(world, articles, `after ${ROUNDS_DOWN} crashes of ten minutes each`)).toEqual(NOTHING_WRONG);
    await world.end();
  },
  TIMEOUT_MS,
);
