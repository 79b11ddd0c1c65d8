import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import { heldClock, NOW } from "../running-bot.ts";
import { type Scene, type SceneOptions, said, shown, startScene, withDesk } from "./running-discord.ts";

const FISH = "보레알리아 어획량은 얼마야?";
const FAILED = /답을 가져오지 못했어요\. 잠시 뒤에 다시 시도해 주세요\. \(오류 ([0-9A-F]{4})\)/;

let scene: Scene | null = null;
afterEach(async () => {
  await scene?.end();
  scene = null;
});

async function start(options: SceneOptions = {}): Promise<Scene> {
  scene = await startScene({ fewArticles: true, ...options });
  return scene;
}

/** The id that the person saw stands in the log, and what was asked does not. */
function expectLogged({ running }: Scene, text: string): void {
  const id = FAILED.exec(text)?.[1] ?? /error ([0-9A-F]{4})/.exec(text)?.[1];
  expect(id).toBeDefined();
  expect(running.logged.filter((line) => line.includes(`errorId=${id}`)).length).toBeGreaterThan(0);
  expect(running.logged.filter((line) => /어획량은 얼마|interaction-\d/.test(line))).toEqual([]);
}

const broken: SceneOptions["change"] = withDesk(({ chat }) => ({
  chat: {
    ...chat,
    ask: async () => {
      throw new Error("disk is full");
    },
  },
}));

describe("where the store fails", () => {
  it("commands, mentions and direct messages end in a sentence with an error id", async () => {
    const now = await start({ change: broken });
    const { minji, alex, channel, discord } = now;
    const asked = await minji.command(channel, "질문", { 내용: FISH });
    expectLogged(now, shown(await asked.reply()));
    expect(asked.isEphemeral()).toBe(true);
    const mention = await minji.says(channel, FISH, { mentions: [discord.bot] });
    expectLogged(now, shown(await channel.nextMessage({ after: mention, by: discord.bot })));
    const told = await alex.says(alex.dm(), "How much fish?");
    const answer = shown(await alex.dm().nextMessage({ after: told }));
    expect(answer).toContain("I couldn't get an answer.");
    expectLogged(now, answer);
  });

  it("so do buttons and forms", async () => {
    let works = true;
    const fails = async () => {
      throw new Error("disk is full");
    };
    const now = await start({
      change: withDesk(({ chat }) => ({
        chat: {
          ...chat,
          exchange: (id) => (works ? chat.exchange(id) : fails()),
          giveFeedback: (...given) => (works ? chat.giveFeedback(...given) : fails()),
        },
      })),
    });
    const { minji, channel } = now;
    const answer = await (await minji.command(channel, "질문", { 내용: FISH })).reply();
    works = false;
    const unfolded = await minji.presses(answer, "출처 펼치기");
    expectLogged(now, shown(await unfolded.reply()));
    const form = await minji.presses(answer, "아쉬워요");
    expectLogged(now, shown(await (await minji.submits(form, {})).reply()));
    expect(now.running.logged.join("")).toContain("an opinion could not be stored");
  });
});

