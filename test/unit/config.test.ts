import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, envFileWarnings, readConfig, SETTINGS } from "../../src/config.ts";
import { temporaryFolder, writeFiles } from "../flows/temporary-folder.ts";

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split("\n");
  }
}

describe("the settings", () => {
  it("have defaults for everything", () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      dataDir: "index-data/state",
      articlesDir: null,
      wordListsDir: null,
      sampleArticles: true,
      logLevel: "info",
      logFormat: "text",
      timeZone: "Asia/Seoul",
      trustProxy: false,
      allowedHosts: [],
      rateLimitPerMinute: 30,
      discord: null,
      slack: null,
      publicUrl: null,
      fetchAllowHosts: [],
      webhookSecret: null,
      redisUrl: null,
      databaseUrl: null,
      databasePool: 10,
      roles: new Set(["bot", "web", "worker"]),
      secrets: [],
      invokedFrom: ".",
      startedByNpm: false,
    });
  });

  it("count as not set where they are empty", () => {
    expect(readConfig({ PORT: "", HOST: "  ", ARTICLES_DIR: "", DISCORD_TOKEN: "" })).toEqual(readConfig({}));
  });

  it.each([
    [{ PORT: "0" }, { port: 0 }],
    [{ PORT: " 65535 " }, { port: 65_535 }],
    [{ HOST: "::1" }, { host: "::1" }],
    [{ TRUST_PROXY: "true" }, { trustProxy: true }],
    [{ TRUST_PROXY: "1" }, { trustProxy: true }],
    [{ TRUST_PROXY: "no" }, { trustProxy: false }],
    [{ TRUST_PROXY: "10.0.0.0/8, ::1" }, { trustProxy: ["10.0.0.0/8", "::1"] }],
    [{ ALLOWED_HOSTS: "chat.example.org, desk" }, { allowedHosts: ["chat.example.org", "desk"] }],
    [
      { DISCORD_TOKEN: "abc", REDIS_URL: "redis://x" },
      {
        discord: { token: "abc", messageContent: false, apiUrl: null, shardCount: null, shardIds: null },
        secrets: ["abc", "redis://x"],
      },
    ],
    [
      { DISCORD_TOKEN: "abc", DISCORD_MESSAGE_CONTENT: "on", DISCORD_API_URL: "http://127.0.0.1:4000/api/" },
      { discord: { token: "abc", messageContent: true, apiUrl: "http://127.0.0.1:4000/api" } },
    ],
    [
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" },
      {
        slack: {
          install: { kind: "token", botToken: "xoxb-1" },
          transport: { kind: "socket", appToken: "xapp-1" },
          apiUrl: null,
        },
      },
    ],
    [
      {
        SLACK_CLIENT_ID: "1.2",
        SLACK_CLIENT_SECRET: "s",
        SLACK_SIGNING_SECRET: "t",
        PUBLIC_URL: "https://bot.example.org/",
        ENCRYPTION_KEY: "00".repeat(32),
      },
      {
        slack: {
          install: { kind: "oauth", publicUrl: "https://bot.example.org", encryptionKey: new Uint8Array(32) },
          transport: { kind: "http", signingSecret: "t" },
        },
      },
    ],
    [
      { ROLES: "worker, bot", DATABASE_URL: "postgres://a:b@db/c", REDIS_URL: "redis://r" },
      {
        roles: new Set(["worker", "bot"]),
        databaseUrl: "postgres://a:b@db/c",
        secrets: ["redis://r", "postgres://a:b@db/c"],
      },
    ],
    [{ DISCORD_TOKEN: "abc", SHARD_COUNT: "4", SHARD_IDS: "0, 3,0" }, { discord: { shardCount: 4, shardIds: [0, 3] } }],
  ])("read %o", (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected);
  });

  it.each([
    ...["DATA_DIR", "ARTICLES_DIR", "WORD_LISTS_DIR"].map((key): [string, string, string] => [
      key,
      "~/policydesk",
      "must be a path without ~, which only a shell knows; write the whole path of your home folder",
    ]),
    ["PORT", "65536", "must be a whole number from 0 to 65535"],
    ["PORT", "-1", "must be a whole number"],
    ["PORT", "3000a", "must be a whole number"],
    ["HOST", "http://localhost", "must be a host name or an address, without scheme and port"],
    ["HOST", "localhost:80", "must be a host name"],
    ["LOG_LEVEL", "loud", "must be one of debug, info, warn, error, silent"],
    ["LOG_FORMAT", "xml", "must be one of text, json"],
    ["TIME_ZONE", "Seoul", "must be an IANA time zone such as Asia/Seoul"],
    ["TRUST_PROXY", "10.0.0.0/33", "must be true, false, or addresses and subnets"],
    ["ALLOWED_HOSTS", "https://a", "must be host names or addresses with commas between"],
    ["RATE_LIMIT_PER_MINUTE", "0", "must be a whole number from 1 to 100000"],
    ["ROLES", "bot,cook", "must be one or more of bot, web, worker"],
    ["ROLES", ",", "must be one or more of bot, web, worker"],
    ["DATABASE_POOL", "1", "must be a whole number from 2 to 100"],
    ["SHARD_IDS", "0,x", "must be whole numbers with commas between"],
  ])("say what is wrong with %s=%s", (key, value, right) => {
    const [problem, ...others] = problemsOf({ [key]: value });
    expect(problem).toContain(`${key} is "${value}", but ${right}`);
    expect(others).toEqual([]);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, ["Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)"]],
    [{ SLACK_APP_TOKEN: "xapp-1" }, ["neither SLACK_BOT_TOKEN (one workspace) nor SLACK_CLIENT_ID (many) is set"]],
    [{ SLACK_BOT_TOKEN: "my-secret", SLACK_APP_TOKEN: "xapp-1" }, ["SLACK_BOT_TOKEN must begin with xoxb-"]],
    [{ REDIS_URL: "http://my-secret" }, ["REDIS_URL must be an address such as redis://127.0.0.1:6379"]],
    [{ WEBHOOK_SECRET: "my-secret" }, ["WEBHOOK_SECRET must have at least 16 characters"]],
    [{ ENCRYPTION_KEY: "my-secret" }, ["ENCRYPTION_KEY must be 32 random bytes"]],
    [
      { SLACK_CLIENT_ID: "1", SLACK_APP_TOKEN: "xapp-1" },
      [
        "SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET too.",
        "SLACK_CLIENT_ID needs PUBLIC_URL too.",
        "SLACK_CLIENT_ID needs ENCRYPTION_KEY too.",
      ],
    ],
    [
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_CLIENT_ID: "1", SLACK_SIGNING_SECRET: "s" },
      ["SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for many: set only one of them."],
    ],
    [{ ROLES: "bot" }, ["they need DATABASE_URL and REDIS_URL, which they share"]],
    [{ ROLES: "web,worker", REDIS_URL: "redis://a" }, ["they need DATABASE_URL and REDIS_URL, which they share"]],
    [{ DATABASE_URL: "postgres://u:12/34@db/c" }, ["DATABASE_URL must be an address such as postgres://"]],
    [{ DATABASE_URL: "postgres://u:12#34@db/c" }, ["DATABASE_URL must be an address such as postgres://"]],
    [{ DATABASE_URL: "postgres://u:p%zz@db/c" }, ["DATABASE_URL must be an address such as postgres://"]],
    [{ DATABASE_URL: "mysql://my-secret" }, ["DATABASE_URL must be an address such as postgres://"]],
    [{ SHARD_IDS: "1" }, ["SHARD_IDS needs SHARD_COUNT too."]],
    [{ SHARD_IDS: "1,2", SHARD_COUNT: "2" }, ["SHARD_IDS names 2, but with SHARD_COUNT=2 the last shard is 1."]],
  ])("say what %o lacks, and no secret", (environment, expected) => {
    const problems = problemsOf(environment as Record<string, string>);
    expect(problems).toEqual(expected.map((part) => expect.stringContaining(part)));
    expect(problems.join()).not.toContain("my-secret");
  });

  it("are all named at once, a line each", () => {
    const problems = problemsOf({ PORT: "x", TIME_ZONE: "y", LOG_LEVEL: "z", DISCORD_TOKEN: "a-secret" });
    expect(problems.map((line) => line.split(" ")[0])).toEqual(["PORT", "LOG_LEVEL", "TIME_ZONE"]);
    expect(problems.join()).not.toContain("a-secret");
  });
});

