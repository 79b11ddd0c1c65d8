import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import type { RejectReason } from "../../src/ports/subscription-store.ts";
import { codeOf, withoutDetails } from "./discord-errors.ts";

/** Why a request came to nothing. */
export type AlertProblem = { readonly why: string } & (
  | { readonly kind: "limited"; readonly waitMs: number }
  /** Discord says that nothing can be done in this channel. */
  | { readonly kind: "rejected"; readonly reason: RejectReason }
  /** Discord does not know the bot. */
  | { readonly kind: "token" }
  /** Discord does not take what was sent: as it is written, or by a rule of the server. */
  | { readonly kind: "refused" }
  /** Discord never heard of it. */
  | { readonly kind: "unsent" }
  /** It may have been carried out. */
  | { readonly kind: "lost" }
);

/** Also where Discord does not say how long. */
const LEAST_WAIT_MS = 1000;
const REASONS: ReadonlyMap<number, RejectReason> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, "channel-gone"],
  [RESTJSONErrorCodes.UnknownUser, "channel-gone"],
  [RESTJSONErrorCodes.UnknownGuild, "uninstalled"],
  [RESTJSONErrorCodes.MissingAccess, "no-permission"],
  [RESTJSONErrorCodes.MissingPermissions, "no-permission"],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, "no-permission"],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, "no-permission"],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, "no-permission"],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, "archived"],
  [RESTJSONErrorCodes.ThreadLocked, "archived"],
]);
const UNSENT: ReadonlySet<unknown> = new Set([
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "UND_ERR_CONNECT_TIMEOUT"],
]);

/** Reads what a request threw. What is not known for sure may have been carried out. */
export function readProblem(error: unknown): AlertProblem {
  const why = withoutDetails(error).message;
  if (error instanceof RateLimitError) {
    const { retryAfter, timeToReset, sublimitTimeout } = error;
    const waitMs = Math.max(retryAfter, timeToReset, sublimitTimeout, LEAST_WAIT_MS);
    return { kind: "limited", why: "too many requests", waitMs };
  }
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return { kind: "token", why };
    const code = codeOf(error) ?? 0;
    // An answer without one comes from what stands between.
    if (code === 0 && error.status !== 400) return { kind: "unsent", why };
    const reason = REASONS.get(code);
    return reason === undefined ? { kind: "refused", why } : { kind: "rejected", why, reason };
  }
  if (error instanceof HTTPError) return { kind: "lost", why };
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  return { kind: UNSENT.has(code ?? cause?.code) ? "unsent" : "lost", why };
}
