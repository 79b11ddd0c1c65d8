import type { Json } from "./loose-json.ts";
import type { StoredMessage } from "./stored-message.ts";
import { Waits } from "./waiting.ts";

export interface Clock {
  now(): number;
}

export type ChannelKind = "public" | "private" | "im";
export type Standing = "installed" | "not_installed" | "token_revoked" | "uninstalled";

export interface TeamRecord {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly botToken: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly scopes: Set<string>;
  standing: Standing;
}

export interface ViewRecord {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** What the app sent, with block ids filled in. */
  content: Json;
  hash: string;
  /** What the person has entered so far: block id, action id, value as Slack sends it. */
  values: Record<string, Record<string, Json>>;
  open: boolean;
}

export interface UserRecord {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly realName: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly admin: boolean;
  readonly guest: boolean;
  readonly bot: boolean;
  /** Open modals, the top one last. */
  views: ViewRecord[];
  home: ViewRecord | undefined;
}

export interface ChannelRecord {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly members: Set<string>;
  archived: boolean;
  deleted: boolean;
  readonly messages: StoredMessage[];
  readonly ephemerals: StoredMessage[];
  /** Thread, then every status it was given. */
  readonly statuses: Map<string, string[]>;
  readonly prompts: Map<string, Json>;
  readonly titles: Map<string, string>;
}

export interface UserGroupRecord {
  readonly id: string;
  readonly teamId: string;
  readonly handle: string;
  readonly name: string;
  disabled: boolean;
}

/** Everything that exists in the local Slack. */
export class World {
  readonly clock: Clock;
  readonly waits = new Waits();
  readonly appId = "A0LOCALAPP";
  readonly teams = new Map<string, TeamRecord>();
  readonly users = new Map<string, UserRecord>();
  readonly channels = new Map<string, ChannelRecord>();
  readonly views = new Map<string, ViewRecord>();
  readonly userGroups = new Map<string, UserGroupRecord>();
  #ids = 0;
  #messages = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  newId(prefix: string): string {
    this.#ids += 1;
    return `${prefix}0${this.#ids.toString(36).toUpperCase().padStart(8, "0")}`;
  }

  /** Message ids are times by the held clock; the second half keeps them apart and in order. */
  newTs(): string {
    this.#messages += 1;
    return `${Math.floor(this.clock.now() / 1000)}.${String(this.#messages).padStart(6, "0")}`;
  }

  team(id: string): TeamRecord {
    return known(this.teams.get(id), id);
  }

  user(id: string): UserRecord {
    return known(this.users.get(id), id);
  }

  channel(id: string): ChannelRecord {
    return known(this.channels.get(id), id);
  }

  addChannel(fields: Pick<ChannelRecord, "teamId" | "name" | "kind"> & { members: Iterable<string> }): ChannelRecord {
    const prefix = { public: "C", private: "C", im: "D" }[fields.kind];
    const channel: ChannelRecord = {
      ...fields,
      id: this.newId(prefix),
      members: new Set(fields.members),
      archived: false,
      deleted: false,
      messages: [],
      ephemerals: [],
      statuses: new Map(),
      prompts: new Map(),
      titles: new Map(),
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct messages between two people, opened at need. */
  directMessages(teamId: string, one: string, other: string): ChannelRecord {
    for (const channel of this.channels.values()) {
      if (channel.kind === "im" && channel.members.has(one) && channel.members.has(other)) return channel;
    }
    return this.addChannel({ teamId, name: "directmessage", kind: "im", members: [one, other] });
  }

  message(channel: ChannelRecord, ts: string | undefined): StoredMessage | undefined {
    return channel.messages.find((message) => message.ts === ts && !message.deleted);
  }
}

function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`${id} does not exist in the local Slack`);
  return found;
}
