import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayOpcodes,
  type SessionInfo,
} from "discord.js";
import type { Clock } from "../../src/ports/runtime.ts";

/** A connection that breaks is opened again until Discord has surely forgotten the session: for five minutes. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8000;
const MOST_PAUSES = 40;
/** One that Discord says nothing on is another one that broke. */
const ANSWERED_WITHIN_MS = 20_000;
const RESUMABLE = 4200;
/** Nobody can go on with a session after these. */
const FORGOTTEN: ReadonlySet<number> = new Set([
  ...[GatewayCloseCodes.AuthenticationFailed, GatewayCloseCodes.InvalidSeq, GatewayCloseCodes.SessionTimedOut],
  ...[GatewayCloseCodes.InvalidShard, GatewayCloseCodes.ShardingRequired, GatewayCloseCodes.InvalidAPIVersion],
  ...[GatewayCloseCodes.InvalidIntents, GatewayCloseCodes.DisallowedIntents],
]);
const WANTED: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.InteractionCreate,
]);

export interface MissedEvents {
  /** Fulfilled as soon as all was told that the session has heard so far: false where Discord has forgotten it. */
  caughtUp(): Promise<boolean>;
  /** Tells no more. Others can go on with the session. */
  close(): void;
}

interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

/**
 * Goes on with a session of before, in a connection of its own: discord.js cannot, as it would know of no server. Tells
 * of what people wrote and did since, and of what they do until it is closed.
 */
export function missedEvents(
  { sessionId, resumeURL, sequence }: SessionInfo,
  { token, clock }: { readonly token: string; readonly clock: Clock },
  tell: (event: GatewayDispatchPayload) => void,
): MissedEvents {
  let heard = sequence;
  let socket: WebSocket | null = null;
  let heart: NodeJS.Timeout | undefined;
  let isAcknowledged = true;
  let pauses = 0;
  let closed = false;
  let isUp = false;
  let up = Promise.withResolvers<boolean>();

  const end = () => {
    closed = true;
    up.resolve(false);
    drop();
  };
  /** Nothing is heard of it any more: who does not answer may not answer that it is closed either. */
  const drop = () => {
    const dropped = socket;
    socket = null;
    clearInterval(heart);
    dropped?.close(RESUMABLE);
  };
  const lose = (code: number | null = null) => {
    drop();
    if ((code !== null && FORGOTTEN.has(code)) || pauses === MOST_PAUSES) end();
    else void openAgain();
  };
  const send = (frame: object) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const beat = () => send({ op: GatewayOpcodes.Heartbeat, d: heard });
  /** A connection that nobody answers on is as good as closed. */
  const beatAgain = () => {
    if (!isAcknowledged) return lose();
    isAcknowledged = false;
    beat();
  };

  const take = ({ op, t, s, d }: Frame) => {
    if (op === GatewayOpcodes.Hello) {
      const { heartbeat_interval: everyMs } = d as { heartbeat_interval: number };
      isAcknowledged = true;
      clearInterval(heart);
      heart = setInterval(beatAgain, everyMs).unref();
      send({ op: GatewayOpcodes.Resume, d: { token, session_id: sessionId, seq: heard } });
    } else if (op === GatewayOpcodes.Heartbeat) beat();
    else if (op === GatewayOpcodes.HeartbeatAck) isAcknowledged = true;
    else if (op === GatewayOpcodes.Reconnect) lose();
    else if (op === GatewayOpcodes.InvalidSession) {
      // True: it may be gone on with all the same.
      if (d === true) lose();
      else end();
    } else if (op === GatewayOpcodes.Dispatch) {
      heard = s ?? heard;
      if (t === GatewayDispatchEvents.Resumed) {
        isUp = true;
        pauses = 0;
        up.resolve(true);
      } else if (t !== null && WANTED.has(t)) tell({ op, t, s, d } as GatewayDispatchPayload);
    }
  };

  const openAgain = async () => {
    if (isUp) up = Promise.withResolvers();
    isUp = false;
    await clock.sleep(Math.min(FIRST_PAUSE_MS * 2 ** pauses++, LONGEST_PAUSE_MS));
    if (!closed) open();
  };
  const open = () => {
    const opened = connect(resumeURL);
    if (opened === null) return end();
    socket = opened;
    opened.addEventListener("message", ({ data }) => {
      if (socket !== opened) return;
      try {
        take(JSON.parse(String(data)) as Frame);
      } catch {
        // Not what a gateway says.
        lose();
      }
    });
    // An error is followed by this.
    opened.addEventListener("close", ({ code }) => {
      if (socket === opened) lose(code);
    });
    void clock.sleep(ANSWERED_WITHIN_MS).then(() => {
      if (socket === opened && !isUp) lose();
    });
  };
  open();
  return { caughtUp: () => up.promise, close: end };
}

/** Null where that is no address of a gateway. */
function connect(url: string): WebSocket | null {
  try {
    return new WebSocket(`${url}?v=10&encoding=json`);
  } catch {
    return null;
  }
}
