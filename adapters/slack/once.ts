import type { SlackDesk } from "./slack-desk.ts";

/** True for the first of those who do the same within the time, or a little more than it; in whatever process. */
export async function onceWithin({ desk, clock }: SlackDesk, key: string, withinMs: number): Promise<boolean> {
  const slot = Math.floor(clock.now() / withinMs);
  const mine = await desk.events.claim({ key: `slack:once:${key}:${slot}`, payload: null });
  // The time goes on into the next slot, which nobody gets who comes then.
  if (mine) await desk.events.claim({ key: `slack:once:${key}:${slot + 1}`, payload: null });
  return mine;
}
