import PQueue from "p-queue";
import type { JobHandler, JobQueue } from "../../src/ports/job-queue.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { within } from "./within.ts";

const CONCURRENCY = 4;
/** How long what is under way may take after `stop`. */
const STOP_MS = 10_000;
/** Node's timers end at 24.8 days. */
const LONGEST_SLEEP_MS = 86_400_000;
const AT_ONCE_MS = Number.NEGATIVE_INFINITY;

interface Runtime {
  readonly clock: Clock;
  readonly log: Logger;
}

interface Waiting {
  dueMs: number;
  inLine: boolean;
}

/**
 * Runs jobs in this process, at most `concurrency` of each name at once. What waits is gone with the process, and what
 * is under way when another job with its id comes is done before that one begins.
 */
export function createInProcessQueue(
  { concurrency = CONCURRENCY }: { readonly concurrency?: number },
  runtime: Runtime,
): JobQueue {
  const { clock, log } = runtime;
  const lines = new Map<string, Line>();
  const endings: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | null = null;

  function lineOf(name: string): Line {
    const known = lines.get(name);
    if (known) return known;
    const line = createLine(name, concurrency, runtime);
    lines.set(name, line);
    return line;
  }

  function add(name: string, id: string, dueMs: number): void {
    if (stopping) log.debug("A job came after the queue had stopped; the store knows of it.", { job: name, id });
    else lineOf(name).add(id, dueMs);
  }

  async function end(): Promise<void> {
    const ended = Promise.all([...endings.map((stop) => stop()), ...[...lines.values()].map((line) => line.end())]);
    if ((await within(clock, STOP_MS, ended)) === "late") {
      log.warn("Jobs were still under way when the queue stopped; the store knows of them.");
    }
  }

  return {
    async add(name, id, { notBeforeMs = AT_ONCE_MS } = {}) {
      add(name, id, notBeforeMs);
    },
    async every(name, intervalMs) {
      if (stopping) return;
      add(name, "every", AT_ONCE_MS);
      endings.push(clock.every(intervalMs, async () => add(name, "every", AT_ONCE_MS)));
    },
    async start(handlers, atOnce) {
      if (stopping) return;
      for (const [name, handler] of handlers) lineOf(name).start(handler, atOnce?.get(name));
    },
    stop() {
      stopping ??= end();
      return stopping;
    },
  };
}

type Line = ReturnType<typeof createLine>;

/** The jobs of one name. */
function createLine(name: string, concurrency: number, { clock, log }: Runtime) {
  const waiting = new Map<string, Waiting>();
  const running = new Set<string>();
  const line = new PQueue({ concurrency, autoStart: false });
  let handle: JobHandler = async () => {};
  let ended = false;

  function enter(id: string): void {
    const job = waiting.get(id);
    if (!job || job.inLine || job.dueMs > clock.now() || running.has(id) || ended) return;
    job.inLine = true;
    // Fails only where the line is cleared.
    line.add(() => run(id)).catch(() => {});
  }

  async function run(id: string): Promise<void> {
    waiting.delete(id);
    running.add(id);
    try {
      await handle(id);
    } catch (thrown) {
      log.error("A job failed.", thrown, { job: name, id });
    }
    running.delete(id);
    enter(id);
  }

  async function enterLater(id: string, job: Waiting): Promise<void> {
    const { dueMs } = job;
    for (let nowMs = clock.now(); nowMs < dueMs; nowMs = clock.now()) {
      await clock.sleep(Math.min(dueMs - nowMs, LONGEST_SLEEP_MS));
      if (ended || waiting.get(id) !== job || job.dueMs !== dueMs) return;
    }
    enter(id);
  }

  return {
    /** Of two times the sooner one holds. */
    add(id: string, dueMs: number): void {
      const known = waiting.get(id);
      if (known && known.dueMs <= dueMs) return;
      const job = known ?? { dueMs, inLine: false };
      job.dueMs = dueMs;
      waiting.set(id, job);
      if (dueMs > clock.now()) void enterLater(id, job);
      else enter(id);
    },
    start(handler: JobHandler, atOnce = concurrency): void {
      handle = handler;
      line.concurrency = atOnce;
      line.start();
    },
    /** Waits for what is under way. */
    async end(): Promise<void> {
      ended = true;
      line.pause();
      line.clear();
      waiting.clear();
      await line.onPendingZero();
    },
  };
}
