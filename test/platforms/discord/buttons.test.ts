import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import { type Scene, said, shown, startScene } from "./running-discord.ts";

const FISH = "보레알리아 어획량은 얼마야?";

let scene: Scene;
let channel: LocalChannel;
/** A public answer. */
let answer: LocalMessage;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.end());
beforeEach(async () => {
  scene.clock.advance(60_000);
  channel = scene.guild.addTextChannel("방");
  answer = await (await scene.minji.command(channel, "질문", { 내용: FISH })).reply();
});

/** Takes away what is kept of Alex, who only ever pressed buttons. */
const removed = () => scene.running.store.forgetPerson(`discord:${scene.alex.id}`);

it("the source unfolds for the one who pressed alone, in the reader's language", async () => {
  const unfolded = await scene.alex.presses(answer, "출처 펼치기");
  const text = shown(await unfolded.reply());
  expect(unfolded.isEphemeral()).toBe(true);
  expect(text).toContain(
    "**Source [1] 보레알리아 어업 협정 › 보레알리아 어획량** [↗](https://example.org/borealia?a=1&b=2)",
  );
  expect(text).toContain("**보레알리아 어획량은 한 해 4만 2천 톤으로 정해졌다.** 협정은 2027년");
  expect(said(scene, channel)).toHaveLength(1);
});

it("thanks, alone, and stores one opinion however often it is pressed", async () => {
  for (const pressed of await scene.alex.doubleClicks(answer, "도움이 됐어요")) {
    expect(shown(await pressed.reply())).toContain("Thank you for telling.");
    expect(pressed.isEphemeral()).toBe(true);
  }
  const forgotten = await (await scene.alex.command(channel, "forget")).reply();
  expect(shown(forgotten)).toContain("Removed 1 question or opinion");
});

it("asks what was missing at once, and keeps the opinion of whoever closes the form", async () => {
  const opened = await scene.alex.presses(answer, "아쉬워요");
  expect((await opened.modal()).title).toBe("Not helpful");
  // The opinion is stored while the form is open: whatever the bot does next comes after it.
  await (await scene.minji.presses(answer, "도움이 됐어요")).reply();
  expect(await removed()).toBe(1);
  const sent = await scene.alex.submits(opened, { "What was missing?": "너무 짧아요" });
  expect(shown(await sent.reply())).toContain("Thank you for telling.");
  expect(sent.isEphemeral()).toBe(true);
  expect(await removed()).toBe(1);
});

it("a follow-up goes on from that answer, alone in a channel, and can be shared once", async () => {
  await (await scene.minji.command(channel, "질문", { 내용: "대만 국방비는 얼마야?" })).reply();
  const opened = await scene.minji.presses(answer, "이어서 묻기");
  expect(await opened.modal()).toMatchObject({ title: "이어서 묻기" });
  const sent = await scene.minji.submits(opened, { 질문: "누가 조사했어?" });
  const more = await sent.reply();
  expect(sent.isEphemeral()).toBe(true);
  expect(shown(more)).toContain("> 질문: 누가 조사했어?");
  expect(shown(more)).toContain("카스토르연구소");
  const [first, second] = await scene.minji.doubleClicks(more, "채널에 공유");
  const notes = [await first.reply(), await second.reply()].map(shown);
  expect(notes.filter((note) => note.includes("민지 님이 공유했어요."))).toHaveLength(1);
  expect(notes.filter((note) => note.includes("채널에 공유했어요."))).toHaveLength(1);
  const posted = first.isEphemeral() ? second : first;
  expect(shown(await posted.followUp())).toContain("채널에 공유했어요.");
  expect(said(scene, channel).filter((text) => text.includes("카스토르연구소"))).toHaveLength(1);
  scene.clock.advance(120_000);
  expect(shown(await (await scene.minji.presses(more, "채널에 공유")).reply())).toContain("민지 님이 공유했어요.");
});

it("a related section is asked about, alone in a channel", async () => {
  const chosen = await scene.alex.selects(answer, "관련 항목", ["보레알리아 벌금"]);
  expect(shown(await chosen.reply())).toContain('There is a section "보레알리아 벌금", but it is still empty.');
  expect(chosen.isEphemeral()).toBe(true);
});

it("in direct messages what is pressed is answered there", async () => {
  const { minji } = scene;
  const asked = await minji.command(minji.dm(), "질문", { 내용: FISH });
  const opened = await minji.presses(await asked.reply(), "이어서 묻기");
  const sent = await minji.submits(opened, { 질문: "누가 조사했어?" });
  expect(shown(await sent.reply())).toContain("카스토르연구소");
  expect(sent.isEphemeral()).toBe(false);
  expect((await sent.reply()).buttons).not.toContain("채널에 공유");
});

it("pages of the documents turn in place, and lead to sections and their text", async () => {
  const first = await (await scene.alex.command(channel, "documents")).reply();
  expect(shown(first)).toContain("**18 documents**");
  const second = await (await scene.alex.presses(first, "Next")).reply();
  expect(second).toBe(first);
  expect(shown(second)).toContain("Page 2 of 2");
  expect(second.buttons).toEqual(["Back"]);
  await (await scene.alex.presses(second, "Back")).reply();
  const article = await (await scene.alex.selects(first, "Choose a document", ["2. 보레알리아 어업 협정"])).reply();
  expect(shown(article)).toContain("2 sections, 1 of them still empty.");
  const section = await scene.alex.selects(article, "Choose a section", ["보레알리아 어획량"]);
  expect(shown(await section.reply())).toContain("협정은 2027년 3월 1일부터 쓰인다.");
  expect(section.isEphemeral()).toBe(true);
});

it("what was forgotten says so", async () => {
  await (await scene.minji.command(channel, "기록삭제")).reply();
  for (const button of ["출처 펼치기", "도움이 됐어요"]) {
    const pressed = await scene.minji.presses(answer, button);
    expect(shown(await pressed.reply())).toContain("이 답은 더 이상 남아 있지 않아요.");
    expect(pressed.isEphemeral()).toBe(true);
  }
  const chosen = await scene.minji.selects(answer, "관련 항목", ["보레알리아 벌금"]);
  expect(shown(await chosen.reply())).toContain("이 답은 더 이상 남아 있지 않아요.");
});

it("a button that is not the bot's, or a press heard twice, does no harm", async () => {
  const pressed = await scene.minji.presses(answer, "출처 펼치기");
  scene.discord.deliverTwice(pressed);
  await pressed.reply();
  const form = await scene.minji.presses(answer, "이어서 묻기");
  scene.discord.deliverTwice(form);
  await form.modal();
  const next = await scene.minji.presses(answer, "도움이 됐어요");
  await next.reply();
  expect(pressed.followUps()).toEqual([]);
  expect(scene.running.logged.filter((line) => /ERROR|WARNING/.test(line))).toEqual([]);
});
