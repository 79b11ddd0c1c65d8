import {
  type Client,
  Events,
  type GatewayDispatchPayload,
  type SessionInfo,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from "discord.js";

/** Discord keeps a session that was closed so for a while: whoever resumes it misses nothing. */
const RESUMABLE = 4200;

type BuildStrategy = NonNullable<WebSocketOptions["buildStrategy"]>;
type Manager = Parameters<BuildStrategy>[0];

/** What a client hears from Discord's gateway, and how far that was handled. */
export interface Session {
  readonly buildStrategy: BuildStrategy;
  follow(client: Client): void;
  /** All was told that came before the client knew its servers. */
  settle(): void;
  /** The event that is being told is in hand from now on, until the result is called. */
  take(): () => void;
  /** Where another process would go on: after the last event told, or before the oldest in hand. Null before the first. */
  info(): SessionInfo | null;
  /** How many events were told. */
  told(): number;
  /** Tells the client of an event as if it came now. */
  tell(event: GatewayDispatchPayload): void;
  /** Nothing counts as told any more. Ends the connection in such a way that another process can go on. Safe to repeat. */
  close(): Promise<void>;
}

/** One after another: a client whose session cannot be resumed is given a new one. */
interface Stretch {
  readonly session: SessionInfo;
  /** The number of the event it began with. */
  readonly begun: number;
  readonly inHand: Set<{ readonly sequence: number }>;
  told: number;
}

/**
 * discord.js's way to a shard's session: what it is given as `ws.buildStrategy`. `onBegin` is told when a session
 * begins, and where the one before it would be gone on with.
 */
export function createSession(onBegin: (before: SessionInfo | null) => void): Session {
  let manager: Manager | null = null;
  let strategy: SimpleShardingStrategy | null = null;
  let now: Stretch | null = null;
  /** The number of the event that is being told at this very moment, none of this session's being infinite. */
  let telling: number | null = null;
  let settled = false;
  let closing: Promise<void> | null = null;

  const info = (): SessionInfo | null => {
    if (now === null) return null;
    const { session, begun, told, inHand } = now;
    const oldest = Math.min(...[...inHand].map(({ sequence }) => sequence));
    return { ...session, sequence: settled ? Math.min(told, oldest - 1) : begun };
  };

  return {
    buildStrategy(given) {
      const own = new SimpleShardingStrategy(given);
      manager = given;
      strategy = own;
      const { updateSessionInfo, retrieveSessionInfo } = given.options;
      // A client that is about to open its connection again cannot be told not to: it waits here for ever.
      given.options.retrieveSessionInfo = (shardId) => (closing ? new Promise(() => {}) : retrieveSessionInfo(shardId));
      given.options.updateSessionInfo = (shardId, session) => {
        if (session !== null && session.sessionId !== now?.session.sessionId) {
          const before = info();
          now = { session, begun: session.sequence, told: session.sequence, inHand: new Set() };
          onBegin(before);
        }
        return updateSessionInfo(shardId, session);
      };
      return {
        spawn: (ids) => own.spawn(ids),
        connect: () => own.connect(),
        destroy: (options) => own.destroy({ ...options, code: RESUMABLE }),
        send: (shardId, payload) => own.send(shardId, payload),
        fetchStatus: () => own.fetchStatus(),
      };
    },
    follow(client) {
      // Told before discord.js handles it, in the same turn.
      client.on(Events.Raw, ({ s }: { s?: number | null }) => {
        if (!s || now === null || closing) return;
        now.told = s;
        telling = s;
        queueMicrotask(() => {
          telling = null;
        });
      });
    },
    settle() {
      settled = true;
    },
    take() {
      if (now === null) return () => {};
      const { inHand, begun } = now;
      // What came before the servers were known is told late.
      const taken = { sequence: telling ?? begun + 1 };
      inHand.add(taken);
      return () => void inHand.delete(taken);
    },
    info,
    told: () => now?.told ?? 0,
    tell(data) {
      const dispatching = manager as Dispatching | null;
      telling = Number.POSITIVE_INFINITY;
      dispatching?.emit("dispatch", { data: { ...data, s: 0 }, shardId: now?.session.shardId ?? 0 });
      telling = null;
    },
    close() {
      closing ??= strategy?.destroy({ code: RESUMABLE, reason: "Another process goes on" }) ?? Promise.resolve();
      return closing;
    },
  };
}

/** What strategies do with what shards hear; discord.js exports another enum under the name of these events. */
interface Dispatching {
  emit(event: "dispatch", told: { readonly data: GatewayDispatchPayload; readonly shardId: number }): boolean;
}
