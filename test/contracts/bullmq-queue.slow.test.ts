import { randomUUID } from "node:crypto";
import { setTimeout as passed } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type BullmqQueueOptions, createBullmqQueue } from "../../adapters/queue/bullmq-queue.ts";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import type { JobQueue } from "../../src/ports/job-queue.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { olderRedis } from "../redis/older-redis.ts";
import { type OwnRedis, ownRedis, runningRedis } from "../redis/running-redis.ts";
import { gate, jobQueueContract, type Recorder, recorder, until } from "./job-queue.contract.ts";

const shared = await runningRedis();
const mine = await ownRedis();
const nowhere = "redis://127.0.0.1:1";
/** Its patience is over sooner; jobs and schedules keep their times. */
const hasty = (patienceMs: number): Clock => ({
  ...systemClock,
  sleep: (delayMs) => systemClock.sleep(Math.min(delayMs, patienceMs)),
});
/** What is done again and again is done when the test says so. */
function toldAgain(): { readonly again: (() => Promise<void>)[]; readonly clock: Clock } {
  const again: (() => Promise<void>)[] = [];
  const clock: Clock = {
    ...systemClock,
    every(_intervalMs, task) {
      again.push(task);
      return async () => {};
    },
  };
  return { again, clock };
}
const ids = Array.from({ length: 300 }, (_, i) => `article:${i}`);

afterAll(async () => {
  for (const redis of [shared, mine]) if (!("missing" in redis)) await redis.close();
});

describe.skipIf("missing" in shared)("over a Redis", () => {
  jobQueueContract("BullMQ", async () => {
    if ("missing" in shared) throw new Error(shared.missing);
    const prefix = `policydesk-test-${randomUUID()}`;
    return {
      clock: systemClock,
      open: (log, options = {}) =>
        createBullmqQueue({ url: shared.url, prefix, ...options }, { log, clock: systemClock }),
      pass: (byMs) => passed(byMs),
    };
  });
});

interface Opened extends Recorder {
  readonly queue: JobQueue;
  readonly handled: string[];
}

const opened: JobQueue[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.stop()));
});

function open(options: BullmqQueueOptions, clock: Clock = systemClock): Opened {
  const { log, lines } = recorder();
  const queue = createBullmqQueue(options, { log, clock });
  opened.push(queue);
  return { queue, lines, log, handled: [] };
}

