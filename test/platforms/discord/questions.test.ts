import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { LocalUser } from "./local-discord/people.ts";
import { type Scene, said, shown, startScene } from "./running-discord.ts";

const FISH = "보레알리아 어획량은 얼마야?";
const FISH_ANSWER = "보레알리아 어획량은 한 해 4만 2천 톤으로 정해졌다. [1]";
const FINE = "보레알리아 벌금은?";
const NOT_FOUND = "문서에서 답을 찾지 못했어요.";

let scene: Scene;
let channels = 0;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.end());

const newChannel = () => scene.guild.addTextChannel(`방-${++channels}`);

/** Mentions the bot and gets its answer. */
async function mention(user: LocalUser, channel: LocalChannel, text: string) {
  scene.clock.advance(1000);
  const asked = await user.says(channel, text, { mentions: [scene.discord.bot] });
  return channel.nextMessage({ after: asked, by: scene.discord.bot });
}

async function tell(user: LocalUser, text: string) {
  scene.clock.advance(1000);
  const asked = await user.says(user.dm(), text);
  return user.dm().nextMessage({ after: asked, by: scene.discord.bot });
}

/** What Discord would do to people and links in everything that the bot has written. */
function liveParts(): unknown[] {
  const written = [...scene.guild.channels, ...scene.guild.channels.flatMap((channel) => channel.threads())]
    .flatMap(({ stored }) => stored)
    .filter(({ author }) => author.id === scene.discord.bot.id);
  return written.filter(({ pings }) => pings.users.length > 0 || pings.roles.length > 0 || pings.everyone);
}

it.each(["안녕!", "도움말", "hi"])("%s in a direct message is met with what can be asked", async (text) => {
  const answer = await tell(scene.minji, text);
  expect(shown(answer).match(/│ • /g)).toHaveLength(2);
  expect(answer.buttons).toEqual([]);
});

