import type { Clock } from "../../src/ports/runtime.ts";

/** A person waits no longer than this for Slack's patience. */
const LONGEST_WAIT_SECONDS = 10;
const MOST_WAITS = 3;
const TOO_MANY = 429;

/** `fetch` that waits where Slack asks for a short pause; a longer one comes back as the answer it is. */
export function patientFetch(clock: Clock): typeof fetch {
  return async (input, init) => {
    for (let waits = 0; ; waits += 1) {
      const response = await fetch(input, init);
      const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
      if (response.status !== TOO_MANY || waits === MOST_WAITS || !(seconds <= LONGEST_WAIT_SECONDS)) return response;
      await response.body?.cancel();
      await clock.sleep(seconds * 1000);
    }
  };
}