/** What libraries print past the log, until the test ends. */
function printing(): string[] {
  const printed: string[] = [];
  for (const method of ["log", "warn", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((...what) => void printed.push(what.map(String).join(" ")));
  }
  return printed;
}
afterEach(() => {
  vi.restoreAllMocks();
});

/** Begins with a handler of the job "task" that writes down what it handled. */
async function handle({ queue, handled }: Opened, handler: (id: string) => Promise<unknown> = async () => {}) {
  await queue.start(
    new Map([
      [
        "task",
        async (id) => {
          handled.push(id);
          await handler(id);
        },
      ],
    ]),
  );
}

/** Adds one after the other until one was handled, as the store's sweep does. */
async function addUntilHandled({ queue }: Opened, by: readonly Opened[], prefix: string): Promise<void> {
  for (let i = 0; !by.some(({ handled }) => handled.some((id) => id.startsWith(prefix))); i++) {
    await queue.add("task", `${prefix}${i}`);
    await passed(20);
  }
}

describe.skipIf("missing" in mine)("a queue over a Redis of its own", () => {
  const redis = mine as OwnRedis;
  beforeEach(async () => {
    await redis.start();
    await redis.flush();
  });
  const here = (clock?: Clock) => open({ url: redis.url }, clock);

  it("is shared by those who handle the same jobs; each is handled by one", async () => {
    const both = [here(), here()] as const;
    const bothBegan = () => both.every(({ handled }) => handled.length > 0);
    for (const one of both) await handle(one, () => until(bothBegan));
    await Promise.all(ids.map((id, i) => both[i % 2]?.queue.add("task", id)));
    await until(() => both[0].handled.length + both[1].handled.length >= ids.length);
    expect([...both[0].handled, ...both[1].handled].toSorted()).toEqual(ids.toSorted());
  });

  it("loses nothing where one of two stops midway", async () => {
    const both = [here(), here()] as const;
    await handle(both[0], () => until(() => both[1].handled.length > 10));
    await handle(both[1]);
    await Promise.all(ids.map((id) => both[0].queue.add("task", id)));
    await until(() => both[1].handled.length > 10);
    await both[1].queue.stop();
    const handledByStopped = both[1].handled.length;
    await until(() => both[0].handled.length + both[1].handled.length >= ids.length);
    expect([...both[0].handled, ...both[1].handled].toSorted()).toEqual(ids.toSorted());
    expect(both[1].handled.length).toBe(handledByStopped);
  });

  it("handles what was left by one that stopped, and what was put off there", async () => {
    const first = here();
    await first.queue.add("task", "waiting");
    await first.queue.add("task", "put off", { notBeforeMs: Date.now() + 300 });
    await first.queue.stop();
    const second = here();
    await handle(second);
    await until(() => second.handled.length >= 2);
    expect(second.handled.toSorted()).toEqual(["put off", "waiting"]);
  });

  it("leaves jobs to those who know their name", async () => {
    const [old, young] = [here(), here()];
    await handle(old);
    await old.queue.add("new", "1");
    await old.queue.add("task", "1");
    await until(() => old.handled.length >= 1);
    const handled: string[] = [];
    await young.queue.start(new Map([["new", async (id) => void handled.push(id)]]));
    await until(() => handled.length >= 1);
    expect([old.handled, handled]).toEqual([["1"], ["1"]]);
  });

  it("runs what is due again in one process each time, and goes on where that one stops", async () => {
    const intervalMs = 200;
    const both = [here(), here()] as const;
    const beganMs = Date.now();
    for (const { queue } of both) await queue.every("task", intervalMs);
    for (const one of both) await handle(one);
    const runs = () => both[0].handled.length + both[1].handled.length;
    await until(() => runs() >= 5);
    // The fifth is due four intervals after the first; were both to run each time, it would come after two.
    expect(Date.now() - beganMs).toBeGreaterThanOrEqual(4 * intervalMs - 50);
    await both[0].queue.stop();
    const before = both[1].handled.length;
    await until(() => both[1].handled.length >= before + 2);
  });

  it("takes jobs from processes that handle none, also after Redis was away", async () => {
    const [adder, worker] = [here(), here()];
    await handle(worker);
    await adder.queue.add("task", "now");
    await adder.queue.add("task", "put off", { notBeforeMs: Date.now() + 100 });
    await until(() => worker.handled.length >= 2);
    await redis.stop();
    await until(() => adder.lines.length > 0);
    await redis.start();
    await addUntilHandled(adder, [worker], "after");
    await adder.queue.stop();
    await worker.queue.add("task", "still there");
    await until(() => worker.handled.includes("still there"));
    expect(adder.handled).toEqual([]);
    expect(worker.handled.slice(0, 2)).toEqual(["now", "put off"]);
  });

  it("runs what is due again once, however often processes say that it is", async () => {
    const { again, clock } = toldAgain();
    const workers = [here(clock), here(clock), here(clock)];
    for (const one of workers) {
      await one.queue.every("task", 3_600_000);
      await handle(one);
    }
    for (let i = 0; i < 5; i++) await Promise.all(again.map((task) => task()));
    const handled = () => workers.flatMap((one) => one.handled);
    await workers[0]?.queue.add("task", "last");
    await until(() => handled().includes("last") && handled().includes("every"));
    await Promise.all(workers.map(({ queue }) => queue.stop()));
    expect(handled().toSorted()).toEqual(["every", "last"]);
  });

  it("keeps nothing of what is done, and no text of ids in its keys", async () => {
    const one = here();
    await handle(one);
    for (const id of ids.slice(0, 20)) await one.queue.add("task", id);
    await one.queue.add("task", "secret", { notBeforeMs: Date.now() + 3_600_000 });
    await one.queue.add("task", "secret");
    await until(() => one.handled.length >= 21);
    await one.queue.stop();
    const keys = (await redis.command("keys", "*")) as string[];
    const left = keys.map((key) => key.replace(/^policydesk:task:/, "")).toSorted();
    // "marker" wakes workers that wait, and stays where all work was taken before anybody did.
    expect(left.filter((key) => key !== "marker")).toEqual(["events", "id", "meta", "stalled-check"]);
  });

  it.each([
    "SIGTERM",
    "SIGKILL",
  ] as const)("goes on when Redis comes back after %s, and says both once", async (signal) => {
    const one = here();
    await handle(one, () => passed(1));
    await addUntilHandled(one, [one], "before");
    await redis.stop(signal);
    await until(() => one.lines.length > 0);
    await passed(500);
    await redis.start();
    await addUntilHandled(one, [one], "after");
    expect(one.lines.filter((line) => !line.startsWith("debug"))).toEqual([
      // A reset where something it had not read was under way.
      expect.stringMatching(/^warn Redis cannot be used; .*"(the connection ended|read ECONNRESET)"/),
      "info Redis can be used again. {}",
    ]);
  });

  it("goes on when Redis was emptied under what runs", async () => {
    const one = here();
    const first = gate();
    await handle(one, (id) => (id === "running" ? first.opened : passed(1)));
    await one.queue.add("task", "running");
    await until(() => one.handled.includes("running"));
    for (const id of ids) await one.queue.add("task", id);
    await redis.flush();
    first.open();
    await addUntilHandled(one, [one], "after");
    await one.queue.add("task", "running");
    await until(() => one.handled.filter((id) => id === "running").length === 2);
    expect(one.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("sets its schedules again, in case Redis was emptied", async () => {
    const { again, clock } = toldAgain();
    const one = here(clock);
    await one.queue.every("task", 100);
    await handle(one);
    await until(() => one.handled.length >= 2);
    await redis.flush();
    const before = one.handled.length;
    await Promise.all(again.map((task) => task()));
    await until(() => one.handled.length >= before + 3);
  });

  it.each([
    "kept what it had",
    "lost it",
  ])("runs what is due again and again at once when Redis is back and %s", async (fate) => {
    const one = here(hasty(200));
    await one.queue.every("task", 3_600_000);
    await handle(one);
    // The schedule's own first run.
    await until(() => one.handled.length >= 1);
    if (fate === "lost it") await redis.flush();
    await redis.stop();
    await until(() => one.lines.length > 0);
    await one.queue.add("task", "dropped");
    await redis.start();
    await until(() => one.handled.length >= 2);
    expect(new Set(one.handled)).toEqual(new Set(["every"]));
  });

  it("begins when Redis is there, where it was not", async () => {
    await redis.stop();
    const one = here(hasty(500));
    await one.queue.every("task", 60_000);
    await one.queue.add("task", "lost");
    await handle(one);
    expect(one.handled).toEqual([]);
    await redis.start();
    await addUntilHandled(one, [one], "after");
    const [lost, back, ...more] = one.lines.filter((line) => !line.startsWith("debug"));
    expect(lost).toMatch(/^warn Redis cannot be used; .*ECONNREFUSED/);
    expect(back).toBe("info Redis can be used again. {}");
    expect(more).toEqual([]);
  });

  it("adds what it can while Redis is silent, says so, and goes on", async () => {
    const one = here(hasty(1_000));
    await handle(one);
    await addUntilHandled(one, [one], "before");
    await redis.command("client", "pause", "4000", "all");
    await one.queue.add("task", "silence");
    await until(() => one.lines.some((line) => line.startsWith("warn Redis cannot be used")));
    await one.queue.add("task", "silence");
    await addUntilHandled(one, [one], "after");
    expect(one.lines.filter((line) => /^(warn|error)/.test(line))).toHaveLength(1);
  });

  it("stops while Redis is away, when what is under way is done", async () => {
    const one = here();
    const first = gate();
    const order: string[] = [];
    await handle(one, async () => {
      await first.opened;
      order.push("handled");
    });
    await one.queue.every("task", 60_000);
    await until(() => one.handled.length === 1);
    await redis.stop();
    const stopped = one.queue.stop().then(() => order.push("stopped"));
    await passed(50);
    expect(order).toEqual([]);
    first.open();
    await stopped;
    expect(order).toEqual(["handled", "stopped"]);
  });

  it("does not wait for ever for what is under way, and says what it left", async () => {
    const one = here(hasty(500));
    const never = gate();
    await handle(one, () => never.opened);
    await one.queue.add("task", "endless");
    await until(() => one.handled.length === 1);
    await one.queue.stop();
    expect(one.lines).toEqual(['warn Jobs were still under way when the queue stopped. {"jobs":1}']);
    never.open();
  });

  it("stops within ten seconds with jobs in hand, also where Redis says nothing more", async () => {
    let waitedMs = 0;
    let stopping = false;
    const clock: Clock = {
      ...systemClock,
      sleep(delayMs) {
        if (stopping) waitedMs += delayMs;
        return systemClock.sleep(Math.min(delayMs, 300));
      },
    };
    const one = here(clock);
    const never = gate();
    await one.queue.every("else", 60_000);
    await handle(one, () => never.opened);
    for (const id of ids.slice(0, 20)) await one.queue.add("task", id);
    await until(() => one.handled.length >= 4);
    await redis.command("client", "pause", "5000", "all");
    stopping = true;
    await one.queue.stop();
    expect(waitedMs).toBeLessThanOrEqual(10_000);
    never.open();
  });

  it("leaves what it had in hand to another one", async () => {
    const [one, other] = [here(hasty(300)), here()];
    const never = gate();
    await handle(one, () => never.opened);
    await one.queue.add("task", "in hand");
    await until(() => one.handled.length === 1);
    await one.queue.stop();
    await handle(other);
    // The store's sweep adds it again; where it does not, BullMQ gives it to another one when its lock has ended.
    await until(() => other.handled.includes("in hand"));
    never.open();
  });

  it("alone warns, and once, where Redis may throw jobs away, and works", async () => {
    await redis.command("config", "set", "maxmemory-policy", "allkeys-lru");
    const printed = printing();
    const one = here();
    await handle(one);
    await one.queue.add("task", "a");
    await one.queue.add("task", "b", { notBeforeMs: Date.now() + 100 });
    await until(() => one.handled.length >= 2);
    await redis.command("client", "kill", "type", "normal");
    await until(() => one.lines.some((line) => line.includes("again")));
    await addUntilHandled(one, [one], "after");
    await redis.command("config", "set", "maxmemory-policy", "noeviction");
    expect(one.lines.filter((line) => line.includes("noeviction"))).toEqual([
      'warn Redis may throw jobs away when its memory is full; its maxmemory-policy should be "noeviction". {"policy":"allkeys-lru"}',
    ]);
    expect(printed).toEqual([]);
  });

  it("says once what Redis refuses", async () => {
    const one = here();
    await handle(one);
    await addUntilHandled(one, [one], "before");
    await redis.command("config", "set", "min-replicas-to-write", "1");
    for (const id of ["a", "b", "c"]) await one.queue.add("task", id);
    await redis.command("config", "set", "min-replicas-to-write", "0");
    await addUntilHandled(one, [one], "after");
    const warnings = one.lines.filter((line) => line.startsWith("warn"));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("NOREPLICAS");
  });
});

describe("a queue without a Redis it could use", () => {
  it("takes jobs, begins and stops, and says so once", async () => {
    const one = open({ url: nowhere }, hasty(100));
    await one.queue.every("task", 10);
    await one.queue.add("task", "a");
    await one.queue.add("task", "a", { notBeforeMs: Date.now() + 10 });
    await handle(one);
    await passed(300);
    await Promise.all([one.queue.stop(), one.queue.stop()]);
    await one.queue.add("task", "b");
    expect(one.lines.filter((line) => !line.startsWith("debug"))).toEqual([
      'warn Redis cannot be used; until it can, jobs wait in the store. {"reason":"connect ECONNREFUSED 127.0.0.1:1"}',
    ]);
  });

  it("stops at once, where it never began", async () => {
    const one = open({ url: nowhere });
    await one.queue.stop();
    expect(one.lines.filter((line) => !line.startsWith("warn"))).toEqual([]);
  });

  it("says what is wrong with a Redis that is too old, and does not begin", async () => {
    const older = await olderRedis("6.0.16");
    const one = open({ url: older.url });
    const problem = "Redis 6.2 or newer is needed; this one is 6.0.16.";
    await expect(handle(one)).rejects.toThrow(problem);
    await one.queue.add("task", "a");
    await one.queue.stop();
    expect(one.lines[0]).toBe(
      `warn Redis cannot be used; until it can, jobs wait in the store. {"reason":"${problem}"}`,
    );
    await older.close();
  });

  it.each([
    "",
    "hunter22",
    "http://:hunter22@127.0.0.1:6379",
    "redis://",
    "redis://:hunter22@:6379",
    "redis://:hun%ZZter22@127.0.0.1",
    "redis://user:12/hunter22@127.0.0.1:6379",
    "redis://127.0.0.1:hunter22",
  ])("refuses %j as an address without repeating it", (url) => {
    const { log, lines } = recorder();
    let message = "";
    try {
      createBullmqQueue({ url }, { log, clock: systemClock });
    } catch (error) {
      message = (error as Error).stack ?? "";
    }
    expect(message).toMatch(/^Error: The address of Redis must look like/);
    expect(message).not.toContain("hunter22");
    expect(lines).toEqual([]);
  });
});

describe.skipIf("missing" in mine)("a queue over a Redis with a password", () => {
  const password = "hunter22/:@ 가";
  it("uses it and never shows it, nor a wrong one", async () => {
    const redis = await ownRedis({ password });
    if ("missing" in redis) throw new Error(redis.missing);
    const printed = printing();
    const right = open({ url: redis.url }, hasty(1_000));
    await handle(right);
    await addUntilHandled(right, [right], "before");
    const wrongUrl = redis.url.replace("hunter22", "hunter23");
    const wrong = open({ url: wrongUrl }, hasty(500));
    await wrong.queue.add("task", "a");
    await handle(wrong);
    const none = open({ url: `redis://127.0.0.1:${redis.port}` }, hasty(500));
    await none.queue.add("task", "a");
    await redis.stop();
    await right.queue.add("task", "b");
    await redis.start();
    await addUntilHandled(right, [right], "after");
    for (const { queue } of [right, wrong, none]) await queue.stop();
    await redis.close();

    const said = [right, wrong, none].map(({ lines }) => lines.filter((line) => line.startsWith("warn")));
    expect(said[0]).toHaveLength(1);
    expect(said[1]?.[0]).toContain("WRONGPASS");
    expect(said[2]?.[0]).toContain("NOAUTH");
    const everything = [...said.flat(), ...right.lines, ...wrong.lines, ...none.lines, ...printed].join("\n");
    expect(everything).not.toMatch(/hunter2|%ea%b0%80|가/i);
    expect(printed).toEqual([]);
  });
});
