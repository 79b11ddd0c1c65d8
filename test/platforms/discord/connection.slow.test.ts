import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import type { ChatPlatform } from "../../../src/ports/chat-platform.ts";
import { heldClock, NOW, startRunningBot } from "../running-bot.ts";
import { type LocalDiscord, startLocalDiscord } from "./local-discord/local-discord.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import { discordOn, newClock, said, startScene } from "./running-discord.ts";

const FISH = "보레알리아 어획량은 얼마야?";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Starts the bot where it cannot start; its platforms are stopped as the process would end them. */
async function failingStart(environment: Record<string, string>): Promise<string> {
  let opened: ChatPlatform[] = [];
  const started = startRunningBot({
    environment,
    change: (ports) => ({
      openPlatforms: async (...given) => {
        opened = [...(await ports.openPlatforms(...given))];
        return opened;
      },
    }),
  });
  const problem = await started.then(
    () => "it started",
    (error: Error) => error.message,
  );
  await Promise.all(opened.map((platform) => platform.stop()));
  return problem;
}

async function startDiscord(options: Parameters<typeof startLocalDiscord>[0] = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ clock: newClock(), ...options });
  ends.push(() => discord.stop());
  return discord;
}

describe("signing in", () => {
  it("with a wrong token ends in a sentence that says what to do, without the token", async () => {
    const discord = await startDiscord();
    const problem = await failingStart({ ...discordOn(discord), DISCORD_TOKEN: "another.wrong.token" });
    expect(problem).toContain("Discord does not know DISCORD_TOKEN. Copy the bot's token again");
    expect(problem).not.toContain("another.wrong");
  });

  it("with an intent that was not granted ends in a sentence that says how to go on", async () => {
    const discord = await startDiscord({ messageContentIntent: false });
    const problem = await failingStart(discordOn(discord, true));
    expect(problem).toContain("Turn on the Message Content intent");
    expect(problem).toContain("DISCORD_MESSAGE_CONTENT=off");
  });

  it("says in how many servers, and how to invite the bot", async () => {
    const scene = await startScene({ fewArticles: true });
    const line = scene.running.logged.find((each) => each.includes("signed in")) ?? "";
    const invite = `https://discord.com/oauth2/authorize?client_id=${scene.discord.applicationId}&scope=bot+applications.commands&permissions=309237730304`;
    expect(line).toContain(`Discord: signed in as PolicyDesk in 1 server; invite: ${invite}`);
    await scene.end();
  });

  /** Pauses between tries pass at once, and so does the wait for the first. */
  const hasty = (...passing: number[]) =>
    heldClock({ ...systemClock, sleep: (ms) => systemClock.sleep(passing.includes(ms) ? 1 : ms) }, NOW);

  it("is tried again where Discord does not answer, and the rest of the bot works meanwhile", async () => {
    const clock = hasty(1000, 2000);
    const discord = await startDiscord({ clock });
    discord.addGuild({ name: "정책방" });
    // discord.js itself asks four times.
    discord.failNext({ path: /gateway\/bot/, status: 503, times: 12 });
    const running = await startRunningBot({ clock, environment: discordOn(discord) });
    ends.push(() => running.bot.stop());
    expect(running.logged.join("")).toContain("WARNING Discord cannot be reached. The bot works without it");
    expect(running.logged.join("")).toContain("Discord: cannot be reached at the moment");
    expect((await fetch(running.base)).status).toBe(200);
    await discord.connected();
    const commands = await discord.waitFor("the commands", () => discord.commands()[0]);
    expect(commands.name).toBe("ask");
    expect(running.logged.join("")).not.toContain(discord.token);
  });

  it("goes on by itself where the gateway takes no connections", async () => {
    const clock = hasty(20_000);
    const discord = await startDiscord({ clock });
    discord.refuseConnections(true);
    const running = await startRunningBot({ clock, environment: discordOn(discord) });
    ends.push(() => running.bot.stop());
    expect(running.logged.join("")).toContain("WARNING Discord cannot be reached");
    discord.refuseConnections(false);
    await discord.connected();
  });

  it("stops also where it never came to that", async () => {
    const discord = await startDiscord({ clock: newClock() });
    const { apiUrl } = discord;
    await discord.stop();
    ends.pop();
    const running = await startRunningBot({
      environment: { DISCORD_TOKEN: "local.discord.token", DISCORD_API_URL: apiUrl },
    });
    await running.bot.stop();
    expect(running.logged.join("")).toContain("WARNING Discord cannot be reached");
  });
});

describe("a connection that breaks", () => {
  it("is resumed, and what was asked meanwhile is answered once", async () => {
    const scene = await startScene({ fewArticles: true });
    const { discord, minji, channel } = scene;
    const early = await minji.says(channel, FISH, { mentions: [discord.bot] });
    discord.dropSockets({ resumable: true });
    const asked = await minji.says(channel, FISH, { mentions: [discord.bot] });
    await discord.waitFor("a resume", () => discord.gateway.resumed === 1 || undefined, 15_000);
    const answersTo = ({ id }: LocalMessage) =>
      channel.messages().filter(({ reference }) => reference?.id === id).length;
    await discord.waitFor("both answers", () => (said(scene, channel).length === 2 ? true : undefined));
    const last = await minji.says(channel, "", { mentions: [discord.bot] });
    await channel.nextMessage({ after: last, by: discord.bot });
    expect([early, asked, last].map(answersTo)).toEqual([1, 1, 1]);
    expect(scene.running.logged.join("")).toContain("Discord: the connection is back");
    await scene.end();
  });

  it("for good is told to the operator, and does not end the process", async () => {
    const scene = await startScene({ fewArticles: true });
    const { discord, running } = scene;
    discord.dropSockets({ resumable: false });
    await discord.connected(2);
    await scene.end();
    expect(running.logged.filter((line) => /ERROR/.test(line))).toEqual([]);
  }, 20_000);
});
