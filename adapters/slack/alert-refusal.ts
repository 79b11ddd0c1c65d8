import { webApi } from "@slack/bolt";
import type { SendOutcome } from "../../src/ports/alert-sender.ts";
import type { RejectReason } from "../../src/ports/subscription-store.ts";
import { apiProblem } from "./api-problem.ts";

const SECOND_MS = 1000;
const UNAVAILABLE = 503;
const SERVER_ERROR = 500;

const REASONS: Readonly<Record<string, RejectReason>> = {
  channel_not_found: "channel-gone",
  message_not_found: "channel-gone",
  thread_not_found: "channel-gone",
  user_not_found: "channel-gone",
  is_archived: "archived",
  not_in_channel: "not-in-channel",
  access_denied: "no-permission",
  cannot_dm_bot: "no-permission",
  cannot_reply_to_message: "no-permission",
  channel_is_limited_access: "no-permission",
  messages_tab_disabled: "no-permission",
  missing_scope: "no-permission",
  no_permission: "no-permission",
  restricted_action: "no-permission",
  restricted_action_non_threadable_channel: "no-permission",
  restricted_action_read_only_channel: "no-permission",
  restricted_action_thread_locked: "no-permission",
  restricted_action_thread_only_channel: "no-permission",
  user_is_restricted: "no-permission",
};
/** Slack says no for now, and has posted nothing. */
const LATER: ReadonlySet<string> = new Set([
  "ratelimited",
  "rate_limited",
  "message_limit_exceeded",
  "org_login_required",
  "request_timeout",
  "service_unavailable",
  "team_added_to_org",
]);
/** Slack failed somewhere, and nobody knows how far it came. */
const UNCERTAIN: ReadonlySet<string> = new Set(["fatal_error", "internal_error", "operation_timeout"]);
/** There was no connection that anything could have been sent through. */
const UNSENT: ReadonlySet<string> = new Set(["EAI_AGAIN", "ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"]);

/** What a failed post came to. */
export type PostFailure = Exclude<SendOutcome, { readonly kind: "sent" }>;

/** What it means for an alert that posting it failed like this. */
export function postFailure(thrown: unknown, nowMs: number): PostFailure {
  if (thrown instanceof webApi.WebAPIRateLimitedError) {
    return { kind: "retry", notBeforeMs: nowMs + thrown.retryAfter * SECOND_MS, why: "ratelimited" };
  }
  if (thrown instanceof webApi.WebAPIHTTPError) return ofStatus(thrown.statusCode);
  const problem = apiProblem(thrown);
  if (problem === null) return { kind: "uncertain", why: "the answer could not be read" };
  const { kind, code } = problem;
  if (kind === "unreachable") {
    return UNSENT.has(code) ? { kind: "retry", notBeforeMs: null, why: code } : { kind: "uncertain", why: code };
  }
  return ofCode(code, kind === "token");
}

function ofStatus(status: number): PostFailure {
  const why = `status ${status}`;
  const isUncertain = status >= SERVER_ERROR && status !== UNAVAILABLE;
  return isUncertain ? { kind: "uncertain", why } : { kind: "retry", notBeforeMs: null, why };
}

function ofCode(code: string, isToken: boolean): PostFailure {
  if (isToken) return { kind: "rejected", reason: "uninstalled", why: code };
  if (LATER.has(code)) return { kind: "retry", notBeforeMs: null, why: code };
  if (UNCERTAIN.has(code)) return { kind: "uncertain", why: code };
  const reason = REASONS[code];
  return reason === undefined ? { kind: "refused", why: code } : { kind: "rejected", reason, why: code };
}
