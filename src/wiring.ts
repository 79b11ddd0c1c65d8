import { join } from "node:path";
import { systemClock } from "../adapters/runtime/system-clock.ts";
import type { Config } from "./config.ts";
import type { BotPorts, Ports } from "./ports/ports.ts";

const INDEX_DATA = join(import.meta.dirname, "..", "index-data");

/** The one place that names adapters. Each is loaded when it is first used: a command pays only for what it needs. */
export function wire(config: Config): Ports & BotPorts {
  const { articlesDir, dataDir, logLevel, secrets, timeZone } = config;
  const openFolder: Ports["openFolder"] = async (path, known, name) => {
    const { openFolder: open } = await import("../adapters/sources/folder.ts");
    return open(path, known, name);
  };
  const openSqlite = async (path: string) => {
    const { openSqliteStore } = await import("../adapters/store/sqlite.ts");
    return openSqliteStore(path);
  };
  const readWordList = async (name: string) => {
    const { readLexiconFile } = await import("../adapters/sources/lexicon-file.ts");
    return readLexiconFile(join(INDEX_DATA, "lexicon", name));
  };
  return {
    clock: systemClock,
    openStore: () => openSqlite(databaseFile(config)),
    openMemoryStore: () => openSqlite(":memory:"),
    openSnapshotFile(storeId) {
      const path = join(dataDir, `index-${storeId}.snapshot`);
      const load = async () => (await import("../adapters/store/snapshot-file.ts")).openSnapshotFile(path);
      return { read: async () => (await load()).read(), replace: async (snapshot) => (await load()).replace(snapshot) };
    },
    openFolder,
    openSamples: (known) => openFolder(join(INDEX_DATA, "corpus"), known),
    readAliases: () => readWordList("aliases.tsv"),
    readSynonyms: () => readWordList("synonyms.tsv"),
    async openLog() {
      const { createLogger } = await import("../adapters/runtime/pino-logger.ts");
      const write = (line: string) => process.stdout.write(line);
      return createLogger({ level: logLevel, format: config.logFormat, secrets, timeZone, write });
    },
    openArticles:
      articlesDir === null
        ? null
        : (known) =>
            openFolder(articlesDir, known).catch((error: Error) => {
              throw new Error(`ARTICLES_DIR: ${error.message}`, { cause: error });
            }),
    async claimData() {
      const { holdDataLock } = await import("../adapters/store/data-lock.ts");
      const lock = holdDataLock(join(dataDir, "running.lock"));
      const problem = `Another PolicyDesk is running on the data in ${dataDir}. Stop it first, or set DATA_DIR to another folder.`;
      return lock ?? { problem };
    },
    async openPlatforms(desk, log) {
      const { createWebServer } = await import("../adapters/web/server.ts");
      const { port, host, allowedHosts, trustProxy, rateLimitPerMinute } = config;
      const options = { port, host, allowedHosts, trustProxy, rateLimitPerMinute, timeZone };
      return [createWebServer(options, { desk, log, clock: systemClock })];
    },
    describeParts: () => describeParts(config),
  };
}

function databaseFile({ dataDir }: Config): string {
  return join(dataDir, "policydesk.sqlite");
}

function describeParts(config: Config): string[] {
  const frontEnd = (name: string, key: string, token: string | null) =>
    token === null
      ? `${name}: off, ${key} is not set`
      : `${name}: off, ${key} is set, but this version has no such front end yet`;
  const embedded = (part: string, key: string, url: string | null) =>
    url === null ? `${part}, ${key} is not set` : `${part}; ${key} is set, but this version cannot use it yet`;
  return [
    "Chat page: on",
    frontEnd("Discord", "DISCORD_TOKEN", config.discordToken),
    frontEnd("Slack", "SLACK_BOT_TOKEN", config.slackBotToken),
    embedded("Queue: in this process", "REDIS_URL", config.redisUrl),
    embedded(`Store: SQLite in ${databaseFile(config)}`, "DATABASE_URL", config.databaseUrl),
    config.articlesDir === null
      ? "Your own articles: none, ARTICLES_DIR is not set"
      : `Your own articles: ${config.articlesDir}`,
  ];
}
