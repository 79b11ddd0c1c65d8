import { afterEach, describe, expect, it } from "vitest";
import { createAlertSender } from "../../../adapters/discord/alert-sender.ts";
import { createAlertTurns } from "../../../adapters/discord/alert-turns.ts";
import { createChannelNames } from "../../../adapters/discord/channel-names.ts";
import { createMemoryRateLimit } from "../../../adapters/runtime/memory-rate-limit.ts";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import type { AlertContent, AlertSender } from "../../../src/ports/alert-sender.ts";
import type { Logger } from "../../../src/ports/runtime.ts";
import { heldClock, NOW, type RunningBot } from "../running-bot.ts";
import { alertIn, GRENADA, nameOf, reasonIn, whileKnown } from "./grenada-alert.ts";
import { type Scene as Connected, start as connect, stopAll } from "./local-discord/bot-scene.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { PermissionName } from "./local-discord/permissions.ts";
import { readMarkup } from "./markup-reader.ts";

afterEach(stopAll);

const MINUTE_MS = 60_000;

interface Scene extends Connected {
  readonly clock: RunningBot["clock"];
  readonly sender: AlertSender;
  readonly errors: string[];
}

async function start(): Promise<Scene> {
  const clock = heldClock(systemClock, NOW);
  const connected = await connect({ clock });
  const { discord, client } = connected;
  const errors: string[] = [];
  const nothing = () => {};
  const log: Logger = { debug: nothing, info: nothing, warn: nothing, error: (message) => errors.push(message) };
  const names = createChannelNames();
  names.listen(client);
  const { token, apiUrl } = discord;
  const options = { token, apiUrl, timeZone: "Asia/Seoul" };
  const turn = createAlertTurns(createMemoryRateLimit(), clock);
  const sender = createAlertSender(options, { clock, log, names, turn, connected: () => client });
  return { ...connected, clock, sender, errors };
}

/** Takes something from the bot, and waits until it has heard of that. */
async function denied({ client }: Scene, channel: LocalChannel, permission: PermissionName): Promise<void> {
  channel.denyBot(permission);
  const may = () => {
    const known = client.channels.cache.get(channel.id);
    return known && !known.isDMBased() ? known.permissionsFor(client.user)?.has(permission) : undefined;
  };
  await expect.poll(may).toBe(false);
}

