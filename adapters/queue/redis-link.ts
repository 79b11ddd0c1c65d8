import { Redis } from "ioredis";
import type { Clock, LogFacts, Logger } from "../../src/ports/runtime.ts";
import { within } from "./within.ts";

/** How long work that can wait does, where Redis is away or silent. */
export const PATIENCE_MS = 5_000;
const OLDEST_VERSION = [6, 2] as const;
/** Of each connection, also those that BullMQ makes of this one: so soon it knows that Redis is back. */
const LONGEST_RETRY_MS = 1_000;
/** Connections that nothing is said over are cut by some networks. */
const KEEP_ALIVE_MS = 30_000;

export interface RedisServer {
  /** Whether BullMQ, which checks it too, has nothing to print about it. */
  readonly faultless: boolean;
}

/** One connection, and what is known about the Redis at its end. */
export interface RedisLink {
  readonly client: Redis;
  /** When it was reached first. Fails where it is too old. */
  readonly reached: Promise<RedisServer>;
  isUsable(): boolean;
  /** Each time that it can be used again, from now on. */
  onReturn(task: () => void): void;
  /** False where the work was not done, or not in bounded time: Redis is away, refused it or is silent. Never fails. */
  attempt(what: string, facts: LogFacts, work: (server: RedisServer) => Promise<unknown>): Promise<boolean>;
  /** For errors that come by themselves: says in the log what nothing else says. */
  report(error: unknown): void;
  close(): void;
}

export interface RedisUse {
  /** What happens while Redis is away, as the log is to say it: "jobs wait in the store". */
  readonly meanwhile: string;
  /** Whether it matters that Redis may throw away what is not asked for. */
  readonly keepsJobs?: boolean;
  /** How long one waits for a Redis that is away or silent. */
  readonly patienceMs?: number;
}

interface Runtime {
  readonly clock: Clock;
  readonly log: Logger;
}

