import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Call, Method, Parts } from "./api-call.ts";
import { CHAT_METHODS } from "./chat-methods.ts";
import { CONVERSATION_METHODS } from "./conversation-methods.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Limits } from "./limits.ts";
import { isJson, type Json, parsed, textAt } from "./loose-json.ts";
import type { OAuth } from "./oauth.ts";
import { Refusal } from "./refusal.ts";
import { answerReplyUrl } from "./response-url.ts";
import { missingScope } from "./scopes.ts";
import type { SocketHub } from "./socket-mode.ts";
import { TEAM_METHODS } from "./team-methods.ts";
import { USER_GROUP_METHODS } from "./user-groups.ts";
import { VIEW_METHODS } from "./view-methods.ts";
import type { TeamRecord } from "./world.ts";

/** One request of the app. */
export interface LoggedRequest {
  /** The Web API method, or `response_url`. */
  readonly method: string;
  readonly body: Json;
  readonly token: string | undefined;
  readonly status: number;
  readonly ok: boolean;
  readonly error: string | undefined;
}

export interface ApiParts extends Parts {
  readonly sockets: SocketHub;
  readonly oauth: OAuth;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly appToken: string;
}

interface Answer {
  readonly status: number;
  readonly body: Json | string;
  readonly headers: Readonly<Record<string, string>>;
}

const METHODS: Readonly<Record<string, Method>> = {
  ...CHAT_METHODS,
  ...CONVERSATION_METHODS,
  ...VIEW_METHODS,
  ...TEAM_METHODS,
  ...USER_GROUP_METHODS,
};

/** The HTTP side of the local Slack: Web API, response URLs, consent page. */
export class ApiServer {
  readonly requests: LoggedRequest[] = [];
  readonly unknownMethods: string[] = [];
  readonly server: Server;
  readonly #parts: ApiParts;

