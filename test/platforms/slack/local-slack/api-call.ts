import type { Handles } from "./handles.ts";
import { isTrue, type Json, parsed, textAt } from "./loose-json.ts";
import type { MessageEvents } from "./message-events.ts";
import { Refusal } from "./refusal.ts";
import type { ChannelRecord, TeamRecord, UserRecord, World } from "./world.ts";

/** What every method can reach. */
export interface Parts {
  readonly world: World;
  readonly handles: Handles;
  readonly events: MessageEvents;
}

/** One call of the Web API, by a token that was found good. */
export interface Call extends Parts {
  readonly team: TeamRecord;
  readonly args: Json;
  /** Of a history. */
  readonly mostMessages: number;
}

export type Method = (call: Call) => Json;

/** An argument that must be there. */
export function needed(call: Call, name: string): string {
  const value = textAt(call.args, name);
  if (value === undefined || value === "") throw new Refusal("invalid_arguments", missing(name));
  return value;
}

function missing(name: string): Json {
  return { response_metadata: { messages: [`[ERROR] missing required field: ${name}`] } };
}

export function given(call: Call, name: string): string | undefined {
  const value = call.args[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function flag(call: Call, name: string): boolean {
  return isTrue(call.args[name]);
}

/** An argument that is JSON: forms send it as text. */
export function structured(call: Call, name: string): unknown {
  const value = call.args[name];
  if (value === undefined || value === "") return undefined;
  return parsed(value) ?? null;
}

/** The channel of a call, as far as the bot can see it. */
export function channelOf(call: Call, name = "channel"): ChannelRecord {
  const wanted = needed(call, name);
  const found = call.world.channels.get(wanted);
  if (found === undefined || found.deleted || found.teamId !== call.team.id) throw new Refusal("channel_not_found");
  if (found.kind !== "public" && !isMember(call, found)) throw new Refusal("channel_not_found");
  return found;
}

export function isMember({ team }: Call, channel: ChannelRecord): boolean {
  return channel.members.has(team.botUserId);
}

/** The channel of a call that only members may make. */
export function memberChannelOf(call: Call, name = "channel"): ChannelRecord {
  const channel = channelOf(call, name);
  if (!isMember(call, channel)) throw new Refusal("not_in_channel");
  return channel;
}

export function userOf(call: Call, id: string): UserRecord {
  const user = call.world.users.get(id);
  if (user === undefined || user.teamId !== call.team.id) throw new Refusal("user_not_found");
  return user;
}

/** A page of a list, with the cursor to the next one. */
export function page<T>(
  call: Call,
  all: readonly T[],
  usual = 100,
  most = 1000,
): { items: readonly T[]; next: string } {
  const start = Number(Buffer.from(given(call, "cursor") ?? "", "base64url").toString() || "0");
  if (Number.isNaN(start)) throw new Refusal("invalid_cursor");
  const limit = Math.min(most, Number(given(call, "limit") ?? usual) || usual);
  const end = start + limit;
  return {
    items: all.slice(start, end),
    next: end < all.length ? Buffer.from(String(end)).toString("base64url") : "",
  };
}
