import { randomBytes } from "node:crypto";
import { Refusal } from "./refusal.ts";
import type { StoredMessage } from "./stored-message.ts";
import type { World } from "./world.ts";

const TRIGGER_MS = 3_000;
const REPLY_URL_MS = 30 * 60_000;
const REPLY_URL_USES = 5;

export interface Trigger {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly issuedAt: number;
  /** The modal it came from: only there may another one be pushed. */
  readonly viewId: string | undefined;
  used: boolean;
}

export interface ReplyUrl {
  readonly key: string;
  readonly teamId: string;
  readonly userId: string;
  readonly channelId: string;
  /** The message whose button was pressed; commands have none. */
  readonly source: StoredMessage | undefined;
  readonly issuedAt: number;
  readonly posted: StoredMessage[];
  uses: number;
}

/** What Slack hands out for a short while: trigger ids and response URLs. */
export class Handles {
  readonly #world: World;
  readonly #triggers = new Map<string, Trigger>();
  readonly #urls = new Map<string, ReplyUrl>();
  origin = "";

  constructor(world: World) {
    this.#world = world;
  }

  newTrigger(teamId: string, userId: string, viewId?: string): string {
    const issuedAt = this.#world.clock.now();
    const id = `${issuedAt}.${this.#triggers.size + 1}.${randomBytes(8).toString("hex")}`;
    this.#triggers.set(id, { id, teamId, userId, issuedAt, viewId, used: false });
    return id;
  }

  /** Take a trigger: once, and within three seconds. */
  takeTrigger(teamId: string, id: string | undefined): Trigger {
    const trigger = this.#triggers.get(id ?? "");
    if (trigger === undefined || trigger.teamId !== teamId) throw new Refusal("invalid_trigger_id");
    if (trigger.used) throw new Refusal("exchanged_trigger_id");
    if (this.#world.clock.now() - trigger.issuedAt > TRIGGER_MS) throw new Refusal("expired_trigger_id");
    trigger.used = true;
    return trigger;
  }

  newReplyUrl(fields: Pick<ReplyUrl, "teamId" | "userId" | "channelId" | "source">): { url: string; record: ReplyUrl } {
    const key = randomBytes(12).toString("hex");
    const record: ReplyUrl = { ...fields, key, issuedAt: this.#world.clock.now(), posted: [], uses: 0 };
    this.#urls.set(key, record);
    return { url: `${this.origin}/response/${fields.teamId}/${key}`, record };
  }

  /** The response URL behind a path; five uses within half an hour. */
  takeReplyUrl(key: string): ReplyUrl {
    const record = this.#urls.get(key);
    if (record === undefined) throw new Refusal("invalid_url");
    if (this.#world.clock.now() - record.issuedAt > REPLY_URL_MS) throw new Refusal("expired_url");
    if (record.uses >= REPLY_URL_USES) throw new Refusal("used_url");
    return record;
  }
}
