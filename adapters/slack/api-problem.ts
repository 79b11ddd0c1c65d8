import { webApi } from "@slack/bolt";

/** Why a call of Slack's API was refused, as far as it matters here. */
export type ApiProblem =
  /** The token is worth nothing any more. */
  | { readonly kind: "token"; readonly code: string }
  /** The bot may not write there. */
  | { readonly kind: "place"; readonly code: string; readonly scope: string | null }
  /** Slack does not answer, or not now. */
  | { readonly kind: "unreachable"; readonly code: string }
  | { readonly kind: "other"; readonly code: string };

const TOKEN: ReadonlySet<string> = new Set([
  "token_revoked",
  "token_expired",
  "account_inactive",
  "invalid_auth",
  "not_authed",
  "not_allowed_token_type",
  "user_removed_from_team",
  "team_disabled",
]);
const PLACE: ReadonlySet<string> = new Set([
  "not_in_channel",
  "channel_not_found",
  "is_archived",
  "missing_scope",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
  "restricted_action_non_threadable_channel",
  "user_not_in_channel",
  "cannot_dm_bot",
  "messages_tab_disabled",
]);

/** Null where this is no refusal of Slack's. */
export function apiProblem(thrown: unknown): ApiProblem | null {
  if (thrown instanceof webApi.WebAPIPlatformError) {
    const { error: code } = thrown.data;
    if (TOKEN.has(code)) return { kind: "token", code };
    const { needed } = thrown.data as { readonly needed?: unknown };
    if (PLACE.has(code)) return { kind: "place", code, scope: typeof needed === "string" ? needed : null };
    return { kind: "other", code };
  }
  if (thrown instanceof webApi.WebAPIRateLimitedError) return { kind: "unreachable", code: "ratelimited" };
  if (thrown instanceof webApi.WebAPIHTTPError) return { kind: "unreachable", code: `status ${thrown.statusCode}` };
  if (thrown instanceof webApi.WebAPIRequestError) return { kind: "unreachable", code: causeOf(thrown.original) };
  return null;
}

/** Whether a window could not be opened because its trigger has been used or is too old. */
export function isDeadTrigger(thrown: unknown): boolean {
  const code = apiProblem(thrown)?.code ?? "";
  return ["expired_trigger_id", "exchanged_trigger_id", "trigger_exchanged", "invalid_trigger_id"].includes(code);
}

/** What lies at the bottom of it: "fetch failed" says nothing. */
function causeOf(error: Error): string {
  let reason: { readonly message?: unknown; readonly code?: unknown; readonly cause?: unknown } = error;
  for (let depth = 0; depth < 5; depth++) {
    if (typeof reason.code === "string") return reason.code;
    if (typeof reason.cause !== "object" || reason.cause === null) break;
    reason = reason.cause;
  }
  return typeof reason.message === "string" && reason.message !== "" ? reason.message : error.name;
}
