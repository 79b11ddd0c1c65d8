import type { StoredMessage } from "./stored-message.ts";
import type { ChannelRecord, World } from "./world.ts";

/** Who said what in a channel, in order; replies are indented, what one person sees says so. */
export function transcriptOf(world: World, channel: ChannelRecord): string {
  const all = [...channel.messages, ...channel.ephemerals].sort((one, other) => (one.ts < other.ts ? -1 : 1));
  const ended = new Set(all.map(({ ts }) => ts));
  const top = all.filter(({ threadTs }) => threadTs === undefined || !ended.has(threadTs));
  return top
    .flatMap((message) => [
      line(world, message, ""),
      ...all.filter(({ threadTs }) => threadTs === message.ts).map((reply) => line(world, reply, "    ")),
    ])
    .join("\n");
}

function line(world: World, message: StoredMessage, indent: string): string {
  const name = world.users.get(message.author)?.name ?? message.author;
  const only = message.onlyFor === undefined ? "" : ` (only ${world.users.get(message.onlyFor)?.name})`;
  const edited = message.edited ? " (edited)" : "";
  const said = message.deleted ? "(deleted)" : message.fromBot ? message.shown : message.text;
  return `${indent}${name}${only}${edited}: ${said.replaceAll("\n", `\n${indent}  `)}`;
}
