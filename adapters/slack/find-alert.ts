import type { types, webApi } from "@slack/bolt";
import type { FindOutcome } from "../../src/ports/alert-sender.ts";
import type { AlertAddress } from "./alert-address.ts";
import { postFailure } from "./alert-refusal.ts";

const ALERT_EVENT = "policydesk_alert";
/** Slack's clock and ours may differ. */
const EARLIER_MS = 60_000;
/** Apps outside the Marketplace are shown no more at once. */
const MOST_MESSAGES = 15;
const USUAL_PAUSE_MS = 60_000;

/** Put on an alert's message, so that it can be found by it. */
export function alertMark(alertId: string): types.MessageMetadata {
  return { event_type: ALERT_EVENT, event_payload: { alert_id: alertId } };
}

/** Looks once for the message of an alert where it would stand. */
export async function findAlertMessage(
  client: webApi.WebClient,
  { target, thread }: AlertAddress,
  { id, sinceMs, nowMs }: { readonly id: string; readonly sinceMs: number; readonly nowMs: number },
): Promise<FindOutcome> {
  const asked = {
    channel: target,
    oldest: ((sinceMs - EARLIER_MS) / 1000).toFixed(6),
    inclusive: true,
    include_all_metadata: true,
    limit: MOST_MESSAGES,
  };
  try {
    const { messages = [], has_more: hasMore } =
      thread === null
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: thread });
    const found = messages.find((message) => isOf(message, id));
    if (found?.ts !== undefined) return { kind: "found", messageRef: `${target}:${found.ts}` };
    const isWhole = hasMore !== true || (thread === null && messages.some(isAlert));
    return isWhole ? { kind: "none" } : { kind: "unknown", why: "too much was posted since" };
  } catch (error) {
    return notLooked(error, nowMs);
  }
}

function isOf(message: object, id: string): boolean {
  return markOf(message)?.event_payload["alert_id"] === id;
}

/**
 * A channel's history comes the newest first, and its alerts are posted one after the other: one that is uncertain
 * would stand before any other alert. Slack shows the replies of a thread the other way round.
 */
function isAlert(message: object): boolean {
  return markOf(message) !== null;
}

function markOf(message: object): types.MessageMetadata | null {
  const { metadata } = message as { readonly metadata?: types.MessageMetadata };
  return metadata?.event_type === ALERT_EVENT ? metadata : null;
}

/** What Slack refuses now it refuses for good; all else is asked again. */
function notLooked(error: unknown, nowMs: number): FindOutcome {
  const failure = postFailure(error, nowMs);
  switch (failure.kind) {
    case "rejected":
    case "refused":
      return { kind: "unknown", why: `the history may not be read (${failure.why})` };
    case "retry":
      return { kind: "later", notBeforeMs: failure.notBeforeMs ?? nowMs + USUAL_PAUSE_MS };
    case "uncertain":
      return { kind: "later", notBeforeMs: nowMs + USUAL_PAUSE_MS };
  }
}
