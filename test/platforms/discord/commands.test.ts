import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerCommands } from "../../../adapters/discord/register-commands.ts";
import { type Scene, shown, startScene, withDesk } from "./running-discord.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.end());

describe("the commands", () => {
  it("are registered at the start, in both languages, for servers and direct messages", () => {
    const commands = scene.discord.commands();
    expect(commands.map(({ name, name_localizations }) => [name, name_localizations?.["ko"]])).toEqual([
      ...[
        ["ask", "질문"],
        ["documents", "문서"],
        ["help", "도움말"],
        ["status", "상태"],
        ["forget", "기록삭제"],
      ],
      ...[
        ["settings", "설정"],
        ["alerts", "알림"],
        ["Look this up", "문서에서 찾기"],
      ],
    ]);
    expect(commands.map(({ contexts }) => contexts)).toEqual([
      ...[
        [0, 1],
        [0, 1],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      ...[[0], [0], [0, 1]],
    ]);
    expect(commands.map(({ default_member_permissions: needed }) => needed).filter(Boolean)).toEqual(["32", "16"]);
  });

  it("are registered again only when they changed", async () => {
    const { token, apiUrl, requests } = scene.discord;
    const puts = () => requests.filter(({ method }) => method === "PUT").length;
    const before = puts();
    expect(await registerCommands({ token, apiUrl })).toEqual({ count: 8, changed: false });
    expect(puts()).toBe(before);
    const [ask] = scene.discord.commands();
    if (ask) ask.description = "Something else";
    expect(await registerCommands({ token, apiUrl })).toEqual({ count: 8, changed: true });
    expect(puts()).toBe(before + 1);
    await expect(registerCommands({ token: "wrong.token.here", apiUrl })).rejects.toThrow(
      /^Discord does not know DISCORD_TOKEN/,
    );
  });
});

describe.each(["ko", "en"] as const)("in %s", (locale) => {
  const user = () => (locale === "ko" ? scene.minji : scene.alex);
  const use = async (name: string) => {
    const used = await user().command(user().dm(), name);
    const text = shown(await used.reply());
    expect(used.isEphemeral()).toBe(true);
    return text;
  };

  it("/help says how to ask", async () => {
    const text = await use("help");
    expect(text).toContain(
      locale === "ko" ? "/질문 내용: 영국산 자동차 관세는 얼마야?" : "/ask question: What is the tariff",
    );
    expect(text).toContain("@PolicyDesk");
  });

  it("/documents lists what was read, the newest first", async () => {
    const text = await use("documents");
    expect(text).toContain(locale === "ko" ? "**읽은 문서 18개**" : "**18 documents**");
    expect(text).toContain(locale === "ko" ? "4일 전 (2026-11-18) · 항목 2개" : "4 days ago (2026-11-18) · 2 sections");
  });

  it("/status says how much was read", async () => {
    expect(await use("status")).toContain(
      locale === "ko" ? "문서 18개, 항목 107개를" : "18 documents with 107 sections",
    );
  });

  it("/forget removes what is kept of the person", async () => {
    await (await user().command(user().dm(), "ask", { question: "보레알리아 어획량은?" })).reply();
    expect(await use("forget")).toContain(locale === "ko" ? "남아 있던 질문과 의견 1개를" : "Removed 1 question");
    expect(await use("forget")).toContain(locale === "ko" ? "남아 있는 기록이 없어요." : "nothing to remove");
  });

  it("a message is looked up, claim by claim, for the one who wants to know", async () => {
    const { channel } = scene;
    const message = await scene.alex.says(
      channel,
      "보레알리아 어획량은 한 해 4만 2천 톤으로 정해졌다. 호랑이는 하늘을 난다. 안녕!",
    );
    const used = await user().usesOnMessage(channel, locale === "ko" ? "문서에서 찾기" : "Look this up", message);
    const text = shown(await used.reply());
    expect(used.isEphemeral()).toBe(true);
    expect(text).toContain(locale === "ko" ? "문서에는 이렇게 나와 있어요." : "This is what the documents say.");
    expect(text).toContain("보레알리아 어획량은 한 해 4만 2천 톤으로 정해졌다. [1]");
    expect(text).toContain(locale === "ko" ? "문서에서 찾지 못했어요." : "The documents don't say.");
    expect(text).not.toMatch(/\b(true|false)\b|사실|거짓/);
  });

  it("a message without a claim is told apart", async () => {
    const message = await scene.alex.says(scene.channel, "ㅋㅋㅋ");
    const used = await user().usesOnMessage(scene.channel, "Look this up", message);
    const nothing = locale === "ko" ? "찾아볼 만한 문장이 없어요." : "no sentence here";
    expect(shown(await used.reply())).toContain(nothing);
  });
});

it("what is asked before everything was read is told to wait, and titles are not suggested", async () => {
  const early = await startScene({
    change: withDesk(({ chat }) => ({
      ready: () => false,
      chat: {
        ...chat,
        ask: async () => ({ kind: "not-ready" }),
      },
    })),
  });
  const { minji, channel, discord } = early;
  expect(await minji.autocomplete(channel, "ask", { question: "x", document: "보레" })).toEqual([]);
  const asked = await minji.says(channel, "관세는?", { mentions: [discord.bot] });
  expect(shown(await channel.nextMessage({ after: asked }))).toContain("아직 문서를 읽고 있어요.");
  await early.end();
});