describe("what takes long", () => {
  /** Answers wait until they are let go; 800 ms pass at once. */
  async function slow(): Promise<{ now: Scene; release: () => void }> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const clock = heldClock({ ...systemClock, sleep: (ms) => systemClock.sleep(ms === 800 ? 1 : ms) }, NOW);
    const change = withDesk(({ chat }) => ({
      chat: {
        ...chat,
        async ask(question) {
          await promise;
          return chat.ask(question);
        },
        async exchange(id) {
          await promise;
          return chat.exchange(id);
        },
      },
    }));
    return { now: await start({ clock, change }), release: resolve };
  }

  it.each([
    [false, 0],
    [true, 64],
  ])("is deferred and filled in, private: %s", async (isPrivate, flags) => {
    const { now, release } = await slow();
    const asked = await now.minji.command(now.channel, "ask", { question: FISH, private: isPrivate });
    expect(await asked.acknowledged()).toMatchObject({ type: 5, data: { flags } });
    release();
    expect(shown(await asked.reply())).toContain("4만 2천 톤");
    expect(asked.isEphemeral()).toBe(isPrivate);
    expect(asked.followUps()).toEqual([]);
  });

  it("that fails after all says so in its place", async () => {
    const { now, release } = await slow();
    const asked = await now.minji.command(now.channel, "질문", { 내용: FISH });
    await asked.acknowledged();
    now.discord.failNext({ method: "PATCH", path: /webhooks/, status: 400, body: { code: 50035, message: "Invalid" } });
    release();
    expectLogged(now, shown(await asked.reply()));
  });

  it("is finished before the bot stops", async () => {
    const { now, release } = await slow();
    const asked = await now.minji.says(now.channel, FISH, { mentions: [now.discord.bot] });
    await now.discord.waitFor("typing", () => now.discord.typingIn(now.channel) || undefined);
    const stopped = now.running.bot.stop();
    release();
    await stopped;
    expect(shown(await now.channel.nextMessage({ after: asked, by: now.discord.bot }))).toContain("4만 2천 톤");
    await now.discord.stop();
    scene = null;
  });
});

describe("what Discord refuses or loses", () => {
  it("an interaction that grew too old is told of in the channel", async () => {
    let late = () => {};
    const now = await start({
      change: withDesk(({ chat }) => ({
        chat: {
          ...chat,
          ask(question) {
            late();
            return chat.ask(question);
          },
        },
      })),
    });
    late = () => now.clock.advance(5000);
    const asked = await now.minji.command(now.channel, "질문", { 내용: FISH });
    const told = await now.discord.waitFor("a sentence in the channel", () => said(now, now.channel)[0]);
    expectLogged(now, told);
    expect(asked.isAnswered()).toBe(false);
  });

  it.each([
    429,
    503,
    "dropped",
  ] as const)("a send that meets %s is tried again, and nothing is there twice", async (status) => {
    const now = await start();
    const { minji, channel, discord } = now;
    for (const carriedOut of [false, true]) {
      discord.failNext({ method: "POST", path: /messages$/, status, carriedOut: carriedOut && status !== 429 });
      const asked = await minji.says(channel, FISH, { mentions: [discord.bot] });
      const answer = await channel.nextMessage({ after: asked, by: discord.bot });
      expect(shown(answer)).toContain("4만 2천 톤");
      discord.failNext({ method: "POST", path: /callback$/, status, carriedOut: carriedOut && status !== 429 });
      const command = await minji.command(channel, "질문", { 내용: FISH });
      expect(shown(await command.reply())).toContain("4만 2천 톤");
      // What was lost is known only after the next request has come through.
      const last = await minji.says(channel, "", { mentions: [discord.bot] });
      await channel.nextMessage({ after: last, by: discord.bot });
    }
    expect(said(now, channel)).toHaveLength(6);
    expect(now.running.logged.filter((line) => /ERROR/.test(line))).toEqual([]);
  });

  it("a send that fails for good is told of in a direct message", async () => {
    const now = await start();
    const { minji, channel, discord } = now;
    discord.failNext({ method: "POST", path: new RegExp(`${channel.id}/messages$`), status: 500, times: 20 });
    await minji.says(channel, FISH, { mentions: [discord.bot] });
    const told = await discord.waitFor("a direct message", () => minji.dm().messages()[0]);
    expectLogged(now, shown(told));
  });

  it("a channel or a message that is gone ends quietly", async () => {
    const now = await start();
    const { minji, channel, discord, guild } = now;
    const lost = guild.addTextChannel("사라질-방");
    const release = discord.holdNext({ method: "POST", path: /messages$/ });
    await minji.says(lost, FISH, { mentions: [discord.bot] });
    lost.remove();
    release();
    const asked = await minji.says(channel, FISH, { mentions: [discord.bot] });
    await channel.nextMessage({ after: asked, by: discord.bot });
    expect(now.running.logged.filter((line) => /ERROR|WARNING/.test(line))).toEqual([]);
  });
});
