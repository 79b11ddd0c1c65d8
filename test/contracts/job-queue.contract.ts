import { setTimeout as passed } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { JobHandler, JobQueue } from "../../src/ports/job-queue.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";

const HOUR_MS = 3_600_000;

export interface QueueOptions {
  readonly concurrency?: number;
}

/** Where jobs of one test are. */
export interface JobRoom {
  readonly clock: Clock;
  /** A queue on these jobs; where the room is shared, every call gives another one on the same jobs. */
  open(log: Logger, options?: QueueOptions): JobQueue;
  /** Lets `clock` go on by so much. */
  pass(byMs: number): Promise<void>;
}

/** Waits for what must come; the test's own limit ends it where it does not. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await passed(5);
}

export interface Recorder {
  readonly log: Logger;
  /** Every line with its facts, errors with all that they carry. */
  readonly lines: string[];
}

export function recorder(): Recorder {
  const lines: string[] = [];
  const note =
    (level: string) =>
    (message: string, facts: unknown = {}) =>
      void lines.push(`${level} ${message} ${JSON.stringify(facts)}`);
  const log: Logger = {
    debug: note("debug"),
    info: note("info"),
    warn: note("warn"),
    error: (message, thrown, facts) =>
      void lines.push(
        `error ${message} ${thrown instanceof Error ? thrown.stack : ""} ${JSON.stringify([thrown, facts])}`,
      ),
  };
  return { log, lines };
}

export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

const idsOf = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const oddIds = [
  ...["article:news/1#2", "a:b", "a/b", "대만 정책(2기): 관세 25%", "", " ", "every", "__proto__", "1", "0", "*"],
  ...["{a}", "\u0000", "한\r\n글", "😀", "a".repeat(500), `${"가".repeat(499)}나`, `${"가".repeat(499)}다`],
];

