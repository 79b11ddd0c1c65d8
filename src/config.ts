import { z } from "zod";
import { readEnvFile } from "./config/env-file.ts";
import { misspelledKeys } from "./config/misspelled-keys.ts";
import {
  folder,
  hostName,
  keyBytes,
  list,
  longEnough,
  numbers,
  onOff,
  optional,
  postgresUrl,
  proxies,
  ROLES,
  type Role,
  redisUrl,
  roles,
  secret,
  timeZone,
  token,
  webUrl,
  wholeNumber,
  withDefault,
} from "./config/setting-types.ts";

/** Everything the environment may say. */
export const SETTINGS = {
  PORT: withDefault(
    "3000",
    wholeNumber(0, 65_535),
    "Port of the chat page, the API, /healthz and /readyz; 0 takes a free one",
  ),
  HOST: withDefault("127.0.0.1", hostName(), "Address to listen on; 0.0.0.0 lets other machines in"),
  DATA_DIR: withDefault("index-data/state", folder(), "Folder of the database and the index"),
  ARTICLES_DIR: optional(folder(), "Folder of your own articles, read at every start beside the samples"),
  WORD_LISTS_DIR: optional(
    folder(),
    "Folder of your own aliases.tsv, synonyms.tsv and exclusive.tsv, read beside those in index-data/lexicon",
  ),
  SAMPLE_ARTICLES: withDefault(
    "on",
    onOff(),
    "off once the sample articles are in the way; remove them with: npm run sources -- remove corpus",
  ),
  LOG_LEVEL: withDefault("info", z.enum(["debug", "info", "warn", "error", "silent"]), "How much is logged"),
  LOG_FORMAT: withDefault("text", z.enum(["text", "json"]), "text is for people, json for machines"),
  TIME_ZONE: withDefault("Asia/Seoul", timeZone(), "IANA time zone that dates are shown in"),
  TRUST_PROXY: optional(proxies(), "Whose X-Forwarded-For counts: true (whoever connects), or addresses and subnets"),
  ALLOWED_HOSTS: optional(list(hostName()), "Further names the page may be asked for under, with commas between"),
  RATE_LIMIT_PER_MINUTE: withDefault("30", wholeNumber(1, 100_000), "Questions a minute from one address"),
  DISCORD_TOKEN: secret("Token of the Discord bot; turns Discord on"),
  DISCORD_MESSAGE_CONTENT: withDefault("off", onOff(), "on where the app has the Message Content intent"),
  DISCORD_API_URL: optional(webUrl(), "Another address of Discord's API, such as a proxy"),
  SLACK_BOT_TOKEN: secret("Token of the Slack bot (xoxb-…) in one workspace; turns Slack on", token("xoxb-")),
  SLACK_APP_TOKEN: secret("App-level token (xapp-…): Slack over Socket Mode, without a public address", token("xapp-")),
  SLACK_SIGNING_SECRET: secret("Signing secret: Slack over HTTP, under /slack/ of this server"),
  SLACK_CLIENT_ID: optional(
    z.string(),
    "Client id: the app can be installed in many workspaces, in place of SLACK_BOT_TOKEN",
  ),
  SLACK_CLIENT_SECRET: secret("Client secret that belongs to it"),
  SLACK_API_URL: optional(webUrl(), "Another address of Slack's API, such as a proxy"),
  WEBHOOK_SECRET: secret("Signs articles that are delivered to POST /api/articles; turns that on", longEnough()),
  FETCH_ALLOW_HOSTS: optional(
    list(hostName()),
    "Hosts of your own network that feeds and pages may be read from, with commas between",
  ),
  PUBLIC_URL: optional(webUrl(), "Address at which others reach this server, such as https://bot.example.org"),
  ENCRYPTION_KEY: secret(
    "32 random bytes in base64 or hex: seals the tokens of Slack workspaces in the database",
    keyBytes(),
  ),
  REDIS_URL: secret(
    "Redis 6.2 or later for jobs, such as redis://127.0.0.1:6379; without it they run in this process",
    redisUrl(),
  ),
  DATABASE_URL: secret(
    "PostgreSQL 14 or later instead of SQLite, such as postgres://policydesk:secret@127.0.0.1:5432/policydesk",
    postgresUrl(),
  ),
  DATABASE_POOL: withDefault("10", wholeNumber(2, 100), "Connections of one process to PostgreSQL, at most"),
  ROLES: withDefault(
    "bot,web,worker",
    roles(),
    "What this process does: bot (chats), web (page, API, webhook), worker (jobs, sources, alerts)",
  ),
  SHARD_COUNT: optional(
    wholeNumber(1, 100_000),
    "Shards of the Discord bot, the same in every process; without it Discord's own advice",
  ),
  SHARD_IDS: optional(
    numbers(),
    "Shards this process may take, such as 0,1,2; without it any that no other process has",
  ),
} as const;

