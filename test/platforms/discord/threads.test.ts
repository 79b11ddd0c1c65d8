import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocalChannel } from "./local-discord/channels.ts";
import { type Scene, said, shown, startScene } from "./running-discord.ts";

const FISH = "보레알리아 어획량은 얼마야?";
const WHO = "누가 조사했어?";
const MENTION_ME = "이 스레드에서는 저를 멘션하거나 '이어서 묻기'를 눌러 주세요.";

describe.each([false, true])("threads, where the bot reads everything: %s", (messageContent) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({ messageContent });
    const { chief, channel } = scene;
    await (await chief.command(channel, "settings", { threads: true })).reply();
  });
  afterAll(() => scene.end());

  /** Asks with a mention and gets the thread that was opened for it. */
  async function openedThread(): Promise<LocalChannel> {
    const { minji, guild, discord, clock } = scene;
    clock.advance(60_000);
    const channel = guild.addTextChannel("새-방");
    const asked = await minji.says(channel, FISH, { mentions: [discord.bot] });
    const thread = await discord.waitFor("a thread", () => asked.thread ?? undefined);
    await discord.waitFor("the answer in it", () => said(scene, thread)[0]);
    return thread;
  }

  it("open under a mention, with the question as their name", async () => {
    const thread = await openedThread();
    expect(thread.name).toBe(FISH);
    expect(thread.ownerId).toBe(scene.discord.bot.id);
    expect(said(scene, thread)[0]).toContain("4만 2천 톤");
    expect(thread.parent && said(scene, thread.parent)).toEqual([]);
    const [kept] = await scene.running.store.exchangesOf(`discord:${scene.minji.id}`, 1);
    expect(kept?.conversation).toBe(`discord:thread:${thread.id}`);
  });

  it("take mentions, replies that ping, /ask and the form on, from anybody", async () => {
    const thread = await openedThread();
    const { alex, minji, discord } = scene;
    const first = thread.messages().find(({ author }) => author.id === discord.bot.id);
    if (!first) throw new Error("No answer");
    const ask = async (by: () => Promise<unknown>) => {
      scene.clock.advance(1000);
      const before = said(scene, thread).length;
      await by();
      return discord.waitFor("another answer", () => said(scene, thread)[before]);
    };
    expect(await ask(() => alex.says(thread, WHO, { mentions: [discord.bot] }))).toContain("카스토르연구소");
    expect(await ask(() => alex.says(thread, WHO, { replyTo: first }))).toContain("카스토르연구소");
    expect(await ask(() => minji.command(thread, "질문", { 내용: FISH }))).toContain("4만 2천 톤");
    const form = async () => minji.submits(await minji.presses(first, "이어서 묻기"), { 질문: WHO });
    expect(await ask(form)).toContain("카스토르연구소");
    expect(await ask(() => minji.selects(first, "관련 항목", ["보레알리아 벌금"]))).toContain("보레알리아 벌금");
    expect(thread.stored.filter(({ ephemeralFor }) => ephemeralFor)).toEqual([]);
  });

  it("hold nothing of what somebody asked in private", async () => {
    const thread = await openedThread();
    const { minji } = scene;
    await (await minji.command(thread, "질문", { 내용: "영국산 자동차 관세는 얼마야?", 나만보기: true })).reply();
    const [kept] = await scene.running.store.exchangesOf(`discord:${minji.id}`, 1);
    expect(kept?.answer.question).toBe("영국산 자동차 관세는 얼마야?");
    expect(kept?.conversation).toBe(`discord:${thread.id}:${minji.id}:alone`);
  });

  it(messageContent ? "take plain messages" : "say once how to go on", async () => {
    const thread = await openedThread();
    const { minji, alex, discord } = scene;
    await minji.says(thread, WHO);
    const heard = await discord.waitFor("something more", () => said(scene, thread)[1]);
    if (messageContent) expect(heard).toContain("카스토르연구소");
    else expect(heard).toContain(MENTION_ME);
    await alex.says(thread, "고마워", {
      replyTo: thread.messages().find(({ author }) => author.id === minji.id) ?? never(),
    });
    if (!messageContent) await alex.says(thread, WHO);
    const last = await minji.says(thread, FISH, { mentions: [discord.bot] });
    await thread.nextMessage({ after: last, by: discord.bot });
    expect(said(scene, thread)).toHaveLength(3);
  });

  it("that people opened are left alone, but for mentions", async () => {
    const { minji, guild, discord } = scene;
    const thread = guild.addTextChannel("모임").startThread(minji, "수다");
    await minji.says(thread, FISH);
    const asked = await minji.says(thread, FISH, { mentions: [discord.bot] });
    const answer = await thread.nextMessage({ after: asked, by: discord.bot });
    expect(shown(answer)).toContain("4만 2천 톤");
    expect(said(scene, thread)).toHaveLength(1);
    const [kept] = await scene.running.store.exchangesOf(`discord:${minji.id}`, 20);
    expect(kept?.conversation).toBe(`discord:${thread.id}:${minji.id}`);
  });

  it("that slept are known again as the bot's own", async () => {
    const thread = await openedThread();
    thread.archive();
    const asked = await scene.minji.says(thread, WHO, { mentions: [scene.discord.bot] });
    expect(shown(await thread.nextMessage({ after: asked, by: scene.discord.bot }))).toContain("카스토르연구소");
  });

  it("are not opened for what is no question, nor inside a thread", async () => {
    const { minji, guild, discord } = scene;
    const channel = guild.addTextChannel("빈-방");
    const asked = await minji.says(channel, "", { mentions: [discord.bot] });
    expect(shown(await channel.nextMessage({ after: asked, by: discord.bot }))).toContain("적어 주세요");
    expect(channel.threads()).toEqual([]);
  });
});

function never(): never {
  throw new Error("Nobody wrote that.");
}
