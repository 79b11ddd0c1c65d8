/**
 * A Slack of one's own on 127.0.0.1, for an app built with Bolt as it comes.
 *
 *   const slack = await startLocalSlack({ clock });
 *   const team = slack.addTeam({ name: "Policy office" });
 *   const channel = team.addChannel("policy");
 *   const user = team.addUser({ name: "minji", locale: "ko-KR" });
 *
 *   over HTTP:    new App({ token: team.botToken, signingSecret: slack.signingSecret,
 *                           clientOptions: { slackApiUrl: slack.apiUrl } })
 *                 and slack.deliverTo("http://127.0.0.1:PORT/slack/events")
 *   over sockets: new App({ token: team.botToken, appToken: slack.appToken, socketMode: true,
 *                           clientOptions: { slackApiUrl: slack.apiUrl } })
 *   with OAuth:   clientId: slack.clientId, clientSecret: slack.clientSecret,
 *                 installerOptions: { authorizationUrl: slack.authorizeUrl }
 *                 and slack.oauth.installer = { teamId: team.id, userId: user.id }
 *
 *   await user.says(channel, "<@BOT> a question");        events go out, each acked or failed
 *   const answer = await channel.nextMessage();           waits for the app, never for a time
 *   await user.clicks(answer, { text: "Sources" });
 *   answer.shown, answer.live, slack.transcript(channel)  what a reader sees, could press, read on paper
 *
 * Nothing here is timed but acks: trigger ids and response URLs go by the clock that is given.
 */
import { ApiServer, type LoggedRequest } from "./api-server.ts";
import { Deliveries, type Delivery, type DeliveryKind } from "./deliveries.ts";
import { type Fault, Faults, type Held } from "./faults.ts";
import { freePort } from "./free-port.ts";
import { Handles } from "./handles.ts";
import { Limits, type RateLimits } from "./limits.ts";
import { MessageEvents } from "./message-events.ts";
import { OAuth } from "./oauth.ts";
import type { Channel } from "./places.ts";
import { USUAL_SCOPES } from "./scopes.ts";
import type { Signing } from "./signed-post.ts";
import { SocketHub } from "./socket-mode.ts";
import type { StoredMessage } from "./stored-message.ts";
import { transcriptOf } from "./transcript.ts";
import { Team } from "./workspace.ts";
import { type Clock, World } from "./world.ts";

export interface LocalSlackOptions {
  /** The time trigger ids and response URLs go by; the real one when not said. */
  readonly clock?: Clock;
  /** How long the app may take to ack, in real milliseconds: 3,000 as Slack allows. */
  readonly ackWithinMs?: number;
  /** How often the app may post and look back; without limits when not said. */
  readonly limits?: RateLimits;
  /** The events the app has subscribed to. */
  readonly subscriptions?: readonly string[];
}

export interface NewTeam {
  readonly name?: string;
  readonly scopes?: readonly string[];
  /** A team without the app: it comes by OAuth. */
  readonly installed?: boolean;
}

const SUBSCRIPTIONS = [
  "app_mention",
  "message.channels",
  "message.groups",
  "message.im",
  "app_home_opened",
  "app_uninstalled",
  "tokens_revoked",
];

export type LocalSlack = Awaited<ReturnType<typeof startLocalSlack>>;

