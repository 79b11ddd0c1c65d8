import { afterAll, beforeAll, expect, it } from "vitest";
import type { Exchange } from "../../../src/ports/assistant.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import type { LocalUser } from "./local-discord/people.ts";
import { type Scene, shown, startScene, withDesk } from "./running-discord.ts";

const FISH = "보레알리아 어획량은 얼마야?";
const SENTENCE = "보레알리아 어획량은 한 해 4만 2천 톤으로 정해졌다. ";
const LONG = SENTENCE.repeat(300);

/** The answer as a document with very long sentences would give it. */
function lengthened(exchange: Exchange): Exchange {
  const { answer } = exchange;
  const sentences = answer.sentences.map((each, index) => (index === 0 ? { ...each, text: LONG } : each));
  return { ...exchange, answer: { ...answer, sentences } };
}

let scene: Scene;
beforeAll(async () => {
  const change = withDesk(({ chat }) => ({
    chat: {
      ...chat,
      async ask(question) {
        const outcome = await chat.ask(question);
        return outcome.kind === "answer" ? { ...outcome, exchange: lengthened(outcome.exchange) } : outcome;
      },
      async exchange(id) {
        const kept = await chat.exchange(id);
        return kept && lengthened(kept);
      },
    },
  }));
  scene = await startScene({ change, fewArticles: true });
});
afterAll(() => scene.end());

/** Turns to the end and gives the quoted words of all pages. */
async function readAll(first: LocalMessage, reader: LocalUser, next: string): Promise<string> {
  const pages = [shown(first)];
  while (first.buttons.includes(next)) {
    expect(await (await reader.presses(first, next)).reply()).toBe(first);
    pages.push(shown(first));
  }
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toMatch(/출처 \[\[?1/);
  const lines = pages.join("\n").split("\n");
  return lines
    .filter((line) => line.includes(SENTENCE.trim()))
    .join("")
    .replace(/│ |\[1\]|\s/g, "");
}

it("of a public answer turn for all, keep its language and its citations, and lose nothing", async () => {
  const answer = await (await scene.minji.command(scene.channel, "질문", { 내용: FISH })).reply();
  expect(await readAll(answer, scene.alex, "다음")).toBe(LONG.replace(/\s/g, ""));
  expect(answer.ephemeralFor).toBeNull();
  expect(answer.buttons).not.toContain("채널에 공유");
  expect(shown(answer)).toMatch(/(\d+)쪽 가운데 \1쪽/);
});

it("of a private answer can still be shared", async () => {
  const asked = await scene.minji.command(scene.channel, "질문", { 내용: FISH, 나만보기: true });
  const answer = await asked.reply();
  await (await scene.minji.presses(answer, "다음")).reply();
  expect(answer.buttons).toContain("채널에 공유");
});

it("of plain text stay plain text", async () => {
  const { guild, minji, discord } = scene;
  const channel = guild.addTextChannel("글만");
  channel.denyBot("EmbedLinks");
  const asked = await minji.says(channel, FISH, { mentions: [discord.bot] });
  const answer = await channel.nextMessage({ after: asked, by: discord.bot });
  expect(await readAll(answer, minji, "다음")).toBe(LONG.replace(/\s/g, ""));
  expect(answer.embeds).toEqual([]);
});

it("that are no longer kept leave what is shown, and say so to the one who pressed", async () => {
  const answer = await (await scene.minji.command(scene.channel, "질문", { 내용: FISH })).reply();
  const before = answer.text;
  await (await scene.minji.command(scene.channel, "forget")).reply();
  const pressed = await scene.alex.presses(answer, "다음");
  expect(shown(await pressed.reply())).toContain("이 답은 더 이상 남아 있지 않아요.");
  expect(pressed.isEphemeral()).toBe(true);
  expect(answer.text).toBe(before);
});

it("a command heard twice is answered once", async () => {
  const asked = await scene.minji.command(scene.channel, "질문", { 내용: FISH });
  scene.discord.deliverTwice(asked);
  await asked.reply();
  await (await scene.minji.command(scene.channel, "help")).reply();
  expect(asked.callbacks).toHaveLength(1);
  expect(asked.followUps()).toEqual([]);
  expect(scene.running.logged.filter((line) => /ERROR/.test(line))).toEqual([]);
});
