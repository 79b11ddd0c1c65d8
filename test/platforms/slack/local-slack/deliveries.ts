import { compact, isJson, type Json, parsed, textAt } from "./loose-json.ts";
import { postSigned, type Signing } from "./signed-post.ts";
import type { SocketHub } from "./socket-mode.ts";
import type { World } from "./world.ts";

export type DeliveryKind = "events" | "commands" | "interactivity";

export interface Attempt {
  readonly retryNum: number;
  readonly retryReason: string | undefined;
  readonly acked: boolean;
  /** Why it failed: http_timeout, http_error, connection_failed, timeout, socket_dropped, no_socket. */
  readonly failure: string | undefined;
  readonly status: number | undefined;
}

export interface Delivery {
  readonly kind: DeliveryKind;
  readonly teamId: string;
  /** app_mention, message …; or the command, or the type of the interaction. */
  readonly type: string;
  readonly eventId: string | undefined;
  readonly payload: Json;
  /** An event about something the app itself did. */
  readonly echo: boolean;
  readonly attempts: Attempt[];
  acked: boolean;
  noRetry: boolean;
  /** What the app answered: its JSON, or its words as {text}. */
  answer: Json | undefined;
}

export interface DeliveryOptions {
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly ackWithinMs: number;
}

const ATTEMPTS = 4;
const ENVELOPES = { events: "events_api", commands: "slash_commands", interactivity: "interactive" } as const;

/** Everything Slack sends to the app, over HTTP or sockets, with its retries. */
export class Deliveries {
  readonly log: Delivery[] = [];
  readonly #world: World;
  readonly #sockets: SocketHub;
  readonly #options: DeliveryOptions;
  #urls: Partial<Record<DeliveryKind, string>> = {};
  readonly #underWay = new Set<Delivery>();
  #held: Delivery[] | undefined;
  signing: Signing = {};

  constructor(world: World, sockets: SocketHub, options: DeliveryOptions) {
    this.#world = world;
    this.#sockets = sockets;
    this.#options = options;
    sockets.onOpen = () => {
      this.#afterReconnect().catch(() => {});
    };
  }

  deliverTo(urls: string | Partial<Record<DeliveryKind, string>>): void {
    this.#urls = typeof urls === "string" ? { events: urls, commands: urls, interactivity: urls } : urls;
  }

