import { Events, GatewayIntentBits, Routes } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import type { Scene } from "./local-discord/bot-scene.ts";
import {
  button,
  codeOf,
  heardBy,
  newClient,
  onInteraction,
  row,
  start,
  startServer,
  stopAll,
  text,
} from "./local-discord/bot-scene.ts";

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

afterEach(stopAll);

describe("logging in", () => {
  it("makes the client ready, with guilds, locales and permissions", async () => {
    const { client, guild, channel } = await start();
    expect(client.user.id).toBe(client.application.id);
    expect(client.guilds.cache.get(guild.id)?.preferredLocale).toBe("ko");
    const seen = client.channels.cache.get(channel.id);
    expect(
      seen?.isTextBased() && "permissionsFor" in seen && seen.permissionsFor(client.user)?.has("SendMessages"),
    ).toBe(true);
    channel.denyBot("SendMessages");
    const changed = await new Promise<typeof seen>((resolve) =>
      client.once(Events.ChannelUpdate, (_, now) => resolve(now)),
    );
    expect(changed && "permissionsFor" in changed && changed.permissionsFor(client.user)?.has("SendMessages")).toBe(
      false,
    );
  });

  it("serves several shards, each with its own guilds", async () => {
    const discord = await startServer({ shards: 2 });
    const guilds = ["하나", "둘", "셋"].map((name) => discord.addGuild({ name }));
    const client = newClient(discord);
    client.options.shards = "auto";
    await client.login(discord.token);
    await discord.waitFor("two shards", () => discord.gateway.identified === 2 || undefined);
    await new Promise<void>((resolve) =>
      client.isReady() ? resolve() : client.once(Events.ClientReady, () => resolve()),
    );
    expect(client.guilds.cache.size).toBe(3);
    expect(new Set(guilds.map(({ id }) => client.guilds.cache.get(id)?.shardId)).size).toBe(2);
  });

  it("is refused with a wrong token and with an intent that the app was not granted", async () => {
    const discord = await startServer({ messageContentIntent: false });
    await expect(newClient(discord).login("wrong")).rejects.toThrow("invalid token");
    const client = newClient(discord);
    const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)));
    void client.login(discord.token).catch(() => {});
    expect(await closed).toBe(4014);
  });

  it("resumes after the connection broke, and hears what it missed", async () => {
    const scene = await start();
    const { discord, user, channel } = scene;
    discord.dropSockets({ resumable: true });
    await user.says(channel, "들려요?");
    await discord.waitFor("a resume", () => discord.gateway.resumed === 1 || undefined);
    await user.says(channel, "네");
    await heardBy(scene, 2);
    expect(scene.heard.map(({ content }) => content)).toEqual(["들려요?", "네"]);
    expect(discord.gateway.identified).toBe(1);
  });

  it("begins a new session where the old one is gone, or was ended", async () => {
    const { discord, client } = await start();
    discord.askToReconnect();
    await discord.waitFor("a resume", () => discord.gateway.resumed === 1 || undefined);
    const readyAgain = () => new Promise<void>((resolve) => client.once(Events.ShardReady, () => resolve()));
    const first = readyAgain();
    discord.dropSockets({ resumable: false });
    await first;
    const second = readyAgain();
    discord.invalidateSessions();
    await second;
    expect([discord.gateway.identified, discord.gateway.resumed]).toEqual([3, 1]);
  });

  it("begins a new session where the connection was lost some minutes ago", async () => {
    let nowMs = Date.now();
    const { discord, client } = await start({ clock: { now: () => nowMs } });
    const readyAgain = new Promise<void>((resolve) => client.once(Events.ShardReady, () => resolve()));
    discord.refuseConnections(true);
    discord.dropSockets();
    await discord.waitFor("nobody to listen", () => !discord.gateway.connected || undefined);
    nowMs += 4 * 60_000;
    discord.refuseConnections(false);
    await readyAgain;
    expect([discord.gateway.identified, discord.gateway.resumed]).toEqual([2, 0]);
  });

  it("twice over one connection closes it", async () => {
    const discord = await startServer();
    const socket = new WebSocket(discord.apiUrl.replace(/^http(.*)\/api$/, "ws$1"));
    const identify = JSON.stringify({ op: 2, d: { token: discord.token, intents: 0 } });
    const closed = new Promise((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
    socket.addEventListener("open", () => {
      socket.send(identify);
      socket.send(identify);
    });
    expect(await closed).toBe(4005);
  });
});

