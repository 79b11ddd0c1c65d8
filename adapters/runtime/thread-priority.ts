import { constants, getPriority, setPriority } from "node:os";

/**
 * Lets the process's other threads go first where they want the processor too. Only Linux counts a thread's priority by
 * itself: elsewhere, where the system refuses, and where the whole process gives way further, nothing happens.
 */
export function giveWayToOtherThreads(): void {
  if (process.platform !== "linux") return;
  try {
    // A larger number is a lower priority.
    setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // Packing is as fast or slow as before.
  }
}
