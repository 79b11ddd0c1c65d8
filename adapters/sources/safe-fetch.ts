import { Client } from "undici";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import type { Fetched, FetchRequest, Refused, WebFetch } from "../../src/ports/web-fetch.ts";
import { AddressRefused, checkedConnect, type Lookup, lookUpBySystem } from "./checked-connect.ts";
import { showUrl, whyFailed } from "./fetch-problem.ts";
import { createHostQueue } from "./host-queue.ts";
import { hostName, hostNames, isMetadataHost, refusalOfHost } from "./public-address.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body.ts";
import {
  firstHeader,
  maxAgeMs,
  type ResponseHeaders,
  readContentType,
  readLocation,
  retryAfterMs,
  validator,
} from "./response-headers.ts";

export interface SafeFetchOptions {
  /** Hosts that may lie in a private network: exact names, or IP addresses in any spelling. */
  readonly allowHosts?: readonly string[];
  readonly userAgent?: string;
  /** Of the document, both as sent and unpacked. Default 10 MB. */
  readonly maxBytes?: number;
  /** For all hops together, without what was waited for other requests to the same host. Default 20 s. */
  readonly timeLimitMs?: number;
  readonly maxRedirects?: number;
  readonly maxHeaderBytes?: number;
  readonly lookup?: Lookup;
  /** Certificates to trust beside the usual ones, in PEM. */
  readonly ca?: string;
}

export interface SafeFetchServices {
  readonly clock: Clock;
  readonly log?: Logger;
}

const USER_AGENT = "PolicyDesk (reads feeds and articles to answer questions from them)";
const ATTEMPT_LIMIT_MS = 4000;

/** What a hop gives: the end of it, or where to go on. */
type Hop = Fetched | { readonly kind: "redirect"; readonly url: URL };

