import type { Alert, AlertSender, SendOutcome } from "../../../src/ports/alert-sender.ts";
import type { Clock } from "../../../src/ports/runtime.ts";
import { countedWindow, inTurn, type Turns } from "./limits.ts";

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
const KNOWN_FOR_MS = 60_000;
const MOST_KNOWN = 1000;

/** What a platform and its clients saw. */
export interface Seen {
  readonly postedAtMs: Map<string, number>;
  requests: number;
  /** Answered with 429 by a limit that all workers share. */
  refused: number;
  sprinkled: number;
  /** Never sent: the worker's client knew that it was too many, and gave it back. */
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

/**
 * gives-back: each worker counts `perSecond` by itself, and what is more goes back into the outbox. waits: each worker
 * counts by itself, and what is more waits for its turn. shared: all workers wait for turns of one limit.
 */
export interface Pacing {
  readonly kind: "gives-back" | "waits" | "shared";
  readonly perSecond: number;
  /** Requests before each post, for what a worker that no server talks to has to ask. */
  readonly lookUps: number;
}

/** Discord: so many requests of a bot in each second that begins with one. */
export function discord(world: World, { kind, perSecond, lookUps }: Pacing): Platform {
  const { clock } = world;
  const seen = nothingSeen();
  const bot = countedWindow(BOT_PER_SECOND, SECOND_MS);
  const sharedTurns = inTurn(clock, perSecond);
  return {
    seen,
    connect() {
      const own = countedWindow(perSecond, SECOND_MS);
      const turns: Turns = kind === "shared" ? sharedTurns : inTurn(clock, perSecond);
      const known = createKnown(clock);
      /** 0 where it may be sent now. */
      const turn = async () => {
        if (kind !== "gives-back") await turns.next();
        const waitMs = kind === "gives-back" ? own.take(clock.now()) : 0;
        if (waitMs > 0) seen.givenBack++;
        return waitMs > 0 ? waitMs + OFFSET_MS : 0;
      };
      const limits = (nowMs: number) => {
        const waitMs = bot.take(nowMs);
        if (waitMs > 0) own.closeUntil(nowMs + waitMs);
        if (waitMs > 0) turns.holdUntil(nowMs + waitMs);
        return waitMs;
      };
      return sender("discord", async ({ channel }) => {
        for (let i = 0; i <= lookUps; i++) {
          const isPost = i === lookUps;
          const asked = `${channel}/${i}`;
          if (!isPost && known.has(asked)) continue;
          const waitMs = await turn();
          if (waitMs > 0) return tooMany(clock, waitMs);
          const outcome = await request(isPost ? channel : null, world, seen, limits);
          if (isPost || outcome.kind !== "sent") return outcome;
          known.add(asked);
        }
        throw new Error("Nothing was posted.");
      });
    },
  };
}

/** As adapters/discord/places-by-rest.ts remembers. */
function createKnown(clock: Clock) {
  const untilMs = new Map<string, number>();
  return {
    has: (asked: string) => (untilMs.get(asked) ?? 0) > clock.now(),
    add(asked: string): void {
      untilMs.delete(asked);
      untilMs.set(asked, clock.now() + KNOWN_FOR_MS);
      const [oldest] = untilMs.keys();
      if (untilMs.size > MOST_KNOWN && oldest !== undefined) untilMs.delete(oldest);
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

/** `channel`: null where nothing is posted. `waitOf`: how long the platform wants nothing; 0 where it takes this one. */
async function request(
  channel: string | null,
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
  else if (channel !== null) seen.postedAtMs.set(channel, clock.now());
  await clock.sleep(halfMs);
  if (isSprinkled) return tooMany(clock, SPRINKLED_WAIT_MS);
  return waitMs > 0 ? tooMany(clock, waitMs) : { kind: "sent", messageRef: channel ?? "" };
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