/** What every queue does. */
export function jobQueueContract(name: string, enter: () => Promise<JobRoom>): void {
  describe(`JobQueue: ${name}`, () => {
    const opened: JobQueue[] = [];
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((queue) => queue.stop()));
    });

    async function open(options: QueueOptions = {}) {
      const room = await enter();
      const { log, lines } = recorder();
      const queue = room.open(log, options);
      opened.push(queue);
      return { queue, lines, room, clock: room.clock };
    }

    /** Begins with a handler that writes down what it handled. */
    async function handling(
      queue: JobQueue,
      names: readonly string[] = ["task"],
      handler: JobHandler = async () => {},
    ) {
      const handled: string[] = [];
      const note =
        (task: string): JobHandler =>
        async (id) => {
          handled.push(names.length > 1 ? `${task} ${id}` : id);
          await handler(id);
        };
      await queue.start(new Map(names.map((task) => [task, note(task)])));
      return handled;
    }

    it("handles what was added before and after it began", async () => {
      const { queue, lines } = await open();
      await queue.add("task", "before");
      const handled = await handling(queue);
      await queue.add("task", "after");
      await until(() => handled.length >= 2);
      expect(handled.toSorted()).toEqual(["after", "before"]);
      expect(lines).toEqual([]);
    });

    it("adds nothing to an id that waits, and adds it again when it was handled", async () => {
      const { queue } = await open({ concurrency: 1 });
      for (const id of ["a", "b", "a", "a", "b"]) await queue.add("task", id);
      const handled = await handling(queue);
      await until(() => handled.length >= 2);
      await queue.add("task", "a");
      await until(() => handled.length >= 3);
      await queue.add("task", "last");
      await until(() => handled.includes("last"));
      expect(handled).toEqual(["a", "b", "a", "last"]);
    });

    it("tells ids of different names apart", async () => {
      const { queue } = await open();
      const names = ["deliver-alert", "publish-article", "한글: 이름/1"];
      for (const task of names) for (const id of ["1", "2"]) await queue.add(task, id);
      const handled = await handling(queue, names);
      await until(() => handled.length >= 6);
      expect(handled.toSorted()).toEqual(names.flatMap((task) => [`${task} 1`, `${task} 2`]).toSorted());
    });

    it("keeps a job whose name nobody handles, and handles the others", async () => {
      const { queue, lines } = await open();
      await queue.add("unknown", "1");
      await queue.add("task", "1");
      const handled = await handling(queue);
      await until(() => handled.length >= 1);
      expect(handled).toEqual(["1"]);
      expect(lines).toEqual([]);
    });

    it("runs what is added while it runs once more, afterwards, however often it was added", async () => {
      const { queue } = await open({ concurrency: 3 });
      const first = gate();
      let running = 0;
      let most = 0;
      const handled = await handling(queue, ["task"], async (id) => {
        if (id !== "a") return;
        most = Math.max(most, ++running);
        await first.opened;
        await passed(20);
        running--;
      });
      await queue.add("task", "a");
      await until(() => running === 1);
      for (let i = 0; i < 3; i++) await queue.add("task", "a");
      await queue.add("task", "other");
      await until(() => handled.includes("other"));
      expect(handled).toEqual(["a", "other"]);
      first.open();
      await until(() => handled.length >= 3 && running === 0);
      await queue.add("task", "last");
      await until(() => handled.includes("last"));
      expect(handled).toEqual(["a", "other", "a", "last"]);
      expect(most).toBe(1);
    });

    it("can be given a job by the handler of the same job", async () => {
      const { queue } = await open();
      let left = 5;
      const handled = await handling(queue, ["task"], async (id) => {
        if (left-- > 0) await queue.add("task", id);
      });
      await queue.add("task", "a");
      await until(() => handled.length >= 6);
      await queue.add("task", "last");
      await until(() => handled.includes("last"));
      expect(handled).toEqual([..."aaaaaa", "last"]);
    });

    it("runs nothing before its time", async () => {
      const { queue, clock, room } = await open();
      const ranAt = new Map<string, number>();
      const handled = await handling(queue, ["task"], async (id) => void ranAt.set(id, clock.now()));
      const startMs = clock.now();
      for (const delayMs of [700, 300, 500]) {
        await queue.add("task", `${delayMs}`, { notBeforeMs: startMs + delayMs });
      }
      await queue.add("task", "past", { notBeforeMs: startMs - HOUR_MS });
      await queue.add("task", "epoch", { notBeforeMs: 0 });
      for (let i = 0; i < 7; i++) await room.pass(100);
      await until(() => handled.length >= 5);
      expect(handled.toSorted()).toEqual(["300", "500", "700", "epoch", "past"]);
      for (const delayMs of [300, 500, 700]) {
        expect(ranAt.get(`${delayMs}`)).toBeGreaterThanOrEqual(startMs + delayMs);
      }
    });

    it("hurries up a job that was put off, and runs it once", async () => {
      const { queue, clock, room } = await open();
      const inAnHour = { notBeforeMs: clock.now() + HOUR_MS };
      await queue.add("task", "a", inAnHour);
      await queue.add("task", "a");
      await queue.add("task", "a", inAnHour);
      await queue.add("task", "a");
      const handled = await handling(queue);
      await until(() => handled.length >= 1);
      await queue.add("task", "last");
      await until(() => handled.includes("last"));
      await room.pass(200);
      expect(handled).toEqual(["a", "last"]);
    });

    it("takes the sooner one of two times, in whatever order they come", async () => {
      const { queue, clock, room } = await open();
      const handled = await handling(queue);
      const soonMs = clock.now() + 400;
      const later = { notBeforeMs: soonMs + HOUR_MS };
      await queue.add("task", "sooner first", { notBeforeMs: soonMs });
      await queue.add("task", "sooner first", later);
      await queue.add("task", "sooner last", later);
      await queue.add("task", "sooner last", { notBeforeMs: soonMs });
      await queue.add("task", "sooner between", later);
      await queue.add("task", "sooner between", { notBeforeMs: soonMs });
      await queue.add("task", "sooner between", later);
      await room.pass(400);
      await until(() => handled.length >= 3);
      expect(clock.now()).toBeGreaterThanOrEqual(soonMs);
      expect(handled.toSorted()).toEqual(["sooner between", "sooner first", "sooner last"]);
    });

    it("runs a job that runs again at once, also where it was put off before and after", async () => {
      const { queue, clock } = await open();
      const first = gate();
      const handled = await handling(queue, ["task"], () => first.opened);
      await queue.add("task", "a");
      await until(() => handled.length >= 1);
      const inAnHour = { notBeforeMs: clock.now() + HOUR_MS };
      await queue.add("task", "a", inAnHour);
      await queue.add("task", "a");
      await queue.add("task", "a", inAnHour);
      first.open();
      await until(() => handled.length >= 2);
      expect(handled).toEqual(["a", "a"]);
    });

    it("runs a job that runs again at its time, where it was put off meanwhile", async () => {
      const { queue, clock, room } = await open();
      const first = gate();
      const handled = await handling(queue, ["task"], () => first.opened);
      await queue.add("task", "a");
      await until(() => handled.length >= 1);
      await queue.add("task", "a", { notBeforeMs: clock.now() + 300 });
      await room.pass(300);
      first.open();
      await until(() => handled.length >= 2);
      expect(handled).toEqual(["a", "a"]);
    });

    it("runs as many of a name at once as it may, and no more", async () => {
      const { queue } = await open({ concurrency: 3 });
      let running = 0;
      let most = 0;
      const first = gate();
      const handled = await handling(queue, ["task"], async () => {
        most = Math.max(most, ++running);
        await first.opened;
        await passed(1);
        running--;
      });
      await Promise.all(idsOf("", 20).map((id) => queue.add("task", id)));
      await until(() => running === 3);
      first.open();
      await until(() => handled.length >= 20 && running === 0);
      expect(most).toBe(3);
    });

    it("runs as many of a name at once as it is told when it begins", async () => {
      const { queue } = await open({ concurrency: 1 });
      let [running, most] = [0, 0];
      const first = gate();
      const handler = async () => {
        most = Math.max(most, ++running);
        await first.opened;
        await passed(1);
        running--;
      };
      await Promise.all(idsOf("", 20).map((id) => queue.add("task", id)));
      await queue.start(new Map([["task", handler]]), new Map([["task", 5]]));
      await until(() => running === 5);
      first.open();
      await until(() => running === 0);
      expect(most).toBe(5);
    });

    it.each([
      ["fails", () => Promise.reject(new Error("no such article"))],
      [
        "throws",
        () => {
          throw new Error("no such article");
        },
      ],
    ] satisfies [
      string,
      () => Promise<void>,
    ][])("goes on where a handler %s, says so, and can be given the job again", async (_name, fail) => {
      const { queue, lines } = await open({ concurrency: 1 });
      let broken = true;
      const handled = await handling(queue, ["task"], (id) => (broken && id === "bad" ? fail() : Promise.resolve()));
      await queue.add("task", "bad");
      await queue.add("task", "good");
      await until(() => handled.length >= 2 && lines.length >= 1);
      broken = false;
      await queue.add("task", "bad");
      await until(() => handled.length >= 3);
      expect(handled).toEqual(["bad", "good", "bad"]);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^error A job failed\. Error: no such article\n {4}at .*"job":"task","id":"bad"/s);
    });

    it("runs what is due again and again, again and again", async () => {
      const { queue, room } = await open();
      await queue.every("sweep", 250);
      await queue.every("other", 100);
      const handled = await handling(queue, ["sweep", "other"]);
      while (handled.filter((job) => job === "sweep every").length < 4) await room.pass(50);
      expect(new Set(handled)).toEqual(new Set(["sweep every", "other every"]));
    });

    it("never runs what is due again while it runs", async () => {
      const { queue, room } = await open();
      let running = 0;
      let most = 0;
      const first = gate();
      await queue.every("sweep", 100);
      const handled = await handling(queue, ["sweep"], async () => {
        most = Math.max(most, ++running);
        await first.opened;
        running--;
      });
      await until(() => running === 1);
      for (let i = 0; i < 10; i++) await room.pass(50);
      expect(handled).toHaveLength(1);
      first.open();
      while (handled.length < 3) await room.pass(50);
      expect(most).toBe(1);
    });

    it("stops when what is under way is done, and takes nothing new", async () => {
      const { queue } = await open({ concurrency: 1 });
      const first = gate();
      const order: string[] = [];
      const handled = await handling(queue, ["task"], async (id) => {
        await first.opened;
        await passed(10);
        order.push(`handled ${id}`);
      });
      await queue.add("task", "under way");
      await until(() => handled.length === 1);
      await queue.add("task", "waiting");
      const stopped = queue.stop().then(() => order.push("stopped"));
      await passed(30);
      expect(order).toEqual([]);
      first.open();
      await stopped;
      await queue.add("task", "too late");
      await passed(30);
      expect(order).toEqual(["handled under way", "stopped"]);
      expect(handled).toEqual(["under way"]);
    });

    it("stops twice, at once and later, and where it never began", async () => {
      const { queue, room } = await open();
      await queue.every("sweep", 10);
      await queue.add("task", "a");
      await queue.add("task", "b", { notBeforeMs: room.clock.now() + HOUR_MS });
      await Promise.all([queue.stop(), queue.stop()]);
      await queue.stop();
      const handled = await handling(queue, ["task", "sweep"]);
      await queue.every("sweep", 10);
      await queue.add("task", "c");
      await room.pass(50);
      expect(handled).toEqual([]);
    });

    it("takes ids of any kind", async () => {
      const { queue } = await open();
      const handled = await handling(queue);
      await Promise.all(oddIds.map((id) => queue.add("task", id)));
      for (const id of oddIds) await queue.add("task", id, { notBeforeMs: 1 });
      await until(() => new Set(handled).size === oddIds.length);
      expect(new Set(handled)).toEqual(new Set(oddIds));
    });

    it("handles each of a thousand jobs", async () => {
      const { queue, lines } = await open();
      const ids = idsOf("article:", 1000);
      const handled = await handling(queue, ["task"], () => passed(0));
      await Promise.all(ids.flatMap((id) => [queue.add("task", id), queue.add("task", id)]));
      await until(() => new Set(handled).size === 1000);
      expect(new Set(handled)).toEqual(new Set(ids));
      expect(lines).toEqual([]);
    });
  });
}
