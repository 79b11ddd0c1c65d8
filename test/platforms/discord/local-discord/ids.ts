const DISCORD_EPOCH = 1_420_070_400_000;
const GUILDS_ARE_OLDER_BY_MS = 60_000;

export interface Clock {
  now(): number;
}

export interface Ids {
  next(): string;
  nextGuild(): string;
}

/** Snowflakes that carry the held clock's time and never repeat, however long the clock stands still. */
export function createIds(clock: Clock): Ids {
  let last = 0n;
  let youngestGuild = clock.now() - GUILDS_ARE_OLDER_BY_MS;
  const at = (ms: number) => BigInt(ms - DISCORD_EPOCH) << 22n;
  return {
    next() {
      const wanted = at(clock.now());
      last = wanted > last ? wanted : last + 1n;
      return String(last);
    },
    // A guild's shard follows from the time in its id, so no two guilds share a millisecond.
    nextGuild: () => String(at(youngestGuild--)),
  };
}

/** The shard that hears about a guild; direct messages go to the first. */
export function shardOf(guildId: string | null, shards: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