describe("/ask", () => {
  it("answers at once, for all to see, with the question above and its source below", async () => {
    const asked = await scene.minji.command(newChannel(), "질문", { 내용: FISH });
    const answer = await asked.reply();
    expect(asked.isEphemeral()).toBe(false);
    expect(asked.callback?.type).toBe(4);
    expect(shown(answer)).toContain(`> 질문: ${FISH}\n│ ${FISH_ANSWER}`);
    expect(shown(answer)).toContain(
      "-# 출처 [[1](https://example.org/borealia?a=1&b=2)] 보레알리아 어업 협정 › 보레알리아 어획량 · 4일 전 (2026-11-18)",
    );
    expect(answer.buttons).toEqual(["출처 펼치기", "도움이 됐어요", "아쉬워요", "이어서 묻기"]);
  });

  it("is private on demand, and may then be shared", async () => {
    const asked = await scene.alex.command(newChannel(), "ask", { question: FISH, private: true });
    const answer = await asked.reply();
    expect(asked.isEphemeral()).toBe(true);
    expect(shown(answer)).toContain(`Question: ${FISH}`);
    expect(answer.buttons).toEqual(["Show source", "Helpful", "Not helpful", "Ask a follow-up", "Share to channel"]);
  });

  it("asks one document alone, by its key or by what was typed", async () => {
    const [choice] = await scene.minji.autocomplete(scene.channel, "ask", { question: "x", document: "보레알" });
    for (const document of [String(choice?.value), "보레알리아"]) {
      const asked = await scene.minji.command(newChannel(), "ask", { question: FISH, document });
      expect(shown(await asked.reply())).toContain(FISH_ANSWER);
    }
    const elsewhere = await scene.minji.autocomplete(scene.channel, "ask", { question: "x", document: "그린란드" });
    const document = String(elsewhere[0]?.value);
    const asked = await scene.minji.command(newChannel(), "ask", { question: FISH, document });
    expect(shown(await asked.reply())).toContain(NOT_FOUND);
    const gone = await scene.alex.command(newChannel(), "ask", { question: FISH, document: "no such title" });
    expect(shown(await gone.reply())).toContain("This document is gone by now.");
  });

  it("says what is missing, and names the nearest sections", async () => {
    const empty = await (await scene.minji.command(newChannel(), "ask", { question: FINE })).reply();
    expect(shown(empty)).toContain("'보레알리아 벌금' 항목은 있지만 아직 내용이 없어요.");
    const none = await (
      await scene.minji.command(newChannel(), "ask", { question: "조선업 협력에 반대한 의원은 누구야?" })
    ).reply();
    expect(shown(none)).toContain(NOT_FOUND);
    expect(shown(none)).toMatch(/\[▾ 가까운 항목: .*한미 조선 협력/);
  });

  it("works in direct messages, where nothing can be shared", async () => {
    const { alex } = scene;
    const asked = await alex.command(alex.dm(), "ask", { question: "호랑이는 몇 마리야?", private: true });
    expect(shown(await asked.reply())).toContain("The documents don't answer this.");
    expect((await asked.reply()).buttons).not.toContain("Share to channel");
  });

  it("shows hostile text as it is, with nothing live in it", async () => {
    const answer = await (
      await scene.minji.command(newChannel(), "ask", { question: "쿼지랜드 예산은 얼마야?" })
    ).reply();
    expect(shown(answer)).toContain("<script>window.hacked='body'</script>");
    expect(answer.text).not.toContain("](");
    expect(liveParts()).toEqual([]);
  });

  it("completes titles from half-typed syllables and first consonants, with the key as the value", async () => {
    const typed = async (document: string) =>
      (await scene.minji.autocomplete(scene.channel, "ask", { question: "x", document })).map(({ name }) => name);
    expect(await typed("보레")).toEqual(["보레알리아 어업 협정"]);
    expect(await typed("보렝")).toEqual(["보레알리아 어업 협정"]);
    expect(await typed("그린ㄹ")).toEqual(["그린란드 실무협의, 누크에서 첫 회의"]);
    expect(await typed("ㅂㄹㅇㄹ")).toEqual(["보레알리아 어업 협정"]);
    expect(await typed("qqqq")).toEqual([]);
    expect((await typed("")).length).toBeGreaterThan(10);
  });
});

describe("a mention", () => {
  it("is answered by a reply that pings nobody, while typing is shown", async () => {
    const channel = newChannel();
    const answer = await mention(scene.minji, channel, FISH);
    expect(shown(answer)).toContain(FISH_ANSWER);
    expect(answer.reference?.author.id).toBe(scene.minji.id);
    await scene.discord.waitFor("typing", () => scene.discord.typingIn(channel) || undefined);
    expect(liveParts()).toEqual([]);
  });

  it("is a question without the mention, with names in place of other mentions", async () => {
    const channel = newChannel();
    const { bot } = scene.discord;
    await mention(scene.minji, channel, `${scene.alex.mention} 보레알리아 ${bot.mention} 어획량은 얼마야?`);
    const [kept] = await scene.running.store.exchangesOf(`discord:${scene.minji.id}`, 1);
    expect(kept?.answer.question).toMatch(/^@Alex 보레알리아\s+어획량은 얼마야\?$/);
  });

  it("without a question is asked for one", async () => {
    const channel = newChannel();
    expect(shown(await mention(scene.minji, channel, "")).trim()).toContain("무엇이 궁금한지 적어 주세요");
  });

  it("goes on from what the same person asked last in the same channel", async () => {
    const channel = newChannel();
    await mention(scene.minji, channel, "대만 국방비는 얼마야?");
    await mention(scene.alex, channel, FISH);
    const answer = await mention(scene.minji, channel, "그럼 일본은?");
    const [kept] = await scene.running.store.exchangesOf(`discord:${scene.minji.id}`, 1);
    expect(kept?.answer.understoodAs).toContain("일본");
    expect(kept?.conversation).toBe(`discord:${channel.id}:${scene.minji.id}`);
    expect(shown(answer)).not.toContain("어획량");
  });

  it("by a role, of everyone, by a bot or by Discord itself is left alone", async () => {
    const channel = newChannel();
    const robot = scene.discord.addUser({ name: "로봇", bot: true });
    scene.guild.addMember(robot);
    await robot.says(channel, FISH, { mentions: [scene.discord.bot] });
    await scene.chief.says(channel, `@everyone ${FISH}`);
    const role = [...scene.guild.roles.values()].find(({ botId }) => botId !== null);
    await scene.chief.says(channel, `<@&${role?.id}> ${FISH}`);
    await scene.minji.says(channel, FISH);
    await mention(scene.minji, channel, FINE);
    expect(said(scene, channel)).toHaveLength(1);
  });

  it("heard twice is answered once", async () => {
    const channel = newChannel();
    const asked = await scene.minji.says(channel, FISH, { mentions: [scene.discord.bot] });
    scene.discord.deliverTwice(asked);
    await channel.nextMessage({ after: asked, by: scene.discord.bot });
    await mention(scene.minji, channel, FINE);
    expect(said(scene, channel)).toHaveLength(2);
  });
});

describe("a reply to the bot", () => {
  it("that pings is a question on that answer, whatever was asked since and by whomever", async () => {
    const channel = newChannel();
    const fish = await mention(scene.minji, channel, FISH);
    await mention(scene.alex, channel, "대만 국방비는 얼마야?");
    const asked = await scene.alex.says(channel, "누가 조사했어?", { replyTo: fish });
    const answer = await channel.nextMessage({ after: asked, by: scene.discord.bot });
    expect(shown(answer)).toContain("카스토르연구소");
    const quiet = await scene.alex.says(channel, FINE, { replyTo: fish, pingReply: false });
    await mention(scene.alex, channel, FINE);
    expect(channel.messages().filter(({ reference }) => reference?.id === quiet.id)).toEqual([]);
  });

  it("follows the answer also where it has none of its buttons left but page buttons", async () => {
    const channel = newChannel();
    const help = await mention(scene.minji, channel, "");
    const asked = await scene.minji.says(channel, FISH, { replyTo: help });
    expect(shown(await channel.nextMessage({ after: asked, by: scene.discord.bot }))).toContain(FISH_ANSWER);
  });
});

describe("a direct message", () => {
  it("is a question, in the language it is written in, and follow-ups go on from it", async () => {
    expect(shown(await tell(scene.alex, FISH))).toContain(FISH_ANSWER);
    expect(shown(await tell(scene.alex, "누가 조사했어?"))).toContain("카스토르연구소");
    expect(shown(await tell(scene.minji, "How many tigers are there?"))).toContain("The documents don't answer this.");
    const [kept] = await scene.running.store.exchangesOf(`discord:${scene.alex.id}`, 1);
    expect(kept?.conversation).toBe(`discord:dm:${scene.alex.id}`);
  });

  it("that is too long is refused with the limit", async () => {
    expect(shown(await tell(scene.minji, "가".repeat(2001)))).toContain("질문은 2000자까지 쓸 수 있어요.");
  });
});

it("writes no question and no answer into the log", () => {
  expect(scene.running.logged.filter((line) => /보레알리아|어획량|국방비/.test(line.replace(/Read .*/, "")))).toEqual(
    [],
  );
  expect(scene.running.logged.filter((line) => /ERROR|WARNING/.test(line))).toEqual([]);
});
