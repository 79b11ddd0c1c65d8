import type { LocalChannel } from "./channels.ts";
import type { LocalMessage } from "./messages.ts";
import type { AllowedMentions } from "./wire-types.ts";
import type { Account, World } from "./world.ts";

/** Whom a message notifies. */
export interface Pings {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export const NO_PINGS: Pings = { users: [], roles: [], everyone: false };

/** What a message pings where it doesn't say. */
export const MESSAGE_DEFAULT: AllowedMentions = { parse: ["users", "roles", "everyone"], replied_user: true };
export const INTERACTION_DEFAULT: AllowedMentions = { parse: ["users"] };

export interface Mentioning {
  readonly content: string;
  readonly channel: LocalChannel;
  readonly author: Account;
  readonly replyTo: LocalMessage | null;
  readonly allowed: AllowedMentions;
}

/** Whom a message notifies, by its content alone: embeds and buttons never do. */
export function pingsOf(world: World, { content, channel, author, replyTo, allowed }: Mentioning): Pings {
  const text = withoutCode(content);
  const { parse, users, roles, replied_user } = allowed;
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? []))];
  const userIds = named(/<@!?(\d+)>/g).filter((id) => world.accounts.has(id));
  const pinged = userIds.filter((id) => parse?.includes("users") || users?.includes(id));
  if (replied_user && replyTo && !pinged.includes(replyTo.author.id)) pinged.push(replyTo.author.id);
  const mayAll = channel.guild !== null && channel.may(author, "MentionEveryone");
  const mayRole = (id: string) => mayAll || channel.guild?.roles.get(id)?.mentionable === true;
  return {
    users: pinged,
    roles: named(/<@&(\d+)>/g)
      .filter((id) => channel.guild?.roles.has(id) && mayRole(id))
      .filter((id) => parse?.includes("roles") || roles?.includes(id)),
    everyone: mayAll && parse?.includes("everyone") === true && /@(everyone|here)/.test(text),
  };
}

/** Nothing in code notifies anybody. */
function withoutCode(content: string): string {
  return content.replace(/```[\s\S]*?```/g, " ").replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, " ");
}
