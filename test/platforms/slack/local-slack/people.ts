import { keep } from "./chat-methods.ts";
import { type Entered, findElement, type Which } from "./form-values.ts";
import {
  closeAll,
  closeTop,
  type DriverParts,
  enter,
  payloadName,
  type Submission,
  shown,
  submit,
  useInMessage,
  useInView,
  whoAndWhere,
} from "./interactions.ts";
import type { Json } from "./loose-json.ts";
import { Channel } from "./places.ts";
import { Refusal } from "./refusal.ts";
import { keepReply, replyContent } from "./response-url.ts";
import { Run } from "./runs.ts";
import { ShownView } from "./shown-view.ts";
import { StoredMessage } from "./stored-message.ts";
import { asTyped } from "./typed-text.ts";
import { viewJson } from "./view-methods.ts";
import type { UserRecord } from "./world.ts";

export interface PeopleParts extends DriverParts {
  /** The app's messages a test has been given already. */
  readonly read: Set<StoredMessage>;
}

/** A person in a workspace, as a test moves them. */
export class User {
  readonly id: string;
  readonly name: string;
  readonly record: UserRecord;
  readonly #parts: PeopleParts;
  readonly #seenViews = new Set<string>();

  constructor(parts: PeopleParts, record: UserRecord) {
    this.id = record.id;
    this.name = record.name;
    this.record = record;
    this.#parts = parts;
  }

  /** The direct messages with the app. */
  im(): Channel {
    const { world, read } = this.#parts;
    const { teamId } = this.record;
    return new Channel(world, world.directMessages(teamId, this.id, world.team(teamId).botUserId), read);
  }

  /** Write a message; resolves when the app has acked the events about it, or failed to. */
  async says(channel: Channel, text: string, { thread }: { readonly thread?: string } = {}): Promise<StoredMessage> {
    const { world, events } = this.#parts;
    this.#enters(channel);
    if (channel.record.archived) throw new Error(`#${channel.name} is archived`);
    const typed = asTyped(text, world.team(this.record.teamId).botUserId);
    const message = keep(world, channel.record, { author: this.id, ...typed, threadTs: thread, via: "person" });
    await events.posted(channel.record, message);
    return message;
  }

  async edits(message: StoredMessage, text: string): Promise<void> {
    const { world, events } = this.#parts;
    const typed = asTyped(text, world.team(this.record.teamId).botUserId);
    message.change(typed.text, typed.blocks);
    await events.changed(world.channel(message.channelId), message);
  }

  async deletes(message: StoredMessage): Promise<void> {
    const { world, events } = this.#parts;
    message.deleted = true;
    await events.deleted(world.channel(message.channelId), message);
  }

  /** Type a slash command; resolves when the app has acked it, or failed to. */
  async command(channel: Channel, command: string, text = "", where: { readonly thread?: string } = {}): Promise<Run> {
    if (where.thread !== undefined) throw new Error("Slack refuses slash commands in threads");
    this.#needsCommands();
    this.#enters(channel);
    const { world, handles, deliveries } = this.#parts;
    const team = world.team(this.record.teamId);
    const triggerId = handles.newTrigger(team.id, this.id);
    const reply = handles.newReplyUrl({ teamId: team.id, userId: this.id, channelId: channel.id, source: undefined });
    const delivery = await deliveries.interaction("commands", team.id, {
      team_id: team.id,
      team_domain: team.domain,
      channel_id: channel.id,
      channel_name: payloadName(channel.record),
      user_id: this.id,
      user_name: this.name,
      command,
      text,
      is_enterprise_install: "false",
      response_url: reply.url,
      trigger_id: triggerId,
    });
    const ackMessage = delivery.answer === undefined ? undefined : this.#ackMessage(delivery.answer, reply.record);
    return new Run(world, delivery, { triggerId, reply, ackMessage });
  }