  /** An event, wrapped as Slack wraps it; resolves when the app has acked it or failed to. */
  async event(teamId: string, event: Json, { echo = false }: { echo?: boolean } = {}): Promise<Delivery> {
    const team = this.#world.team(teamId);
    const eventId = this.#world.newId("Ev");
    const payload = {
      token: this.#options.verificationToken,
      team_id: teamId,
      context_team_id: teamId,
      context_enterprise_id: null,
      api_app_id: this.#world.appId,
      event,
      type: "event_callback",
      event_id: eventId,
      event_time: Math.floor(this.#world.clock.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: teamId, user_id: team.botUserId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${eventId}`,
    };
    const delivery = this.#add("events", teamId, String(event["type"]), payload, eventId, echo);
    if (this.#held === undefined) await this.#attempt(delivery);
    else this.#held.push(delivery);
    return delivery;
  }

  /** A command or an interaction; Slack never sends these again. */
  async interaction(kind: "commands" | "interactivity", teamId: string, payload: Json): Promise<Delivery> {
    const full = { token: this.#options.verificationToken, api_app_id: this.#world.appId, ...payload };
    const type = textAt(payload, "command") ?? textAt(payload, "type") ?? "";
    const delivery = this.#add(kind, teamId, type, full, undefined, false);
    await this.#attempt(delivery);
    return delivery;
  }

  /** The check Slack makes when a request URL is set: whether the app gives the challenge back. */
  async verifyUrl(): Promise<boolean> {
    const challenge = this.#world.newId("challenge");
    const body = JSON.stringify({ type: "url_verification", token: this.#options.verificationToken, challenge });
    const outcome = await this.#post("events", body, "application/json", {});
    return "status" in outcome && outcome.status === 200 && outcome.body.includes(challenge);
  }

  /** Send every failed event again, as Slack does after a minute and after five. */
  async retryDue(): Promise<readonly Delivery[]> {
    const due = this.log.filter(
      ({ kind, acked, noRetry, attempts }) =>
        kind === "events" && !acked && !noRetry && attempts.length > 0 && attempts.length < ATTEMPTS,
    );
    await Promise.all(due.map((delivery) => this.#attempt(delivery)));
    return due;
  }

  /** Send the last event of a type (of any type when none is named) once more, with the same event id. */
  async again(type?: string): Promise<Delivery> {
    const last = this.log.findLast(
      (delivery) => delivery.kind === "events" && !delivery.echo && (type === undefined || delivery.type === type),
    );
    if (last === undefined) throw new Error(`No ${type ?? "event"} was delivered yet`);
    await this.#attempt(last);
    return last;
  }

  /** Keep events back until they are released. */
  hold(): void {
    this.#held ??= [];
  }

  /** Send what was kept back, in order. */
  async release(): Promise<void> {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const delivery of held) await this.#attempt(delivery);
  }

  #add(
    kind: DeliveryKind,
    teamId: string,
    type: string,
    payload: Json,
    eventId: string | undefined,
    echo: boolean,
  ): Delivery {
    const delivery: Delivery = {
      kind,
      teamId,
      type,
      eventId,
      payload,
      echo,
      attempts: [],
      acked: false,
      noRetry: false,
      answer: undefined,
    };
    this.log.push(delivery);
    return delivery;
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const retryNum = delivery.acked ? 0 : delivery.attempts.length;
    const retryReason = retryNum > 0 ? delivery.attempts.at(-1)?.failure : undefined;
    this.#underWay.add(delivery);
    const overHttp = this.#urls[delivery.kind] !== undefined;
    const attempt = overHttp
      ? await this.#overHttp(delivery, retryNum, retryReason)
      : await this.#overSocket(delivery, retryNum, retryReason);
    delivery.attempts.push({ retryNum, retryReason, ...attempt });
    delivery.acked ||= attempt.acked;
    this.#underWay.delete(delivery);
    if (attempt.failure === "socket_dropped" && this.#sockets.count > 0) await this.#afterReconnect();
    this.#world.waits.changed();
  }

  async #overHttp(delivery: Delivery, retryNum: number, retryReason: string | undefined) {
    const { kind, payload } = delivery;
    const [body, contentType] =
      kind === "events"
        ? [JSON.stringify(payload), "application/json"]
        : [asForm(kind, payload), "application/x-www-form-urlencoded"];
    const retry: Record<string, string> =
      retryNum > 0 ? { "x-slack-retry-num": String(retryNum), "x-slack-retry-reason": retryReason ?? "" } : {};
    const outcome = await this.#post(kind, body, contentType, retry);
    if ("failure" in outcome) return { acked: false, failure: outcome.failure, status: undefined };
    if (outcome.headers["x-slack-no-retry"] === "1") delivery.noRetry = true;
    const acked = outcome.status >= 200 && outcome.status < 300;
    if (acked && outcome.body !== "") {
      const answer = parsed(outcome.body);
      delivery.answer = isJson(answer) ? answer : { text: outcome.body };
    }
    return { acked, failure: acked ? undefined : "http_error", status: outcome.status };
  }

  async #overSocket(delivery: Delivery, retryNum: number, retryReason: string | undefined) {
    const { kind, payload } = delivery;
    const envelope = { type: ENVELOPES[kind], payload, acceptsResponse: kind !== "events", retryNum, retryReason };
    const outcome = await this.#sockets.send(envelope, this.#options.ackWithinMs);
    if (outcome.acked) delivery.answer = outcome.payload;
    return { acked: outcome.acked, failure: outcome.acked ? undefined : outcome.reason, status: undefined };
  }

  #post(kind: DeliveryKind, body: string, contentType: string, headers: Record<string, string>) {
    return postSigned({
      url: this.#urls[kind] ?? "",
      body,
      contentType,
      headers,
      secret: this.#options.signingSecret,
      signing: this.signing,
      timeoutMs: this.#options.ackWithinMs,
    });
  }

  /** Events that found no connection, or lost theirs, go out again over the new one. */
  async #afterReconnect(): Promise<void> {
    if (this.#urls.events !== undefined) return;
    const lost = ["no_socket", "socket_dropped"];
    for (const delivery of this.log) {
      const { kind, acked, attempts } = delivery;
      const due = kind === "events" && !acked && lost.includes(attempts.at(-1)?.failure ?? "");
      // Two connections may open at once: one of them carries it.
      if (due && !this.#underWay.has(delivery)) await this.#attempt(delivery);
    }
  }
}

function asForm(kind: DeliveryKind, payload: Json): string {
  if (kind === "interactivity") return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const fields = new URLSearchParams();
  for (const [key, value] of Object.entries(compact({ ...payload }))) fields.append(key, String(value));
  return fields.toString();
}
