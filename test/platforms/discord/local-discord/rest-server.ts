import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError, refusal } from "./api-error.ts";
import { appRoutes } from "./app-routes.ts";
import { channelRoutes } from "./channel-routes.ts";
import { type Faults, faultResponse } from "./faults.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import type { CheckBody, SchemaViolation } from "./openapi-check.ts";
import type { PostLimits } from "./post-limits.ts";
import { type Answer, byExactness, matcherOf, type Route } from "./routing.ts";
import type { World } from "./world.ts";

const PREFIX = /^\/api\/v10(?=\/)/;

export interface RestOptions {
  readonly world: World;
  readonly faults: Faults;
  readonly limits: PostLimits;
  readonly checkBody: CheckBody | null;
  readonly gatewayRoute: Route;
}

export interface RestServer {
  readonly unknownRoutes: string[];
  readonly schemaViolations: SchemaViolation[];
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Discord's REST interface, as far as a chat bot uses it. */
export function createRest({ world, faults, limits, checkBody, gatewayRoute }: RestOptions): RestServer {
  const routes = [gatewayRoute, ...appRoutes, ...channelRoutes, ...interactionRoutes]
    .map((route) => ({ ...route, matches: matcherOf(route.template) }))
    .sort(byExactness);
  const unknownRoutes: string[] = [];
  const schemaViolations: SchemaViolation[] = [];

  function carryOut(request: IncomingMessage, url: URL, path: string, body: unknown): Answer {
    const method = request.method ?? "GET";
    for (const route of routes) {
      const params = route.method === method ? route.matches(path) : null;
      if (!params) continue;
      if (!route.open && request.headers.authorization !== `Bot ${world.options.token}`) throw refusal.unauthorized();
      return route.handle({ world, params, query: url.searchParams, body });
    }
    unknownRoutes.push(`${method} ${path}`);
    throw refusal.notFound();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const path = url.pathname.replace(PREFIX, "");
    const method = request.method ?? "GET";
    const body = await bodyOf(request);
    const violation = checkBody?.(method, path, body);
    if (violation) schemaViolations.push(violation);
    await faults.takeGate(method, path);
    const fault = faults.takeFault(method, path);
    const log = (status: number) => {
      world.requests.push({ method, path: path + url.search, body, status });
      world.changed();
    };
    const limit = limits.take(method, path);
    if (limit?.refused) {
      const { body: refusal } = faultResponse({ path: /./, status: 429, retryAfter: limit.retryAfter });
      log(429);
      send(response, { status: 429, body: refusal }, limit.headers);
      return;
    }
    const answer = fault && !fault.carriedOut ? null : answerOf(() => carryOut(request, url, path, body));
    if (fault?.status === "dropped") {
      log(0);
      request.socket.destroy();
    } else if (fault || !answer) {
      const { status } = fault as { status: number };
      const failed = faultResponse(fault as NonNullable<typeof fault>);
      log(status);
      send(response, { status, body: failed.body }, failed.headers);
    } else {
      log(answer.status);
      send(response, answer, limit?.headers);
    }
  }

  return { unknownRoutes, schemaViolations, handle };
}

function answerOf(carryOut: () => Answer): Answer {
  try {
    return carryOut();
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.toJson() };
    // A mistake of this server: 418 so that no client tries again, and the reason is read.
    return { status: 418, body: { message: `The local server failed: ${(error as Error).stack}`, code: 0 } };
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function send(
  response: ServerResponse,
  { status, body }: Answer,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}