  /** Use a message shortcut. */
  async shortcut(callbackId: string, message: StoredMessage): Promise<Run> {
    this.#needsCommands();
    const { world, handles, deliveries } = this.#parts;
    const channel = world.channel(message.channelId);
    const { teamId } = this.record;
    const triggerId = handles.newTrigger(teamId, this.id);
    const reply = handles.newReplyUrl({ teamId, userId: this.id, channelId: channel.id, source: undefined });
    const delivery = await deliveries.interaction("interactivity", teamId, {
      type: "message_action",
      ...whoAndWhere(this.#parts, this.record),
      callback_id: callbackId,
      trigger_id: triggerId,
      response_url: reply.url,
      message_ts: message.ts,
      message: message.toWire(),
      channel: { id: channel.id, name: payloadName(channel) },
      action_ts: String(world.clock.now() / 1000),
    });
    return new Run(world, delivery, { triggerId, reply });
  }

  /** Use a global shortcut: it comes without a channel and without a response URL. */
  async globalShortcut(callbackId: string): Promise<Run> {
    this.#needsCommands();
    const { world, handles, deliveries } = this.#parts;
    const triggerId = handles.newTrigger(this.record.teamId, this.id);
    const delivery = await deliveries.interaction("interactivity", this.record.teamId, {
      type: "shortcut",
      ...whoAndWhere(this.#parts, this.record),
      callback_id: callbackId,
      trigger_id: triggerId,
      action_ts: String(world.clock.now() / 1000),
    });
    return new Run(world, delivery, { triggerId });
  }

  /** Press a button, named by its action id, its words, its value. */
  clicks(target: StoredMessage | ShownView, which: Which): Promise<Run> {
    const found = findElement(target.blocks, which);
    if (target instanceof StoredMessage) return useInMessage(this.#parts, this.record, target, found);
    return useInView(this.#parts, this.record, target.record, found);
  }

  /** Choose in a menu, by the value or the words of an option. */
  picks(target: StoredMessage | ShownView, actionId: string, value: Entered): Promise<Run> {
    const found = findElement(target.blocks, { actionId });
    if (target instanceof StoredMessage) return useInMessage(this.#parts, this.record, target, found, value);
    const silent = found.block["type"] === "input" && found.block["dispatch_action"] !== true;
    if (silent) throw new Error(`${actionId} tells the app nothing before the modal is submitted: use enters()`);
    return useInView(this.#parts, this.record, target.record, found, value);
  }

  /** Fill in a field of a modal without telling the app. */
  enters(view: ShownView, actionId: string, value: Entered): void {
    enter(view.record, findElement(view.blocks, { actionId }), value);
  }

  /** Submit a modal with values by block and action, or by action alone. */
  submitsView(view: ShownView, values: Json = {}): Promise<Submission> {
    return submit(this.#parts, this.record, view.record, values);
  }

  /** Close a modal; the app hears of it only if it asked to. */
  async closesView(view: ShownView): Promise<Run | undefined> {
    const { world, deliveries } = this.#parts;
    const { content } = view.record;
    const all = content["clear_on_close"] === true;
    if (all) closeAll(this.record);
    else closeTop(this.record, view.record);
    world.waits.changed();
    if (content["notify_on_close"] !== true) return undefined;
    const delivery = await deliveries.interaction("interactivity", this.record.teamId, {
      type: "view_closed",
      ...whoAndWhere(this.#parts, this.record),
      view: viewJson(world, world.team(this.record.teamId), view.record),
      is_cleared: all,
    });
    return new Run(world, delivery, { triggerId: "" });
  }

  /** Open the app's home or its messages. */
  async opensHome(tab: "home" | "messages" = "home"): Promise<void> {
    const { world, events } = this.#parts;
    const { home } = this.record;
    await events.happened(this.record.teamId, {
      type: "app_home_opened",
      user: this.id,
      channel: this.im().id,
      tab,
      ...(tab === "home" && home !== undefined ? { view: viewJson(world, world.team(this.record.teamId), home) } : {}),
      event_ts: world.newTs(),
    });
  }

  /** What only this person sees in a channel. */
  ephemerals(channel: Channel): readonly StoredMessage[] {
    return channel.record.ephemerals.filter(({ onlyFor, deleted }) => onlyFor === this.id && !deleted);
  }

  /** The next thing only this person sees in a channel. */
  async nextEphemeral(channel: Channel, { timeoutMs }: { timeoutMs?: number } = {}): Promise<StoredMessage> {
    const { world, read } = this.#parts;
    const message = await world.waits.until(
      () => this.ephemerals(channel).find((candidate) => !read.has(candidate)),
      () => `something only ${this.name} sees in #${channel.name}`,
      timeoutMs,
    );
    read.add(message);
    return message;
  }

  /** The open modals, the top one last. */
  views(): readonly ShownView[] {
    return this.record.views.map(shown);
  }

  get home(): ShownView | undefined {
    return this.record.home === undefined ? undefined : new ShownView(this.record.home);
  }

  /** The top modal, as soon as it is a new one or has changed since it was last returned. */
  async nextView({ timeoutMs }: { timeoutMs?: number } = {}): Promise<ShownView> {
    const view = await this.#parts.world.waits.until(
      () => {
        const top = this.record.views.at(-1);
        return top === undefined || this.#seenViews.has(`${top.id} ${top.hash}`) ? undefined : top;
      },
      () => `a new or changed modal before ${this.name}`,
      timeoutMs,
    );
    this.#seenViews.add(`${view.id} ${view.hash}`);
    return new ShownView(view);
  }

  /** Whoever writes in a channel is in it; into other people's messages nobody gets. */
  #enters(channel: Channel): void {
    const { kind, members } = channel.record;
    if (kind === "im" && !members.has(this.id)) throw new Error(`${this.name} has no part in these messages`);
    members.add(this.id);
  }

  #needsCommands(): void {
    const team = this.#parts.world.team(this.record.teamId);
    if (!team.scopes.has("commands")) throw new Error("Without the scope `commands` Slack does not offer this");
  }

  #ackMessage(answer: Json, record: Parameters<typeof keepReply>[1]): StoredMessage | undefined {
    const { world, events } = this.#parts;
    try {
      const message = keepReply(world, record, answer, replyContent(world, answer), "ack");
      if (message.onlyFor === undefined) void events.posted(world.channel(message.channelId), message);
      return message;
    } catch (error) {
      // Slack shows the person an error instead of such an ack.
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}
