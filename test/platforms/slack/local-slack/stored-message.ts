import { type LivePart, livePartsOf } from "./live-parts.ts";
import { compact, type Json } from "./loose-json.ts";
import { readableBlocks } from "./readable-blocks.ts";

export interface NewMessage {
  readonly ts: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly author: string;
  readonly text: string;
  readonly blocks?: readonly Json[] | undefined;
  readonly botId?: string | undefined;
  readonly appId?: string | undefined;
  readonly threadTs?: string | undefined;
  /** The one person who sees it. */
  readonly onlyFor?: string | undefined;
  readonly via: "person" | "chat.postMessage" | "chat.postEphemeral" | "response_url" | "ack";
  /** The arguments the app gave: unfurl_links, parse, metadata and the like. */
  readonly sent?: Json | undefined;
}

/** A message as Slack keeps it, with what a reader would see of it. */
export class StoredMessage {
  readonly ts: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly author: string;
  readonly botId: string | undefined;
  readonly appId: string | undefined;
  readonly threadTs: string | undefined;
  readonly onlyFor: string | undefined;
  readonly via: NewMessage["via"];
  readonly reactions: { readonly name: string; readonly users: string[] }[] = [];
  /** What it said before each change. */
  readonly earlier: { readonly text: string; readonly blocks: readonly Json[] }[] = [];
  text: string;
  blocks: readonly Json[];
  sent: Json;
  edited = false;
  deleted = false;

  constructor(message: NewMessage) {
    this.ts = message.ts;
    this.teamId = message.teamId;
    this.channelId = message.channelId;
    this.author = message.author;
    this.botId = message.botId;
    this.appId = message.appId;
    this.threadTs = message.threadTs;
    this.onlyFor = message.onlyFor;
    this.via = message.via;
    this.text = message.text;
    this.blocks = message.blocks ?? [];
    this.sent = message.sent ?? {};
  }

  get fromBot(): boolean {
    return this.botId !== undefined;
  }

  /** Every mention and link a reader could press or be called by. */
  get live(): readonly LivePart[] {
    return livePartsOf(this);
  }

  /** What a reader sees: the blocks where there are some, else the text; buttons in brackets. */
  get shown(): string {
    return this.blocks.length > 0 ? readableBlocks(this.blocks) : this.text;
  }

  /** Whether Slack would put previews of links under it (they are on unless switched off). */
  get unfurls(): { readonly links: boolean; readonly media: boolean } {
    const off = (value: unknown) => value === false || value === "false";
    return { links: !off(this.sent["unfurl_links"]), media: !off(this.sent["unfurl_media"]) };
  }

  change(text: string, blocks: readonly Json[], sent: Json = this.sent): void {
    this.earlier.push({ text: this.text, blocks: this.blocks });
    this.text = text;
    this.blocks = blocks;
    this.sent = { ...this.sent, ...sent };
    this.edited = true;
  }

  /** The message as the Web API and events show it. */
  toWire({ metadata = false, replies = 0 }: { metadata?: boolean; replies?: number } = {}): Json {
    return compact({
      type: "message",
      user: this.author,
      ts: this.ts,
      bot_id: this.botId,
      app_id: this.appId,
      text: this.text,
      team: this.teamId,
      blocks: this.blocks.length > 0 ? this.blocks : undefined,
      thread_ts: this.threadTs ?? (replies > 0 ? this.ts : undefined),
      reply_count: replies > 0 ? replies : undefined,
      edited: this.edited ? { user: this.author, ts: this.ts } : undefined,
      metadata: metadata ? this.sent["metadata"] : undefined,
      reactions:
        this.reactions.length > 0
          ? this.reactions.map(({ name, users }) => ({ name, users, count: users.length }))
          : undefined,
    });
  }
}
