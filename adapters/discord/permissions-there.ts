import { type Client, type PermissionsBitField, Routes } from "discord.js";
import type { AlertRest } from "./alert-rest.ts";
import type { PlacesByRest } from "./places-by-rest.ts";

/** How Discord is asked about alerts. */
export interface AlertLine {
  readonly rest: AlertRest;
  /** What is known of the place; null where no shard of this process hears of it. */
  readonly client: Client<true> | null;
  /** What is asked for where nothing is known. */
  readonly places: PlacesByRest;
  /** Ends everything that takes too long. */
  readonly signal: AbortSignal;
}

type Permissions = Readonly<PermissionsBitField> | null;

/** What the bot may do in a channel; null where that cannot be known. Throws what Discord answers. */
export async function permissionsThere(line: AlertLine, channelId: string): Promise<Permissions> {
  const { rest, client, places, signal } = line;
  if (client === null) return places.permissionsIn(channelId, signal);
  return permissionsHeard(line, client.channels.cache.has(channelId) ? channelId : await parentOf());

  // Of threads, only those that are not archived are known.
  async function parentOf(): Promise<string> {
    const { parent_id } = (await rest.get(Routes.channel(channelId), { signal })) as { parent_id?: string | null };
    return parent_id ?? "";
  }
}

/** The same as this process has heard of it; nobody is asked. */
export function permissionsHeard({ client }: Pick<AlertLine, "client">, channelId: string): Permissions {
  const known = client?.channels.cache.get(channelId);
  return client && known && !known.isDMBased() ? known.permissionsFor(client.user) : null;
}
