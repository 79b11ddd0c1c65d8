import type { Logger as BoltLogger } from "@slack/bolt";
import { webApi } from "@slack/bolt";
import { plainClientOptions } from "./client-options.ts";

const TOO_MANY = 429;
/** Where Slack does not say how long. */
const USUAL_WAIT_SECONDS = "30";
const MOST_KEPT = 200;

/** Clients that ask once: what is repeated, and when, is decided elsewhere. */
export function alertClients(apiUrl: string | null, logger: BoltLogger): (token: string) => webApi.WebClient {
  const options = {
    ...plainClientOptions(apiUrl, logger),
    fetch: saysHowLong,
    retryConfig: { retries: 0 },
    // What waited in the client would not be bounded by its timeout.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
  };
  const clients = new Map<string, webApi.WebClient>();
  return (token) => {
    const known = clients.get(token);
    if (known) return known;
    if (clients.size >= MOST_KEPT) clients.clear();
    const client = new webApi.WebClient(token, options);
    clients.set(token, client);
    return client;
  };
}

/** The SDK makes an unknown failure of a 429 without a time. */
const saysHowLong: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status !== TOO_MANY || Number(response.headers.get("retry-after")) > 0) return response;
  return new Response(null, { status: TOO_MANY, headers: { "retry-after": USUAL_WAIT_SECONDS } });
};
