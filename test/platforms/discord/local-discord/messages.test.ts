import { Routes } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { button, codeOf, field, heardBy, row, start, stopAll } from "./bot-scene.ts";
import type { LocalChannel } from "./channels.ts";

afterEach(stopAll);

describe("messages", () => {
  it("are refused where Discord refuses them", async () => {
    const { client, channel, user, guild } = await start();
    const said = await user.says(channel, "질문");
    const post = (body: object, to = channel) => codeOf(client.rest.post(Routes.channelMessages(to.id), { body }));
    const embed = (more: object) => ({ embeds: [{ description: "d", ...more }] });
    const select = (more: object) => ({ content: "c", components: [row({ type: 3, custom_id: "s", ...more })] });
    const option = (more: object) => select({ options: [{ label: "l", value: "v", ...more }] });
    const bodies: Record<string, [object, number]> = {
      content: [{ content: "가".repeat(2001) }, 50035],
      "embed title": [embed({ title: "t".repeat(257) }), 50035],
      "embed description": [embed({ description: "t".repeat(4097) }), 50035],
      "embed footer": [embed({ footer: { text: "t".repeat(2049) } }), 50035],
      "embed author": [embed({ author: { name: "t".repeat(257) } }), 50035],
      "field name": [embed({ fields: [field("n".repeat(257))] }), 50035],
      "field value": [embed({ fields: [field("n", "v".repeat(1025))] }), 50035],
      "26 fields": [embed({ fields: Array.from({ length: 26 }, () => field("n")) }), 50035],
      "11 embeds": [{ embeds: Array.from({ length: 11 }, () => ({ title: "t" })) }, 50035],
      "6001 in all embeds": [{ embeds: [{ description: "d".repeat(3000) }, { description: "d".repeat(3001) }] }, 50035],
      "embed address": [embed({ title: "t", url: "javascript:alert(1)" }), 50035],
      nothing: [{ content: "  " }, 50006],
      "6 rows": [{ content: "c", components: Array.from({ length: 6 }, (_, at) => row(button("b", `${at}`))) }, 50035],
      "6 buttons": [
        { content: "c", components: [row(...Array.from({ length: 6 }, (_, at) => button("b", `${at}`)))] },
        50035,
      ],
      "button label": [{ content: "c", components: [row(button("b".repeat(81), "b"))] }, 50035],
      "custom id": [{ content: "c", components: [row(button("b", "b".repeat(101)))] }, 50035],
      "custom id twice": [{ content: "c", components: [row(button("a", "b")), row(button("c", "b"))] }, 50035],
      "26 options": [
        select({ options: Array.from({ length: 26 }, (_, at) => ({ label: "l", value: `${at}` })) }),
        50035,
      ],
      "option label": [option({ label: "l".repeat(101) }), 50035],
      "option value": [option({ value: "l".repeat(101) }), 50035],
      "option description": [option({ description: "l".repeat(101) }), 50035],
      placeholder: [{ ...select({ placeholder: "p".repeat(151), options: [{ label: "l", value: "v" }] }) }, 50035],
      nonce: [{ content: "c", nonce: "n".repeat(26) }, 50035],
      mentions: [{ content: "c", allowed_mentions: { parse: ["users"], users: [user.id] } }, 50035],
      "unknown message": [{ content: "c", message_reference: { message_id: "1" } }, 50035],
    };
    for (const [what, [body, code]] of Object.entries(bodies)) expect([what, await post(body)]).toEqual([what, code]);
    expect(channel.messages()).toEqual([said]);
    const message = Routes.channelMessage(channel.id, said.id);
    expect(await codeOf(client.rest.patch(message, { body: { content: "x" } }))).toBe(50005);
    expect(await codeOf(client.rest.delete(message))).toBe(50013);
    expect(await codeOf(client.rest.get(Routes.channelMessage(channel.id, "1")))).toBe(10008);
    expect(await codeOf(client.rest.get(Routes.channelMessages("1")))).toBe(10003);
    user.closesDms();
    expect(await post({ content: "c" }, user.dm())).toBe(50007);
    const thread = channel.startThread(user, "실", said);
    thread.archive({ locked: true });
    expect(await post({ content: "c" }, thread)).toBe(50083);
    expect(await codeOf(client.rest.post(Routes.threads(channel.id, said.id), { body: { name: "n" } }))).toBe(160004);
    const closed = guild.addTextChannel("닫힘");
    const denials = [
      ["EmbedLinks", embed({}), 50013],
      ["ReadMessageHistory", { content: "c", message_reference: { message_id: said.id } }, 160002],
      ["SendMessages", { content: "c" }, 50013],
      ["ViewChannel", { content: "c" }, 50001],
    ] as const;
    for (const [permission, body, code] of denials) {
      closed.denyBot(permission);
      expect([permission, await post(body, closed)]).toEqual([permission, code]);
    }
  });

  it("are taken up to the very limit", async () => {
    const { client, channel } = await start();
    const post = (body: object) => client.rest.post(Routes.channelMessages(channel.id), { body });
    await post({ content: "가".repeat(2000) });
    await post({ content: "👍".repeat(2000) });
    await post({ embeds: [{ title: "t".repeat(256), description: "d".repeat(4096) }] });
    await post({ embeds: [{ description: "d".repeat(3000) }, { description: "d".repeat(3000) }] });
    await post({ embeds: [{ fields: Array.from({ length: 25 }, () => field("n".repeat(20), "v".repeat(200))) }] });
    const rows = Array.from({ length: 5 }, (_, at) =>
      row(...[0, 1, 2, 3, 4].map((n) => button("b".repeat(80), `${at} ${n}`.padEnd(100)))),
    );
    await post({ content: "c", components: rows });
    expect(channel.messages()).toHaveLength(6);
  });

  it("with an enforced nonce are created once, for five minutes", async () => {
    let now = Date.parse("2026-11-22T03:00:00Z");
    const { client, channel } = await start({ clock: { now: () => now } });
    const body = { content: "한 번", nonce: "n1", enforce_nonce: true };
    const post = async () =>
      ((await client.rest.post(Routes.channelMessages(channel.id), { body })) as { id: string }).id;
    const first = await post();
    now += 299_000;
    expect([await post(), channel.messages().length]).toEqual([first, 1]);
    now += 1000;
    expect([(await post()) === first, channel.messages().length]).toEqual([false, 2]);
    expect(await client.rest.get(Routes.channelMessage(channel.id, first))).not.toHaveProperty("nonce");
  });

  it("say whom they really ping", async () => {
    const { client, channel, user, guild } = await start();
    const role = guild.addRole("팀", { mentionable: true });
    const content = `${user.mention} <@&${role.id}> @everyone`;
    const pings = async (body: object) => {
      await client.rest.post(Routes.channelMessages(channel.id), { body });
      return channel.messages().at(-1)?.pings;
    };
    const none = { users: [], roles: [], everyone: false };
    expect(await pings({ content })).toEqual({ users: [user.id], roles: [role.id], everyone: true });
    expect(await pings({ content, allowed_mentions: { parse: [] } })).toEqual(none);
    expect(await pings({ content, allowed_mentions: { parse: [], users: [user.id] } })).toEqual({
      ...none,
      users: [user.id],
    });
    expect(await pings({ embeds: [{ description: content }] })).toEqual(none);
    expect(await pings({ content: `\`${content}\`` })).toEqual(none);
    const said = await user.says(channel, "질문");
    expect(await pings({ content: "답", message_reference: { message_id: said.id } })).toEqual({
      ...none,
      users: [user.id],
    });
  });

  it("and threads are made by the bot as discord.js makes them", async () => {
    const scene = await start();
    const { client, channel, user, discord } = scene;
    await user.says(channel, "질문");
    await heardBy(scene, 1);
    const thread = await scene.heard[0]?.startThread({ name: "실타래", autoArchiveDuration: 1440 });
    await thread?.sendTyping();
    const sent = await thread?.send("안에서");
    await sent?.edit("안에서!");
    const inside = channel.threads()[0] as LocalChannel;
    expect([inside.ownerId, discord.typingIn(inside), inside.messages().map((message) => message.content)]).toEqual([
      client.user.id,
      1,
      ["안에서!"],
    ]);
    await user.says(inside, "고마워");
    await heardBy(scene, 2);
    expect(scene.heard[1]?.channel.isThread()).toBe(true);
    await sent?.delete();
    expect(inside.messages()).toHaveLength(1);
    expect([discord.schemaViolations, discord.unknownRoutes]).toEqual([[], []]);
  });
});