const SCHEMA = z.object(typesOf(SETTINGS));

/** What of the table is used, under the names of the code; null where an optional setting is not set. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Database file and index. */
  readonly dataDir: string;
  readonly articlesDir: string | null;
  readonly wordListsDir: string | null;
  readonly sampleArticles: boolean;
  readonly logLevel: string;
  readonly logFormat: "text" | "json";
  /** IANA name; dates are shown in it. */
  readonly timeZone: string;
  /** Whose X-Forwarded-For is believed: nobody's, that of whoever connects, or that of these addresses and subnets. */
  readonly trustProxy: boolean | readonly string[];
  readonly allowedHosts: readonly string[];
  readonly rateLimitPerMinute: number;
  /** Null where it is off. */
  readonly discord: DiscordConfig | null;
  /** Null where it is off. */
  readonly slack: SlackConfig | null;
  /** Without a slash at its end. */
  readonly publicUrl: string | null;
  /** Hosts that may be fetched from though their addresses are private. */
  readonly fetchAllowHosts: readonly string[];
  /** Null where no articles are taken in. */
  readonly webhookSecret: string | null;
  readonly redisUrl: string | null;
  readonly databaseUrl: string | null;
  /** Connections to PostgreSQL, at most. */
  readonly databasePool: number;
  readonly roles: ReadonlySet<Role>;
  /** The values that must never be shown. */
  readonly secrets: readonly string[];
  /** Paths on the command line are relative to this folder; npm itself runs scripts in the package's. */
  readonly invokedFrom: string;
  /** Through a script of package.json, with npm and a shell around this process. */
  readonly startedByNpm: boolean;
}

export interface DiscordConfig {
  readonly token: string;
  /** Whether messages that do not mention the bot can be read. */
  readonly messageContent: boolean;
  /** Null for Discord's own. */
  readonly apiUrl: string | null;
  /** Null where Discord says how many. */
  readonly shardCount: number | null;
  /** Null where this process takes any. */
  readonly shardIds: readonly number[] | null;
}

export interface SlackConfig {
  /** One workspace by its token, or every workspace that installs the app. */
  readonly install:
    | { readonly kind: "token"; readonly botToken: string }
    | {
        readonly kind: "oauth";
        readonly clientId: string;
        readonly clientSecret: string;
        readonly publicUrl: string;
        /** 32 bytes. */
        readonly encryptionKey: Uint8Array;
      };
  readonly transport:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string };
  /** Null for Slack's own. */
  readonly apiUrl: string | null;
}

/** Lists every setting that is wrong, a line each, with what would be right. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** What the process was given, and what a file .env adds to it. Throws ConfigError. */
function readEnvironment(): Readonly<Record<string, string | undefined>> {
  const added = readEnvFile(".env");
  if (added === null) throw new ConfigError(".env is not UTF-8, so its settings cannot be read. Save it as UTF-8.");
  // What libraries read, too.
  for (const [key, value] of Object.entries(added)) process.env[key] ??= value;
  return process.env;
}

/** A line for each key of the file .env that is no setting, but is written nearly as one. No value is shown. */
export function envFileWarnings(path = ".env"): string[] {
  return misspelledKeys(Object.keys(readEnvFile(path) ?? {}), Object.keys(SETTINGS)).map(
    ({ key, meant }) => `.env sets ${key}, which is no setting and is not used. Did you mean ${meant}?`,
  );
}

