import { type Client, Events } from "discord.js";
import { channelIdOf } from "./alert-channel.ts";
import { guildIdOf } from "./guild-place.ts";
import type { AlertLine } from "./permissions-there.ts";

const MOST_REMEMBERED = 1000;

/** What people call channels, also those that went while the bot ran: whoever cared for one is told that it is gone. */
export interface ChannelNames {
  /** Hears of what goes. */
  listen(client: Client): void;
  /** With its server, where they are known. Names are no markup. */
  nameOf(line: Pick<AlertLine, "client" | "places" | "signal">, channel: string, place: string): Promise<string>;
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
    async nameOf({ client, places, signal }, channel, place) {
      const id = channelIdOf(channel) ?? channel;
      const guildId = guildIdOf(place);
      const known = client?.channels.cache.get(id);
      const asked = client === null ? await places.channelName(id, signal) : null;
      const name = (known && "name" in known ? known.name : asked) ?? gone.get(id);
      const guild =
        client === null && guildId !== null
          ? await places.guildName(guildId, signal)
          : client?.guilds.cache.get(guildId ?? "")?.name;
      const parts = [...(name ? [`#${name}`] : []), ...(guild ? [guild] : [])];
      return parts.length > 0 ? parts.join(" · ") : id;
    },
  };
}
