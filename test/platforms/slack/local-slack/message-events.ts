import type { Deliveries, Delivery } from "./deliveries.ts";
import { compact, type Json } from "./loose-json.ts";
import type { StoredMessage } from "./stored-message.ts";
import type { ChannelRecord, World } from "./world.ts";

const KINDS = {
  public: { type: "channel", event: "message.channels", scope: "channels:history" },
  private: { type: "group", event: "message.groups", scope: "groups:history" },
  im: { type: "im", event: "message.im", scope: "im:history" },
} as const;

/** Tells the app about messages and other happenings, where its scopes and subscriptions allow. */
export class MessageEvents {
  readonly #world: World;
  readonly #deliveries: Deliveries;
  /** The events the app has subscribed to. */
  readonly subscriptions: Set<string>;

  constructor(world: World, deliveries: Deliveries, subscriptions: Iterable<string>) {
    this.#world = world;
    this.#deliveries = deliveries;
    this.subscriptions = new Set(subscriptions);
  }

  /** A new message: a `message` event, and an `app_mention` besides where the bot is named. */
  posted(channel: ChannelRecord, message: StoredMessage): Promise<readonly Delivery[]> {
    const team = this.#world.team(channel.teamId);
    const about = compact({
      ...message.toWire(),
      client_msg_id: message.fromBot ? undefined : `client-${message.ts}`,
      channel: channel.id,
      event_ts: message.ts,
      parent_user_id: this.#world.message(channel, message.threadTs)?.author,
    });
    const events: Json[] = [];
    const named = message.text.includes(`<@${team.botUserId}>`) && !message.fromBot;
    if (named && channel.kind !== "im" && this.#wants(channel, "app_mention", "app_mentions:read")) {
      events.push({ ...about, type: "app_mention" });
    }
    events.push(...this.#messageEvent(channel, about));
    return this.#send(channel.teamId, events, message.fromBot);
  }

  changed(channel: ChannelRecord, message: StoredMessage): Promise<readonly Delivery[]> {
    const before = message.earlier.at(-1);
    const event = {
      type: "message",
      subtype: "message_changed",
      hidden: true,
      message: message.toWire(),
      previous_message: { ...message.toWire(), text: before?.text, blocks: before?.blocks },
      channel: channel.id,
      ts: this.#world.newTs(),
      event_ts: message.ts,
    };
    return this.#send(channel.teamId, this.#messageEvent(channel, event), message.fromBot);
  }

  deleted(channel: ChannelRecord, message: StoredMessage): Promise<readonly Delivery[]> {
    const event = {
      type: "message",
      subtype: "message_deleted",
      hidden: true,
      deleted_ts: message.ts,
      previous_message: message.toWire(),
      channel: channel.id,
      ts: this.#world.newTs(),
      event_ts: message.ts,
    };
    return this.#send(channel.teamId, this.#messageEvent(channel, event), message.fromBot);
  }

  /** An event that needs no channel: app_home_opened, app_uninstalled, tokens_revoked … */
  happened(teamId: string, event: Json): Promise<readonly Delivery[]> {
    return this.#send(teamId, this.subscriptions.has(String(event["type"])) ? [event] : [], false);
  }

  #messageEvent(channel: ChannelRecord, event: Json): readonly Json[] {
    const { type, event: name, scope } = KINDS[channel.kind];
    return this.#wants(channel, name, scope) ? [{ ...event, channel_type: type }] : [];
  }

  #wants(channel: ChannelRecord, event: string, scope: string): boolean {
    const team = this.#world.team(channel.teamId);
    const there = channel.members.has(team.botUserId) && team.standing === "installed";
    return there && team.scopes.has(scope) && this.subscriptions.has(event);
  }

  #send(teamId: string, events: readonly Json[], echo: boolean): Promise<readonly Delivery[]> {
    return Promise.all(events.map((event) => this.#deliveries.event(teamId, event, { echo })));
  }
}
