import { isIP } from "node:net";
import { z } from "zod";

const KEY_BYTES = 32;
const SHORTEST_SECRET = 16;
export const ROLES = ["bot", "web", "worker"] as const;

/** A part of the work. */
export type Role = (typeof ROLES)[number];

export function withDefault<Value>(byDefault: string, type: z.ZodType<Value, string>, about: string) {
  return { default: byDefault, type: type.prefault(byDefault), about, isSecret: false };
}

export function optional<Value>(type: z.ZodType<Value, string>, about: string) {
  return { default: null, type: type.optional().transform((value) => value ?? null), about, isSecret: false };
}

export function secret<Value = string>(about: string, type?: z.ZodType<Value, string>) {
  return { ...optional((type ?? z.string()) as z.ZodType<Value, string>, about), isSecret: true };
}

/** A token of a kind that begins with `prefix`. */
export function token(prefix: string) {
  return z.string().refine((text) => text.startsWith(prefix) && !/\s/.test(text), {
    error: `must begin with ${prefix} and hold no space`,
  });
}

export function longEnough() {
  return z.string().refine((text) => text.length >= SHORTEST_SECRET, {
    error: `must have at least ${SHORTEST_SECRET} characters; \`openssl rand -hex 32\` prints such a secret`,
  });
}

export function keyBytes() {
  const bytesOf = (text: string) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
  return z
    .string()
    .refine((text) => bytesOf(text).length === KEY_BYTES, {
      error: "must be 32 random bytes in base64 or hex; `openssl rand -base64 32` prints such a key",
    })
    .transform((text): Uint8Array => new Uint8Array(bytesOf(text)));
}

/** A path. Only a shell reads ~ as somebody's home: elsewhere a folder of that name would be made. */
export function folder() {
  return z.string().refine((text) => !text.startsWith("~"), {
    error: "must be a path without ~, which only a shell knows; write the whole path of your home folder",
  });
}

export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);
}

export function timeZone() {
  return z.string().refine(isTimeZone, { error: "must be an IANA time zone such as Asia/Seoul" });
}

export function onOff() {
  return z
    .string()
    .refine((text) => readSwitch(text) !== null, { error: "must be on or off" })
    .transform((text): boolean => readSwitch(text) ?? false);
}

export function webUrl() {
  return z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      error: "must be an address that begins with https:// or http://",
    })
    .transform((text) => text.replace(/\/+$/, ""));
}

export function hostName() {
  return z.string().refine((text) => isIP(text) !== 0 || /^[\w-]+(\.[\w-]+)*$/.test(text), {
    error: "must be a host name or an address, without scheme and port",
  });
}

export function list(each: z.ZodType<string, string>) {
  return z
    .string()
    .refine((text) => partsOf(text).every((part) => each.safeParse(part).success), {
      error: "must be host names or addresses with commas between, without scheme and port",
    })
    .transform(partsOf);
}

export function roles() {
  return z
    .string()
    .refine((text) => partsOf(text).length > 0 && partsOf(text).every(isRole), {
      error: `must be one or more of ${ROLES.join(", ")}, with commas between`,
    })
    .transform((text): ReadonlySet<Role> => new Set(partsOf(text).filter(isRole)));
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

export function numbers() {
  return z
    .string()
    .refine((text) => partsOf(text).length > 0 && partsOf(text).every((part) => /^\d{1,6}$/.test(part)), {
      error: "must be whole numbers with commas between, such as 0,1,2",
    })
    .transform((text): readonly number[] => [...new Set(partsOf(text).map(Number))]);
}

export function postgresUrl() {
  return z.string().refine(isPostgresUrl, {
    error:
      "must be an address such as postgres://user:password@host:5432/database, with special characters of the password percent-encoded",
  });
}

export function redisUrl() {
  return z.string().refine((text) => URL.canParse(text) && /^rediss?:\/\//.test(text), {
    error: "must be an address such as redis://127.0.0.1:6379, or rediss:// with TLS",
  });
}

/** A password with / or # in it is taken apart, and its parts would be shown as host and database. */
export function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text) || !/^postgres(ql)?:\/\//.test(text)) return false;
  const { username, password, pathname, hash } = new URL(text);
  return hash === "" && !pathname.includes("@") && !/\/.*\//.test(pathname) && isEncoded(username + password);
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

export function proxies() {
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
