import { statSync } from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";

const KEY_BYTES = 32;
const SHORTEST_SECRET = 16;

/** Everything the environment may say. */
export const SETTINGS = {
  PORT: withDefault("3000", wholeNumber(0, 65_535), "Port of the chat page and the API; 0 takes a free one"),
  HOST: withDefault("127.0.0.1", hostName(), "Address to listen on; 0.0.0.0 lets other machines in"),
  DATA_DIR: withDefault("index-data/state", z.string(), "Folder of the database and the index snapshots"),
  ARTICLES_DIR: optional(z.string(), "Folder of your own articles, read at every start beside the samples"),
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
  REDIS_URL: secret("Redis 6.2 or later for jobs, such as redis://127.0.0.1:6379; without it they run in this process"),
  DATABASE_URL: secret("PostgreSQL instead of SQLite; this version does not use it yet"),
} as const;

const SCHEMA = z.object(typesOf(SETTINGS));

/** What of the table is used, under the names of the code; null where an optional setting is not set. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Database file and index snapshots. */
  readonly dataDir: string;
  readonly articlesDir: string | null;
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

/** What the process was given, and what a file .env adds to it. Node's own flag for that reports a missing file. */
function readEnvironment(): Readonly<Record<string, string | undefined>> {
  if (statSync(".env", { throwIfNoEntry: false })?.isFile()) process.loadEnvFile();
  return process.env;
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
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    articlesDir: data.ARTICLES_DIR,
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
    secrets: Object.entries(SETTINGS).flatMap(([key, { isSecret }]) => (isSecret ? (given[key] ?? []) : [])),
    invokedFrom: environment["INIT_CWD"] ?? ".",
    startedByNpm: environment["npm_lifecycle_event"] !== undefined,
  };
}

type Settings = z.infer<typeof SCHEMA>;

function readDiscord({ DISCORD_TOKEN: token, ...data }: Settings): DiscordConfig | null {
  if (token === null) return null;
  return { token, messageContent: data.DISCORD_MESSAGE_CONTENT, apiUrl: data.DISCORD_API_URL };
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

function withDefault<Value>(byDefault: string, type: z.ZodType<Value, string>, about: string) {
  return { default: byDefault, type: type.prefault(byDefault), about, isSecret: false };
}

function optional<Value>(type: z.ZodType<Value, string>, about: string) {
  return { default: null, type: type.optional().transform((value) => value ?? null), about, isSecret: false };
}

function secret<Value = string>(about: string, type?: z.ZodType<Value, string>) {
  return { ...optional((type ?? z.string()) as z.ZodType<Value, string>, about), isSecret: true };
}

/** A token of a kind that begins with `prefix`. */
function token(prefix: string) {
  return z.string().refine((text) => text.startsWith(prefix) && !/\s/.test(text), {
    error: `must begin with ${prefix} and hold no space`,
  });
}

function longEnough() {
  return z.string().refine((text) => text.length >= SHORTEST_SECRET, {
    error: `must have at least ${SHORTEST_SECRET} characters; \`openssl rand -hex 32\` prints such a secret`,
  });
}

function keyBytes() {
  const bytesOf = (text: string) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
  return z
    .string()
    .refine((text) => bytesOf(text).length === KEY_BYTES, {
      error: "must be 32 random bytes in base64 or hex; `openssl rand -base64 32` prints such a key",
    })
    .transform((text): Uint8Array => new Uint8Array(bytesOf(text)));
}

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);
}

function timeZone() {
  return z.string().refine(isTimeZone, { error: "must be an IANA time zone such as Asia/Seoul" });
}

function onOff() {
  return z
    .string()
    .refine((text) => readSwitch(text) !== null, { error: "must be on or off" })
    .transform((text): boolean => readSwitch(text) ?? false);
}

function webUrl() {
  return z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      error: "must be an address that begins with https:// or http://",
    })
    .transform((text) => text.replace(/\/+$/, ""));
}

function hostName() {
  return z.string().refine((text) => isIP(text) !== 0 || /^[\w-]+(\.[\w-]+)*$/.test(text), {
    error: "must be a host name or an address, without scheme and port",
  });
}

function list(each: z.ZodType<string, string>) {
  return z
    .string()
    .refine((text) => partsOf(text).every((part) => each.safeParse(part).success), {
      error: "must be host names or addresses with commas between, without scheme and port",
    })
    .transform(partsOf);
}

function proxies() {
  return z
    .string()
    .refine((text) => readSwitch(text) !== null || partsOf(text).every(isAddressOrSubnet), {
      error: "must be true, false, or addresses and subnets such as 10.0.0.0/8 with commas between",
    })
    .transform((text): boolean | readonly string[] => readSwitch(text) ?? partsOf(text));
}

function readSwitch(text: string): boolean | null {
  if (/^(true|1|yes|on)$/i.test(text)) return true;
  return /^(false|0|no|off)$/i.test(text) ? false : null;
}

function isAddressOrSubnet(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

function partsOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