describe("a file .env", () => {
  const folder = temporaryFolder();
  const warningsOf = (text: string) => envFileWarnings(join(writeFiles(folder, { ".env": text }), ".env"));

  it("names what is written nearly as a setting, and none of its values", () => {
    expect(warningsOf("DISCORD_TOKN=a-secret\nPORT=1\nPUBLISH=3000\ndata_dir=/srv\n")).toEqual([
      ".env sets DISCORD_TOKN, which is no setting and is not used. Did you mean DISCORD_TOKEN?",
      ".env sets data_dir, which is no setting and is not used. Did you mean DATA_DIR?",
    ]);
  });

  it("has nothing to tell where it is not there, or cannot be read", () => {
    expect(envFileWarnings(join(folder, "nowhere"))).toEqual([]);
    expect(warningsOf("DISCORD_TOKN=\0")).toEqual([]);
  });
});

describe(".env.example", () => {
  const text = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");

  it("names every setting once, with its comment and its default", () => {
    const expected = Object.entries(SETTINGS).map(
      ([key, { about, default: byDefault }]) =>
        `# ${about}\n${byDefault === null ? `# ${key}=` : `${key}=${byDefault}`}`,
    );
    expect(text.trim().split("\n\n").slice(1)).toEqual(expected);
  });

  it("holds no settings but valid ones", () => {
    const lines = text.split("\n").filter((line) => /^\w+=/.test(line));
    expect(readConfig(Object.fromEntries(lines.map((line) => line.split("=", 2))))).toEqual(readConfig({}));
  });
});
