import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import { createHttpApp, type HttpServices, type WebOptions } from "./http-app.ts";
import { isKnownHost } from "./same-site.ts";

/** Requests in hand when the bot stops have this long to end. */
const FINISH_WITHIN_MS = 10_000;
const LOOK_FOR_IDLE_EVERY_MS = 50;
/** A request that trickles in holds a connection no longer than this. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const OPEN_TO_ALL =
  "HOST lets other machines in: the page has no sign-in, and host names are not checked. Set ALLOWED_HOSTS to the names it is asked for under.";

/** Another front end's requests, by the beginning of their path. It checks them itself. */
export interface MountedListener {
  readonly prefix: string;
  readonly listener: RequestListener;
}

interface ServerSettings extends WebOptions {
  readonly port: number;
  readonly listeners?: readonly MountedListener[];
}

/** The chat page and the JSON API over HTTP. */
export function createWebServer(
  { port, host, listeners = [], ...options }: ServerSettings,
  services: HttpServices,
): ChatPlatform {
  const { clock, log } = services;
  let stopping = false;
  const app = createHttpApp({ host, ...options }, services, () => stopping);
  const ours = getRequestListener(app.fetch);
  const timeouts = { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS };
  const server = createServer(timeouts, (request, response) => {
    const mounted = listeners.find(({ prefix }) => request.url?.startsWith(prefix));
    (mounted?.listener ?? ours)(request, response);
  });

  return {
    name: options.servesPeople ? "Chat page" : "Health",
    start: () =>
      new Promise((resolve) => {
        server.once("error", (error: NodeJS.ErrnoException) => resolve({ problem: problemOf(error, host, port) }));
        server.listen(port, host, () => {
          // No name at all passes only where none is checked.
          if (options.servesPeople && isKnownHost(undefined, { host, ...options })) log.warn(OPEN_TO_ALL);
          resolve({
            address: `${addressOf(server.address() as AddressInfo)}${options.servesPeople ? "" : "/healthz"}`,
          });
        });
      }),
    async stop() {
      if (!server.listening) return;
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      // A browser keeps its connection open after the answer.
      const stopLooking = clock.every(LOOK_FOR_IDLE_EVERY_MS, async () => server.closeIdleConnections());
      await Promise.race([closed, clock.sleep(FINISH_WITHIN_MS)]);
      server.closeAllConnections();
      await stopLooking();
    },
  };
}

function addressOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

function problemOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is taken by another program. Stop that program, or set PORT to a free port.`;
    case "EACCES":
      return `Port ${port} on ${host} may not be used by this user. Set PORT to a port from 1024.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST is ${host}, but this machine has no such address. 127.0.0.1 is this machine only, 0.0.0.0 all its addresses.`;
    default:
      return `The web server cannot listen on ${host}, port ${port}: ${message}.`;
  }
}
