import { type Client, Routes } from "discord.js";
import type { Alert, AlertSender, FindOutcome, SendOutcome } from "../../src/ports/alert-sender.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { alertBody } from "./alert-body.ts";
import { channelIdOf } from "./alert-channel.ts";
import { createAlertPost, refOf } from "./alert-post.ts";
import { type AlertRest, ANSWER_WITHIN_MS, createAlertRest } from "./alert-rest.ts";
import { NoTurn, type TakeTurn } from "./alert-turns.ts";
import type { ChannelNames } from "./channel-names.ts";
import { findAlert } from "./find-alert.ts";
import { guildIdOf } from "./guild-place.ts";
import type { AlertLine } from "./permissions-there.ts";
import { createPlacesByRest } from "./places-by-rest.ts";
import { type AlertProblem, readProblem } from "./read-problem.ts";

interface AlertSenderOptions {
  readonly token: string;
  readonly apiUrl: string | null;
  readonly timeZone: string;
}

interface AlertSenderServices {
  readonly clock: Clock;
  readonly log: Logger;
  readonly names: ChannelNames;
  /** Of all requests, also of other processes. */
  readonly turn: TakeTurn;
  /** The client that hears of a server, or of direct messages where it is null; null where this process has none. */
  connected(guildId: string | null): Client<true> | null;
}

const PERSON = "dm:discord:";
/** Discord lets five messages into a channel within five seconds. */
const PACE_MS = 1000;
/** A nonce is known for "the past few minutes". */
const REPEATABLE_FOR_MS = 120_000;
const LOOK_AGAIN_MS = 30_000;
/** It has waited for a turn already. */
const NEXT_TURN_MS = 1000;
/** Requests with a wrong token count against the bot's address. */
const WRONG_TOKEN_MS = 300_000;

export function createAlertSender(options: AlertSenderOptions, services: AlertSenderServices): AlertSender {
  const { clock, names } = services;
  const rest = createAlertRest(options, services.turn);
  const postAlert = createAlertPost(clock);
  const tellProblem = problemTeller(rest, options, services);
  const places = createPlacesByRest(rest, clock);
  const lineOf = (place: string): AlertLine => {
    const client = services.connected(guildIdOf(place));
    return { rest, client, places, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) };
  };
  const later = (waitMs: number) => clock.now() + waitMs;

  /** `posting`: what is lost may have been carried out. */
  async function unsentOf(error: unknown, { place }: Alert, line: AlertLine, posting: boolean): Promise<SendOutcome> {
    const problem = tellProblem(error);
    const { why } = problem;
    if (problem.kind === "lost" && posting) return { kind: "uncertain", why };
    if (problem.kind === "rejected") return { kind: "rejected", reason: await reasonIn(line, place, problem), why };
    if (problem.kind === "refused") return { kind: "refused", why };
    const waitMs = waitOf(problem);
    return { kind: "retry", notBeforeMs: waitMs === null ? null : later(waitMs), why };
  }

  return {
    platform: "discord",
    paceMs: PACE_MS,
    repeatableForMs: REPEATABLE_FOR_MS,
    async send(alert) {
      const line = lineOf(alert.place);
      let posting = false;
      try {
        const channelId = await channelFor(line, alert);
        const { content, place } = alert;
        const name = content.kind === "alerts-paused" ? await names.nameOf(line, content.channel, place) : "";
        const reader = { nowMs: clock.now(), timeZone: options.timeZone, nameOfChannel: () => name };
        posting = true;
        return await postAlert(line, channelId, (mayEmbed) => alertBody(alert, reader, mayEmbed));
      } catch (error) {
        return unsentOf(error, alert, line, posting);
      }
    },
    async find({ id, channel, place }, within) {
      const channelId = channelIdOf(channel);
      if (channelId === null) return { kind: "unknown", why: "a direct message carries no id" };
      try {
        const found = await findAlert(lineOf(place), channelId, id, within);
        return found.kind === "found" ? { kind: "found", messageRef: refOf(channelId, found.messageId) } : found;
      } catch (error) {
        return notFoundOf(tellProblem(error));
      }
    },
  };

  function notFoundOf(problem: AlertProblem): FindOutcome {
    // Nothing can be posted there either: sending says so, with the reason.
    if (problem.kind === "rejected") return { kind: "none" };
    return { kind: "later", notBeforeMs: later(waitOf(problem) ?? LOOK_AGAIN_MS) };
  }
}

async function channelFor({ rest, signal }: AlertLine, { channel }: Alert): Promise<string> {
  const channelId = channelIdOf(channel);
  if (channelId !== null) return channelId;
  const body = { recipient_id: channel.slice(PERSON.length) };
  return ((await rest.post(Routes.userChannels(), { body, signal })) as { id: string }).id;
}

/** A server that the bot has left shows nothing any more. */
async function reasonIn(
  { client, places, signal }: AlertLine,
  place: string,
  { reason }: Extract<AlertProblem, { readonly kind: "rejected" }>,
) {
  const guildId = guildIdOf(place);
  if (guildId === null) return reason;
  const hasLeft = client ? !client.guilds.cache.has(guildId) : await places.hasLeft(guildId, signal);
  return hasLeft ? "uninstalled" : reason;
}

/** Null where Discord says nothing of it. */
function waitOf(problem: AlertProblem): number | null {
  if (problem.kind === "limited") return problem.waitMs;
  return problem.kind === "token" ? WRONG_TOKEN_MS : null;
}

/** Reads what was thrown; what an operator has to mend goes to the log, a wrong token once. */
function problemTeller(rest: AlertRest, { token }: AlertSenderOptions, { log }: AlertSenderServices) {
  let toldOfToken = false;
  return (error: unknown): AlertProblem => {
    if (error instanceof NoTurn) return { kind: "limited", why: error.message, waitMs: NEXT_TURN_MS };
    const problem = readProblem(error);
    if (problem.kind === "token") {
      // Discord's client forgets a token that was refused.
      rest.setToken(token);
      if (!toldOfToken) log.error("Discord does not take the bot's token any more: alerts wait");
      toldOfToken = true;
    }
    return problem;
  };
}
