import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { shardOf } from "./ids.ts";
import { ok, type Route } from "./routing.ts";
import { guildCreateJson, userJson } from "./wire-places.ts";
import { ContentIntent, Intent } from "./wire-types.ts";
import type { GatewayEvent, World } from "./world.ts";

const Op = { Dispatch: 0, Heartbeat: 1, Identify: 2, Resume: 6, Reconnect: 7, InvalidSession: 9, Hello: 10, Ack: 11 };
const Close = {
  ...{ UnknownError: 4000, NotAuthenticated: 4003, WrongToken: 4004, AlreadyAuthenticated: 4005, BadSequence: 4007 },
  ...{ BadShard: 4010, DisallowedIntents: 4014 },
};
const HEARTBEAT_EVERY_MS = 41_250;
/** "A few minutes" after its connection was lost, a session is over. */
const SESSION_LIVES_MS = 180_000;
/** Closed with one of these by the client, a session is over. */
const ENDS_SESSION = [1000, 1001];

interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** Everything dispatched, in order; the first has sequence 1. */
  readonly sent: object[];
  socket: WebSocket | null;
  /** When its connection was lost; infinite while it has one. */
  lostMs: number;
}

/** What the gateway can be slow at: letting a client in, telling it of its servers, going on with a session. */
export type SlowStep = "identify" | "guilds" | "resume";

interface Frame {
  op: number;
  d: { token?: string; intents?: number; shard?: [number, number]; session_id?: string; seq?: number } | number | null;
}

/** The gateway: sessions, what each may hear, and what they missed. */
export class Gateway {
  readonly #world: World;
  readonly #shards: number;
  readonly #identifyEveryMs: number;
  #identifiedAtMs = Number.NEGATIVE_INFINITY;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new WebSocketServer({ noServer: true });
  #url = "";
  #paused = false;
  readonly #held = new Map<SlowStep, (() => void)[]>();
  #resumesToBreak = 0;
  /** How often a client has identified, and how often it has resumed. */
  identified = 0;
  resumed = 0;
  /** The shards that were identified, in order. */
  readonly shardsIdentified: number[] = [];
  /** How often a client identified too early after another one. */
  tooEarly = 0;

  constructor(world: World, { shards, identifyEveryMs }: { shards: number; identifyEveryMs: number }) {
    this.#world = world;
    this.#shards = shards;
    this.#identifyEveryMs = identifyEveryMs;
    world.publish = (event) => this.#dispatch(event);
  }

  get route(): Route {
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
    const handle = () => ok({ url: this.#url, shards: this.#shards, session_start_limit });
    return { method: "GET", template: "/gateway/bot", handle };
  }

  /** The shards that clients listen to, each once per connection. */
  get listening(): number[] {
    const listening = [...this.#sessions.values()].filter(({ socket }) => socket !== null);
    return listening.map(({ shard }) => shard[0]).sort((a, b) => a - b);
  }

  /** Whether a client listens. */
  get connected(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket !== null);
  }

  listenAt(url: string): void {
    this.#url = url;
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#paused) {
      socket.destroy();
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#serve(opened));
  }

  /** Breaks every connection; sessions that cannot be resumed are forgotten. */
  dropSockets({ resumable = true } = {}): void {
    if (!resumable) this.#sessions.clear();
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  /** Takes no new connection until told. */
  refuseConnections(refuse: boolean): void {
    this.#paused = refuse;
  }

  /** Does no such step until the function returned is called. */
  hold(step: SlowStep): () => void {
    const waiting: (() => void)[] = [];
    this.#held.set(step, waiting);
    return () => {
      this.#held.delete(step);
      for (const go of waiting) go();
    };
  }

  /** Closes so many connections that want to resume, as Discord does where something went wrong with it. */
  breakResumes(times: number): void {
    this.#resumesToBreak = times;
  }

  /** Asks every client to connect again. */
  askToReconnect(): void {
    this.#toAll({ op: Op.Reconnect, d: null });
  }

  /** Tells every client that its session is over. */
  invalidateSessions(): void {
    this.#toAll({ op: Op.InvalidSession, d: false });
    this.#sessions.clear();
  }

  close(): void {
    this.dropSockets({ resumable: false });
    this.#sockets.close();
  }

  #toAll(frame: object): void {
    for (const { socket } of this.#sessions.values()) send(socket, frame);
  }

  #serve(socket: WebSocket): void {
    let session: Session | null = null;
    send(socket, { op: Op.Hello, d: { heartbeat_interval: HEARTBEAT_EVERY_MS } });
    socket.on("message", (raw) => {
      const { op, d } = JSON.parse(String(raw)) as Frame;
      const data = (typeof d === "object" ? d : null) ?? {};
      const isOpening = op === Op.Identify || op === Op.Resume;
      if (op === Op.Heartbeat) send(socket, { op: Op.Ack });
      else if (isOpening && session) socket.close(Close.AlreadyAuthenticated, "Already authenticated.");
      else if (isOpening) {
        this.#when(op === Op.Identify ? "identify" : "resume", () => {
          if (socket.readyState !== socket.OPEN) return;
          session = op === Op.Identify ? this.#identify(socket, data) : this.#resume(socket, data);
        });
      } else if (!session) socket.close(Close.NotAuthenticated, "Not authenticated.");
    });
    socket.on("close", (code) => {
      if (!session || session.socket !== socket) return;
      session.socket = null;
      session.lostMs = this.#world.now();
      if (ENDS_SESSION.includes(code)) this.#sessions.delete(session.id);
      this.#world.changed();
    });
    socket.on("error", () => socket.terminate());
  }

