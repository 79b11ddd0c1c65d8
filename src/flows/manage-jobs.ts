import type { FailedJob } from "../ports/job-store.ts";
import type { Clock } from "../ports/runtime.ts";
import type { Store } from "../ports/store.ts";
import { PUBLISH_ARTICLE } from "./publish-article.ts";

const MOST_LISTED = 1000;

/** Jobs that went wrong, newest first. */
export function failedJobs(store: Store): Promise<readonly FailedJob[]> {
  return store.failedJobs(MOST_LISTED);
}

/** How many accepted documents no worker has taken up yet; counted up to 1,000. */
export async function waitingDocuments(store: Store, clock: Clock): Promise<number> {
  return (await store.waitingIds(new Date(clock.now()).toISOString(), MOST_LISTED)).length;
}

/** Tries jobs again, with all their attempts before them; a bot that runs takes them up within half a minute. Returns how many. */
export async function retryJobs(ids: readonly string[], store: Store, clock: Clock): Promise<number> {
  const chosen = await chosenJobs(ids, store);
  const nextAt = new Date(clock.now()).toISOString();
  for (const job of chosen) await store.putFailedJob({ ...job, attempts: 0, nextAt });
  return chosen.length;
}

/** Gives jobs up, and what they were to work on. Returns how many. */
export async function dropJobs(ids: readonly string[], store: Store): Promise<number> {
  const chosen = await chosenJobs(ids, store);
  for (const { name, id } of chosen) {
    if (name === PUBLISH_ARTICLE) await store.settle(id);
    await store.clearJob(name, id);
  }
  return chosen.length;
}

async function chosenJobs(ids: readonly string[], store: Store): Promise<readonly FailedJob[]> {
  const wanted = new Set(ids);
  return (await failedJobs(store)).filter(({ id }) => wanted.has(id));
}
