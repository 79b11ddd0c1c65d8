import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { FrontDesk } from "../../src/ports/chat-platform.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { articleWebhook } from "./article-webhook.ts";
import { articlesApi } from "./articles-api.ts";
import { askApi } from "./ask-api.ts";
import { clientAddress, limitKey, type TrustProxy } from "./client-address.ts";
import { feedbackApi } from "./feedback-api.ts";
import { operations } from "./operations.ts";
import { pageFiles } from "./page-files.ts";
import { createProblemResponse, RequestProblem } from "./request-problem.ts";
import { isKnownHost, isSameOrigin } from "./same-site.ts";
import { setSecurityHeaders } from "./security-headers.ts";

export interface WebOptions {
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly trustProxy: TrustProxy;
  readonly rateLimitPerMinute: number;
  /** IANA name; dates are shown in it. */
  readonly timeZone: string;
  /** Null where no articles are taken in. */
  readonly webhookSecret: string | null;
  /** False: the page, the API and the webhook are other processes'; whoever watches this one may still ask how it is. */
  readonly servesPeople: boolean;
}

export interface HttpServices {
  readonly desk: FrontDesk;
  readonly log: Logger;
  readonly clock: Clock;
}

/** Points a request takes: unfolding sources must not use up the questions. */
const COST = { question: 10, read: 1 } as const;

export type Http = { Bindings: HttpBindings };

/** Everything that is served, with the checks each request passes. */
export function createHttpApp(options: WebOptions, services: HttpServices, stopping: () => boolean): Hono<Http> {
  const { desk, log, clock } = services;
  const app = new Hono<Http>();

  const problemResponse = createProblemResponse(log);
  app.onError((error, c) => problemResponse(c, error));
  app.notFound((c) => problemResponse(c, nothingHere()));
  app.use(async (c, next) => {
    const startedMs = clock.now();
    await next();
    setSecurityHeaders(c.res.headers);
    // Else a browser would keep the connection, and the bot would wait for it.
    if (stopping()) c.res.headers.set("Connection", "close");
    // The path only: what stands behind it, and in the body, is what people ask.
    const { method, path } = c.req;
    const facts = { status: c.res.status, ms: clock.now() - startedMs };
    if (path.startsWith("/api/")) log.info(`${method} ${path}`, facts);
    else log.debug(`${method} ${path}`, facts);
  });
  app.route("/", operations(desk));
  if (!options.servesPeople) return app;

  app.use(async (c, next) => {
    if (!isKnownHost(c.req.header("host"), options))
      throw new RequestProblem(421, "unknown-host", (say) => say.unknownHost());
    await next();
  });
  // Whoever signs may deliver as much as there is, also before everything is read.
  app.route("/api", articleWebhook(desk.intake, options.webhookSecret, clock));
  app.use("/api/*", async (c, next) => {
    if (!desk.ready()) {
      throw new RequestProblem(503, "not-ready", (say) => say.notReady(), { "Retry-After": "2" });
    }
    const reads = c.req.method === "GET" || c.req.method === "HEAD";
    if (!reads && !isSameOrigin(c.req.raw.headers))
      throw new RequestProblem(403, "foreign-origin", (say) => say.foreignOrigin());
    const address = clientAddress(
      c.env.incoming.socket.remoteAddress ?? "",
      c.req.header("x-forwarded-for"),
      options.trustProxy,
    );
    const points = options.rateLimitPerMinute * COST.question;
    const waitSeconds = await desk.rateLimit.take(
      `web:${limitKey(address)}`,
      points,
      reads ? COST.read : COST.question,
    );
    if (waitSeconds !== null) {
      throw new RequestProblem(429, "too-many-questions", (say) => say.tooManyQuestions(waitSeconds), {
        "Retry-After": String(waitSeconds),
      });
    }
    await next();
  });
  app.route("/api", askApi(desk, clock, options.timeZone));
  app.route("/api", feedbackApi(desk));
  app.route("/api", articlesApi(desk, clock, options.timeZone));
  app.route("/", pageFiles());
  return app;
}

function nothingHere(): RequestProblem {
  return new RequestProblem(404, "nothing-here", (say) => say.nothingHere());
}
