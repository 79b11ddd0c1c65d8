import { createAlertTurns } from "../../../adapters/discord/alert-turns.ts";
import { createMemoryRateLimit } from "../../../adapters/runtime/memory-rate-limit.ts";
import type { Alert, AlertSender, SendOutcome } from "../../../src/ports/alert-sender.ts";
import type { Clock } from "../../../src/ports/runtime.ts";
import { countedWindow } from "./limits.ts";

/** What Discord takes of one bot. */
const BOT_PER_SECOND = 50;
/** What Slack takes of an app in one workspace. It says no more than "several hundred". */
const WORKSPACE_PER_MINUTE = 300;

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
/** What Discord's client adds to a wait, and the least that the sender makes of it. */
const OFFSET_MS = 50;
const LEAST_WAIT_MS = 1000;
/** Where a platform says "too many" though no limit is reached. */
const SPRINKLED_WAIT_MS = 2000;
/** Half of all answers come within this, one in a hundred beyond 3.8 times as much. */
const USUAL_ANSWER_MS = 120;
const ANSWER_SPREAD = 0.57;

/** What a platform and its clients saw. */
export interface Seen {
  readonly postedAtMs: Map<string, number>;
  requests: number;
  /** Answered with 429 by a limit that all workers share. */
  refused: number;
  sprinkled: number;
  /** Never asked: no turn came in time, or Discord's client knew that it was too many. */
  givenBack: number;
}

export interface Platform {
  readonly seen: Seen;
  /** The sender of one worker. */
  connect(): AlertSender;
}

export interface World {
  readonly clock: Clock;
  readonly random: () => number;
  /** The share of requests that are refused whatever the limits say. */
  readonly sprinkle: number;
}

/** Discord: so many requests of a bot in each second that begins with one. Without Redis each worker counts by itself. */
export function discord(world: World, isShared: boolean): Platform {
  const { clock } = world;
  const seen = nothingSeen();
  const bot = countedWindow(BOT_PER_SECOND, SECOND_MS);
  const shared = createMemoryRateLimit();
  return {
    seen,
    connect() {
      const turn = createAlertTurns(isShared ? shared : createMemoryRateLimit(), clock);
      let closedUntilMs = 0;
      const limit = (nowMs: number) => {
        const waitMs = bot.take(nowMs);
        if (waitMs > 0) closedUntilMs = nowMs + waitMs + OFFSET_MS;
        return waitMs;
      };
      return sender("discord", async ({ channel }) => {
        const isTurn = await turn().then(
          () => true,
          () => false,
        );
        const closedMs = Math.max(0, closedUntilMs - clock.now());
        if (isTurn && closedMs === 0) return request(channel, world, seen, limit);
        seen.givenBack++;
        return tooMany(clock, closedMs);
      });
    },
  };
}

/** Slack: so many posts in a workspace in each minute that begins with one. */
export function slack(world: World, workspaceOf: (channel: string) => string): Platform {
  const seen = nothingSeen();
  const workspaces = new Map<string, ReturnType<typeof countedWindow>>();
  const workspace = (name: string) => {
    const known = workspaces.get(name) ?? countedWindow(WORKSPACE_PER_MINUTE, MINUTE_MS);
    workspaces.set(name, known);
    return known;
  };
  return {
    seen,
    connect: () =>
      sender("slack", ({ channel }) =>
        request(channel, world, seen, (nowMs) => workspace(workspaceOf(channel)).take(nowMs)),
      ),
  };
}

function sender(platform: string, send: (alert: Alert) => Promise<SendOutcome>): AlertSender {
  return { platform, paceMs: SECOND_MS, repeatableForMs: 0, send, find: async () => ({ kind: "none" }) };
}

/** `waitOf`: how long the platform wants nothing; 0 where it takes this one. */
async function request(
  channel: string,
  { clock, random, sprinkle }: World,
  seen: Seen,
  waitOf: (nowMs: number) => number,
): Promise<SendOutcome> {
  const halfMs = answerMs(random) / 2;
  await clock.sleep(halfMs);
  seen.requests++;
  const waitMs = waitOf(clock.now());
  const isSprinkled = waitMs === 0 && random() < sprinkle;
  if (waitMs > 0) seen.refused++;
  else if (isSprinkled) seen.sprinkled++;
  else seen.postedAtMs.set(channel, clock.now());
  await clock.sleep(halfMs);
  if (isSprinkled) return tooMany(clock, SPRINKLED_WAIT_MS);
  return waitMs > 0 ? tooMany(clock, waitMs) : { kind: "sent", messageRef: channel };
}

function tooMany(clock: Clock, waitMs: number): SendOutcome {
  return { kind: "retry", notBeforeMs: clock.now() + Math.max(waitMs, LEAST_WAIT_MS), why: "too many requests" };
}

function answerMs(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return USUAL_ANSWER_MS * Math.exp(ANSWER_SPREAD * normal);
}

function nothingSeen(): Seen {
  return { postedAtMs: new Map(), requests: 0, refused: 0, sprinkled: 0, givenBack: 0 };
}
