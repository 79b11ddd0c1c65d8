import { expect } from "vitest";
import { createDiscordBot } from "../../../adapters/discord/bot.ts";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import { openSqliteStore } from "../../../adapters/store/sqlite.ts";
import type { ChatPlatform, FrontDesk } from "../../../src/ports/chat-platform.ts";
import type { Clock, Logger } from "../../../src/ports/runtime.ts";
import type { Store } from "../../../src/ports/store.ts";
import { heldClock, type RunningBot, startRunningBot } from "../running-bot.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { LocalGuild } from "./local-discord/guilds.ts";
import { type LocalDiscord, startLocalDiscord } from "./local-discord/local-discord.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import type { LocalUser } from "./local-discord/people.ts";
import { shown } from "./running-discord.ts";

const TOKEN = "local.discord.token";
/** A process that was silent for longer is dead. */
const SILENCE_MS = 10_000;
const MOST_STORES = 4;

/** A process that has the Discord bot. All of them share a file of SQLite, and one application answers for them. */
export interface Process {
  readonly logged: readonly string[];
  /** What `start` said. */
  readonly address: string;
  /** It ends at once: nothing of it reaches the store any more, and its connections break. */
  die(): Promise<void>;
  /** It goes on, but does not show any more that it lives. */
  fallSilent(): void;
  /** It ends as it is told to. */
  end(): Promise<void>;
}

export interface Processes {
  readonly discord: LocalDiscord;
  readonly guild: LocalGuild;
  readonly channel: LocalChannel;
  readonly minji: LocalUser;
  readonly clock: RunningBot["clock"];
  readonly store: Store;
  begin(options?: ProcessOptions): Promise<Process>;
  /** The clock goes on until those who died or fell silent are taken for dead. */
  waitForDeaths(): Promise<void>;
  /** What the bot wrote in answer to a message. */
  answersTo(message: LocalMessage): LocalMessage[];
  end(): Promise<void>;
}

export interface ProcessOptions {
  /** Lets a test stand between the process and the application. */
  readonly change?: (desk: FrontDesk) => Partial<FrontDesk>;
  readonly ids?: readonly number[];
  /** Pauses of so many ms pass at once. */
  readonly passing?: readonly number[];
}

export const FISH = "보레알리아 어획량은 얼마야?";
export const ANSWER = "4만 2천 톤";
/** Sign-ons are five seconds apart. */
export const PATIENCE = { timeout: 20_000 };

/** Minji asks the bot something that the articles answer. */
export const asks = (
  { minji, channel, discord }: Processes,
  { room = channel, ...how }: { readonly room?: LocalChannel; readonly replyTo?: LocalMessage } = {},
) => minji.says(room, FISH, { mentions: [discord.bot], ...how });

export async function expectAnsweredOnce({ answersTo }: Processes, ...questions: LocalMessage[]): Promise<void> {
  for (const question of questions) {
    await expect.poll(() => answersTo(question).map(shown).join("\n"), PATIENCE).toContain(ANSWER);
    expect(answersTo(question)).toHaveLength(1);
  }
}

/** What a process takes on that never ends. */
export const forever = new Promise<never>(() => {});

/** Pauses between looks are shorter than they are. */
const SOONER: ReadonlyMap<number, number> = new Map([
  [2500, 50],
  [10_000, 100],
  [1500, 50],
  [1000, 100],
]);

/** `path`: of the file that they share. */
export async function startProcesses(
  path: string,
  { shards = 1, identifyEveryMs = 0 }: { readonly shards?: number; readonly identifyEveryMs?: number } = {},
): Promise<Processes> {
  const hasty = {
    ...systemClock,
    every: (ms: number, task: () => Promise<void>) => systemClock.every(SOONER.get(ms) ?? ms, task),
  };
  const clock = heldClock(hasty);
  const discord = await startLocalDiscord({ clock, token: TOKEN, shards, identifyEveryMs });
  const guild = discord.addGuild({ name: "정책방", locale: "ko" });
  const channel = guild.addTextChannel("정책");
  const minji = discord.addUser({ name: "민지", locale: "ko" });
  guild.addMember(minji);
  let shared: FrontDesk | null = null;
  const application = await startRunningBot({
    ...{ environment: {}, clock },
    change: () => ({
      openPlatforms: async (desk) => {
        shared = desk;
        return [];
      },
    }),
  });
  const living = new Map<ChatPlatform, Store>();
  // All of them before anything is written: while one is opened, nobody in this process could wait for it.
  const stores: Store[] = [];
  for (let count = 0; count < MOST_STORES; count++) stores.push(await openSqliteStore(path, clock.now));
  const unused = [...stores];
  const open = () => {
    const store = unused.pop();
    if (!store) throw new RangeError("More processes than stores were opened.");
    return store;
  };
  const ends: (() => Promise<void>)[] = [];
  const own = open();

  async function begin({ change, ids, passing = [] }: ProcessOptions = {}): Promise<Process> {
    const store = open();
    await store.beat();
    let isDead = false;
    const logged: string[] = [];
    const write = (message: string, ...more: unknown[]) => logged.push([message, ...more.map(told)].join(" "));
    const log: Logger = { debug: write, info: write, warn: write, error: write };
    const alive = guarded(store, () => isDead);
    const desk = { ...(shared as unknown as FrontDesk), events: alive, leases: alive };
    const time: Clock = { ...clock, sleep: (ms) => clock.sleep(isDead || passing.includes(ms) ? 0 : ms) };
    const options = { token: TOKEN, messageContent: true, apiUrl: discord.apiUrl, timeZone: "Asia/Seoul" };
    const bot = createDiscordBot(
      { ...options, shards: { count: null, ids: ids ?? null } },
      { desk: { ...desk, ...change?.(desk) }, log, clock: time },
    );
    living.set(bot, store);
    const started = await bot.start();
    let isEnded = false;
    const end = async () => {
      if (isEnded) return;
      isEnded = true;
      await bot.stop();
      living.delete(bot);
      if (!isDead) await store.leave();
    };
    ends.push(end);
    const die = async () => {
      isDead = true;
      await end();
    };
    const fallSilent = () => void living.delete(bot);
    return { logged, address: "address" in started ? started.address : started.problem, die, fallSilent, end };
  }

  return {
    ...{ discord, guild, channel, minji, clock, store: own, begin },
    async waitForDeaths() {
      for (const advanceMs of [SILENCE_MS / 2, SILENCE_MS / 2 + 1]) {
        clock.advance(advanceMs);
        for (const store of living.values()) await store.beat();
      }
    },
    answersTo: ({ id, channel: where }) =>
      where.messages().filter(({ author, reference }) => author.id === discord.bot.id && reference?.id === id),
    async end() {
      for (const end of ends) await end();
      await application.bot.stop();
      await discord.stop();
      for (const store of stores) await store.close();
      expect(discord.schemaViolations).toEqual([]);
      expect(discord.unknownRoutes).toEqual([]);
    },
  };
}

/** A store that a dead process does not reach. */
function guarded(store: Store, isDead: () => boolean): Store {
  const entries = Object.entries(store).map(([name, does]) => [
    name,
    (...given: unknown[]) =>
      isDead() ? Promise.reject(new Error("the process is dead")) : (does as (...all: unknown[]) => unknown)(...given),
  ]);
  return Object.fromEntries(entries) as Store;
}

function told(what: unknown): string {
  return what instanceof Error ? `${what.message}` : (JSON.stringify(what) ?? "");
}
