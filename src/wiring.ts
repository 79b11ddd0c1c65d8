import { join, resolve } from "node:path";
import { systemClock } from "../adapters/runtime/system-clock.ts";
import type { MountedListener } from "../adapters/web/server.ts";
import { dataDirProblem, makeFolder } from "./config/data-dir.ts";
import { type Config, ConfigError } from "./config.ts";
import type { ChatPlatform } from "./ports/chat-platform.ts";
import type { BotPorts, Ports, SetupPorts } from "./ports/ports.ts";
import type { Logger } from "./ports/runtime.ts";
import type { WakeUps } from "./ports/wake-ups.ts";

const SLACK_PATH = "/slack/";
const INDEX_DATA = join(import.meta.dirname, "..", "index-data");

/** One process alone tells itself. */
const noWakeUps: WakeUps = { tell() {}, listen() {}, stop: async () => {} };

/** What the keys of an installation begin with: several may share a Redis. */
const prefixOf = (storeId: string) => `policydesk:${storeId}`;

/** The one place that names adapters. Each is loaded when it is first used: a command pays only for what it needs. */
export function wire(config: Config): Ports & BotPorts & SetupPorts {
  const { articlesDir, dataDir, logLevel, redisUrl, roles, secrets, timeZone, wordListsDir } = config;
  const openFolder: Ports["openFolder"] = async (...asked) => {
    const { openFolder: open } = await import("../adapters/sources/folder.ts");
    return open(...asked);
  };
  const openSqlite = async (path: string, log?: Logger) => {
    const { openSqliteStore } = await import("../adapters/store/sqlite.ts");
    return openSqliteStore(path, systemClock.now, log ? { clock: systemClock, log } : null);
  };
  return {
    clock: systemClock,
    timeZone,
    roles,
    async openStore(log) {
      if (config.databaseUrl === null) {
        const problem = dataDirProblem(dataDir);
        if (problem !== null) throw new ConfigError(problem);
        return openSqlite(databaseFile(config), log);
      }
      const { openPostgresStore } = await import("../adapters/store/postgres.ts");
      return openPostgresStore({ url: config.databaseUrl, poolSize: config.databasePool }, systemClock, log);
    },
    openMemoryStore: () => openSqlite(":memory:"),
    async openIndexFolder(storeId, words) {
      const { openIndexFolder } = await import("../adapters/runtime/index-folder.ts");
      const { createPackingThreads } = await import("../adapters/runtime/packing-threads.ts");
      const { holdDataLock } = await import("../adapters/store/data-lock.ts");
      const path = resolve(dataDir, `index-${storeId}`);
      const thread = createPackingThreads(join(import.meta.dirname, "index-thread.ts"), words.aliases);
      const claim = () => holdDataLock(join(path, "keeping.lock"), 0);
      return openIndexFolder({ path, thread, make: () => makeFolder(path), claim });
    },
    openFolder,
    openSamples: (known) => openFolder(join(INDEX_DATA, "corpus"), known),
    async readWordLists() {
      const { readWordLists } = await import("../adapters/sources/word-lists.ts");
      const ours = await readWordLists(join(INDEX_DATA, "lexicon"));
      if (wordListsDir === null) return ours;
      const own = await readWordLists(wordListsDir).catch((error: Error) => {
        throw new Error(`WORD_LISTS_DIR: ${error.message}`, { cause: error });
      });
      return {
        aliases: [...ours.aliases, ...own.aliases],
        synonyms: [...ours.synonyms, ...own.synonyms],
        exclusive: [...ours.exclusive, ...own.exclusive],
      };
    },
    async openLog() {
      const { createLogger } = await import("../adapters/runtime/pino-logger.ts");
      const write = (line: string) => process.stdout.write(line);
      return createLogger({ level: logLevel, format: config.logFormat, secrets, timeZone, write });
    },
    withSamples: config.sampleArticles,
    openArticles:
      articlesDir === null
        ? null
        : (known) =>
            openFolder(articlesDir, known).catch((error: Error) => {
              throw new Error(`ARTICLES_DIR: ${error.message}`, { cause: error });
            }),
    claimData:
      config.databaseUrl !== null
        ? null
        : async () => {
            const { dataLockOf, holdDataLock } = await import("../adapters/store/data-lock.ts");
            const lock = holdDataLock(dataLockOf(databaseFile(config)));
            const problem = `Another PolicyDesk is running on the data in ${dataDir}. Stop it first, or set DATA_DIR to another folder.`;
            return lock ?? { problem };
          },
    async openRateLimit(log, clock, storeId) {
      if (redisUrl === null) {
        const { createMemoryRateLimit } = await import("../adapters/runtime/memory-rate-limit.ts");
        return createMemoryRateLimit();
      }
      const { createRedisRateLimit } = await import("../adapters/queue/redis-rate-limit.ts");
      return createRedisRateLimit({ url: redisUrl, prefix: prefixOf(storeId) }, { clock, log });
    },
    async openWakeUps(log, clock, storeId) {
      if (redisUrl === null) return noWakeUps;
      const { createRedisWakeUps } = await import("../adapters/queue/redis-wake-ups.ts");
      return createRedisWakeUps({ url: redisUrl, prefix: prefixOf(storeId) }, { clock, log });
    },
    async openFetch(log) {
      const { createSafeFetch } = await import("../adapters/sources/safe-fetch.ts");
      return createSafeFetch({ allowHosts: config.fetchAllowHosts }, { clock: systemClock, ...(log ? { log } : {}) });
    },
    async openQueue(log, clock, storeId) {
      if (redisUrl === null) {
        const { createInProcessQueue } = await import("../adapters/queue/in-process-queue.ts");
        return createInProcessQueue({}, { clock, log });
      }
      const { createBullmqQueue } = await import("../adapters/queue/bullmq-queue.ts");
      return createBullmqQueue({ url: redisUrl, prefix: prefixOf(storeId) }, { clock, log });
    },
    async openReader() {
      const { createReaderThread } = await import("../adapters/runtime/reader-thread.ts");
      return createReaderThread(join(import.meta.dirname, "parse-thread.ts"), systemClock);
    },
    async openPlatforms(desk, log, clock) {
      const services = { desk, log, clock };
      const { createWebServer } = await import("../adapters/web/server.ts");
      const { port, host, allowedHosts, trustProxy, rateLimitPerMinute } = config;
      const platforms: ChatPlatform[] = [];
      const listeners: MountedListener[] = [];
      if (config.discord) {
        const { shardCount, shardIds, ...discord } = config.discord;
        const options = { ...discord, timeZone, shards: { count: shardCount, ids: shardIds } };
        if (roles.has("bot")) {
          const { createDiscordBot } = await import("../adapters/discord/bot.ts");
          platforms.push(createDiscordBot(options, services));
        } else if (roles.has("worker")) {
          const { createDiscordSender } = await import("../adapters/discord/sender.ts");
          platforms.push(createDiscordSender(options, services));
        }
      }
      if (config.slack) {
        const options = { ...config.slack, timeZone };
        if (roles.has("bot")) {
          const { createSlackBot } = await import("../adapters/slack/bot.ts");
          const slack = createSlackBot(options, services);
          platforms.push(slack);
          if (slack.listener) listeners.push({ prefix: SLACK_PATH, listener: slack.listener });
        } else if (roles.has("worker")) {
          const { createSlackSender } = await import("../adapters/slack/sender.ts");
          platforms.push(createSlackSender(options, services));
        }
      }
      const access = { host, allowedHosts, trustProxy, rateLimitPerMinute, webhookSecret: config.webhookSecret };
      const options = { ...access, port, timeZone, listeners, servesPeople: roles.has("web") };
      // The server opens first: what hangs in it is reached through it.
      return [createWebServer(options, services), ...platforms];
    },
    registerDiscordCommands:
      config.discord === null
        ? null
        : ((discord) => async () => {
            const { registerCommands } = await import("../adapters/discord/register-commands.ts");
            return registerCommands(discord);
          })(config.discord),
    async slackManifest({ publicUrl, locale }) {
      const { slackManifest } = await import("../adapters/slack/manifest.ts");
      return slackManifest({ transport: publicUrl === null ? "socket" : "http", publicUrl, locale });
    },
    async moveStore(from, to, onTable) {
      const { moveStore } = await import("../adapters/store/move-store.ts");
      return moveStore(from, to, { now: systemClock.now, onTable });
    },
    describeParts: () => describeParts(config),
  };
}

