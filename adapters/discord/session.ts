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

/** What a client hears from Discord's gateway, and how far it has heard. */
export interface Session {
  readonly buildStrategy: BuildStrategy;
  /** The number of the event that is being told at this very moment, none of this session's being infinite; else null. */
  telling(): number | null;
  /** How another process would go on after event `sequence`, or after the last one told; null before there is one. */
  info(sequence?: number): SessionInfo | null;
  /** Tells the client of an event as if it came now. */
  tell(event: GatewayDispatchPayload): void;
  /** Ends the connection in such a way that another process can go on with the session. */
  close(): Promise<void>;
}

/** discord.js's way to a shard's session: what it is given as `ws.buildStrategy`. */
export function createSession(): Session & { follow(client: Client): void } {
  let manager: Manager | null = null;
  let strategy: SimpleShardingStrategy | null = null;
  let held: SessionInfo | null = null;
  let told = 0;
  let telling: number | null = null;
  let closed = false;

  return {
    buildStrategy(given) {
      const own = new SimpleShardingStrategy(given);
      manager = given;
      strategy = own;
      const { updateSessionInfo, retrieveSessionInfo } = given.options;
      // A client that is about to open its connection again cannot be told not to: it waits here for ever.
      given.options.retrieveSessionInfo = (shardId) => (closed ? new Promise(() => {}) : retrieveSessionInfo(shardId));
      given.options.updateSessionInfo = (shardId, info) => {
        if (info !== null) {
          if (info.sessionId !== held?.sessionId) told = info.sequence;
          held = info;
        }
        return updateSessionInfo(shardId, info);
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
        if (!s) return;
        told = s;
        telling = s;
        queueMicrotask(() => {
          telling = null;
        });
      });
    },
    telling: () => telling,
    info: (sequence = told) => held && { ...held, sequence },
    tell(data) {
      const dispatching = manager as Dispatching | null;
      telling = Number.POSITIVE_INFINITY;
      dispatching?.emit("dispatch", { data: { ...data, s: 0 }, shardId: held?.shardId ?? 0 });
      telling = null;
    },
    async close() {
      closed = true;
      await strategy?.destroy({ code: RESUMABLE, reason: "Another process goes on" });
    },
  };
}

/** What strategies do with what shards hear; discord.js exports another enum under the name of these events. */
interface Dispatching {
  emit(event: "dispatch", told: { readonly data: GatewayDispatchPayload; readonly shardId: number }): boolean;
}
