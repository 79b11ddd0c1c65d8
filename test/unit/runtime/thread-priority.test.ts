import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { createPackingThread } from "../../../adapters/runtime/packing-thread.ts";

const TASKS = "/proc/self/task";
/** Of what follows a thread's name in its `stat` (proc(5)). */
const NICE = 16;

/** The nice value of each thread of this process. */
function niceOfThreads(): Map<number, number> {
  return new Map(
    readdirSync(TASKS).flatMap((task) => {
      const stat = statOf(task);
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return stat === "" ? [] : [[Number(task), Number(fields[NICE])]];
    }),
  );
}

/** Empty where the thread has ended meanwhile. */
function statOf(task: string): string {
  try {
    return readFileSync(join(TASKS, task, "stat"), "utf8");
  } catch {
    return "";
  }
}

it.runIf(process.platform === "linux")("only the thread that packs gives way to others", async () => {
  const before = niceOfThreads();
  const thread = createPackingThread(join(import.meta.dirname, "../../../src/index-thread.ts"), []);
  await thread.pack([], { sources: [], path: null });
  const fresh = [...niceOfThreads()].filter(([task]) => !before.has(task));
  expect(fresh.map(([, nice]) => nice)).toContain(constants.priority.PRIORITY_BELOW_NORMAL);
  for (const [task, nice] of before) expect(niceOfThreads().get(task) ?? nice).toBe(nice);
  await thread.stop();
});

it.runIf(process.platform === "linux")("a process that gives way further stays where it is", () => {
  const url = pathToFileURL(join(import.meta.dirname, "../../../adapters/runtime/thread-priority.ts")).href;
  const script = `
    import { getPriority } from "node:os";
    import { giveWayToOtherThreads } from ${JSON.stringify(url)};
    const before = getPriority();
    giveWayToOtherThreads();
    console.log(JSON.stringify([before, getPriority()]));
  `;
  const nice = ["-n", "15", process.execPath, "--input-type=module", "--eval", script];
  const [before, after] = JSON.parse(execFileSync("nice", nice, { encoding: "utf8" })) as [number, number];
  expect(before).toBeGreaterThanOrEqual(15);
  expect(after).toBe(before);
});