function describeSlack(slack: Config["slack"]): string {
  if (slack === null) return "Slack: off, neither SLACK_BOT_TOKEN nor SLACK_CLIENT_ID is set";
  const where = slack.install.kind === "token" ? "in one workspace" : "in every workspace that installs it";
  return `Slack: on ${where}, over ${slack.transport.kind === "socket" ? "Socket Mode" : `HTTP under ${SLACK_PATH}`}`;
}

function databaseFile({ dataDir }: Config): string {
  return join(dataDir, "policydesk.sqlite");
}

function describeParts(config: Config): string[] {
  const { databaseUrl, roles } = config;
  return [
    `Roles: ${[...roles].join(", ")}`,
    roles.has("web") ? "Chat page: on" : "Chat page: off, ROLES names no web",
    config.webhookSecret === null
      ? "Deliveries of articles over HTTP: off, WEBHOOK_SECRET is not set"
      : "Deliveries of articles over HTTP: on",
    config.discord ? "Discord: on" : "Discord: off, DISCORD_TOKEN is not set",
    describeSlack(config.slack),
    config.redisUrl === null ? "Queue: in this process, REDIS_URL is not set" : "Queue: BullMQ on Redis",
    databaseUrl === null
      ? `Store: SQLite in ${databaseFile(config)}, DATABASE_URL is not set`
      : `Store: PostgreSQL at ${new URL(databaseUrl).host}`,
    config.articlesDir === null
      ? "Your own articles: none, ARTICLES_DIR is not set"
      : `Your own articles: ${config.articlesDir}`,
    config.wordListsDir === null
      ? "Your own word lists: none, WORD_LISTS_DIR is not set"
      : `Your own word lists: ${config.wordListsDir}`,
  ];
}