/** Throws ConfigError. An empty value counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = readEnvironment()): Config {
  const given: Record<string, string> = {};
  for (const key of Object.keys(SETTINGS)) {
    const value = environment[key]?.trim();
    if (value) given[key] = value;
  }
  const result = SCHEMA.safeParse(given);
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => problemLine(issue, given)).join("\n"));
  const { data } = result;
  const problems: string[] = [];
  const slack = readSlack(data, problems);
  problems.push(...sharingProblems(data));
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    articlesDir: data.ARTICLES_DIR,
    wordListsDir: data.WORD_LISTS_DIR,
    sampleArticles: data.SAMPLE_ARTICLES,
    logLevel: data.LOG_LEVEL,
    logFormat: data.LOG_FORMAT,
    timeZone: data.TIME_ZONE,
    trustProxy: data.TRUST_PROXY ?? false,
    allowedHosts: data.ALLOWED_HOSTS ?? [],
    rateLimitPerMinute: data.RATE_LIMIT_PER_MINUTE,
    discord: readDiscord(data),
    slack,
    publicUrl: data.PUBLIC_URL,
    fetchAllowHosts: data.FETCH_ALLOW_HOSTS ?? [],
    webhookSecret: data.WEBHOOK_SECRET,
    redisUrl: data.REDIS_URL,
    databaseUrl: data.DATABASE_URL,
    databasePool: data.DATABASE_POOL,
    roles: data.ROLES,
    secrets: Object.entries(SETTINGS).flatMap(([key, { isSecret }]) => (isSecret ? (given[key] ?? []) : [])),
    invokedFrom: environment["INIT_CWD"] ?? ".",
    startedByNpm: environment["npm_lifecycle_event"] !== undefined,
  };
}

type Settings = z.infer<typeof SCHEMA>;

function readDiscord({ DISCORD_TOKEN: token, ...data }: Settings): DiscordConfig | null {
  if (token === null) return null;
  const { SHARD_COUNT: shardCount, SHARD_IDS: shardIds } = data;
  return { token, messageContent: data.DISCORD_MESSAGE_CONTENT, apiUrl: data.DISCORD_API_URL, shardCount, shardIds };
}

/** What the processes of an installation need to know of each other. */
function sharingProblems(data: Settings): string[] {
  const { DATABASE_URL: database, REDIS_URL: redis, SHARD_COUNT: count, SHARD_IDS: ids } = data;
  const problems: string[] = [];
  if (data.ROLES.size < ROLES.length && (database === null || redis === null)) {
    problems.push(
      "ROLES gives this process a part of the work, so others do the rest: they need DATABASE_URL and REDIS_URL, which they share.",
    );
  }
  if (ids !== null && count === null) problems.push("SHARD_IDS needs SHARD_COUNT too.");
  const beyond = count === null ? undefined : ids?.find((id) => id >= count);
  if (beyond !== undefined) {
    problems.push(`SHARD_IDS names ${beyond}, but with SHARD_COUNT=${count} the last shard is ${(count ?? 0) - 1}.`);
  }
  return problems;
}

/** Adds a line to `problems` for each setting that the others need. */
function readSlack(data: Settings, problems: string[]): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = data;
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = data;
  const { PUBLIC_URL: publicUrl, ENCRYPTION_KEY: key, SLACK_API_URL: apiUrl } = data;
  if (botToken === null && clientId === null) {
    if (appToken !== null || signingSecret !== null || clientSecret !== null) {
      problems.push(
        "Slack has settings, but neither SLACK_BOT_TOKEN (one workspace) nor SLACK_CLIENT_ID (many) is set.",
      );
    }
    return null;
  }
  if (botToken !== null && clientId !== null) {
    problems.push("SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for many: set only one of them.");
  }
  if (appToken === null && signingSecret === null) {
    problems.push("Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP); neither is set.");
  }
  if (botToken === null) {
    const missing = Object.entries({ SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl, ENCRYPTION_KEY: key });
    for (const [name, value] of missing) if (value === null) problems.push(`SLACK_CLIENT_ID needs ${name} too.`);
  }
  const transport: SlackConfig["transport"] =
    appToken === null ? { kind: "http", signingSecret: signingSecret ?? "" } : { kind: "socket", appToken };
  if (botToken !== null) return { install: { kind: "token", botToken }, transport, apiUrl };
  const install = { clientId: clientId ?? "", clientSecret: clientSecret ?? "", publicUrl: publicUrl ?? "" };
  return {
    install: { kind: "oauth", ...install, encryptionKey: key ?? new Uint8Array() },
    transport,
    apiUrl,
  };
}

/** No secret is ever shown here. */
function problemLine(issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string {
  const key = String(issue.path[0]);
  if (SETTINGS[key as keyof typeof SETTINGS].isSecret) return `${key} ${issue.message}.`;
  const right = issue.code === "invalid_value" ? `must be one of ${issue.values.join(", ")}` : issue.message;
  return `${key} is "${given[key]}", but ${right}.`;
}

function typesOf<Table extends Readonly<Record<string, { readonly type: z.ZodType }>>>(table: Table) {
  const types = Object.entries(table).map(([key, { type }]) => [key, type]);
  return Object.fromEntries(types) as { [Key in keyof Table]: Table[Key]["type"] };
}
