import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import { openFolder } from "../../../adapters/sources/folder.ts";
import { heldClock, type RunningBot, startRunningBot } from "../running-bot.ts";
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from "./local-slack/local-slack.ts";
import type { Team } from "./local-slack/workspace.ts";
import { sharedDatabase } from "./shared-database.ts";

export const TRANSPORTS = ["http", "socket"] as const;
export type TransportName = (typeof TRANSPORTS)[number];

const FEW_ARTICLES = join(import.meta.dirname, "../../fixtures/web");

/** Answered, empty and not found in the sample articles. */
export const CATCH = "보레알리아 어획량은 몇 톤이야?";
export const CATCH_ANSWER = "보레알리아 어획량은 한 해 4만 2천 톤으로 정해졌다.";
export const EMPTY = "프랑스와는 어떻게 됐어?";
export const UNKNOWN = "보레알리아 대통령의 생일은 언제야?";

/** Longer pauses are between attempts, and not for somebody who waits. */
const SCREEN_MS = 900;
const RESTLESS_MS = 100;

export interface RunningSlack extends RunningBot {
  readonly slack: LocalSlack;
  readonly team: Team;
  /** Where Slack reaches this bot over HTTP. */
  readonly url: string;
  /** Starts another bot on the same data; this one dies, where it was not stopped. */
  again(changes?: Pick<Starting, "environment" | "change">): Promise<RunningSlack>;
  /** Starts another bot on the same data, which lives at the same time. */
  beside(changes?: Pick<Starting, "environment" | "change">): Promise<RunningSlack>;
  /** Nothing it still does gets into the store, and it shows no more that it lives. */
  die(): void;
  /** Ends the bot and leaves Slack. */
  stopBot(): Promise<void>;
  stop(): Promise<void>;
}

export interface Starting {
  readonly transport?: TransportName;
  readonly slackOptions?: Omit<LocalSlackOptions, "clock">;
  readonly scopes?: readonly string[];
  readonly environment?: Record<string, string>;
  readonly change?: NonNullable<Parameters<typeof startRunningBot>[0]["change"]>;
  /** Only the two articles that CATCH and its like are about: the bot starts faster. */
  readonly few?: boolean;
  /** The clock's pauses end at once. */
  readonly hasty?: boolean;
  /** Pauses for which nobody waits at a screen end at once: what is due later waits for the held clock alone. */
  readonly patient?: boolean;
  /** Before the bot starts. */
  readonly prepare?: (slack: LocalSlack, team: Team) => void;
  /** What is done every few seconds is done several times a second. */
  readonly restless?: boolean;
  /** The app comes into workspaces by OAuth; its own is without it at first. */
  readonly oauth?: boolean;
}

/** A local Slack with one workspace, and the whole bot in it. */
export async function startSlack(starting: Starting = {}): Promise<RunningSlack> {
  const {
    slackOptions = {},
    scopes,
    prepare,
    oauth = false,
    hasty = false,
    patient = false,
    restless = false,
  } = starting;
  const held = heldClock(systemClock);
  const isShort = (delayMs: number) => !hasty && (!patient || delayMs < SCREEN_MS);
  const every = (intervalMs: number, task: () => Promise<void>) =>
    systemClock.every(restless ? Math.min(intervalMs, RESTLESS_MS) : intervalMs, task);
  const clock = { ...held, every, sleep: (delayMs: number) => systemClock.sleep(isShort(delayMs) ? delayMs : 1) };
  const slack = await startLocalSlack({ clock, ...slackOptions });
  const team = slack.addTeam({ name: "Policy office", ...(scopes ? { scopes } : {}), installed: !oauth });
  prepare?.(slack, team);
  const database = await sharedDatabase(() => clock.now());
  const stopAll = async () => {
    await slack.stop();
    await database.close();
  };
  try {
    return await startBotIn({ slack, team, database, clock, stopAll }, starting);
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** The same for one test, with few articles unless told otherwise. */
export async function slackForTest(starting: Starting = {}): Promise<RunningSlack> {
  const running = await startSlack({ few: true, ...starting });
  onTestFinished(() => running.stop());
  return running;
}

interface Around {
  readonly slack: LocalSlack;
  readonly team: Team;
  readonly database: Awaited<ReturnType<typeof sharedDatabase>>;
  readonly clock: RunningBot["clock"];
  stopAll(): Promise<void>;
}

async function startBotIn(around: Around, starting: Starting): Promise<RunningSlack> {
  const { slack, team, database, clock } = around;
  const { store, die, revive } = database.open();
  const { transport = "http", environment = {}, change = () => ({}), oauth = false, few = false } = starting;
  const install = {
    SLACK_CLIENT_ID: slack.clientId,
    SLACK_CLIENT_SECRET: slack.clientSecret,
    PUBLIC_URL: "https://bot.example.org",
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  };
  const running = await startRunningBot({
    store,
    clock,
    environment: {
      SLACK_API_URL: slack.apiUrl,
      ...(oauth ? install : { SLACK_BOT_TOKEN: team.botToken }),
      ...(transport === "http" ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
      ...environment,
    },
    change: (ports) => ({
      ...(few ? { openSamples: (known) => openFolder(FEW_ARTICLES, known), openArticles: null } : {}),
      ...change(ports),
    }),
  });
  const url = `${running.base}/slack/events`;
  if (transport === "http") slack.deliverTo(url);
  let stopped: Promise<void> | undefined;
  const others: RunningSlack[] = [];
  const stopBot = () => {
    revive();
    stopped ??= running.bot.stop();
    return stopped;
  };
  const start = async (changes: Pick<Starting, "environment" | "change">) => {
    const other = await startBotIn({ ...around, stopAll: async () => {} }, { ...starting, ...changes });
    others.push(other);
    return other;
  };
  return {
    ...running,
    slack,
    team,
    url,
    die,
    stopBot,
    again(changes = {}) {
      if (stopped === undefined) die();
      clock.advance(1000);
      // It knows that it is alone.
      const claimData = async () => ({ release: () => {} });
      return start({ ...changes, change: (ports) => ({ claimData, ...changes.change?.(ports) }) });
    },
    beside: (changes = {}) => start(changes),
    async stop() {
      await Promise.all(others.map((other) => other.stop()));
      await stopBot();
      await around.stopAll();
    },
  };
}

/** Lines that an operator should see to. */
export function complaints({ logged }: Pick<RunningBot, "logged">): string[] {
  return logged.filter((line) => /\b(ERROR|WARN)\b|error|warn/i.test(line));
}

export function expectNothingLive(live: readonly { kind: string; value: string }[], urls: readonly string[] = []) {
  expect(live.filter(({ kind, value }) => !(kind === "link" && urls.includes(value)))).toEqual([]);
}
