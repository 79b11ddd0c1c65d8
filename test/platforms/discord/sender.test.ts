import { afterEach, describe, expect, it } from "vitest";
import { createDiscordSender } from "../../../adapters/discord/sender.ts";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import type { Alert, AlertContent, AlertSender } from "../../../src/ports/alert-sender.ts";
import type { ChatPlatform } from "../../../src/ports/chat-platform.ts";
import type { Logger } from "../../../src/ports/runtime.ts";
import { heldClock, NOW, type RunningBot } from "../running-bot.ts";
import { startServer, stopAll } from "./local-discord/bot-scene.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { LocalGuild } from "./local-discord/guilds.ts";
import type { LocalDiscord } from "./local-discord/local-discord.ts";
import type { LocalUser } from "./local-discord/people.ts";

afterEach(stopAll);

const MINUTE_MS = 60_000;

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
  const platform = createDiscordSender(options, { clock, log });
  return { discord, guild, channel, user, clock, platform, sender: platform.alerts as AlertSender };
}

const article: AlertContent = {
  kind: "article",
  article: {
    ...{ id: "webhook/1", key: "k", title: "그레나다 항로 협정", source: "항로 소식" },
    ...{ url: "https://example.org/grenada", publishedAt: "2026-11-22T02:50:00.000Z" },
  },
  excerpt: null,
  mentions: [],
};

const nameOf = ({ id }: LocalChannel) => `discord:channel:${id}`;

function alertIn({ guild, channel }: Scene, more: Partial<Alert> = {}): Alert {
  const place = `discord:guild:${guild.id}`;
  return { id: "a1b2c3d4e5f6g7h8", channel: nameOf(channel), place, locale: "ko", content: article, ...more };
}

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

  it("posts with embeds where it may, and without them where not", async () => {
    const scene = await start();
    const { sender, channel, guild, user, clock, discord } = scene;
    expect(await sender.send(alertIn(scene))).toMatchObject({ kind: "sent" });
    expect(channel.messages()[0]?.embeds).toHaveLength(1);
    channel.denyBot("EmbedLinks");
    clock.advance(MINUTE_MS);
    expect(await sender.send(alertIn(scene, { id: "other" }))).toMatchObject({ kind: "sent" });
    const thread = channel.startThread(user, "실타래");
    expect(await sender.send(alertIn(scene, { id: "third", channel: nameOf(thread) }))).toMatchObject({ kind: "sent" });
    const plain = [channel.messages()[1], thread.messages().at(-1)];
    expect(plain.map((message) => message?.embeds)).toEqual([[], []]);
    guild.denyEveryone("EmbedLinks");
    const elsewhere = guild.addTextChannel("다른-방");
    clock.advance(MINUTE_MS);
    expect(await sender.send(alertIn(scene, { id: "fourth", channel: nameOf(elsewhere) }))).toMatchObject({
      kind: "sent",
    });
    expect(elsewhere.messages()[0]?.content).toContain("<https://example.org/grenada>");
    expect(discord.schemaViolations).toEqual([]);
    expect(discord.unknownRoutes).toEqual([]);
  });

  it("asks once a minute where it may do what", async () => {
    const scene = await start();
    const { sender, discord, clock } = scene;
    const asked = () => discord.requests.filter(({ method }) => method === "GET").length;
    await sender.send(alertIn(scene));
    const first = asked();
    await sender.send(alertIn(scene, { id: "other" }));
    expect(asked()).toBe(first);
    clock.advance(MINUTE_MS);
    await sender.send(alertIn(scene, { id: "third" }));
    expect(asked()).toBe(2 * first);
  });

  it("tells why nothing can be posted any more", async () => {
    const scene = await start();
    const { sender, guild, channel } = scene;
    const reasonIn = async (where: LocalChannel) => {
      const outcome = await sender.send(alertIn(scene, { channel: nameOf(where) }));
      return "reason" in outcome ? outcome.reason : outcome.kind;
    };
    const gone = guild.addTextChannel("사라진-방");
    gone.remove();
    expect(await reasonIn(gone)).toBe("channel-gone");
    const mute = guild.addTextChannel("조용한-방");
    mute.denyBot("SendMessages");
    expect(await reasonIn(mute)).toBe("no-permission");
    guild.removeBot();
    expect(await reasonIn(channel)).toBe("uninstalled");
  });

  it("names channels in what it tells people", async () => {
    const scene = await start();
    const { sender, channel, user } = scene;
    const content: AlertContent = { kind: "alerts-paused", channel: nameOf(channel), reason: "no-permission" };
    expect(await sender.send(alertIn(scene, { channel: `dm:discord:${user.id}`, content }))).toMatchObject({
      kind: "sent",
    });
    expect(user.dm().messages()[0]?.text.replaceAll("\\", "")).toContain("#정책 · 정책방 알림을 멈췄어요");
  });

  it("finds what was posted, and says where it cannot look", async () => {
    const scene = await start();
    const { sender, clock, guild } = scene;
    expect(await sender.find(alertIn(scene), clock.now())).toEqual({ kind: "none" });
    const { messageRef } = (await sender.send(alertIn(scene))) as { messageRef: string };
    expect(await sender.find(alertIn(scene), clock.now())).toEqual({ kind: "found", messageRef });
    const quiet = guild.addTextChannel("조용한-방");
    quiet.denyBot("ReadMessageHistory");
    expect(await sender.find(alertIn(scene, { channel: nameOf(quiet) }), NOW)).toMatchObject({ kind: "unknown" });
  });
});
