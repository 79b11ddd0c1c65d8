import { afterEach, describe, expect, it } from "vitest";
import { createDiscordSender } from "../../../adapters/discord/sender.ts";
import { createMemoryRateLimit } from "../../../adapters/runtime/memory-rate-limit.ts";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import type { AlertContent, AlertSender } from "../../../src/ports/alert-sender.ts";
import type { ChatPlatform } from "../../../src/ports/chat-platform.ts";
import type { Logger } from "../../../src/ports/runtime.ts";
import { heldClock, NOW, type RunningBot } from "../running-bot.ts";
import { alertIn, nameOf, reasonIn, whileKnown } from "./grenada-alert.ts";
import { startServer, stopAll } from "./local-discord/bot-scene.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { LocalGuild } from "./local-discord/guilds.ts";
import type { LocalDiscord } from "./local-discord/local-discord.ts";
import type { LocalUser } from "./local-discord/people.ts";

afterEach(stopAll);

const HOUR_MS = 3_600_000;
const COMES_WITHIN_MS = 10_000;

interface Scene {
  readonly discord: LocalDiscord;
  readonly guild: LocalGuild;
  readonly channel: LocalChannel;
  readonly user: LocalUser;
  readonly clock: RunningBot["clock"];
  readonly platform: ChatPlatform;
  readonly sender: AlertSender;
}

const nothing = () => {};
const log: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A process that posts alerts, and nobody at the gateway. */
async function start(token?: string): Promise<Scene> {
  const clock = heldClock(systemClock, NOW);
  const discord = await startServer({ clock });
  const guild = discord.addGuild({ name: "정책방", locale: "ko" });
  const channel = guild.addTextChannel("정책");
  const user = discord.addUser({ name: "민지", locale: "ko" });
  guild.addMember(user);
  const options = { token: token ?? discord.token, apiUrl: discord.apiUrl, timeZone: "Asia/Seoul" };
  const platform = createDiscordSender(options, { desk: { rateLimit: createMemoryRateLimit() }, clock, log });
  return { discord, guild, channel, user, clock, platform, sender: platform.alerts as AlertSender };
}

const methods = ({ requests }: LocalDiscord) => requests.map(({ method }) => method);
const statuses = ({ requests }: LocalDiscord) => requests.map(({ status }) => status);

describe("a process that only posts alerts", () => {
  it("says who it is, or what is wrong, without a connection to the gateway", async () => {
    const { discord, platform } = await start();
    expect(await platform.start()).toEqual({ address: "posts alerts as PolicyDesk" });
    expect(discord.gateway.identified).toBe(0);
    discord.failNext({ path: /users/, status: 503 });
    expect(await platform.start()).toEqual({ address: "cannot be reached at the moment; alerts wait" });
    await platform.stop();
    const { platform: stranger } = await start("a.wrong.token");
    expect(await stranger.start()).toEqual({ problem: expect.stringContaining("Discord does not know DISCORD_TOKEN") });
  });

  it("asks nothing before it posts", async () => {
    const scene = await start();
    const { sender, channel, discord } = scene;
    for (const id of ["one", "two"]) expect(await sender.send(alertIn(scene, { id }))).toMatchObject({ kind: "sent" });
    expect(channel.messages().map(({ embeds }) => embeds.length)).toEqual([1, 1]);
    expect(methods(discord)).toEqual(["POST", "POST"]);
  });

  it("posts without an embed where Discord refuses one, and knows that for an hour", async () => {
    const scene = await start();
    const { sender, channel, guild, user, clock, discord } = scene;
    channel.denyBot("EmbedLinks");
    for (const id of ["first", "second"]) await sender.send(alertIn(scene, { id }));
    expect(statuses(discord)).toEqual([403, 200, 200]);
    clock.advance(HOUR_MS);
    await sender.send(alertIn(scene, { id: "third" }));
    expect(statuses(discord)).toEqual([403, 200, 200, 403, 200]);
    guild.denyEveryone("EmbedLinks");
    const elsewhere = guild.addTextChannel("다른-방");
    const thread = channel.startThread(user, "실타래");
    for (const where of [elsewhere, thread]) {
      expect(await sender.send(alertIn(scene, { id: where.id, channel: nameOf(where) }))).toMatchObject({
        kind: "sent",
      });
    }
    const plain = [...channel.messages().filter(({ author }) => author.bot), ...elsewhere.messages()];
    expect(plain.map(({ embeds }) => embeds)).toEqual(plain.map(() => []));
    expect(thread.messages().at(-1)?.content).toContain("<https://example.org/grenada>");
    expect(discord.schemaViolations).toEqual([]);
    expect(discord.unknownRoutes).toEqual([]);
  });

  it("puts in the text where Discord leaves the embed out without a word", async () => {
    const scene = await start();
    const { sender, channel, discord } = scene;
    /** As Discord answers then. */
    const body = {
      get id() {
        return channel.messages().at(-1)?.id;
      },
      embeds: [],
    };
    const leaveOut = () => discord.failNext({ method: "POST", path: /messages$/, status: 200, body, carriedOut: true });
    leaveOut();
    discord.failNext({ method: "PATCH", path: /messages/, status: 503 });
    expect(await sender.send(alertIn(scene))).toMatchObject({ kind: "uncertain" });
    leaveOut();
    const sent = await sender.send(alertIn(scene));
    const [posted, ...others] = channel.messages();
    expect(sent).toEqual({ kind: "sent", messageRef: `${channel.id}:${posted?.id}` });
    expect(others).toEqual([]);
    expect(posted?.embeds).toEqual([]);
    expect(posted?.text).toContain("그레나다 항로 협정");
    expect(posted?.text).toContain("구독 관리");
    await sender.send(alertIn(scene, { id: "other" }));
    expect(methods(discord)).toEqual(["POST", "PATCH", "POST", "PATCH", "POST"]);
    expect(channel.messages().at(-1)?.embeds).toEqual([]);
    expect(discord.schemaViolations).toEqual([]);
  });

  it("tells why nothing can be posted any more", async () => {
    const scene = await start();
    const { sender, guild, channel } = scene;
    const reason = (where: LocalChannel) => reasonIn(sender, { guild, channel: where });
    const gone = guild.addTextChannel("사라진-방");
    gone.remove();
    expect(await reason(gone)).toBe("channel-gone");
    const mute = guild.addTextChannel("조용한-방");
    mute.denyBot("SendMessages");
    expect(await reason(mute)).toBe("no-permission");
    guild.removeBot();
    expect(await reason(channel)).toBe("uninstalled");
  });

  it("names channels in what it tells people", async () => {
    const scene = await start();
    const { sender, channel, user } = scene;
    const content: AlertContent = { kind: "alerts-paused", channel: nameOf(channel), reason: "no-permission" };
    expect(await sender.send(alertIn(scene, { channel: `dm:discord:${user.id}`, content }))).toEqual({
      kind: "sent",
      messageRef: expect.any(String),
    });
    expect(user.dm().messages()[0]?.text.replaceAll("\\", "")).toContain("#정책 · 정책방 알림을 멈췄어요");
  });

  it("finds what was posted, and says where it cannot look", async () => {
    const scene = await start();
    const { sender, clock, guild } = scene;
    expect(await sender.find(alertIn(scene), whileKnown(clock.now()))).toEqual({ kind: "none" });
    const { messageRef } = (await sender.send(alertIn(scene))) as { messageRef: string };
    expect(await sender.find(alertIn(scene), whileKnown(clock.now()))).toEqual({ kind: "found", messageRef });
    const quiet = guild.addTextChannel("조용한-방");
    quiet.denyBot("ReadMessageHistory");
    expect(await sender.find(alertIn(scene, { channel: nameOf(quiet) }), whileKnown(NOW))).toMatchObject({
      kind: "unknown",
    });
  });
});