  constructor(parts: ApiParts) {
    this.#parts = parts;
    this.server = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => {
        // The app hung up before it had said everything.
        if (!request.complete) return;
        // A fault of the local Slack itself must be seen, not swallowed.
        console.error(error);
        if (!response.headersSent) response.writeHead(500).end(String(error));
      });
    });
    parts.sockets.attach(this.server);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const text = await bodyOf(request);
    const [, area = "", second = "", third = ""] = url.pathname.split("/");
    if (area === "api") return this.#api(decodeURIComponent(second), bodyJson(request, text, url), request, response);
    if (area === "response" && request.method === "POST") return this.#replyUrl(third, text, response);
    if (url.pathname === "/oauth/v2/authorize") return this.#authorize(url, response);
    response.writeHead(404).end();
  }

  async #api(method: string, body: Json, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = tokenOf(request) ?? textAt(body, "token");
    await this.#parts.faults.pass(method);
    const fault = this.#parts.faults.take(method);
    const reached = fault === undefined || fault.drop === "after";
    const answer = reached ? this.#call(method, body, token) : faultAnswer(fault);
    this.#log(method, body, token, answer, fault);
    if (fault?.drop !== undefined) return void response.destroy();
    send(response, answer);
  }

  #call(method: string, args: Json, token: string | undefined): Answer {
    const { world, oauth } = this.#parts;
    try {
      if (method === "oauth.v2.access") return good(oauth.access(args));
      if (method === "apps.connections.open") return good(this.#openConnection(token));
      const run = METHODS[method];
      if (run === undefined) {
        this.unknownMethods.push(method);
        throw new Refusal("unknown_method", { req_method: method });
      }
      const team = this.#teamOf(token);
      const scope = missingScope(world, team, method, args);
      const provided = [...team.scopes].join(",");
      if (scope !== undefined) throw new Refusal("missing_scope", { needed: scope, provided });
      const waitSeconds = this.#parts.limits.take(method, team.id, args);
      if (waitSeconds !== undefined) return faultAnswer({ retryAfter: waitSeconds });
      const call: Call = { ...this.#parts, team, args, mostMessages: this.#parts.limits.mostMessages(method) };
      return good(run(call), { "x-oauth-scopes": provided });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: 200, body: { ok: false, error: error.code, ...error.details }, headers: {} };
    }
  }

  #openConnection(token: string | undefined): Json {
    if (token === undefined || token === "") throw new Refusal("not_authed");
    if (token.startsWith("xoxb-")) throw new Refusal("not_allowed_token_type");
    if (token !== this.#parts.appToken) throw new Refusal("invalid_auth");
    if (this.#parts.sockets.full) throw new Refusal("too_many_websockets");
    return { url: this.#parts.sockets.newUrl(this.#parts.handles.origin) };
  }

  #teamOf(token: string | undefined): TeamRecord {
    if (token === undefined || token === "") throw new Refusal("not_authed");
    if (token.startsWith("xapp-")) throw new Refusal("not_allowed_token_type");
    const team = [...this.#parts.world.teams.values()].find(({ botToken }) => botToken === token);
    if (team === undefined || team.standing === "not_installed") throw new Refusal("invalid_auth");
    if (team.standing === "token_revoked") throw new Refusal("token_revoked");
    if (team.standing === "uninstalled") throw new Refusal("account_inactive");
    return team;
  }

  async #replyUrl(key: string, text: string, response: ServerResponse): Promise<void> {
    const body = parsed(text);
    const asked = isJson(body) ? body : {};
    await this.#parts.faults.pass("response_url");
    const fault = this.#parts.faults.take("response_url");
    const reached = fault === undefined || fault.drop === "after";
    const answer = reached ? this.#reply(key, asked) : faultAnswer(fault);
    this.#log("response_url", asked, undefined, answer, fault);
    if (fault?.drop !== undefined) return void response.destroy();
    send(response, answer);
  }

  #reply(key: string, body: Json): Answer {
    try {
      answerReplyUrl(this.#parts, key, body);
      return { status: 200, body: "ok", headers: {} };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const gone = ["expired_url", "used_url", "invalid_url"].includes(error.code);
      return { status: gone ? 404 : 400, body: { ok: false, error: error.code, ...error.details }, headers: {} };
    }
  }

  #authorize(url: URL, response: ServerResponse): void {
    try {
      response.writeHead(302, { location: this.#parts.oauth.authorize(url.searchParams) }).end();
    } catch (error) {
      response.writeHead(400).end(error instanceof Error ? error.message : String(error));
    }
  }

  #log(method: string, body: Json, token: string | undefined, answer: Answer, fault: Fault | undefined): void {
    const said = typeof answer.body === "string" ? {} : answer.body;
    const dropped = fault?.drop === undefined ? undefined : `dropped_${fault.drop}`;
    const ok = answer.status === 200 && said["ok"] !== false && dropped === undefined;
    const error = dropped ?? textAt(said, "error") ?? (ok ? undefined : `status_${answer.status}`);
    this.requests.push({ method, body, token, status: answer.status, ok, error });
    this.#parts.world.waits.changed();
  }
}

function good(body: Json, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, body: { ok: true, ...body }, headers };
}

function faultAnswer({ status, error, retryAfter }: Fault): Answer {
  const limited = retryAfter !== undefined || error === "ratelimited";
  const code = error ?? (limited ? "ratelimited" : undefined);
  return {
    status: status ?? (limited ? 429 : code === undefined ? 500 : 200),
    body: code === undefined ? "Internal Server Error" : { ok: false, error: code },
    headers: limited ? { "retry-after": String(retryAfter ?? 1) } : {},
  };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/plain" : "application/json; charset=utf-8";
  response.writeHead(status, { "content-type": type, ...headers }).end(text);
}

function tokenOf(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/u.exec(request.headers.authorization ?? "")?.[1];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function bodyJson(request: IncomingMessage, text: string, url: URL): Json {
  const fields = Object.fromEntries(url.searchParams);
  if (request.headers["content-type"]?.startsWith("application/json")) {
    const body = parsed(text);
    return { ...fields, ...(isJson(body) ? body : {}) };
  }
  return { ...fields, ...Object.fromEntries(new URLSearchParams(text)) };
}
