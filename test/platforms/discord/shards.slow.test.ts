import { afterEach, describe, expect, it } from "vitest";
import { sqliteFiles } from "../../contracts/sqlite-files.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import { shown } from "./running-discord.ts";
import {
  ANSWER,
  asks,
  expectAnsweredOnce,
  FISH,
  forever,
  PATIENCE,
  type Processes,
  type ProcessOptions,
  startProcesses,
} from "./several-processes.ts";

const newPath = sqliteFiles();
let all: Processes | null = null;
afterEach(async () => {
  await all?.end();
  all = null;
});

async function start(options: Parameters<typeof startProcesses>[1] = {}): Promise<Processes> {
  all = await startProcesses(newPath(), options);
  return all;
}

describe("a shard", () => {
  it("is one process's, and another's when that one died", async () => {
    const now = await start();
    const { begin, discord } = now;
    const one = await begin();
    expect(one.address).toMatch(/^signed in as PolicyDesk in 1 server; invite: /);
    const two = await begin();
    expect(two.address).toBe("stands by; other processes have its shard");
    await expectAnsweredOnce(now, await asks(now));
    await one.die();
    expect(discord.gateway.identified).toBe(1);
    await now.waitForDeaths();
    await expect.poll(() => two.logged.join("\n"), PATIENCE).toContain("Discord: signed in as PolicyDesk in 1 server");
    expect(discord.gateway.identified).toBe(2);
    await expectAnsweredOnce(now, await asks(now));
  });

  it("is handed over by a process that ends, and nothing asked meanwhile is lost", async () => {
    const now = await start();
    const { begin, discord } = now;
    const one = await begin();
    const two = await begin();
    const early = await asks(now);
    await one.end();
    expect(discord.gateway.connected).toBe(false);
    const between = await asks(now);
    await expect.poll(() => two.logged.join("\n"), PATIENCE).toContain("went on where the last one ended");
    const late = await asks(now);
    await expectAnsweredOnce(now, early, between, late);
    expect(discord.gateway.resumed).toBe(1);
    expect(discord.gateway.listening).toEqual([0]);
  });

  it("is given up by a process that finds it taken, and nothing is answered twice", async () => {
    const now = await start();
    const { begin, discord } = now;
    const one = await begin();
    const two = await begin();
    one.fallSilent();
    await now.waitForDeaths();
    const between = await asks(now);
    await expect.poll(() => two.logged.join("\n"), PATIENCE).toContain("went on where the last one ended");
    await expect.poll(() => one.logged.join("\n"), PATIENCE).toContain("another process took a shard");
    await expect.poll(() => discord.gateway.listening, PATIENCE).toEqual([0]);
    await expectAnsweredOnce(now, await asks(now), between);
  });

  it("of several is opened by whoever comes, one after another", async () => {
    const now = await start({ shards: 2 });
    const { begin, discord } = now;
    const other = discord.addGuild({ name: "다른 방", locale: "ko" });
    const elsewhere = other.addTextChannel("다른-방");
    other.addMember(now.minji);
    const one = await begin({ ids: [0] });
    const two = await begin({ ids: [1, 0] });
    expect(one.address).toContain("shard 0 of 2");
    expect(two.address).toContain("shard 1 of 2");
    expect(discord.gateway.listening).toEqual([0, 1]);
    const here = await asks(now);
    const there = await asks(now, { room: elsewhere });
    await expectAnsweredOnce(now, here, there);
    await one.die();
    await now.waitForDeaths();
    await expect.poll(() => two.logged.join("\n"), PATIENCE).toContain("shard 0 of 2");
    const again = [await asks(now), await asks(now, { room: elsewhere })];
    await expectAnsweredOnce(now, ...again);
  });
});

describe("shards that sign on together", () => {
  it("wait for each other, in one process and in several", async () => {
    const { begin, discord } = await start({ shards: 3, identifyEveryMs: 5000 });
    const processes = [begin({ ids: [0, 2] }), begin({ ids: [1] })];
    await Promise.all(processes);
    await expect.poll(() => discord.gateway.listening, PATIENCE).toEqual([0, 1, 2]);
    expect(discord.gateway.tooEarly).toBe(0);
    expect(discord.gateway.shardsIdentified).toHaveLength(3);
  });
});

