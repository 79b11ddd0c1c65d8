import { afterEach, describe, expect, it } from "vitest";
import { sqliteFiles } from "../../contracts/sqlite-files.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import {
  asks,
  expectAnsweredOnce,
  forever,
  PATIENCE,
  type Process,
  type Processes,
  type ProcessOptions,
  startProcesses,
} from "./several-processes.ts";

const LEASE = "discord:shard:0/1";
/** Discord forgets a session some minutes after its connection was lost. */
const UNTIL_FORGOTTEN_MS = 4 * 60_000;

const newPath = sqliteFiles();
let all: Processes | null = null;
afterEach(async () => {
  await all?.end();
  all = null;
});

async function start(): Promise<Processes> {
  all = await startProcesses(newPath());
  return all;
}

/** One process has answered and ended. */
async function startAndEnd(): Promise<Processes> {
  const now = await start();
  const one = await now.begin();
  await expectAnsweredOnce(now, await asks(now));
  await one.end();
  return now;
}

type Change = NonNullable<ProcessOptions["change"]>;

/** A process that answers nothing from when it is told to. */
function stuckAnswers() {
  const begun = Promise.withResolvers<void>();
  let stuck = false;
  const change: Change = ({ chat }) => ({
    chat: {
      ...chat,
      ask(...given) {
        if (!stuck) return chat.ask(...given);
        begun.resolve();
        return forever;
      },
    },
  });
  const stick = () => {
    stuck = true;
  };
  return { change, stick, begun: begun.promise };
}

/** The session that whoever has the shard next would go on with. */
async function newestNoted({ store }: Processes): Promise<string | undefined> {
  const noted = JSON.parse((await store.note(LEASE)) ?? "[]") as { readonly sessionId: string }[];
  return noted.at(-1)?.sessionId;
}

async function expectLogged({ logged }: Process, what: string): Promise<void> {
  await expect.poll(() => logged.join("\n"), PATIENCE).toContain(what);
}

