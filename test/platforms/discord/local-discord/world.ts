import { EventEmitter } from "node:events";
import type { LocalChannel } from "./channels.ts";
import type { LocalGuild } from "./guilds.ts";
import { type Clock, createIds, type Ids } from "./ids.ts";
import type { LocalInteraction } from "./interactions.ts";
import type { LocalMessage } from "./messages.ts";
import type { WireCommand } from "./wire-types.ts";

const DEFAULT_WAIT_MS = 5000;
const REQUESTS_IN_A_COMPLAINT = 8;

/** Somebody with an account: a person or the bot. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** How a message addresses the account. */
  readonly mention: string;
}

export interface GatewayEvent {
  readonly name: string;
  readonly guildId: string | null;
  /** Only connections that asked for all of these hear it. */
  readonly intents: number;
  /** The payload, by whether the connection may read what people write. */
  readonly data: (content: boolean) => object;
}

export interface LoggedRequest {
  readonly method: string;
  /** Without /api/v10, with the query. */
  readonly path: string;
  readonly body: unknown;
  /** 0 for a connection that was dropped. */
  readonly status: number;
}

export interface WorldOptions {
  readonly clock: Clock;
  readonly token: string;
  readonly messageContentIntent: boolean;
}

/** All that the server holds; the REST routes, the gateway and the test's driver share it. */
export class World {
  readonly options: WorldOptions;
  readonly ids: Ids;
  readonly applicationId: string;
  readonly bot: Account;
  readonly accounts = new Map<string, Account>();
  readonly guilds = new Map<string, LocalGuild>();
  readonly channels = new Map<string, LocalChannel>();
  readonly messages = new Map<string, LocalMessage>();
  /** By token. */
  readonly interactions = new Map<string, LocalInteraction>();
  /** By guild id, or "global". */
  readonly commands = new Map<string, WireCommand[]>();
  readonly directChannels = new Map<string, LocalChannel>();
  readonly requests: LoggedRequest[] = [];
  /** Set by the gateway. */
  publish: (event: GatewayEvent) => void = () => {};
  readonly #changes = new EventEmitter();

  constructor(options: WorldOptions, botName: string) {
    this.options = options;
    this.ids = createIds(options.clock);
    this.#changes.setMaxListeners(0);
    this.applicationId = this.ids.next();
    // An app made today shares its id with its bot user.
    this.bot = { id: this.applicationId, name: botName, bot: true, mention: `<@${this.applicationId}>` };
    this.accounts.set(this.bot.id, this.bot);
  }

  now(): number {
    return this.options.clock.now();
  }

  /** Lets everybody who waits look again. */
  changed(): void {
    this.#changes.emit("change");
  }

  /** Resolves with the first thing that `look` finds, now or after a later change. */
  waitFor<T>(what: string, look: () => T | undefined, timeoutMs = DEFAULT_WAIT_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#changes.off("change", check);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`Waited ${timeoutMs} ms for ${what}. Last requests:\n${this.#lastRequests()}`));
      }, timeoutMs);
      const check = () => {
        try {
          const found = look();
          if (found === undefined) return;
          done();
          resolve(found);
        } catch (error) {
          done();
          reject(error as Error);
        }
      };
      this.#changes.on("change", check);
      check();
    });
  }

  #lastRequests(): string {
    const last = this.requests.slice(-REQUESTS_IN_A_COMPLAINT);
    if (last.length === 0) return "(none)";
    return last.map(({ method, path, status, body }) => `${status} ${method} ${path} ${shortened(body)}`).join("\n");
  }
}

function shortened(body: unknown): string {
  const text = JSON.stringify(body) ?? "";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
