import { type Client, Events, type Interaction, MessageFlags, Routes } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { button, codeOf, component, onInteraction, row, slash, start, stopAll } from "./bot-scene.ts";

afterEach(stopAll);

const onceAsked = (client: Client) =>
  new Promise<Interaction>((resolve) => client.once(Events.InteractionCreate, resolve));

describe("interactions", () => {
  it("are answered at once, later, and with follow-ups; the first response decides who sees it", async () => {
    const scene = await start();
    const { user, channel, discord, guild } = scene;
    const seen: unknown[] = [];
    const failures = await onInteraction(scene, async (interaction) => {
      const { locale, guildLocale, appPermissions, memberPermissions, options } = slash(interaction);
      seen.push([locale, guildLocale, appPermissions.has("SendMessages"), memberPermissions?.has("ManageGuild")]);
      const question = options.getString("question", true);
      if (question === "now") return slash(interaction).reply("here");
      const flags = question === "quietly" ? MessageFlags.Ephemeral : undefined;
      await slash(interaction).deferReply({ ...(flags && { flags }), withResponse: true });
      await slash(interaction).editReply({ content: "at last", embeds: [{ title: "T", description: "D" }] });
      return slash(interaction).followUp({ content: "more", flags: MessageFlags.Ephemeral });
    });
    expect((await (await user.command(channel, "ask", { question: "now" })).reply()).text).toBe("here");
    const later = await user.command(channel, "질문", { question: "later" });
    expect([(await later.reply()).content, later.isEphemeral()]).toEqual(["at last", false]);
    expect((await later.followUp()).ephemeralFor).toBe(user);
    const quiet = await user.command(channel, "ask", { question: "quietly" });
    expect([(await quiet.reply()).content, quiet.isEphemeral()]).toEqual(["at last", true]);
    await quiet.followUp();
    const other = discord.addUser({ name: "철수" });
    guild.addMember(other);
    expect([channel.messages().length, user.sees(channel).length, other.sees(channel).length]).toEqual([2, 5, 2]);
    expect(seen[0]).toEqual(["ko", "ko", true, false]);
    expect(discord.transcript(channel)).toContain("│ T\n  │ D");
    expect([failures, discord.schemaViolations, discord.unknownRoutes]).toEqual([[], [], []]);
  });

  it("come from buttons, selects, autocomplete, messages and modals", async () => {
    const scene = await start();
    const { user, channel, discord } = scene;
    const options = [
      { label: "하나", value: "1" },
      { label: "둘", value: "2" },
    ];
    const input = { type: 4, custom_id: "reason", style: 2, label: "Why", max_length: 20 };
    const labelled = { type: 18, label: "Which", component: { type: 3, custom_id: "which", options } };
    const failures = await onInteraction(scene, async (interaction) => {
      if (interaction.isAutocomplete()) {
        return interaction.respond([{ name: interaction.options.getFocused(), value: "id" }]);
      }
      if (interaction.isMessageContextMenuCommand()) return interaction.reply(interaction.targetMessage.content);
      if (interaction.isChatInputCommand()) {
        const select = { type: 3, custom_id: "pick", placeholder: "골라요", options };
        return interaction.reply({
          content: "first",
          components: [row(button("열기"), button("바꾸기")), row(select)] as never,
        });
      }
      if (interaction.isStringSelectMenu()) return interaction.reply(interaction.values.join());
      if (interaction.isModalSubmit()) {
        const { fields } = interaction;
        return interaction.reply(
          `${fields.getTextInputValue("reason")} ${fields.getStringSelectValues("which").join()}`,
        );
      }
      const { customId } = component(interaction);
      if (customId === "바꾸기") return component(interaction).update({ content: "second", components: [] });
      return component(interaction).showModal({
        custom_id: "m",
        title: "Report",
        components: [row(input), labelled],
      } as never);
    });
    expect(await user.autocomplete(channel, "ask", { document: "그린" })).toEqual([{ name: "그린", value: "id" }]);
    const said = await user.says(channel, "찾아봐");
    expect((await (await user.usesOnMessage(channel, "Look this up", said)).reply()).content).toBe("찾아봐");
    const first = await (await user.command(channel, "ask", { question: "q" })).reply();
    expect((await (await user.selects(first, "골라요", ["둘"])).reply()).content).toBe("2");
    const opened = await user.presses(first, { customId: "열기" });
    expect((await opened.modal()).title).toBe("Report");
    await expect(user.submits(opened, { Why: "w".repeat(21), Which: "하나" })).rejects.toThrow("0 to 20");
    const sent = await user.submits(opened, { Why: "그냥", Which: "하나" });
    expect((await sent.reply()).content).toBe("그냥 1");
    const [pressed] = [await user.presses(first, "바꾸기")];
    expect(await pressed.reply()).toBe(first);
    expect([first.content, first.buttons, first.versions.length]).toEqual(["second", [], 2]);
    await expect(user.presses(first, "바꾸기")).rejects.toThrow("Nothing called");
    expect([failures, discord.schemaViolations, discord.unknownRoutes]).toEqual([[], [], []]);
  });

  it("end where Discord ends them", async () => {
    let now = Date.parse("2026-11-22T03:00:00Z");
    const scene = await start({ clock: { now: () => now } });
    const { user, channel, client } = scene;
    await onInteraction(scene, async () => {});
    const path = ({ id, token }: { id: string; token: string }) => Routes.interactionCallback(id, token);
    const call = async (type: number, data: object, afterMs = 0) => {
      const asked = await user.command(channel, "ask", { question: "q" });
      now += afterMs;
      const answered = client.rest.post(path(asked), { body: { type, data }, auth: false });
      return { asked, code: await codeOf(answered) };
    };
    const taken = await call(5, {});
    const followUp = () =>
      client.rest.post(Routes.webhook(client.application.id, taken.asked.token), {
        body: { content: "x" },
        auth: false,
      });
    const again = client.rest.post(path(taken.asked), { body: { type: 5 }, auth: false });
    expect(await codeOf(again)).toBe(40060);
    expect((await call(4, { content: "late" }, 3001)).code).toBe(10062);
    const modal = {
      custom_id: "m",
      title: "t".repeat(46),
      components: [row({ type: 4, custom_id: "a", label: "a", style: 1 })],
    };
    for (const [type, data] of [
      [7, { content: "x" }],
      [8, { choices: [] }],
      [9, modal],
    ] as const) {
      expect((await call(type, data)).code).toBe(50035);
    }
    expect((await call(4, {})).code).toBe(50006);
    now += 15 * 60_000;
    expect(await codeOf(followUp())).toBe(50027);
  });

  it("keep to the limits of choices and modals", async () => {
    const scene = await start();
    const { user, channel, client } = scene;
    await onInteraction(scene, async () => {});
    const call = async (type: number, data: object) => {
      const asked = user.command(channel, "ask", { question: "q" });
      const { id, token } = await asked;
      return codeOf(client.rest.post(Routes.interactionCallback(id, token), { body: { type, data }, auth: false }));
    };
    const input = { type: 4, custom_id: "a", label: "a", style: 1 };
    const modal = (more: object) => ({ custom_id: "m", title: "t", components: [row(input)], ...more });
    const only = (more: object) => modal({ components: [row({ ...input, ...more })] });
    const { label: _, ...bare } = input;
    const labelled = (more: object) => modal({ components: [{ type: 18, label: "l", component: bare, ...more }] });
    const modals: Record<string, object> = {
      title: modal({ title: "t".repeat(46) }),
      "custom id": modal({ custom_id: "c".repeat(101) }),
      "no component": modal({ components: [] }),
      "6 components": modal({
        components: Array.from({ length: 6 }, (_, at) => row({ ...input, custom_id: `${at}` })),
      }),
      "a button": modal({ components: [row(button("b"))] }),
      "input label": only({ label: "l".repeat(46) }),
      "input value": only({ value: "v".repeat(4001) }),
      "input placeholder": only({ placeholder: "p".repeat(101) }),
      label: labelled({ label: "l".repeat(46) }),
      "label description": labelled({ description: "d".repeat(101) }),
      "label twice": labelled({ component: input }),
    };
    for (const [what, data] of Object.entries(modals)) expect([what, await call(9, data)]).toEqual([what, 50035]);
    expect(await call(9, labelled({}))).toBe("null");
    const chosen = async (choices: object[]) => {
      const answered = onceAsked(client);
      const typing = user.autocomplete(channel, "ask", { document: "d" });
      const { id, token } = await answered;
      const post = (list: object[]) =>
        codeOf(
          client.rest.post(Routes.interactionCallback(id, token), {
            body: { type: 8, data: { choices: list } },
            auth: false,
          }),
        );
      const code = await post(choices);
      if (code !== "null") await post([]);
      await typing;
      return code;
    };
    const choice = (more: object) => ({ name: "n", value: "v", ...more });
    expect(await chosen(Array.from({ length: 26 }, (_, at) => choice({ value: `${at}` })))).toBe(50035);
    expect(await chosen([choice({ name: "n".repeat(101) })])).toBe(50035);
    expect(await chosen([choice({ value: "v".repeat(101) })])).toBe(50035);
    expect(await chosen(Array.from({ length: 25 }, (_, at) => choice({ value: `${at}` })))).toBe("null");
  });

  it("show the answer to whom the first response says, and give it back, changed and deleted", async () => {
    const scene = await start();
    const { user, channel, client, discord } = scene;
    await onInteraction(scene, async () => {});
    const asked = await user.command(channel, "ask", { question: "q" });
    const callback = Routes.interactionCallback(asked.id, asked.token);
    // All flags but EPHEMERAL are passed over in a deferral.
    await client.rest.post(callback, { body: { type: 5, data: { flags: 4 } }, auth: false });
    const webhook = Routes.webhook(client.application.id, asked.token);
    const followUp = async (content: string, flags: number) =>
      ((await client.rest.post(webhook, { body: { content, flags }, auth: false })) as { id: string }).id;
    const first = await followUp("first", MessageFlags.Ephemeral);
    const second = await followUp("second", MessageFlags.Ephemeral);
    expect(channel.messages().map(({ id, content, flags }) => [id, content, flags])).toEqual([[first, "first", 0]]);
    expect(asked.followUps().map(({ id, ephemeralFor }) => [id, ephemeralFor])).toEqual([[second, user]]);
    const message = (id: string) => Routes.webhookMessage(client.application.id, asked.token, id);
    expect(await client.rest.get(message("@original"), { auth: false })).toMatchObject({ id: first, content: "first" });
    await client.rest.patch(message(second), { body: { content: "changed" }, auth: false });
    expect(user.sees(channel).map(({ content }) => content)).toEqual(["first", "changed"]);
    expect(await codeOf(client.rest.get(Routes.channelMessage(channel.id, second)))).toBe(10008);
    await client.rest.delete(message("@original"), { auth: false });
    expect(await codeOf(client.rest.get(message("@original"), { auth: false }))).toBe(10008);
    expect([channel.messages(), discord.schemaViolations, discord.unknownRoutes]).toEqual([[], [], []]);
  });

  it("pressed twice or delivered again are told apart by their ids", async () => {
    const scene = await start();
    const { user, channel, discord } = scene;
    const ids: string[] = [];
    const codes: (number | string)[] = [];
    await onInteraction(scene, async (interaction) => {
      ids.push(interaction.id);
      codes.push(await codeOf(slash(interaction).reply({ content: "ok", components: [row(button("또"))] as never })));
      if (codes.length === 4) release();
    });
    const { promise: allAnswered, resolve: release } = Promise.withResolvers<void>();
    const asked = await user.command(channel, "ask", { question: "q" });
    const [one, other] = await user.doubleClicks(await asked.reply(), "또");
    await Promise.all([one.reply(), other.reply()]);
    discord.deliverTwice(asked);
    await allAnswered;
    expect(ids).toEqual([asked.id, one.id, other.id, asked.id]);
    expect(codes).toEqual(["null", "null", "null", 40060]);
  });
});