describe("what is asked of a process that dies", () => {
  /** The first process of two does this, and dies over it. */
  async function diesOver(change: NonNullable<ProcessOptions["change"]>, ask: (now: Processes) => Promise<unknown>) {
    const now = await start();
    const one = await now.begin({ change });
    const two = await now.begin();
    await ask(now);
    await one.die();
    await now.waitForDeaths();
    return { now, two };
  }

  it("while nobody hears it is answered by the next one, once", async () => {
    const now = await start();
    const one = await now.begin();
    await expectAnsweredOnce(now, await asks(now));
    await one.die();
    const missed = [await asks(now), await asks(now)];
    const direct = await now.minji.says(now.minji.dm(), FISH);
    await now.waitForDeaths();
    const two = await now.begin();
    await expectAnsweredOnce(now, ...missed);
    expect(shown(await now.minji.dm().nextMessage({ after: direct, by: now.discord.bot }))).toContain(ANSWER);
    await expect.poll(() => two.logged.join("\n"), PATIENCE).toContain("went on where the last one ended");
    expect(
      now.minji
        .dm()
        .messages()
        .filter(({ author }) => author.bot),
    ).toHaveLength(1);
    for (const question of missed) expect(now.answersTo(question)).toHaveLength(1);
  });

  it("is answered by the next one where it was claimed and not answered", async () => {
    const claimed = Promise.withResolvers<void>();
    let question: LocalMessage | null = null;
    const stuck: NonNullable<ProcessOptions["change"]> = ({ chat }) => ({
      chat: {
        ...chat,
        ask: () => {
          claimed.resolve();
          return forever;
        },
      },
    });
    const { now } = await diesOver(stuck, async (scene) => {
      question = await asks(scene);
      await claimed.promise;
    });
    await expectAnsweredOnce(now, question as unknown as LocalMessage);
    await expect.poll(() => now.store.orphans("discord:", 10)).toEqual([]);
    expect(now.answersTo(question as unknown as LocalMessage)).toHaveLength(1);
  });

  it("is not answered twice where only the store does not know of the answer", async () => {
    for (const laterMs of [0, 10 * 60_000]) {
      const finishing = Promise.withResolvers<void>();
      let question: LocalMessage | null = null;
      const stuck: NonNullable<ProcessOptions["change"]> = ({ events }) => ({
        events: {
          ...events,
          finish: () => {
            finishing.resolve();
            return forever;
          },
        },
      });
      const { now } = await diesOver(stuck, async (scene) => {
        question = await asks(scene);
        await finishing.promise;
        scene.clock.advance(laterMs);
      });
      await expect.poll(() => now.discord.gateway.identified, PATIENCE).toBe(2);
      await expect.poll(() => now.store.orphans("discord:", 10), PATIENCE).toEqual([]);
      await expectAnsweredOnce(now, await asks(now), question as unknown as LocalMessage);
      await now.end();
      all = null;
    }
  });

  it("with a command is filled in by the next one", async () => {
    const now = await start();
    const one = await now.begin({ change: ({ chat }) => ({ chat: { ...chat, ask: () => forever } }) });
    await now.begin();
    const asked = await now.minji.command(now.channel, "질문", { 내용: FISH });
    await asked.acknowledged();
    expect(asked.original?.isLoading).toBe(true);
    await one.die();
    await now.waitForDeaths();
    expect(shown(await asked.reply({ timeoutMs: PATIENCE.timeout }))).toContain(ANSWER);
    await expect.poll(() => now.store.orphans("discord:", 10)).toEqual([]);
    expect(asked.followUps()).toEqual([]);
  });

  it("is forgotten where it is too old, or cannot be answered any more", async () => {
    const claimed = Promise.withResolvers<void>();
    const now = await start();
    const never: NonNullable<ProcessOptions["change"]> = ({ chat, events }) => ({
      chat: { ...chat, ask: () => forever },
      events: {
        ...events,
        claim: async (event) => {
          const isFirst = await events.claim(event);
          claimed.resolve();
          return isFirst;
        },
      },
    });
    const one = await now.begin({ change: never });
    const question = await asks(now);
    await claimed.promise;
    await one.die();
    now.clock.advance(16 * 60_000);
    await now.begin();
    await expect.poll(() => now.store.orphans("discord:", 10), PATIENCE).toEqual([]);
    await expectAnsweredOnce(now, await asks(now));
    expect(now.answersTo(question)).toEqual([]);
  });
});

describe("a session that Discord has forgotten", () => {
  it("keeps nobody from going on", async () => {
    const now = await start();
    const one = await now.begin();
    await expectAnsweredOnce(now, await asks(now));
    await one.die();
    now.discord.dropSockets({ resumable: false });
    await now.waitForDeaths();
    await now.begin();
    await expectAnsweredOnce(now, await asks(now));
    expect(now.discord.gateway.resumed).toBe(0);
  });
});

describe("what two processes hear", () => {
  it("is answered once", async () => {
    const now = await start();
    await now.begin();
    await now.begin();
    const question = await asks(now);
    for (let count = 0; count < 3; count++) now.discord.deliverTwice(question);
    await expectAnsweredOnce(now, question, await asks(now));
    expect(now.answersTo(question)).toHaveLength(1);
  });
});
