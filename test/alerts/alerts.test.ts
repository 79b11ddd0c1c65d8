import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import { islandName } from "../arrivals/islands.ts";
import { signedHeaders } from "../arrivals/signed-delivery.ts";
import type { LocalChannel } from "../platforms/discord/local-discord/channels.ts";
import { type LocalDiscord, startLocalDiscord } from "../platforms/discord/local-discord/local-discord.ts";
import { discordOn } from "../platforms/discord/running-discord.ts";
import { type RunningBot, startRunningBot } from "../platforms/running-bot.ts";
import { type LocalSlack, startLocalSlack } from "../platforms/slack/local-slack/local-slack.ts";
import type { Channel } from "../platforms/slack/local-slack/places.ts";
import { bothQueues, type RunningRedis, runningRedis } from "../redis/running-redis.ts";

const SECRET = "a-secret-for-the-islands";
const redis = await runningRedis();
const queues = bothQueues(redis);
afterAll(() => ("missing" in redis ? undefined : (redis as RunningRedis).close()));

describe.each(queues)("one bot on both platforms, with the queue %s", (_name, queue) => {
  let discord: LocalDiscord;
  let slack: LocalSlack;
  let running: RunningBot;
  beforeEach(async () => {
    if (queue === null) return;
    if (!("missing" in redis)) await redis.flush();
    discord = await startLocalDiscord();
    slack = await startLocalSlack();
  });
  afterEach(async () => {
    await running?.bot.stop();
    await discord?.stop();
    await slack?.stop();
  });

  async function start() {
    const team = slack.addTeam({ name: "섬 연구소" });
    const guild = discord.addGuild({ name: "섬 이야기", locale: "ko" });
    running = await startRunningBot({
      environment: {
        ...queue,
        ...discordOn(discord),
        ...{ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: team.botToken, SLACK_SIGNING_SECRET: slack.signingSecret },
        ...{ WEBHOOK_SECRET: SECRET, SAMPLE_ARTICLES: "off" },
      },
      clock: { ...systemClock, advance() {} },
      change: () => ({ openArticles: null }),
    });
    slack.deliverTo(`${running.base}/slack/events`);
    const admin = discord.addUser({ name: "관리자", locale: "ko" });
    guild.addMember(admin, { permissions: ["ManageChannels"] });
    const minji = team.addUser({ name: "minji", locale: "ko-KR" });
    return { team, guild, admin, minji };
  }

  async function publish(i: number, goods: string) {
    const title = `${islandName(i)} 무역`;
    const body = JSON.stringify({ id: `a${i}`, title, body: `<p>${islandName(i)}은 ${goods}을 팔았다.</p>` });
    const headers = {
      "Content-Type": "application/json",
      ...signedHeaders(body, SECRET, Math.floor(Date.now() / 1000)),
    };
    const { status } = await fetch(`${running.base}/api/articles`, { method: "POST", headers, body });
    expect(status).toBe(202);
    return title;
  }

  const inDiscord = (channel: LocalChannel) => channel.messages().map(({ text }) => text);
  const inSlack = (channel: Channel) => channel.messages().map(({ shown }) => shown);
  const titlesIn = (texts: readonly string[]) => texts.flatMap((text) => /\S+섬 무역/u.exec(text) ?? []);
  const settled = async () => {
    const open = async () => {
      const { waiting, sending, uncertain } = await running.store.countAlerts();
      return waiting + sending + uncertain;
    };
    await expect.poll(open, { timeout: 30_000, interval: 50 }).toBe(0);
  };

  it.skipIf(queue === null)(
    "channels hear of what they subscribed to, through 429s and a channel that goes",
    async () => {
      const { team, guild, admin, minji } = await start();
      const [salt, copper, gone] = ["소금방", "구리방", "사라질-방"].map((name) => guild.addTextChannel(name));
      const saltHere = team.addChannel("salt", { members: [minji] });
      const copperHere = team.addChannel("copper", { members: [minji] });
      if (!salt || !copper || !gone) throw new Error("No channel was made.");
      for (const [channel, topics] of [
        [salt, "소금"],
        [salt, "무역, 소금"],
        [copper, "구리"],
        [gone, "소금"],
      ] as const) {
        await (await admin.command(channel, "alerts subscribe", { topics })).reply();
      }
      for (const [channel, topics] of [
        [saltHere, "소금"],
        [copperHere, "구리"],
      ] as const) {
        await minji.command(channel, "/policy", `알림 구독 ${topics}`);
        expect((await minji.nextEphemeral(channel)).shown).toContain(`주제: ${topics}`);
      }
      gone.remove();
      discord.failNext({ method: "POST", path: new RegExp(`${salt.id}/messages$`), status: 429, times: 3 });
      slack.failNext({ method: "chat.postMessage", retryAfter: 1, times: 3 });

      const first = await publish(1, "소금");
      const second = await publish(2, "소금");
      const third = await publish(3, "구리");
      // The webhook answers before the article is there.
      await expect.poll(() => running.store.status(), { timeout: 10_000 }).toMatchObject({ articles: 3 });
      await settled();
      expect(titlesIn(inDiscord(salt))).toEqual([first, second, third]);
      expect(titlesIn(inDiscord(copper))).toEqual([third]);
      expect(titlesIn(inSlack(saltHere))).toEqual([first, second]);
      expect(titlesIn(inSlack(copperHere))).toEqual([third]);
      const paused = await running.store.subscriptionsOf(`discord:channel:${gone.id}`);
      expect(paused.map((each) => each.paused?.reason)).toEqual(["channel-gone"]);
      expect(inDiscord(admin.dm())).toEqual([expect.stringContaining("사라질-방")]);

      const [ofCopper] = await running.store.subscriptionsOf(`discord:channel:${copper.id}`);
      await (await admin.command(copper, "alerts pause", { subscription: ofCopper?.id ?? "" })).reply();
      await publish(4, "구리");
      await expect.poll(() => running.store.status(), { timeout: 10_000 }).toMatchObject({ articles: 4 });
      await settled();
      expect(titlesIn(inDiscord(copper))).toEqual([third]);
      expect(titlesIn(inSlack(copperHere))).toHaveLength(2);
    },
  );
});
