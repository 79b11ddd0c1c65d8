import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { createSafeFetch, type SafeFetchOptions } from "../../../adapters/sources/safe-fetch.ts";
import type { Fetched, WebFetch } from "../../../src/ports/web-fetch.ts";
import { type HeldClock, holdClock } from "./held-clock.ts";
import { type LocalServer, serveHttp } from "./local-server.ts";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web of one server, many names and a clock that stands. */
export interface LocalWeb {
  readonly port: number;
  readonly clock: HeldClock;
  readonly web: WebFetch;
  /** "host path" of each request. */
  readonly seen: readonly string[];
  /** Each name that was looked up. */
  readonly asked: readonly string[];
  /** By path. */
  readonly answers: Map<string, Answer>;
  /** Closed after the test. */
  readonly others: LocalServer[];
  open(options?: SafeFetchOptions): WebFetch;
  at(path: string, host?: string): string;
}

/** A resolver of our own: nothing here is looked up outside. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "feeds.test": ["127.0.0.1"],
  "other.test": ["127.0.0.1"],
  "private.test": ["10.0.0.1"],
  "loopback.test": ["127.0.0.1"],
  "mixed.test": ["93.184.216.34", "192.168.0.1"],
  "mapped.test": ["::ffff:127.0.0.1"],
  "cloud.test": ["169.254.169.254"],
  "odd.test": ["2130706433"],
  "empty.test": [],
};

/** Starts it before the tests of a file, anew for each but for its server. */
export function localWeb(): LocalWeb {
  let server: LocalServer;
  let clock: HeldClock;
  let web: WebFetch;
  const seen: string[] = [];
  const asked: string[] = [];
  const answers = new Map<string, Answer>();
  const others: LocalServer[] = [];

  const lookup = async (hostname: string) => {
    asked.push(hostname);
    const found = NAMES[hostname];
    if (found === undefined) throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
    return found;
  };
  const open = (options: SafeFetchOptions = {}) =>
    createSafeFetch({ lookup, allowHosts: ["feeds.test", "other.test", "cloud.test"], ...options }, { clock });

  beforeAll(async () => {
    server = await serveHttp((request, response) => {
      seen.push(`${request.headers.host} ${request.url}`);
      const answer = answers.get(request.url ?? "");
      if (answer === undefined) response.writeHead(404).end();
      else answer(request, response);
    });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    seen.length = 0;
    asked.length = 0;
    answers.clear();
    clock = holdClock();
    web = open();
  });
  afterEach(async () => {
    await web.close();
    await Promise.all(others.splice(0).map((other) => other.close()));
  });
  return {
    get port() {
      return server.port;
    },
    get clock() {
      return clock;
    },
    get web() {
      return web;
    },
    seen,
    asked,
    answers,
    others,
    open,
    at: (path, host = "feeds.test") => `http://${host}:${server.port}${path}`,
  };
}

export const plain =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { "content-type": "text/plain", ...headers }).end(body);
  };

export function reasonOf(result: Fetched): string {
  if (result.kind !== "failed" && result.kind !== "refused") throw new Error(`it was ${result.kind}`);
  return result.reason;
}

export function textOf(result: Fetched): string {
  if (result.kind !== "fetched") throw new Error(JSON.stringify(result));
  return new TextDecoder().decode(result.bytes);
}
