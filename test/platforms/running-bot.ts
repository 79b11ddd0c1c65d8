import { join } from "node:path";
import { createLogger } from "../../adapters/runtime/pino-logger.ts";
import { openFolder } from "../../adapters/sources/folder.ts";
import { type Bot, startBot } from "../../src/app/start-bot.ts";
import { readConfig } from "../../src/config.ts";
import type { BotPorts, Ports } from "../../src/ports/ports.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import type { Store } from "../../src/ports/store.ts";
import { parseWordLists } from "../../src/text/lexicon.ts";
import { wire } from "../../src/wiring.ts";
import { indexFolderInMemory } from "../flows/index-folder-in-memory.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/web");

/** The day the tests are held at: ages and dates in answers do not move by themselves. */
export const NOW = Date.parse("2026-11-22T03:00:00Z");

export interface RunningBot {
  readonly bot: Bot;
  readonly store: Store;
  /** Where the bot's web server listens: http://127.0.0.1:<port> */
  readonly base: string;
  readonly logged: readonly string[];
  /** Held: `now` moves only when told to; `sleep` and `every` run on the machine's clock. */
  readonly clock: Clock & { advance(byMs: number): void };
}

interface Started {
  readonly environment: Record<string, string>;
  /** A store that outlives the bot, for tests that start it again; else one in memory. */
  readonly store?: Store;
  readonly clock?: RunningBot["clock"];
  readonly change?: (ports: Ports & BotPorts) => Partial<Ports & BotPorts>;
}

export function heldClock(wired: Clock, startMs: number = NOW): RunningBot["clock"] {
  let nowMs = startMs;
  return {
    ...wired,
    now: () => nowMs,
    advance(byMs) {
      nowMs += byMs;
    },
  };
}

/** The whole bot as wiring makes it, with the sample articles and hostile ones, on a free port of 127.0.0.1. */
export async function startRunningBot({ environment, store: given, clock, change }: Started): Promise<RunningBot> {
  const config = readConfig({ PORT: "0", RATE_LIMIT_PER_MINUTE: "1000", LOG_LEVEL: "debug", ...environment });
  const wired = wire(config);
  const logged: string[] = [];
  const write = (line: string) => logged.push(line);
  const log = createLogger({ level: config.logLevel, format: "text", secrets: config.secrets, timeZone: "UTC", write });
  const store = given ?? (await wired.openMemoryStore());
  const held = clock ?? heldClock(wired.clock);
  const ports: Ports & BotPorts = {
    ...wired,
    clock: held,
    openStore: async () => (given ? { ...given, close: async () => {} } : store),
    openIndexFolder: async (_, lists) => indexFolderInMemory(parseWordLists(lists).lexicon),
    openArticles: (known) => openFolder(FIXTURES, known),
    claimData: null,
  };
  const bot = startBot({ ...ports, ...change?.(ports) }, log);
  await bot.started;
  const base = /Chat page: (\S+)/.exec(logged.findLast((line) => line.includes("Chat page: http")) ?? "")?.[1] ?? "";
  return { bot, store, base, logged, clock: held };
}
