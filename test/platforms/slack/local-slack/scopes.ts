import { type Json, textAt } from "./loose-json.ts";
import type { ChannelKind, TeamRecord, World } from "./world.ts";

/** What a bot of this kind usually asks for. */
export const USUAL_SCOPES: readonly string[] = [
  "app_mentions:read",
  "assistant:write",
  "channels:history",
  "channels:read",
  "chat:write",
  "commands",
  "groups:history",
  "groups:read",
  "im:history",
  "im:read",
  "im:write",
  "reactions:write",
  "team:read",
  "users:read",
];

/** Methods whose scope does not depend on the channel; one of the list is enough. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  "assistant.threads.setStatus": ["assistant:write", "chat:write"],
  "assistant.threads.setSuggestedPrompts": ["assistant:write"],
  "assistant.threads.setTitle": ["assistant:write"],
  "chat.delete": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.open": ["im:write"],
  "reactions.add": ["reactions:write"],
  "reactions.remove": ["reactions:write"],
  "team.info": ["team:read"],
  "usergroups.list": ["usergroups:read"],
  "users.info": ["users:read"],
};
const FAMILY: Readonly<Record<ChannelKind, string>> = { public: "channels", private: "groups", im: "im" };
const BY_CHANNEL: Readonly<Record<string, "history" | "read">> = {
  "conversations.history": "history",
  "conversations.replies": "history",
  "conversations.info": "read",
  "conversations.members": "read",
};
const BY_TYPES = ["conversations.list", "users.conversations"];
const TYPES: Readonly<Record<string, string>> = {
  public_channel: "channels:read",
  private_channel: "groups:read",
  im: "im:read",
  mpim: "mpim:read",
};

/** The scope a call lacks, or undefined when it may go ahead. */
export function missingScope(world: World, team: TeamRecord, method: string, args: Json): string | undefined {
  const fixed = FIXED[method];
  if (fixed !== undefined) return fixed.some((scope) => team.scopes.has(scope)) ? undefined : fixed[0];
  const family = BY_CHANNEL[method];
  if (family !== undefined) {
    const kind = world.channels.get(textAt(args, "channel") ?? "")?.kind;
    const possible = kind === undefined ? Object.values(FAMILY) : [FAMILY[kind]];
    const wanted = possible.map((name) => `${name}:${family}`);
    return wanted.some((scope) => team.scopes.has(scope)) ? undefined : wanted.join(",");
  }
  if (!BY_TYPES.includes(method)) return undefined;
  const types = (textAt(args, "types") ?? "public_channel").split(",");
  return types.map((type) => TYPES[type.trim()] ?? "").find((scope) => scope !== "" && !team.scopes.has(scope));
}
