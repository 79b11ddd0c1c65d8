import { ChannelKind, LocalChannel } from "./channels.ts";
import type { Account, World } from "./world.ts";

/** The one direct channel between the bot and a person. */
export function directChannelOf(world: World, recipient: Account): LocalChannel {
  const known = world.directChannels.get(recipient.id);
  if (known) return known;
  const channel = new LocalChannel(world, { type: ChannelKind.Direct, name: `DM of ${recipient.name}`, recipient });
  world.directChannels.set(recipient.id, channel);
  return channel;
}
