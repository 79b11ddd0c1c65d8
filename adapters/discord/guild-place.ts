const PREFIX = "discord:guild:";

/** Where a server's settings are kept. */
export function guildPlace(guildId: string): string {
  return PREFIX + guildId;
}

/** The server of a place; null where it is somebody's direct messages. */
export function guildIdOf(place: string): string | null {
  return place.startsWith(PREFIX) ? place.slice(PREFIX.length) : null;
}
