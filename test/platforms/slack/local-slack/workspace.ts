import { type PeopleParts, User } from "./people.ts";
import { Channel } from "./places.ts";
import type { Standing, TeamRecord, UserGroupRecord } from "./world.ts";

export interface NewUser {
  readonly name: string;
  readonly realName?: string;
  /** Such as ko-KR; en-US when not said. */
  readonly locale?: string;
  readonly timeZone?: string;
  readonly admin?: boolean;
  /** Somebody from elsewhere, in some channels only. */
  readonly guest?: boolean;
}

export interface NewChannel {
  readonly private?: boolean;
  readonly botIsMember?: boolean;
  readonly members?: readonly User[];
}

/** A workspace with the app in it, or not yet. */
export class Team {
  readonly id: string;
  readonly botToken: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly record: TeamRecord;
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts, record: TeamRecord) {
    this.id = record.id;
    this.botToken = record.botToken;
    this.botUserId = record.botUserId;
    this.botId = record.botId;
    this.record = record;
    this.#parts = parts;
  }

  /** The granted scopes; change them as you like. */
  get scopes(): Set<string> {
    return this.record.scopes;
  }

  addChannel(name: string, { private: hidden = false, botIsMember = true, members = [] }: NewChannel = {}): Channel {
    const ids = [...members.map(({ id }) => id), ...(botIsMember ? [this.botUserId] : [])];
    const kind = hidden ? "private" : "public";
    const { world, read } = this.#parts;
    return new Channel(world, world.addChannel({ teamId: this.id, name, kind, members: ids }), read);
  }

  addUser(user: NewUser): User {
    const { name, realName = name, locale = "en-US", timeZone = "Asia/Seoul", admin = false, guest = false } = user;
    const { world } = this.#parts;
    const id = world.newId("U");
    const record = {
      id,
      teamId: this.id,
      name,
      realName,
      locale,
      timeZone,
      admin,
      guest,
      bot: false,
      views: [],
      home: undefined,
    };
    world.users.set(id, record);
    return new User(this.#parts, record);
  }

  addUserGroup(handle: string): UserGroupRecord {
    const { world } = this.#parts;
    const group = { id: world.newId("S"), teamId: this.id, handle, name: handle, disabled: false };
    world.userGroups.set(group.id, group);
    return group;
  }

  /** Direct messages between two people, where the app has no part. */
  directMessages(one: User, other: User): Channel {
    const { world, read } = this.#parts;
    return new Channel(world, world.directMessages(this.id, one.id, other.id), read);
  }

  /** Take the app out of the workspace: app_uninstalled and tokens_revoked follow. */
  async uninstall(): Promise<void> {
    this.record.standing = "uninstalled";
    await this.#parts.events.happened(this.id, { type: "app_uninstalled" });
    await this.#tokensRevoked();
  }

  /** Take the app's token away: tokens_revoked follows. */
  async revokeToken(): Promise<void> {
    this.record.standing = "token_revoked";
    await this.#tokensRevoked();
  }

  get standing(): Standing {
    return this.record.standing;
  }

  async #tokensRevoked(): Promise<void> {
    const tokens = { oauth: [], bot: [this.botUserId] };
    await this.#parts.events.happened(this.id, { type: "tokens_revoked", tokens });
  }
}
