import { type Client, Events } from "discord.js";
import { channelIdOf } from "./alert-channel.ts";
import { guildIdOf } from "./guild-place.ts";

const MOST_REMEMBERED = 1000;

/** What people call channels, also those that went while the bot ran: whoever cared for one is told that it is gone. */
export interface ChannelNames {
  /** Hears of what goes. */
  listen(client: Client): void;
  /** With its server, where they are known. Names are no markup. */
  nameOf(client: Client, channel: string, place: string): string;
}

export function createChannelNames(): ChannelNames {
  const gone = new Map<string, string>();
  const remember = ({ id, name }: { id: string; name: string }) => {
    gone.set(id, name);
    const [oldest] = gone.keys();
    if (gone.size > MOST_REMEMBERED && oldest !== undefined) gone.delete(oldest);
  };
  return {
    listen(client) {
      client.on(Events.ChannelDelete, (channel) => {
        if (!channel.isDMBased()) remember(channel);
      });
      client.on(Events.ThreadDelete, remember);
    },
    nameOf(client, channel, place) {
      const id = channelIdOf(channel) ?? channel;
      const known = client.channels.cache.get(id);
      const name = known && "name" in known ? known.name : gone.get(id);
      const guild = client.guilds.cache.get(guildIdOf(place) ?? "")?.name;
      const parts = [...(name ? [`#${name}`] : []), ...(guild ? [guild] : [])];
      return parts.length > 0 ? parts.join(" · ") : id;
    },
  };
}
