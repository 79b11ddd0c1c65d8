import { type Client, type PermissionsBitField, type REST, Routes } from "discord.js";

/** How Discord is asked about alerts. */
export interface AlertLine {
  readonly rest: REST;
  readonly client: Client<true>;
  /** Ends everything that takes too long. */
  readonly signal: AbortSignal;
}

/** What the bot may do in a channel; null where that cannot be known. Throws what Discord answers. */
export async function permissionsThere(
  { rest, client, signal }: AlertLine,
  channelId: string,
): Promise<Readonly<PermissionsBitField> | null> {
  const known = client.channels.cache.get(channelId) ?? client.channels.cache.get(await parentOf());
  return known && !known.isDMBased() ? known.permissionsFor(client.user) : null;

  // Of threads, only those that are not archived are known.
  async function parentOf(): Promise<string> {
    const { parent_id } = (await rest.get(Routes.channel(channelId), { signal })) as { parent_id?: string | null };
    return parent_id ?? "";
  }
}
