import { type Client, type PermissionsBitField, type REST, Routes } from "discord.js";
import type { PlacesByRest } from "./places-by-rest.ts";

/** How Discord is asked about alerts. */
export interface AlertLine {
  readonly rest: REST;
  /** What is known of the place; null where no shard of this process hears of it. */
  readonly client: Client<true> | null;
  /** What is asked for where nothing is known. */
  readonly places: PlacesByRest;
  /** Ends everything that takes too long. */
  readonly signal: AbortSignal;
}

/** What the bot may do in a channel; null where that cannot be known. Throws what Discord answers. */
export async function permissionsThere(
  { rest, client, places, signal }: AlertLine,
  channelId: string,
): Promise<Readonly<PermissionsBitField> | null> {
  if (client === null) return places.permissionsIn(channelId, signal);
  const known = client.channels.cache.get(channelId) ?? client.channels.cache.get(await parentOf());
  return known && !known.isDMBased() ? known.permissionsFor(client.user) : null;

  // Of threads, only those that are not archived are known.
  async function parentOf(): Promise<string> {
    const { parent_id } = (await rest.get(Routes.channel(channelId), { signal })) as { parent_id?: string | null };
    return parent_id ?? "";
  }
}