export function createSafeFetch(options: SafeFetchOptions, { clock, log }: SafeFetchServices): WebFetch {
  const { maxBytes = 10_000_000, timeLimitMs = 20_000, maxRedirects = 5 } = options;
  const allowedHosts = hostNames(options.allowHosts ?? []);
  const queue = createHostQueue();
  const underWay = new Set<AbortController>();
  const answers = new Set<Promise<Fetched>>();
  let isClosed = false;

  return {
    async get(request) {
      const answer = guarded(request);
      answers.add(answer);
      const result = await answer;
      answers.delete(answer);
      return result;
    },
    refusalOf(address) {
      const checked = checkUrl(address, null);
      if (!(checked instanceof URL)) return checked;
      const host = hostName(checked.hostname);
      const why = allowedHosts.has(host) ? null : refusalOfHost(host);
      return why === null ? null : refused(notAllowed(checked, null, why), !isMetadataHost(host));
    },
    async close() {
      isClosed = true;
      for (const controller of underWay) controller.abort();
      await Promise.all(answers);
    },
  };

  async function guarded(request: FetchRequest): Promise<Fetched> {
    try {
      return await follow(request);
    } catch (error) {
      log?.error("A fetch ended in an unexpected way.", error);
      return failed(`${showUrl(String(request.url))} could not be fetched: ${whyFailed(error)}.`);
    }
  }

  async function follow(request: FetchRequest): Promise<Fetched> {
    const checked = checkUrl(request.url, null);
    if (!(checked instanceof URL)) return checked;
    const headers = requestHeaders(request);
    let url = checked;
    let from: URL | null = null;
    let leftMs = timeLimitMs;
    for (let redirects = 0; ; redirects += 1) {
      const hop: Hop = await queue.run(hostName(url.hostname), async () => {
        const start = clock.now();
        const result = await oneHop(url, from, headers, leftMs);
        leftMs -= clock.now() - start;
        return result;
      });
      if (hop.kind !== "redirect") return hop;
      if (redirects === maxRedirects) {
        return failed(`${showUrl(request.url)} redirects more than ${maxRedirects} times.`);
      }
      if (leftMs <= 0) return tooSlow(url);
      const next = checkUrl(hop.url, url);
      if (!(next instanceof URL)) return next;
      from = url;
      url = next;
    }
  }

  async function oneHop(url: URL, from: URL | null, headers: Record<string, string>, limitMs: number): Promise<Hop> {
    if (isClosed) return failed(`${showUrl(url)} was not fetched: the program is ending.`);
    const controller = new AbortController();
    underWay.add(controller);
    let isTooSlow = false;
    let isOver = false;
    // The clock of the port, not AbortSignal.timeout, so that tests can hold it.
    clock.sleep(limitMs).then(() => {
      if (isOver) return;
      isTooSlow = true;
      controller.abort();
    });
    // A client per request: a kept connection that the server closes meanwhile would look like a failure.
    const client = new Client(url.origin, {
      connect: checkedConnect({
        allowedHosts,
        lookup: options.lookup ?? lookUpBySystem,
        attemptLimitMs: Math.min(ATTEMPT_LIMIT_MS, timeLimitMs / 4),
        ca: options.ca ?? null,
        clock,
        signal: controller.signal,
      }),
      pipelining: 0,
      maxHeaderSize: options.maxHeaderBytes ?? 32_768,
      // Undici's own limits run on the system's time.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    controller.signal.addEventListener("abort", () => {
      client.destroy().catch(() => {});
    });
    try {
      return await exchange(client, url, headers);
    } catch (error) {
      if (error instanceof AddressRefused) return refused(notAllowed(url, from, error.message), error.mayBeLetIn);
      if (isTooSlow) return tooSlow(url);
      if (isClosed) return failed(`${showUrl(url)} was not fetched: the program is ending.`);
      return failed(`${showUrl(url)} could not be fetched: ${whyFailed(error)}.`);
    } finally {
      isOver = true;
      underWay.delete(controller);
      // Whatever was left unread is not waited for.
      controller.abort();
    }
  }

  async function exchange(client: Client, url: URL, headers: Record<string, string>): Promise<Hop> {
    const response = await client.request({ path: `${url.pathname}${url.search}`, method: "GET", headers });
    // A body that is left unread ends with the client, and says so.
    response.body.on("error", () => {});
    const { statusCode: status } = response;
    const answered: ResponseHeaders = response.headers;
    if (status === 304 && ("if-none-match" in headers || "if-modified-since" in headers)) {
      return { kind: "not-modified", maxAgeMs: maxAgeMs(answered) };
    }
    const location = firstHeader(answered, "location");
    if (status > 300 && status < 400 && status !== 304 && location !== null) {
      const next = readLocation(location, url);
      if (next !== null) return { kind: "redirect", url: next };
      return failed(`${showUrl(url)} redirects to something that is no address.`, status);
    }
    if (status < 200 || status >= 300) {
      const waitMs = status === 429 || status === 503 ? retryAfterMs(answered, clock.now()) : null;
      return failed(`${showUrl(url)} answered with ${statusWords(status)}.`, status, waitMs);
    }
    const bytes = await readBody(
      response.body,
      firstHeader(answered, "content-encoding"),
      firstHeader(answered, "content-length"),
      maxBytes,
    );
    return {
      kind: "fetched",
      bytes,
      url: url.href,
      ...readContentType(firstHeader(answered, "content-type")),
      etag: validator(firstHeader(answered, "etag")),
      lastModified: validator(firstHeader(answered, "last-modified")),
      maxAgeMs: maxAgeMs(answered),
    };
  }

  function requestHeaders(request: FetchRequest): Record<string, string> {
    const headers: Record<string, string> = {
      "user-agent": validator(options.userAgent) ?? USER_AGENT,
      accept: validator(request.accept) ?? "*/*",
      "accept-encoding": ACCEPTED_ENCODINGS,
    };
    const etag = validator(request.etag);
    const lastModified = validator(request.lastModified);
    if (etag !== null) headers["if-none-match"] = etag;
    if (lastModified !== null) headers["if-modified-since"] = lastModified;
    return headers;
  }

  function tooSlow(url: URL): Fetched {
    return failed(`${showUrl(url)} took longer than ${Math.round(timeLimitMs / 1000)} seconds.`);
  }
}

/** The address where it is one of the web, without its fragment. */
function checkUrl(address: string | URL, redirectedFrom: URL | null): URL | Refused {
  const url = URL.parse(String(address));
  if (url === null) return refused(`"${showUrl(String(address))}" is no web address.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return refused(notAllowed(url, redirectedFrom, "only http and https addresses may"));
  }
  if (url.username !== "" || url.password !== "") {
    return refused(notAllowed(url, redirectedFrom, "it holds a user name or a password"));
  }
  url.hash = "";
  return url;
}

function notAllowed(url: URL, redirectedFrom: URL | null, why: string): string {
  const subject =
    redirectedFrom === null ? showUrl(url) : `${showUrl(redirectedFrom)} redirects to ${showUrl(url)}, which`;
  return `${subject} may not be fetched: ${why}.`;
}

function failed(reason: string, status: number | null = null, retryMs: number | null = null): Fetched {
  return { kind: "failed", reason, status, retryAfterMs: retryMs };
}

function refused(reason: string, mayBeLetIn = false): Refused {
  return { kind: "refused", reason, mayBeLetIn };
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  401: "401 (it asks for a login)",
  403: "403 (it does not let us in)",
  404: "404 (not found)",
  410: "410 (gone for good)",
  429: "429 (too many requests)",
  500: "500 (an error of the server)",
  503: "503 (not available at the moment)",
};

function statusWords(status: number): string {
  return STATUS_WORDS[status] ?? `status ${status}`;
}
