import { GatewayDispatchEvents, type GatewayDispatchPayload, GatewayOpcodes, type SessionInfo } from "discord.js";

/** A connection that breaks is opened so often again. */
const MOST_TRIES = 3;
const RESUMABLE = 4200;
const WANTED: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.InteractionCreate,
]);

export interface MissedEvents {
  /** Fulfilled when all that was missed was told, or nothing of it can be. */
  readonly caughtUp: Promise<{ readonly resumed: boolean }>;
  close(): void;
}

interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

/**
 * Goes on with the session of a process that is gone, in a connection of its own: discord.js cannot, as it would know
 * of no server. Tells of what people wrote and did since, and of what they do until it is closed.
 */
export function missedEvents(
  { sessionId, resumeURL, sequence }: SessionInfo,
  token: string,
  tell: (event: GatewayDispatchPayload) => void,
): MissedEvents {
  const { promise: caughtUp, resolve } = Promise.withResolvers<{ resumed: boolean }>();
  let heard = sequence;
  let socket: WebSocket | null = null;
  let heart: NodeJS.Timeout | undefined;
  let closed = false;

  const end = () => {
    closed = true;
    clearInterval(heart);
    resolve({ resumed: false });
    socket?.close(RESUMABLE);
  };
  const send = (frame: object) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const beat = () => send({ op: GatewayOpcodes.Heartbeat, d: heard });

  const take = ({ op, t, s, d }: Frame) => {
    if (op === GatewayOpcodes.Hello) {
      const { heartbeat_interval: everyMs } = d as { heartbeat_interval: number };
      clearInterval(heart);
      heart = setInterval(beat, everyMs).unref();
      send({ op: GatewayOpcodes.Resume, d: { token, session_id: sessionId, seq: heard } });
    } else if (op === GatewayOpcodes.Heartbeat) beat();
    else if (op === GatewayOpcodes.Reconnect) socket?.close(RESUMABLE);
    else if (op === GatewayOpcodes.InvalidSession) end();
    else if (op === GatewayOpcodes.Dispatch) {
      heard = s ?? heard;
      if (t === GatewayDispatchEvents.Resumed) resolve({ resumed: true });
      else if (t !== null && WANTED.has(t)) tell({ op, t, s, d } as GatewayDispatchPayload);
    }
  };

  const open = (tries: number) => {
    const opened = new WebSocket(`${resumeURL}?v=10&encoding=json`);
    socket = opened;
    opened.addEventListener("message", ({ data }) => {
      if (!closed) take(JSON.parse(String(data)) as Frame);
    });
    // An error is followed by this.
    opened.addEventListener("close", () => {
      if (closed) return;
      if (tries < MOST_TRIES) open(tries + 1);
      else end();
    });
  };
  open(1);
  return { caughtUp, close: end };
}