/** Goes on trying until it is closed. An outage is one line in the log, and one more when it ends. */
export function connectRedis(
  url: string,
  { meanwhile, keepsJobs = false, patienceMs = PATIENCE_MS }: RedisUse,
  { clock, log }: Runtime,
): RedisLink {
  checkUrl(url);
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    keepAlive: KEEP_ALIVE_MS,
    retryStrategy: (times) => Math.min(50 * 2 ** times, LONGEST_RETRY_MS),
  });
  const first = Promise.withResolvers<RedisServer>();
  first.promise.catch(() => {});
  let server: RedisServer | null = null;
  let usable = false;
  let closed = false;
  let outageSaid = false;
  let tooOld = false;
  let policySaid = false;
  let lastReason = "";
  let lastReported = "";
  const onReturn: (() => void)[] = [];
  let back = Promise.withResolvers<boolean>();
  // Whether it can be used, for those who come now. Known at once, but for a while after it went away.
  let patience = awaitReturn();

  function awaitReturn(): Promise<boolean> {
    back = Promise.withResolvers();
    return Promise.race([back.promise, clock.sleep(patienceMs).then(() => false)]);
  }

  function sayOutage(reason: string): void {
    if (closed || outageSaid) return;
    outageSaid = true;
    log.warn(`Redis cannot be used; until it can, ${meanwhile}.`, { reason });
  }

  async function inspect(): Promise<void> {
    const { version, policy } = await client.info().then(readInfo, (error: unknown) => {
      // Some services don't let everyone ask.
      if (isReply(error)) return { version: null, policy: null };
      throw error;
    });
    if (version && isOlder(version)) {
      const problem = `Redis ${OLDEST_VERSION.join(".")} or newer is needed; this one is ${version}.`;
      tooOld = true;
      first.reject(new Error(problem));
      sayOutage(problem);
      back.resolve(false);
      return;
    }
    if (keepsJobs && policy && policy !== "noeviction" && !policySaid) {
      policySaid = true;
      log.warn('Redis may throw jobs away when its memory is full; its maxmemory-policy should be "noeviction".', {
        policy,
      });
    }
    if (client.status !== "ready" || closed) return;
    if (outageSaid) log.info("Redis can be used again.");
    outageSaid = false;
    lastReason = "";
    lastReported = "";
    server = { faultless: version !== null && (policy === null || policy === "noeviction") };
    usable = true;
    patience = Promise.resolve(true);
    first.resolve(server);
    back.resolve(true);
    for (const task of onReturn) task();
  }

  client.on("error", (error) => {
    lastReason = reasonOf(error);
    // Such as a database that isn't there; where the connection ends, its end says it.
    if (isReply(error)) link.report(error);
  });
  client.on("close", () => {
    if (usable) patience = awaitReturn();
    usable = false;
    sayOutage(lastReason || "the connection ended");
  });
  client.on("connect", () => {
    // It takes connections and says nothing: no event tells of that.
    void clock.sleep(Math.max(patienceMs, PATIENCE_MS)).then(() => {
      if (closed || usable || tooOld || !["connect", "ready"].includes(client.status)) return;
      lastReason = "no answer";
      client.disconnect(true);
    });
  });
  client.on("ready", () => {
    inspect().catch((error: unknown) => {
      lastReason = reasonOf(error);
    });
  });

  const link: RedisLink = {
    client,
    reached: first.promise,
    isUsable: () => usable,
    onReturn: (task) => void onReturn.push(task),
    async attempt(what, facts, work) {
      let outcome: unknown = "late";
      try {
        if (closed || !(await patience) || !usable || !server) {
          log.debug(`${what}: not now, Redis cannot be used.`, facts);
          return false;
        }
        outcome = await within(clock, patienceMs, work(server));
      } catch (error) {
        log.debug(`${what}: ${reasonOf(error)}`, facts);
        link.report(error);
        return false;
      }
      if (outcome !== "late") return true;
      log.debug(`${what}: Redis does not answer.`, facts);
      lastReason = "no answer";
      // A connection that is dead without knowing it would be waited for each time.
      if (client.status === "ready" && !closed) client.disconnect(true);
      return false;
    },
    report(error) {
      const reason = reasonOf(error);
      // Of a reply its first word, such as OOM or READONLY; the rest names the script.
      const kind = isReply(error) ? reason.replace(/\s.*/s, "") : reason;
      if (closed || isOutage(error) || kind === lastReported) return;
      lastReported = kind;
      log.warn("Redis refused something, or BullMQ found something wrong.", { reason });
    },
    close() {
      closed = true;
      usable = false;
      back.resolve(false);
      client.disconnect();
    },
  };
  return link;
}

/** Fails without the address: it may hold a password. */
function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const fits = parsed && /^rediss?:$/.test(parsed.protocol) && parsed.hostname && /^\/?\d*$/.test(parsed.pathname);
  if (!fits || !isEncoded(parsed.username + parsed.password)) {
    throw new Error(
      "The address of Redis must look like redis://host:6379, redis://user:password@host:6379/1 or rediss://…, with special characters of a password percent-encoded.",
    );
  }
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function readInfo(info: string): { version: string | null; policy: string | null } {
  return {
    version: /^redis_version:(\S+)/m.exec(info)?.[1] ?? null,
    policy: /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? null,
  };
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor < OLDEST_VERSION[1]);
}

/** The message only: an error of ioredis carries its command, which may be AUTH with the password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}

function isReply(error: unknown): boolean {
  return error instanceof Error && error.name === "ReplyError";
}

/** Whether the connection's own events say it already; BullMQ's errors have numbers for codes. */
function isOutage(error: unknown): boolean {
  const { code, message = "", name } = error as NodeJS.ErrnoException;
  return typeof code === "string" || name === "AbortError" || /^(Connection is closed|NOAUTH|WRONGPASS)/.test(message);
}