describe("an alert", () => {
  it("is posted with its source, age, words in bold, link and buttons", async () => {
    const scene = await start();
    const outcome = await scene.sender.send(alertIn(scene));
    const [posted] = scene.channel.messages();
    expect(outcome).toEqual({ kind: "sent", messageRef: `${scene.channel.id}:${posted?.id}` });
    expect(posted?.text).toMatchInlineSnapshot(`
      "│ [**🆕 그레나다 항로 협정**](https://example.org/grenada)
      │ -# 항로 소식 · 10분 전 (2026-11-22)
      │ 그레나다는 **항로**를 3월에 연다.
      │ -# 서명
      [이 글에 질문하기] [구독 관리]"
    `);
    expect(scene.discord.schemaViolations).toEqual([]);
  });

  it("mentions its roles at the top, and nobody else whatever stands in it", async () => {
    const scene = await start();
    const { guild, channel, user } = scene;
    const role = guild.addRole("독자", { mentionable: true });
    const other = guild.addRole("남", { mentionable: true });
    const hostile = `@everyone <@&${other.id}> ${user.mention} **굵게** [a](https://evil.example) \n# 제목 \`\`\``;
    const content: AlertContent = {
      ...GRENADA,
      article: { ...GRENADA.article, title: hostile, source: hostile },
      excerpt: { headingPath: ["글", hostile], pieces: [{ text: hostile, strong: true }] },
      mentions: [role.id, role.id],
    };
    for (const plain of [false, true]) {
      if (plain) await denied(scene, channel, "EmbedLinks");
      await scene.sender.send(alertIn(scene, { content, id: plain ? "a1b2c3d4e5f6g7h9" : "a1b2c3d4e5f6g7h8" }));
      const posted = channel.messages().at(-1);
      expect(posted?.pings).toEqual({ users: [], roles: [role.id], everyone: false });
      expect(posted?.embeds).toHaveLength(plain ? 0 : 1);
      const [first = "", ...rest] = `${posted?.content}\n${posted?.embeds[0]?.description ?? ""}`.split("\n");
      expect(first).toBe(`<@&${role.id}>`);
      const shown = readMarkup(rest.join("\n"));
      expect(JSON.stringify(shown)).toContain("@everyone");
      expect(rest.join("\n")).not.toMatch(/(?<!\\)<@|(?<!\\)@everyone|(?<!\\)\[a\]|^#/m);
    }
    expect(scene.discord.schemaViolations).toEqual([]);
  });

  it("fits where nothing may be embedded, and names its address", async () => {
    const scene = await start();
    await denied(scene, scene.channel, "EmbedLinks");
    const long = "*".repeat(1500);
    const content: AlertContent = {
      ...GRENADA,
      article: { ...GRENADA.article, title: long },
      excerpt: { headingPath: ["글", long], pieces: [{ text: long, strong: false }] },
      mentions: Array.from({ length: 20 }, (_, at) => String(10n ** 17n + BigInt(at))),
    };
    expect(await scene.sender.send(alertIn(scene, { content }))).toMatchObject({ kind: "sent" });
    expect(scene.channel.messages()[0]?.content).toMatch(/\n<https:\/\/example\.org\/grenada>$/);
  });

  it("that is repeated within two minutes is there once", async () => {
    const scene = await start();
    const { sender, channel, clock, discord } = scene;
    discord.failNext({ method: "POST", path: /messages$/, status: "dropped", carriedOut: true });
    expect(await sender.send(alertIn(scene))).toMatchObject({ kind: "uncertain" });
    discord.failNext({ method: "POST", path: /messages$/, status: 502, carriedOut: true });
    expect(await sender.send(alertIn(scene))).toMatchObject({ kind: "uncertain" });
    clock.advance(sender.repeatableForMs - 1);
    expect(await sender.send(alertIn(scene))).toMatchObject({ kind: "sent" });
    expect(channel.messages()).toHaveLength(1);
    // Another alert is another message.
    await sender.send(alertIn(scene, { id: "z9z9z9z9z9z9z9z9" }));
    expect(channel.messages()).toHaveLength(2);
  });

  it("goes into threads, wakes one that sleeps, and is refused by one that is locked", async () => {
    const scene = await start();
    const { sender, channel, user } = scene;
    const thread = channel.startThread(user, "실타래");
    thread.archive();
    expect(await sender.send(alertIn(scene, { channel: nameOf(thread) }))).toMatchObject({ kind: "sent" });
    expect(thread.archived).toBe(false);
    for (const archived of [false, true]) {
      thread.setThread({ locked: true, archived });
      const refused = await sender.send(alertIn(scene, { channel: nameOf(thread), id: `locked${archived}` }));
      expect(refused).toMatchObject({ kind: "rejected", reason: "archived" });
    }
    expect(thread.messages()).toHaveLength(1);
  });
});

describe("what Discord refuses", () => {
  const paused: AlertContent = { kind: "alerts-paused", channel: "", reason: "channel-gone" };

  it("ends alerts, with the reason", async () => {
    const scene = await start();
    const { sender, guild, channel } = scene;
    const reason = (where: LocalChannel) => reasonIn(sender, { guild, channel: where });
    const gone = guild.addTextChannel("사라진-방");
    gone.remove();
    expect(await reason(gone)).toBe("channel-gone");
    const mute = guild.addTextChannel("조용한-방");
    mute.denyBot("SendMessages");
    expect(await reason(mute)).toBe("no-permission");
    mute.denyBot("ViewChannel");
    expect(await reason(mute)).toBe("no-permission");
    guild.removeBot();
    await expect.poll(() => scene.client.guilds.cache.size).toBe(0);
    expect(await reason(channel)).toBe("uninstalled");
  });

  it("is told to who subscribed, with the name of a channel that is gone", async () => {
    const scene = await start();
    const { sender, guild, user, client } = scene;
    const gone = guild.addTextChannel("사라진-방");
    await expect.poll(() => client.channels.cache.has(gone.id)).toBe(true);
    gone.remove();
    await expect.poll(() => client.channels.cache.has(gone.id)).toBe(false);
    const notice = alertIn(scene, { channel: `dm:discord:${user.id}`, content: { ...paused, channel: nameOf(gone) } });
    expect(await sender.send(notice)).toMatchObject({ kind: "sent" });
    const said = user.dm().messages()[0]?.text.replaceAll("\\", "");
    expect(said).toContain("#사라진-방 · 정책방 알림을 멈췄어요. 이유: 채널이 없어졌어요.");
    expect(await sender.find(notice, whileKnown(NOW))).toMatchObject({ kind: "unknown" });
    user.closesDms();
    expect(await sender.send({ ...notice, id: "other" })).toMatchObject({ kind: "rejected", reason: "no-permission" });
    const stranger = scene.discord.addUser({ name: "남" });
    expect(await sender.send({ ...notice, channel: `dm:discord:${stranger.id}` })).toMatchObject({ kind: "rejected" });
  });

  it("for now is sent later, and nothing is asked meanwhile", async () => {
    const scene = await start();
    const { sender, discord, clock, channel } = scene;
    const asked = () => discord.requests.filter(({ method, path }) => method === "POST" && path.endsWith("messages"));
    discord.failNext({ method: "POST", path: /messages$/, status: 429, retryAfter: 7, times: 2 });
    // The first answer tells discord.js which limit counts.
    await sender.send(alertIn(scene));
    const first = await sender.send(alertIn(scene));
    expect(first.kind).toBe("retry");
    const notBeforeMs = "notBeforeMs" in first ? Number(first.notBeforeMs) : 0;
    expect(notBeforeMs - clock.now()).toBeGreaterThanOrEqual(7000);
    const before = asked().length;
    expect(await sender.send(alertIn(scene))).toMatchObject({ kind: "retry" });
    expect(asked()).toHaveLength(before);
    expect(channel.messages()).toEqual([]);
    const elsewhere = scene.guild.addTextChannel("다른-방");
    expect(await sender.send(alertIn(scene, { channel: nameOf(elsewhere) }))).toMatchObject({ kind: "sent" });
    // A 403 that is not Discord's own says nothing of the channel.
    discord.failNext({ method: "POST", path: /messages$/, status: 403, body: {} });
    expect(await sender.send(alertIn(scene, { channel: nameOf(elsewhere), id: "x" }))).toMatchObject({ kind: "retry" });
    // A rule of the server against these very words.
    discord.failNext({ method: "POST", path: /messages$/, status: 400, body: { code: 200000, message: "blocked" } });
    expect(await sender.send(alertIn(scene, { channel: nameOf(elsewhere), id: "y" }))).toMatchObject({
      kind: "refused",
    });
  });

  it("keeps to the limit that Discord names, without asking", async () => {
    const scene = await start();
    const { sender, discord, channel, clock } = scene;
    discord.limitPosts({ most: 2, perMs: MINUTE_MS });
    const outcomes = [];
    for (const id of ["first", "second", "third"]) outcomes.push(await sender.send(alertIn(scene, { id })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["sent", "sent", "retry"]);
    const last = outcomes.at(-1);
    const notBeforeMs = last && "notBeforeMs" in last ? Number(last.notBeforeMs) : 0;
    expect(notBeforeMs).toBeGreaterThan(clock.now());
    expect(notBeforeMs).toBeLessThanOrEqual(clock.now() + MINUTE_MS + 1000);
    expect(channel.messages()).toHaveLength(2);
    expect(discord.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  it("because of its token is told to the operator once, and sent when the token is good again", async () => {
    const scene = await start();
    const { sender, discord, errors } = scene;
    discord.failNext({ method: "POST", path: /messages$/, status: 401, times: 2, body: { message: "401", code: 0 } });
    for (const _ of [1, 2]) expect(await sender.send(alertIn(scene))).toMatchObject({ kind: "retry" });
    expect(errors).toEqual([expect.stringContaining("token")]);
    expect(await sender.send(alertIn(scene))).toMatchObject({ kind: "sent" });
  });

  it("or never hears is sent later", async () => {
    const scene = await start();
    const options = { token: "t", apiUrl: "http://127.0.0.1:1/api", timeZone: "UTC" };
    const log: Logger = { debug() {}, info() {}, warn() {}, error() {} };
    const turn = createAlertTurns(createMemoryRateLimit(), scene.clock);
    const services = { clock: scene.clock, log, turn, names: createChannelNames() };
    const cutOff = createAlertSender(options, { ...services, connected: () => scene.client });
    expect(await cutOff.send(alertIn(scene))).toMatchObject({ kind: "retry" });
    const early = createAlertSender(options, { ...services, connected: () => null });
    expect(await early.send(alertIn(scene))).toMatchObject({ kind: "retry" });
    expect(await early.find(alertIn(scene), whileKnown(NOW))).toMatchObject({ kind: "later" });
  });
});

describe("an alert that may have been posted", () => {
  it("is found by its buttons among what was written since, also when its nonce is forgotten", async () => {
    const scene = await start();
    const { sender, clock, channel, user } = scene;
    const alert = alertIn(scene);
    await user.says(channel, "먼저");
    clock.advance(10 * MINUTE_MS);
    expect(await sender.find(alert, whileKnown(clock.now()))).toEqual({ kind: "none" });
    const sinceMs = clock.now();
    for (let count = 0; count < 150; count++) await user.says(channel, `잡담 ${count}`);
    const { messageRef } = (await sender.send(alert)) as { messageRef: string };
    clock.advance(10 * MINUTE_MS);
    await user.says(channel, "나중");
    expect(await sender.find(alert, whileKnown(sinceMs))).toEqual({ kind: "found", messageRef });
    expect(await sender.find({ ...alert, id: "somebodyelses000" }, whileKnown(sinceMs))).toEqual({ kind: "none" });
    // Long after: it was not posted then.
    expect(await sender.find(alert, whileKnown(sinceMs + 5 * MINUTE_MS))).toEqual({ kind: "none" });
    // Where nobody knows when: anywhere within the day.
    const day = { sinceMs: clock.now() - 24 * 60 * MINUTE_MS, untilMs: clock.now() };
    expect(await sender.find(alert, day)).toEqual({ kind: "found", messageRef });
  });

  it("is not guessed at where nobody can tell", async () => {
    const scene = await start();
    const { sender, channel, user, guild, clock } = scene;
    const alert = alertIn(scene);
    for (let count = 0; count < 501; count++) await user.says(channel, `${count}`);
    expect(await sender.find(alert, whileKnown(clock.now()))).toMatchObject({ kind: "unknown" });
    const quiet = guild.addTextChannel("조용한-방");
    await denied(scene, quiet, "ReadMessageHistory");
    expect(await sender.find({ ...alert, channel: nameOf(quiet) }, whileKnown(clock.now()))).toMatchObject({
      kind: "unknown",
    });
    scene.discord.failNext({ method: "GET", path: /messages$/, status: 503 });
    expect(await sender.find(alert, whileKnown(clock.now()))).toEqual({
      kind: "later",
      notBeforeMs: clock.now() + 30_000,
    });
  });

  it("is sent where the channel is gone, which says why it cannot be", async () => {
    const scene = await start();
    const gone = scene.guild.addTextChannel("사라진-방");
    gone.remove();
    expect(await scene.sender.find({ ...alertIn(scene), channel: nameOf(gone) }, whileKnown(NOW))).toEqual({
      kind: "none",
    });
  });
});
