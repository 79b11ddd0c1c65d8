import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { LocalUser } from "./local-discord/people.ts";
import { type Scene, said, shown, startScene } from "./running-discord.ts";

const FISH = "보레알리아 어획량은 얼마야?";

let scene: Scene;
let channel: LocalChannel;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.end());
beforeEach(() => {
  scene.clock.advance(1000);
  channel = scene.guild.addTextChannel("방");
});

const ask = (by: LocalUser = scene.minji, text = FISH, where = channel) =>
  by.says(where, text, { mentions: [scene.discord.bot] });
const heard = (by: LocalUser, number: number) =>
  scene.discord.waitFor("a direct message", () => by.dm().messages()[number]);

describe("where the bot may not", () => {
  it("write, the one who asked is told, once a day", async () => {
    channel.denyBot("SendMessages");
    await ask();
    const told = shown(await heard(scene.minji, 0));
    expect(told).toContain("-# #방 · 정책방");
    expect(told).toContain("이 채널에 글을 쓸 권한이 없어요. 관리자에게 '메시지 보내기' 권한을 요청해 주세요.");
    await ask();
    const next = await scene.minji.says(scene.minji.dm(), FISH);
    await scene.minji.dm().nextMessage({ after: next, by: scene.discord.bot });
    expect(said(scene, scene.minji.dm())).toHaveLength(2);
    expect(said(scene, channel)).toEqual([]);
    // Commands need no permission to write.
    const asked = await scene.minji.command(channel, "질문", { 내용: FISH });
    expect(shown(await asked.reply())).toContain("4만 2천 톤");
  });

  it("write, and who asked takes no direct messages, nothing happens", async () => {
    channel.denyBot("SendMessages");
    const quiet = scene.discord.addUser({ name: "조용", locale: "ko" });
    scene.guild.addMember(quiet);
    quiet.closesDms();
    await ask(quiet);
    await scene.discord.waitFor("a refusal", () => scene.discord.requests.find(({ status }) => status === 403));
    expect(scene.running.logged.filter((line) => /ERROR/.test(line))).toEqual([]);
  });

  it("embed links, it answers in plain text, and says so once", async () => {
    channel.denyBot("EmbedLinks");
    const asked = await ask();
    const answer = await channel.nextMessage({ after: asked, by: scene.discord.bot });
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toContain("4만 2천 톤");
    expect(answer.content).not.toContain("](");
    const hint = await channel.nextMessage({ after: answer, by: scene.discord.bot });
    expect(shown(hint)).toContain("'링크 첨부' 권한을 요청해 주세요.");
    await channel.nextMessage({ after: await ask(), by: scene.discord.bot });
    expect(said(scene, channel)).toHaveLength(3);
  });

  it("read the history, it answers without a reply, and says so once", async () => {
    channel.denyBot("ReadMessageHistory");
    const answer = await channel.nextMessage({ after: await ask(), by: scene.discord.bot });
    expect(answer.reference).toBeNull();
    const hint = await channel.nextMessage({ after: answer, by: scene.discord.bot });
    expect(shown(hint)).toContain("'메시지 기록 보기' 권한을 요청해 주세요.");
  });

  it("open threads, it answers in the channel, and says so once", async () => {
    await (await scene.chief.command(channel, "settings", { threads: true })).reply();
    channel.denyBot("CreatePublicThreads");
    const answer = await channel.nextMessage({
      after: await ask(scene.alex, "How big is the quota of 보레알리아?"),
      by: scene.discord.bot,
    });
    expect(answer.reference?.author.id).toBe(scene.alex.id);
    const hint = await channel.nextMessage({ after: answer, by: scene.discord.bot });
    expect(shown(hint)).toContain("'공개 스레드 만들기'");
    expect(channel.threads()).toEqual([]);
    await (await scene.chief.command(channel, "settings", { reset: true })).reply();
  });

  it("write in threads, the one who asked in one is told", async () => {
    channel.denyBot("SendMessagesInThreads");
    const thread = channel.startThread(scene.alex, "talk");
    await ask(scene.alex, "What is the quota?", thread);
    expect(shown(await heard(scene.alex, 0))).toContain(
      'I may not write in this channel. Ask an admin for "Send Messages in Threads".',
    );
  });
});

it("a permission that Discord takes away meanwhile is told of all the same", async () => {
  const { discord, minji } = scene;
  const before = minji.dm().messages().length;
  discord.failNext({
    method: "POST",
    path: /messages$/,
    status: 403,
    body: { code: 50013, message: "Missing Permissions" },
  });
  const asked = await ask();
  const hint = await channel.nextMessage({ after: asked, by: discord.bot });
  expect(shown(hint)).toContain("'메시지 보내기' 권한을 요청해 주세요.");
  expect(minji.dm().messages()).toHaveLength(before);
});