describe("what is said while a shard is handed over is answered", () => {
  it("where the store does not say at once where the last one ended", async () => {
    const now = await startAndEnd();
    const missed = await asks(now);
    let isAway = true;
    const change: Change = ({ leases }) => ({
      leases: {
        ...leases,
        async note(name) {
          if (!isAway) return leases.note(name);
          isAway = false;
          throw new Error("the store is away");
        },
      },
    });
    await now.begin({ change });
    await expectAnsweredOnce(now, missed);
  });

  it("where Discord breaks off what wants to resume", async () => {
    const now = await startAndEnd();
    const missed = await asks(now);
    now.discord.breakResumes(3);
    await now.begin();
    await expectAnsweredOnce(now, missed);
  });

  it("where Discord takes its time to let a client resume", async () => {
    const now = await startAndEnd();
    const missed = await asks(now);
    const goOn = now.discord.holdGateway("resume");
    await now.begin({ passing: [10_000] });
    await expectAnsweredOnce(now, await asks(now));
    goOn();
    await expectAnsweredOnce(now, missed);
  });

  it("where somebody replied to it before it was heard", async () => {
    const now = await startAndEnd();
    const missed = await asks(now);
    const goOn = now.discord.holdGateway("resume");
    await now.begin();
    await expectAnsweredOnce(now, await asks(now, { replyTo: missed }));
    goOn();
    await expectAnsweredOnce(now, missed);
  });

  it("where the next one ends as well before it heard all", async () => {
    const now = await startAndEnd();
    const first = await asks(now);
    const goOn = now.discord.holdGateway("resume");
    const two = await now.begin();
    const second = await asks(now);
    await expectAnsweredOnce(now, second);
    await two.end();
    const third = await asks(now);
    await now.begin();
    goOn();
    await expectAnsweredOnce(now, first, second, third);
  });

  it("where the next one ends before it answered all, and Discord has forgotten the session before", async () => {
    const now = await startAndEnd();
    const { change, stick, begun } = stuckAnswers();
    stick();
    const first = await asks(now);
    const two = await now.begin({ change });
    await begun;
    await expect.poll(() => now.discord.gateway.listening, PATIENCE).toEqual([0]);
    now.clock.advance(UNTIL_FORGOTTEN_MS);
    await two.die();
    const second = await asks(now);
    await now.waitForDeaths();
    await now.begin();
    await expectAnsweredOnce(now, first, second);
  });

  it("where the one before had to sign on again in the middle of an answer", async () => {
    const now = await start();
    const { change, stick, begun } = stuckAnswers();
    const one = await now.begin({ change });
    await expectAnsweredOnce(now, await asks(now), await asks(now), await asks(now));
    stick();
    const first = await asks(now);
    await begun;
    const before = await newestNoted(now);
    now.discord.invalidateSessions();
    await expect.poll(() => newestNoted(now), PATIENCE).not.toBe(before);
    await one.die();
    const second = await asks(now);
    await now.waitForDeaths();
    await now.begin();
    await expectAnsweredOnce(now, first, second);
  });

  it("where the one before does not know yet that the shard is another's", async () => {
    const now = await start();
    let asking = Promise.resolve();
    const change: Change = ({ leases }) => ({
      leases: { ...leases, hold: (name) => asking.then(() => leases.hold(name)) },
    });
    const one = await now.begin({ change });
    await expectAnsweredOnce(now, await asks(now));
    const two = await now.begin();
    const answer = Promise.withResolvers<void>();
    asking = answer.promise;
    const letIn = now.discord.holdGateway("identify");
    one.fallSilent();
    await now.waitForDeaths();
    // Both want the session: whoever resumes it breaks the other's connection.
    await expect.poll(() => now.discord.gateway.resumed, PATIENCE).toBeGreaterThanOrEqual(6);
    answer.resolve();
    await expectLogged(one, "another process took a shard");
    const missed = await asks(now);
    letIn();
    await expectLogged(two, "signed in");
    await expectAnsweredOnce(now, missed);
  });

  it("where the one before cannot note in time where it ended", async () => {
    const now = await start();
    const { change, stick, begun } = stuckAnswers();
    let isStuck = false;
    const noting: Change = (desk) => ({
      ...change(desk),
      leases: { ...desk.leases, putNote: (...given) => (isStuck ? forever : desk.leases.putNote(...given)) },
    });
    const one = await now.begin({ change: noting });
    await expectAnsweredOnce(now, await asks(now));
    const two = await now.begin();
    stick();
    const first = await asks(now);
    await begun;
    isStuck = true;
    const letIn = now.discord.holdGateway("identify");
    await one.end();
    const second = await asks(now);
    letIn();
    await expectLogged(two, "signed in");
    await expectAnsweredOnce(now, first, second);
  });

  it("where it came before the servers were known, and was not taken on", async () => {
    const now = await start();
    const letIn = now.discord.holdGateway("guilds");
    const claiming = Promise.withResolvers<void>();
    const change: Change = ({ events }) => ({
      events: {
        ...events,
        claim() {
          claiming.resolve();
          return forever;
        },
      },
    });
    const beginning = now.begin({ change });
    await now.discord.connected();
    const early: LocalMessage[] = [await asks(now), await asks(now)];
    letIn();
    const one = await beginning;
    await claiming.promise;
    await expect.poll(() => newestNoted(now), PATIENCE).toBeDefined();
    await one.die();
    await now.waitForDeaths();
    await now.begin();
    await expectAnsweredOnce(now, ...early);
  });
});

describe("a process that keeps its shard", () => {
  it("answers what was said while Discord could not be reached", async () => {
    const now = await start();
    const one = await now.begin();
    await expectAnsweredOnce(now, await asks(now));
    now.discord.refuseConnections(true);
    now.discord.dropSockets();
    const missed = await asks(now);
    const tries = () => one.logged.filter((line) => line.includes("opened again")).length;
    await expect.poll(tries, PATIENCE).toBeGreaterThan(1);
    now.discord.refuseConnections(false);
    await expectAnsweredOnce(now, missed, await asks(now));
  });
});
