import { statSync } from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";

/** Everything the environment may say. */
export const SETTINGS = {
  PORT: withDefault("3000", wholeNumber(0, 65_535), "Port of the chat page and the API; 0 takes a free one"),
  HOST: withDefault("127.0.0.1", hostName(), "Address to listen on; 0.0.0.0 lets other machines in"),
  DATA_DIR: withDefault("index-data/state", z.string(), "Folder of the database and the index snapshots"),
  ARTICLES_DIR: optional(z.string(), "Folder of your own articles, read at every start beside the samples"),
  LOG_LEVEL: withDefault("info", z.enum(["debug", "info", "warn", "error", "silent"]), "How much is logged"),
  LOG_FORMAT: withDefault("text", z.enum(["text", "json"]), "text is for people, json for machines"),
  TIME_ZONE: withDefault("Asia/Seoul", timeZone(), "IANA time zone that dates are shown in"),
  TRUST_PROXY: optional(proxies(), "Whose X-Forwarded-For counts: true (whoever connects), or addresses and subnets"),
  ALLOWED_HOSTS: optional(list(hostName()), "Further names the page may be asked for under, with commas between"),
  RATE_LIMIT_PER_MINUTE: withDefault("30", wholeNumber(1, 100_000), "Questions a minute from one address"),
  DISCORD_TOKEN: secret("Token of the Discord bot; this version does not use it yet"),
  SLACK_BOT_TOKEN: secret("Token of the Slack bot; this version does not use it yet"),
  REDIS_URL: secret("Redis for jobs; this version does not use it yet"),
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
  readonly logLevel: string;
  readonly logFormat: "text" | "json";
  /** IANA name; dates are shown in it. */
  readonly timeZone: string;
  /** Whose X-Forwarded-For is believed: nobody's, that of whoever connects, or that of these addresses and subnets. */
  readonly trustProxy: boolean | readonly string[];
  readonly allowedHosts: readonly string[];
  readonly rateLimitPerMinute: number;
  readonly discordToken: string | null;
  readonly slackBotToken: string | null;
  readonly redisUrl: string | null;
  readonly databaseUrl: string | null;
  /** The values that must never be shown. */
  readonly secrets: readonly string[];
  /** Paths on the command line are relative to this folder; npm itself runs scripts in the package's. */
  readonly invokedFrom: string;
  /** Through a script of package.json, with npm and a shell around this process. */
  readonly startedByNpm: boolean;
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
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    articlesDir: data.ARTICLES_DIR,
    logLevel: data.LOG_LEVEL,
    logFormat: data.LOG_FORMAT,
    timeZone: data.TIME_ZONE,
    trustProxy: data.TRUST_PROXY ?? false,
    allowedHosts: data.ALLOWED_HOSTS ?? [],
    rateLimitPerMinute: data.RATE_LIMIT_PER_MINUTE,
    discordToken: data.DISCORD_TOKEN,
    slackBotToken: data.SLACK_BOT_TOKEN,
    redisUrl: data.REDIS_URL,
    databaseUrl: data.DATABASE_URL,
    secrets: Object.entries(SETTINGS).flatMap(([key, { isSecret }]) => (isSecret ? (given[key] ?? []) : [])),
    invokedFrom: environment["INIT_CWD"] ?? ".",
    startedByNpm: environment["npm_lifecycle_event"] !== undefined,
  };
}

/** Secrets take any text, so that no secret is ever shown here. */
function problemLine(issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string {
  const key = String(issue.path[0]);
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

function secret(about: string) {
  return { ...optional(z.string(), about), isSecret: true };
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