describe("what the bot may read", () => {
  const said = async (scene: Scene) => {
    const { user, channel, discord, client } = scene;
    const own = await client.rest.post(Routes.channelMessages(channel.id), { body: { content: "나" } });
    const answered = channel.messages().find(({ id }) => id === (own as { id: string }).id);
    await user.says(channel, "그냥");
    await user.says(channel, "불렀어", { mentions: [discord.bot] });
    await user.says(channel, `코드 \`${discord.bot.mention}\``);
    const reply = { ...(answered && { replyTo: answered }) };
    await user.says(channel, "답장", reply);
    await user.says(channel, "조용한 답장", { ...reply, pingReply: false });
    await user.says(user.dm(), "둘이서");
    await heardBy(scene, 6);
    return scene.heard.map(({ content }) => content.replace(/^<@\d+> /, "").replace(/`.*/, "`"));
  };

  it("is everything with the Message Content intent", async () => {
    const contents = await said(await start());
    expect(contents).toEqual(["그냥", "불렀어", "코드 `", "답장", "조용한 답장", "둘이서"]);
  });

  it("is mentions, replies that ping and direct messages without it, over REST too", async () => {
    const scene = await start({ messageContentIntent: false, intents: [Guilds, GuildMessages, DirectMessages] });
    expect(await said(scene)).toEqual(["", "불렀어", "", "답장", "", "둘이서"]);
    const read = (await scene.client.rest.get(Routes.channelMessages(scene.channel.id))) as { content: string }[];
    expect(read.map(({ content }) => content === "")).toEqual([true, false, true, false, true, false]);
  });
});

describe("commands", () => {
  it("are kept, listed with and without localisations, and keep their ids", async () => {
    const scene = await start();
    const { client, discord } = scene;
    await onInteraction(scene, async () => {});
    const list = async (query: string) => {
      const listed = await client.rest.get(`${Routes.applicationCommands(client.application.id)}${query}`);
      return (listed as { name_localizations?: object }[])[0]?.name_localizations;
    };
    expect([await list(""), await list("?with_localizations=true")]).toEqual([undefined, { ko: "질문" }]);
    const ids = discord.commands().map(({ id }) => id);
    await onInteraction(scene, async () => {});
    expect(discord.commands().map(({ id }) => id)).toEqual(ids);
    expect([discord.schemaViolations, discord.unknownRoutes]).toEqual([[], []]);
  });

  /** Options with which /ask, whose name and description take 7 characters, has so many in all. */
  const optionsOf = (total: number) => {
    const choices = (length: number) =>
      Array.from({ length: 25 }, (_, at) => ({ name: `${at}`.padEnd(length, "n"), value: `${at}`.padEnd(50, "v") }));
    // Three options of 2600: name 2, the longest description 98, choices 2500; the fourth is what is left.
    const long = ["o1", "o2", "o3"].map((name) => ({
      ...text(name, { description_localizations: { ko: "가".repeat(98) } }),
      choices: choices(50),
    }));
    return [
      ...long,
      {
        ...text("o4"),
        description: "d".repeat(total - 7 - 7800 - 2 - 100),
        choices: [{ name: "n".repeat(50), value: "v".repeat(50) }],
      },
    ];
  };

  const refused: Record<string, object> = {
    "upper case": { name: "Ask" },
    "a space": { name: "ask me" },
    "a long name": { name: "가".repeat(33) },
    "a bad localised name": { name_localizations: { ko: "질문 하기" } },
    "an unknown locale": { name_localizations: { kr: "질문" } },
    "no description": { description: "" },
    "a long description": { description: "d".repeat(101) },
    "required after optional": { options: [text("a"), text("b", { required: true })] },
    "two options of one name": { options: [text("a"), text("a")] },
    "26 choices": {
      options: [text("a", { choices: Array.from({ length: 26 }, (_, at) => ({ name: `${at}`, value: `${at}` })) })],
    },
    "choices and autocomplete": { options: [text("a", { autocomplete: true, choices: [{ name: "x", value: "x" }] })] },
  };
  it("are refused where Discord refuses them", async () => {
    const { client } = await start();
    const put = (command: object) =>
      client.rest.put(Routes.applicationCommands(client.application.id), { body: [command] });
    for (const [what, change] of Object.entries(refused)) {
      expect([what, await codeOf(put({ name: "ask", description: "Asks", ...change }))]).toEqual([what, 50035]);
    }
    await put({ name: "ask", description: "Asks", options: optionsOf(8000) });
    const tooLong = put({ name: "ask", description: "Asks", options: optionsOf(8001) });
    await expect(tooLong).rejects.toThrow("Command exceeds maximum size (8000)");
  });

  it("are offered only where Discord offers them", async () => {
    const { client, user, channel, guild, discord } = await start();
    await client.application.commands.set([
      { name: "admin", description: "For few", defaultMemberPermissions: 32n, contexts: [0] },
      { name: "pick", description: "Picks", options: [text("what", { required: true, max_length: 3 })] as never },
    ]);
    await expect(user.command(channel, "admin")).rejects.toThrow("lacks the permissions");
    const chief = discord.addUser({ name: "팀장" });
    guild.addMember(chief, { permissions: ["ManageGuild"] });
    await chief.command(channel, "admin");
    await expect(chief.command(chief.dm(), "admin")).rejects.toThrow("not offered in DMs");
    await expect(user.command(channel, "nothing")).rejects.toThrow("No command");
    await expect(user.command(channel, "pick")).rejects.toThrow("Required options are missing");
    await expect(user.command(channel, "pick", { what: 3 })).rejects.toThrow("does not take 3");
    await expect(user.command(channel, "pick", { what: "long" })).rejects.toThrow("out of bounds");
    await expect(user.command(channel, "pick", { what: "a", which: "b" })).rejects.toThrow('No option "which"');
    expect(discord.schemaViolations).toEqual([]);
  });
});

describe("faults", () => {
  it("befall the next requests: limits, errors, broken connections, lost answers", async () => {
    const { client, channel, discord } = await start();
    const path = /messages$/;
    const send = (content: string) => client.rest.post(Routes.channelMessages(channel.id), { body: { content } });
    discord.failNext({ path, status: 429 });
    await send("하나");
    discord.failNext({ path, status: 503, times: 2 });
    await send("둘");
    discord.failNext({ path, status: 500, times: 4 });
    await expect(send("셋")).rejects.toThrow();
    discord.failNext({ path, status: "dropped" });
    await expect(send("넷")).rejects.toThrow();
    discord.failNext({ path, status: 502, carriedOut: true });
    await send("다섯");
    expect(channel.messages().map(({ content }) => content)).toEqual(["하나", "둘", "다섯", "다섯"]);
    const statuses = discord.requests.filter((request) => path.test(request.path)).map(({ status }) => status);
    expect(statuses).toEqual([429, 200, 503, 503, 200, 500, 500, 500, 500, 0, 502, 200]);
  });

  it("can hold a request until told", async () => {
    const { client, channel, discord } = await start();
    const release = discord.holdNext({ path: /messages$/ });
    const held = client.rest.post(Routes.channelMessages(channel.id), { body: { content: "늦게" } });
    await client.rest.get(Routes.channel(channel.id));
    expect(channel.messages()).toEqual([]);
    release();
    await held;
    expect(channel.messages()).toHaveLength(1);
  });

  it("are recorded where a route is unknown", async () => {
    const { client, discord } = await start();
    await expect(client.rest.get("/nowhere")).rejects.toThrow();
    expect(discord.unknownRoutes).toEqual(["GET /nowhere"]);
  });
});

const without = process.env["POLICYDESK_SHARED"] ? "" : " (skipped: POLICYDESK_SHARED is not set)";
describe.skipIf(without)(`Discord's description of its API${without}`, () => {
  it("lets good bodies pass and catches a planted bad one", async () => {
    const { client, channel, discord } = await start();
    const post = (body: object) => codeOf(client.rest.post(Routes.channelMessages(channel.id), { body }));
    await post({ content: "좋아요", flags: 4, components: [row(button("b"))] });
    expect(discord.schemaViolations).toEqual([]);
    await post({ content: "나빠요", embeds: [{ title: "t", color: "red" }] });
    expect(discord.schemaViolations).toMatchObject([
      { method: "POST", problem: expect.stringContaining("/embeds/0/color") },
    ]);
  });
});