describe("several processes", () => {
  it("post to many channels at once at the rate that Discord takes of all of them", async () => {
    const clock = stepClock();
    const discord = await startServer({ clock });
    discord.limitPosts({ most: 50, perMs: 1000, ofBot: true, now: clock.now });
    const guild = discord.addGuild({ name: "정책방", locale: "ko" });
    const desk = { rateLimit: createMemoryRateLimit() };
    const options = { token: discord.token, apiUrl: discord.apiUrl, timeZone: "Asia/Seoul" };
    const senders = [1, 2].map(() => createDiscordSender(options, { desk, clock, log }).alerts as AlertSender);
    // Discord counts from the first request on, wherever in a second that is.
    clock.advance(950);
    let waiting = Array.from({ length: 250 }, (_, at) => guild.addTextChannel(`방-${at}`));
    const channels = waiting;
    const outcomes: string[][] = [];
    while (waiting.length > 0 && outcomes.length < 3) {
      const sent = await clock.run(
        waiting.map((channel, at) => {
          return (senders[at % 2] as AlertSender).send(alertIn({ guild, channel }, { id: channel.id }));
        }),
      );
      outcomes.push(sent.map(({ kind }) => kind));
      waiting = waiting.filter((_, at) => sent[at]?.kind !== "sent");
    }
    expect(channels.map((channel) => channel.messages().length)).toEqual(channels.map(() => 1));
    expect(statuses(discord)).toEqual(channels.map(() => 200));
    // Nobody waits for longer than five seconds.
    expect(outcomes.map((kinds) => kinds.filter((kind) => kind === "retry").length)).toEqual([250 - 51 * 4, 0]);
  });
});

/** A clock that goes on, to what comes next, once everybody waits for it. */
function stepClock() {
  const sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];
  let nowMs = NOW;
  return {
    ...systemClock,
    now: () => nowMs,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ atMs: nowMs + ms, wake })),
    advance(byMs: number): void {
      nowMs += byMs;
    },
    async run<T>(all: readonly Promise<T>[]): Promise<T[]> {
      let open = all.length;
      for (const each of all) void each.finally(() => open--);
      const isQuiet = () =>
        expect.poll(() => open - sleepers.length, { interval: 1, timeout: COMES_WITHIN_MS }).toBe(0);
      for (await isQuiet(); open > 0; await isQuiet()) {
        nowMs = Math.min(...sleepers.map(({ atMs }) => atMs));
        const woken = sleepers.filter(({ atMs }) => atMs === nowMs);
        for (const each of woken) {
          sleepers.splice(sleepers.indexOf(each), 1);
          each.wake();
        }
      }
      return Promise.all(all);
    },
  };
}