/** Start a Slack on a free port of 127.0.0.1. */
export async function startLocalSlack(options: LocalSlackOptions = {}) {
  const world = new World(options.clock ?? { now: () => Date.now() });
  const signingSecret = "local-signing-secret";
  const appToken = "xapp-1-A0LOCALAPP-1-local";
  const sockets = new SocketHub(world);
  const deliveries = new Deliveries(world, sockets, {
    signingSecret,
    verificationToken: "local-verification-token",
    ackWithinMs: options.ackWithinMs ?? 3_000,
  });
  const events = new MessageEvents(world, deliveries, options.subscriptions ?? SUBSCRIPTIONS);
  const faults = new Faults();
  const handles = new Handles(world);
  const oauth = new OAuth(world);
  const parts = {
    world,
    handles,
    events,
    sockets,
    oauth,
    faults,
    limits: new Limits(world.clock, options.limits ?? {}),
    appToken,
    deliveries,
    read: new Set<StoredMessage>(),
  };
  const api = new ApiServer(parts);
  const origin = `http://127.0.0.1:${await listen(api)}`;
  handles.origin = origin;

  return {
    apiUrl: `${origin}/api/`,
    authorizeUrl: `${origin}/oauth/v2/authorize`,
    signingSecret,
    appToken,
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    oauth,
    /** Every request of the app: Web API calls and posts to response URLs (`response_url`). */
    requests: api.requests as readonly LoggedRequest[],
    unknownMethods: api.unknownMethods as readonly string[],
    /** Everything that was sent to the app, with every attempt. */
    deliveries: deliveries.log as readonly Delivery[],
    sockets,

    addTeam({ name = "Team", scopes = USUAL_SCOPES, installed = true }: NewTeam = {}): Team {
      const id = world.newId("T");
      const record = {
        id,
        name,
        domain: `team-${id.toLowerCase()}`,
        botToken: `xoxb-${id}-local`,
        botUserId: world.newId("U"),
        botId: world.newId("B"),
        scopes: new Set(scopes),
        standing: installed ? ("installed" as const) : ("not_installed" as const),
      };
      world.teams.set(id, record);
      const bot = { id: record.botUserId, teamId: id, name: "policydesk", realName: "policydesk", bot: true };
      const plain = { locale: "en-US", timeZone: "Asia/Seoul", admin: false, guest: false, views: [], home: undefined };
      world.users.set(bot.id, { ...bot, ...plain });
      return new Team(parts, record);
    },

    /** Where the app listens: one URL, or one for each of events, commands and interactivity. */
    deliverTo: (urls: string | Partial<Record<DeliveryKind, string>>) => deliveries.deliverTo(urls),
    /** The check of the request URL. */
    verifyUrl: () => deliveries.verifyUrl(),
    /** Send every failed event again, with the headers of a retry. */
    retryDue: () => deliveries.retryDue(),
    /** Send the last event (of a type) once more, with the same event id. */
    deliverTwice: (type?: string) => deliveries.again(type),
    holdEvents: () => deliveries.hold(),
    releaseEvents: () => deliveries.release(),
    /** Sign wrongly or with an old time from now on; no argument: properly again. */
    signWith(signing: Signing = {}): void {
      deliveries.signing = signing;
    },

    failNext: (fault: Fault = {}) => faults.fail(fault),
    /** Let the next call (of a method) wait until it is released. */
    delayNext: ({ method }: { readonly method?: string } = {}): Held => faults.delay(method),
    requestsOf: (method: string) => api.requests.filter((request) => request.method === method),
    /** Resolves with what `find` finds, as soon as something here has changed so that it does. */
    until: <T>(find: () => T | undefined, what = "a change", timeoutMs?: number) =>
      world.waits.until(find, () => what, timeoutMs),

    /** Every status a thread was given; the empty one that follows a message of the app included. */
    statusOf: (channel: Channel, threadTs: string): readonly string[] => channel.record.statuses.get(threadTs) ?? [],
    promptsOf: (channel: Channel, threadTs: string) => channel.record.prompts.get(threadTs),
    titleOf: (channel: Channel, threadTs: string) => channel.record.titles.get(threadTs),
    transcript: (channel: Channel) => transcriptOf(world, channel.record),

    async stop(): Promise<void> {
      faults.releaseAll();
      sockets.stop();
      const closed = new Promise((resolve) => api.server.close(resolve));
      api.server.closeAllConnections();
      await closed;
    },
  };
}

async function listen({ server }: ApiServer): Promise<number> {
  const port = await freePort();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return port;
}
