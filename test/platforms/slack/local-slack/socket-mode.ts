import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isJson, type Json, parsed, textAt } from "./loose-json.ts";
import type { World } from "./world.ts";

const CONNECTIONS = 10;

export interface Envelope {
  readonly type: "events_api" | "slash_commands" | "interactive";
  readonly payload: Json;
  readonly acceptsResponse: boolean;
  readonly retryNum: number;
  readonly retryReason: string | undefined;
}

export type SocketOutcome =
  | { readonly acked: true; readonly payload: Json | undefined }
  | { readonly acked: false; readonly reason: "no_socket" | "socket_dropped" | "timeout" };

/** The Socket Mode side: connections, envelopes and their acks. */
export class SocketHub {
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #sockets: WebSocket[] = [];
  readonly #waiting = new Map<string, { socket: WebSocket; end: (outcome: SocketOutcome) => void }>();
  /** Called whenever an app has connected. */
  onOpen: () => void = () => {};
  /** How many connections there have been since the start. */
  opened = 0;
  /** Acks that came and were lost on purpose. */
  lostAcks = 0;
  #turn = 0;
  #ignoreAcks = false;

  constructor(world: World) {
    this.#world = world;
  }

  attach(server: Server): void {
    server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const ticket = new URL(request.url ?? "/", "http://localhost").searchParams.get("ticket") ?? "";
      if (!this.#tickets.delete(ticket)) {
        socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
        return;
      }
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
    });
  }

  /** A URL for one connection. */
  newUrl(origin: string): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `${origin.replace(/^http/u, "ws")}/link/?ticket=${ticket}&app_id=${this.#world.appId}`;
  }

  get count(): number {
    return this.#sockets.length;
  }

  get full(): boolean {
    return this.#sockets.length >= CONNECTIONS;
  }

  /** Send an envelope over one of the connections, in turn, and wait for its ack. */
  send(envelope: Envelope, ackWithinMs: number): Promise<SocketOutcome> {
    this.#turn += 1;
    const socket = this.#sockets[this.#turn % Math.max(1, this.#sockets.length)];
    if (socket === undefined) return Promise.resolve({ acked: false, reason: "no_socket" });
    const id = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => end({ acked: false, reason: "timeout" }), ackWithinMs);
      const end = (outcome: SocketOutcome) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(outcome);
      };
      this.#waiting.set(id, { socket, end });
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type: envelope.type,
          accepts_response_payload: envelope.acceptsResponse,
          payload: envelope.payload,
          ...(envelope.type === "events_api"
            ? { retry_attempt: envelope.retryNum, retry_reason: envelope.retryReason ?? "" }
            : {}),
        }),
      );
    });
  }

  /** Cut the connections without a word, as a lost network does. */
  drop(): void {
    for (const socket of [...this.#sockets]) socket.terminate();
  }

  /** Ask the app to connect anew, as Slack does every few hours. */
  askToReconnect(reason: "refresh_requested" | "warning" | "link_disabled" = "refresh_requested"): void {
    for (const socket of this.#sockets) {
      socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "local" } }));
    }
  }

  /** Acks that come from now on are lost, until told otherwise. */
  loseAcks(lose: boolean): void {
    this.#ignoreAcks = lose;
  }

  stop(): void {
    for (const socket of [...this.#sockets]) socket.terminate();
    for (const { end } of [...this.#waiting.values()]) end({ acked: false, reason: "socket_dropped" });
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    socket.on("message", (data) => this.#read(String(data)));
    socket.on("error", () => {});
    socket.on("close", () => this.#forget(socket));
    this.#sockets.push(socket);
    this.opened += 1;
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: this.#sockets.length,
        connection_info: { app_id: this.#world.appId },
        debug_info: { host: "local", build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    this.#world.waits.changed();
    this.onOpen();
  }

  #read(text: string): void {
    const message = parsed(text);
    const waiting = this.#waiting.get(textAt(message, "envelope_id") ?? "");
    if (waiting === undefined || !isJson(message)) return;
    if (this.#ignoreAcks) {
      this.lostAcks += 1;
      this.#world.waits.changed();
      return;
    }
    const payload = message["payload"];
    // The client sends an empty object where the app had nothing to say.
    const said = isJson(payload) && Object.keys(payload).length > 0 ? payload : undefined;
    waiting.end({ acked: true, payload: said });
  }

  #forget(socket: WebSocket): void {
    const index = this.#sockets.indexOf(socket);
    if (index >= 0) this.#sockets.splice(index, 1);
    for (const waiting of [...this.#waiting.values()]) {
      if (waiting.socket === socket) waiting.end({ acked: false, reason: "socket_dropped" });
    }
    this.#world.waits.changed();
  }
}
