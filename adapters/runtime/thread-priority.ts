import { constants, setPriority } from "node:os";

/**
 * Lets the process's other threads go first where they want the processor too. Only Linux counts a thread's priority by
 * itself: elsewhere, and where the system refuses, nothing happens.
 */
export function giveWayToOtherThreads(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Packing is as fast or slow as before.
  }
}
