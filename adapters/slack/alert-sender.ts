import type { webApi } from "@slack/bolt";
import { alertMessage } from "../../src/chat/alert-message.ts";
import type { Alert, AlertSender, SendOutcome } from "../../src/ports/alert-sender.ts";
import type { RateLimit } from "../../src/ports/rate-limit.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { type AlertAddress, readAlertAddress } from "./alert-address.ts";
import { postFailure } from "./alert-refusal.ts";
import type { FindAlertToken } from "./alert-tokens.ts";
import { alertMark, findAlertMessage } from "./find-alert.ts";
import { renderAlert } from "./render/alert.ts";
import { channelName } from "./render/names.ts";

/** Slack takes one message a second in a channel. */
const PACE_MS = 1000;
const LOOK_UPS_PER_MINUTE = 1;
const NOT_YET_MS = 5000;
const SECOND_MS = 1000;

export interface AlertSending {
  readonly tokenOf: FindAlertToken;
  readonly clientOf: (token: string) => webApi.WebClient;
  readonly rateLimit: RateLimit;
  readonly timeZone: string;
  readonly clock: Clock;
}

/** Posts alerts in Slack. A repeated post would be a second message: Slack knows none again. */
export function createAlertSender(sending: AlertSending): AlertSender {
  const { clock, rateLimit } = sending;
  return {
    platform: "slack",
    paceMs: PACE_MS,
    repeatableForMs: 0,
    async send(alert) {
      const reached = await reach(alert.channel, sending);
      if (reached.kind === "gone") return { kind: "rejected", reason: reached.reason, why: reached.why };
      if (reached.kind === "not-yet") return { kind: "retry", notBeforeMs: reached.untilMs, why: reached.why };
      return post(alert, reached, sending);
    },
    async find({ id, channel }, { sinceMs }) {
      const reached = await reach(channel, sending);
      if (reached.kind === "gone") return { kind: "unknown", why: reached.why };
      if (reached.kind === "not-yet") return { kind: "later", notBeforeMs: reached.untilMs };
      const { client, address } = reached;
      // To learn the id of somebody's direct messages would take another scope.
      if (address.isPerson) return { kind: "unknown", why: "direct messages cannot be looked up by their reader" };
      const waitSeconds = await rateLimit.take(`slack:history:${address.team}`, LOOK_UPS_PER_MINUTE);
      if (waitSeconds !== null) return { kind: "later", notBeforeMs: clock.now() + waitSeconds * SECOND_MS };
      return findAlertMessage(client, address, { id, sinceMs, nowMs: clock.now() });
    },
  };
}

type Reached =
  | { readonly kind: "reached"; readonly client: webApi.WebClient; readonly address: AlertAddress }
  | { readonly kind: "gone"; readonly reason: "uninstalled" | "channel-gone"; readonly why: string }
  | { readonly kind: "not-yet"; readonly untilMs: number; readonly why: string };

/** Who posts there. Never rejects. */
async function reach(channel: string, { tokenOf, clientOf, clock }: AlertSending): Promise<Reached> {
  const address = readAlertAddress(channel);
  if (address === null) return { kind: "gone", reason: "channel-gone", why: "this is no channel of Slack's" };
  const found = await tokenOf(address.team).catch(
    () => ({ kind: "not-yet", why: "its token cannot be read" }) as const,
  );
  switch (found.kind) {
    case "gone":
      return { kind: "gone", reason: "uninstalled", why: "the app is not installed there" };
    case "not-yet":
      return { kind: "not-yet", untilMs: clock.now() + NOT_YET_MS, why: found.why };
    case "token":
      return { kind: "reached", client: clientOf(found.token), address };
  }
}

async function post(
  alert: Alert,
  { client, address }: Extract<Reached, { readonly kind: "reached" }>,
  { clock, timeZone }: AlertSending,
): Promise<SendOutcome> {
  const { target, thread } = address;
  const message = alertMessage(alert, { nowMs: clock.now(), timeZone, nameOfChannel });
  const mentions = alert.content.kind === "article" ? alert.content.mentions : [];
  try {
    const posted = await client.chat.postMessage({
      channel: target,
      ...renderAlert(message, mentions),
      ...(thread === null ? {} : { thread_ts: thread }),
      metadata: alertMark(alert.id),
      unfurl_links: false,
      unfurl_media: false,
    });
    return { kind: "sent", messageRef: `${posted.channel ?? target}:${posted.ts ?? ""}` };
  } catch (error) {
    return postFailure(error, clock.now());
  }
}

/** As Slack shows it; a thread is named by its channel. */
function nameOfChannel(channel: string): string {
  return channelName(readAlertAddress(channel)?.target ?? channel);
}