  #when(step: SlowStep, go: () => void): void {
    const waiting = this.#held.get(step);
    if (waiting) waiting.push(go);
    else go();
  }

  #identify(
    socket: WebSocket,
    { token, intents = 0, shard = [0, 1] }: Exclude<Frame["d"], number | null>,
  ): Session | null {
    const { options, bot, applicationId, guilds, ids } = this.#world;
    const refused =
      intents & (Intent.GuildMembers | Intent.Presences | (options.messageContentIntent ? 0 : ContentIntent));
    if (token !== options.token) socket.close(Close.WrongToken, "Authentication failed.");
    else if (shard[0] >= shard[1]) socket.close(Close.BadShard, "Invalid shard.");
    else if (refused) socket.close(Close.DisallowedIntents, "Disallowed intent(s).");
    else if (performance.now() - this.#identifiedAtMs < this.#identifyEveryMs) {
      this.tooEarly++;
      send(socket, { op: Op.InvalidSession, d: false });
    } else {
      this.#identifiedAtMs = performance.now();
      const session: Session = { id: `session-${ids.next()}`, shard, intents, sent: [], socket, lostMs: Infinity };
      this.#sessions.set(session.id, session);
      this.identified++;
      this.shardsIdentified.push(shard[0]);
      const own = [...guilds.values()].filter(({ id }) => shardOf(id, shard[1]) === shard[0]);
      this.#send(session, "READY", {
        ...{ v: 10, user: userJson(bot), session_id: session.id, resume_gateway_url: this.#url, shard },
        ...{ guilds: own.map(({ id }) => ({ id, unavailable: true })), application: { id: applicationId, flags: 0 } },
      });
      if (intents & Intent.Guilds) {
        this.#when("guilds", () => {
          for (const guild of own) this.#send(session, "GUILD_CREATE", guildCreateJson(guild, this.#world));
        });
      }
      this.#world.changed();
      return session;
    }
    return null;
  }

  #resume(socket: WebSocket, { token, session_id = "", seq = 0 }: Exclude<Frame["d"], number | null>): Session | null {
    const known = this.#sessions.get(session_id);
    const session = known && this.#world.now() - known.lostMs > SESSION_LIVES_MS ? undefined : known;
    if (this.#resumesToBreak > 0) {
      this.#resumesToBreak--;
      socket.close(Close.UnknownError, "Unknown error.");
      return null;
    }
    if (token !== this.#world.options.token) socket.close(Close.WrongToken, "Authentication failed.");
    else if (!session) send(socket, { op: Op.InvalidSession, d: false });
    else if (seq > session.sent.length) socket.close(Close.BadSequence, "Invalid seq.");
    else {
      session.socket?.terminate();
      session.socket = socket;
      session.lostMs = Infinity;
      this.resumed++;
      for (const frame of session.sent.slice(seq)) send(socket, frame);
      this.#send(session, "RESUMED", {});
      this.#world.changed();
      return session;
    }
    return null;
  }

  #dispatch({ name, guildId, intents, data }: GatewayEvent): void {
    for (const session of this.#sessions.values()) {
      const [shard, count] = session.shard;
      if (shardOf(guildId, count) !== shard || (session.intents & intents) !== intents) continue;
      this.#send(session, name, data((session.intents & ContentIntent) !== 0));
    }
  }

  // Kept also while nobody listens: a client that resumes gets it then.
  #send(session: Session, name: string, data: object): void {
    const frame = { op: Op.Dispatch, s: session.sent.length + 1, t: name, d: data };
    session.sent.push(structuredClone(frame));
    send(session.socket, frame);
  }
}

function send(socket: WebSocket | null, frame: object): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(frame));
}
