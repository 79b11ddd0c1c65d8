import { expect } from "vitest";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import type { FrontDesk } from "../../../src/ports/chat-platform.ts";
import type { BotPorts, Ports } from "../../../src/ports/ports.ts";
import { heldClock, type RunningBot, startRunningBot } from "../running-bot.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { GuildOptions, LocalGuild } from "./local-discord/guilds.ts";
import { type LocalDiscord, startLocalDiscord } from "./local-discord/local-discord.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import type { LocalUser } from "./local-discord/people.ts";

export interface Scene {
  readonly discord: LocalDiscord;
  readonly running: RunningBot;
  readonly clock: RunningBot["clock"];
  readonly guild: LocalGuild;
  readonly channel: LocalChannel;
  /** Uses Discord in Korean. */
  readonly minji: LocalUser;
  /** Uses Discord in English. */
  readonly alex: LocalUser;
  /** Manages the server, and uses Discord in Korean. */
  readonly chief: LocalUser;
  /** Ends everything; throws where Discord would not have understood the bot. */
  end(): Promise<void>;
}

type Started = Parameters<typeof startRunningBot>[0];

export interface SceneOptions extends Pick<Started, "store" | "change"> {
  /** Whether the bot reads what does not address it. */
  readonly messageContent?: boolean;
  /** Lets everybody in the server ask a hundred times a minute. */
  readonly manyQuestions?: boolean;
  readonly environment?: Record<string, string>;
  readonly guild?: Partial<GuildOptions>;
  readonly clock?: RunningBot["clock"];
  /** Without the sample articles: the bot starts sooner. */
  readonly fewArticles?: boolean;
}

const fewer = (openSamples: Ports["openSamples"]) => ({ openSamples, openArticles: null });

/** Lets a test stand between the front ends and the application. */
export function withDesk(change: (desk: FrontDesk) => Partial<FrontDesk>): NonNullable<SceneOptions["change"]> {
  return (ports: Ports & BotPorts) => ({
    openPlatforms: (desk, log, clock) => ports.openPlatforms({ ...desk, ...change(desk) }, log, clock),
  });
}

export const newClock = () => heldClock(systemClock);

/** What turns Discord on. */
export function discordOn({ token, apiUrl }: LocalDiscord, messageContent = false): Record<string, string> {
  const DISCORD_MESSAGE_CONTENT = messageContent ? "on" : "off";
  return { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, DISCORD_MESSAGE_CONTENT };
}

/** A server with three people and one channel, and the bot in it. */
export async function startScene(options: SceneOptions = {}): Promise<Scene> {
  const { messageContent = false, manyQuestions = true, environment = {}, store, change, clock = newClock() } = options;
  const discord = await startLocalDiscord({ clock, messageContentIntent: messageContent });
  const guild = discord.addGuild({ name: "정책방", locale: "ko", ...options.guild });
  const channel = guild.addTextChannel("정책");
  const minji = discord.addUser({ name: "민지", locale: "ko" });
  const alex = discord.addUser({ name: "Alex", locale: "en-GB" });
  const chief = discord.addUser({ name: "팀장", locale: "ko" });
  for (const user of [minji, alex]) guild.addMember(user);
  guild.addMember(chief, { permissions: ["ManageGuild"] });
  const running = await startRunningBot({
    ...{ clock, environment: { ...discordOn(discord, messageContent), ...environment } },
    ...(store && { store }),
    change: (ports) => {
      const read = options.fewArticles && ports.openArticles ? fewer(ports.openArticles) : {};
      return { ...read, ...change?.({ ...ports, ...read }) };
    },
  });
  const value = JSON.stringify(100);
  const limit = { name: "questionsPerMinute", value, changedAt: new Date(clock.now()).toISOString(), changedBy: "" };
  if (manyQuestions) await running.store.putSettings(`discord:guild:${guild.id}`, [limit]);
  const end = async () => {
    await running.bot.stop();
    await discord.stop();
    expect(discord.schemaViolations).toEqual([]);
    expect(discord.unknownRoutes).toEqual([]);
    // Refusals that tests do not provoke themselves mean that the bot is wrong about Discord.
    expect(discord.requests.filter(({ status }) => status === 418)).toEqual([]);
  };
  return { discord, running, clock, guild, channel, minji, alex, chief, end };
}

/** What a reader sees of a message, without the signs that only keep markup from working. */
export function shown(message: LocalMessage): string {
  return message.text.replace(/\\(?=[^0-9A-Za-z\s])/g, "");
}

/** What the bot has written for all to see. */
export function said({ discord }: Scene, channel: LocalChannel): string[] {
  return channel
    .messages()
    .filter(({ author }) => author.id === discord.bot.id)
    .map(shown);
}
