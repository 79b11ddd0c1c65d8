import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";

/** Discord's own code, such as 50013; null for what is none of its refusals. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : null;
}

/** What was answered is there already, or nobody waits for it any more: there is nobody to tell. */
export function isGone(error: unknown): boolean {
  const { UnknownChannel, UnknownMessage, UnknownGuild } = RESTJSONErrorCodes;
  return [UnknownChannel, UnknownMessage, UnknownGuild].includes(codeOf(error) ?? 0);
}

export function isAcknowledged(error: unknown): boolean {
  return codeOf(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/** Discord does not know the bot's token. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof Error && "status" in error && error.status === 401;
}

/** The person takes no direct messages. */
export function isClosed(error: unknown): boolean {
  return codeOf(error) === RESTJSONErrorCodes.CannotSendMessagesToThisUser;
}

export function lacksPermission(error: unknown): boolean {
  const { MissingPermissions, MissingAccess } = RESTJSONErrorCodes;
  return [MissingPermissions, MissingAccess].includes(codeOf(error) ?? 0);
}

/** For the log: Discord's errors carry what was sent, and tokens in their address. */
export function withoutDetails(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(`Thrown: ${typeof error}`);
  const code = "code" in error ? ` (${String(error.code)})` : "status" in error ? ` (${String(error.status)})` : "";
  const bare = new Error(`${error.message}${code}`);
  bare.name = error.name;
  if (error.stack !== undefined) bare.stack = error.stack;
  return bare;
}
