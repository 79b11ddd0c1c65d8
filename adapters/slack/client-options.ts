import type { Logger as BoltLogger, webApi } from "@slack/bolt";
import { LogLevel } from "@slack/bolt";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { patientFetch } from "./patient-fetch.ts";

const REQUEST_TIMEOUT_MS = 10_000;
const RETRIES = { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 2000 };

/** How Slack's API is called: retries are few, for somebody waits. */
export function clientOptions(apiUrl: string | null, clock: Clock, logger: BoltLogger): webApi.WebClientOptions {
  return { ...plainClientOptions(apiUrl, logger), fetch: patientFetch(clock), retryConfig: RETRIES };
}

/** What holds for every call, whoever waits for it. */
export function plainClientOptions(apiUrl: string | null, logger: BoltLogger): webApi.WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: `${apiUrl}/` }),
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT_MS,
    logger,
  };
}

/** Where a browser goes to install the app: beside the API, also where that is a proxy. */
export function authorizationUrl(apiUrl: string | null): string {
  return new URL("../oauth/v2/authorize", `${apiUrl ?? "https://slack.com/api"}/`).href;
}

/**
 * Bolt writes payloads and answers at its debug level: none of that gets into our log. What else it says is for
 * debugging, since whatever an operator must know is said by us; `heard` gets its warnings.
 */
export function boltLogger(log: Logger, heard: (warning: string) => void = () => {}): BoltLogger {
  const say = (...words: unknown[]) => log.debug(`Bolt: ${words.filter((word) => typeof word === "string").join(" ")}`);
  return {
    debug() {},
    info() {},
    warn(...words) {
      heard(String(words[0]));
      say(...words);
    },
    error: say,
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
