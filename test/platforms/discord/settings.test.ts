import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../../adapters/store/sqlite.ts";
import type { OptionValues } from "./local-discord/command-offer.ts";
import type { LocalUser } from "./local-discord/people.ts";
import { type Scene, said, shown, startScene } from "./running-discord.ts";

const FISH = "보레알리아 어획량은 얼마야?";

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ manyQuestions: false });
});
afterAll(() => scene.end());
beforeEach(() => scene.clock.advance(90_000_000));

async function set(options: OptionValues, by: LocalUser = scene.chief): Promise<string> {
  const changed = await by.command(scene.channel, "settings", options);
  const text = shown(await changed.reply());
  expect(changed.isEphemeral()).toBe(true);
  return text;
}

async function asked(text: string, channel = scene.channel, by = scene.minji) {
  const message = await by.says(channel, text, { mentions: [scene.discord.bot] });
  return shown(await channel.nextMessage({ after: message, by: scene.discord.bot }));
}

describe("/settings", () => {
  it("shows what is in force, and that it is the default", async () => {
    expect(await set({})).toBe(
      [
        ...["**이곳의 설정**", "언어: 묻는 사람에 따라", "-# 기본값", "명령어 답변 공개: 모두에게", "-# 기본값"],
        ...["멘션에 답하는 채널: 모든 채널", "-# 기본값", "멘션에 스레드로 답하기: 꺼짐", "-# 기본값"],
        ...["한 사람이 1분에 묻는 횟수: 10번", "-# 기본값"],
      ]
        .map((line) => `│ ${line}`)
        .join("\n"),
    );
  });

  it("is for those who manage the server, inside a server", async () => {
    await expect(scene.minji.command(scene.channel, "settings")).rejects.toThrow("lacks the permissions");
    await expect(scene.chief.command(scene.chief.dm(), "settings")).rejects.toThrow("not offered in DMs");
    const [command] = scene.discord.commands().filter(({ name }) => name === "settings");
    if (!command) throw new Error("No /settings");
    // As if an admin had given it to everybody.
    const needed = command.default_member_permissions;
    command.default_member_permissions = null;
    expect(await set({ threads: true }, scene.alex)).toContain("Only admins may change the settings.");
    command.default_member_permissions = needed;
    expect(await set({})).toContain("멘션에 스레드로 답하기: 꺼짐");
  });

  it("tells who changed something, by name, and puts it back", async () => {
    const changed = await set({ language: "en", limit: 3 });
    expect(changed).toContain("설정을 저장했어요.");
    expect(changed).toContain("언어: English\n│ -# 팀장이 지금 바꿈");
    expect(await asked("호랑이는 몇 마리야?")).toContain("The documents don't answer this.");
    expect(await set({ reset: true })).toContain("설정을 기본값으로 되돌렸어요.");
    expect(await set({})).not.toContain("바꿈");
  });

  it("makes answers to commands private, unless somebody wants otherwise", async () => {
    await set({ answers: "private" });
    const quiet = await scene.minji.command(scene.channel, "ask", { question: FISH });
    expect((await quiet.reply()).buttons).toContain("채널에 공유");
    expect(quiet.isEphemeral()).toBe(true);
    const loud = await scene.minji.command(scene.channel, "ask", { question: FISH, private: false });
    await loud.reply();
    expect(loud.isEphemeral()).toBe(false);
    await set({ reset: true });
  });

  it("limits how often one person asks", async () => {
    // Nobody who has asked before: that counts.
    const newcomer = scene.discord.addUser({ name: "새내기", locale: "ko" });
    scene.guild.addMember(newcomer);
    await set({ limit: 1 });
    expect(await asked(FISH, scene.channel, newcomer)).toContain("4만 2천 톤");
    expect(await asked(FISH, scene.channel, newcomer)).toMatch(/질문이 많아 잠시 쉬고 있어요\. \d+초 뒤에/);
    expect(await asked(FISH, scene.channel, scene.alex)).toContain("4만 2천 톤");
    await set({ reset: true });
  });

  it("names the channels where mentions are answered; elsewhere that is said once a day", async () => {
    const here = scene.guild.addTextChannel("질문방");
    const there = scene.guild.addTextChannel("잡담");
    await set({ limit: 100 });
    expect(await set({ "add-channel": { id: here.id } })).toContain("멘션에 답하는 채널: #질문방");
    expect(await asked(FISH, here)).toContain("4만 2천 톤");
    expect(await asked(FISH, there)).toContain("멘션에는 #질문방에서만 답해요.");
    await scene.minji.says(there, FISH, { mentions: [scene.discord.bot] });
    const thread = here.startThread(scene.minji, "이야기");
    expect(await asked(FISH, thread)).toContain("4만 2천 톤");
    expect(said(scene, there)).toHaveLength(1);
    const command = await scene.minji.command(there, "ask", { question: FISH });
    expect(shown(await command.reply())).toContain("4만 2천 톤");
    expect(await set({ "remove-channel": { id: here.id } })).toContain("멘션에 답하는 채널: 없음");
    scene.clock.advance(90_000_000);
    expect(await asked(FISH, here)).toContain("이 서버에서는 멘션에 답하지 않게 되어 있어요.");
    expect(await set({ "all-channels": true })).toContain("멘션에 답하는 채널: 모든 채널");
    await set({ reset: true });
  });
});

it("settings and answers are still there after a restart", async () => {
  const { clock } = scene;
  const store = await openSqliteStore(":memory:", clock.now);
  const options = { store, clock, manyQuestions: false, fewArticles: true };
  const first = await startScene(options);
  await (await first.chief.command(first.channel, "설정", { 답변공개: "private" })).reply();
  const before = await first.minji.command(first.channel, "ask", { question: FISH });
  const customId = (await before.reply()).components[0]?.components?.[0]?.custom_id ?? "";
  await first.end();
  // The same clock gives the server the same id.
  const second = await startScene(options);
  expect(second.guild.id).toBe(first.guild.id);
  clock.advance(60_000);
  const asked = await second.minji.command(second.channel, "ask", { question: FISH });
  await asked.reply();
  expect(asked.isEphemeral()).toBe(true);
  const [, , id = ""] = customId.split("|");
  expect((await store.exchange(id))?.answer.question).toBe(FISH);
  await second.end();
  await store.close();
});
