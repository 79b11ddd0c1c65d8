import type { RequestListener } from "node:http";
import { App, type AuthorizeResult, type SocketModeReceiver } from "@slack/bolt";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import { alertClients } from "./alert-client.ts";
import { createAlertSender } from "./alert-sender.ts";
import { alertTokens } from "./alert-tokens.ts";
import { createAuthorize, saysNoAccess } from "./authorize.ts";
import { boltLogger, clientOptions } from "./client-options.ts";
import { connect, keepTrying, type Reached } from "./connection.ts";
import { listenToEvents, wantedType } from "./event-listeners.ts";
import { createInbox } from "./events.ts";
import { createInstallations } from "./installations.ts";
import { listen } from "./listeners.ts";
import { isForBot, messageName } from "./mentions.ts";
import { patientFetch } from "./patient-fetch.ts";
import { People } from "./people.ts";
import { createHttpReceiver, createSocketReceiver, hand, listenerOf } from "./receivers.ts";
import { SLACK_SIZE } from "./render/size.ts";
import { readSaid } from "./said.ts";
import { createSignIn } from "./sign-in.ts";
import type { SlackDesk } from "./slack-desk.ts";
import type { SlackOptions, SlackServices } from "./slack-options.ts";
import { slackSettings } from "./slack-settings.ts";
import { Turns } from "./turns.ts";

/** What is in hand when the bot stops has this long to end. */
const FINISH_WITHIN_MS = 10_000;
const WARN_OF_SIGNATURES_EVERY_MS = 60 * 60_000;
const LOOK_WHETHER_READY_EVERY_MS = 250;
/** Of several processes one may have died. */
const ADOPT_EVERY_MS = 10_000;
const BAD_SIGNATURE =
  "A request under /slack/ was refused: its signature does not fit SLACK_SIGNING_SECRET, or this machine's clock is wrong";

/** Slack in one workspace or many, over Socket Mode or over HTTP through `listener`. */
export function createSlackBot(
  { install, transport, apiUrl, timeZone }: SlackOptions,
  { desk, log, clock }: SlackServices,
): ChatPlatform & { readonly listener: RequestListener | null } {
  let stopping = false;
  let stopAdopting = async () => {};
  let warnedOfSignatureAt = Number.NEGATIVE_INFINITY;
  const logger = boltLogger(log, (warning) => {
    const due = clock.now() - warnedOfSignatureAt >= WARN_OF_SIGNATURES_EVERY_MS;
    if (!warning.startsWith("Failed to parse and verify") || !due) return;
    warnedOfSignatureAt = clock.now();
    log.warn(BAD_SIGNATURE);
  });
  const client = clientOptions(apiUrl, clock, logger);
  const { reach, botUserId, teamId } = createSignIn(install, client);
  const oauth = install.kind === "oauth" ? { ...install, apiUrl } : null;
  const installations = oauth && createInstallations(desk.installations, oauth.encryptionKey, clock);
  const signingSecret = transport.kind === "http" ? transport.signingSecret : null;
  const http =
    signingSecret === null && oauth === null
      ? null
      : createHttpReceiver({ signingSecret, oauth }, installations, client, logger);
  const socket = transport.kind === "socket" ? createSocketReceiver(transport.appToken, client, logger) : null;

  const slack: SlackDesk = {
    desk: { ...desk, settings: slackSettings(desk.settings) },
    clock,
    timeZone,
    size: SLACK_SIZE,
    log,
    people: new People(clock),
    turns: new Turns(),
    fetch: patientFetch(clock),
  };
  const identity = (): AuthorizeResult => ({
    ...(install.kind === "token" ? { botToken: install.botToken } : {}),
    ...(botUserId() === null ? {} : { botUserId: botUserId() ?? "" }),
  });
  const app = new App({
    receiver: { init() {}, start: async () => {}, stop: async () => {} },
    authorize: createAuthorize(http?.installer, identity),
    clientOptions: client,
    convoStore: false,
    extendedErrorHandler: true,
    logger,
  });
  app.error(saysNoAccess(slack));
  listen(app, slack);
  listenToEvents(app, slack, installations, botUserId);

  const inbox = createInbox({
    events: desk.events,
    clock,
    log,
    async nameOf(body) {
      const said = readSaid(body, botUserId());
      if (said) return (await isForBot(slack, said)) ? messageName(said) : null;
      const { type } = (body["event"] ?? {}) as { readonly type?: unknown };
      return wantedType(type) ? String(body["event_id"]) : null;
    },
    handle: (incoming) => app.processEvent(incoming),
  });
  http?.init(hand(inbox.receive));
  socket?.init(hand(inbox.receive));

  const trying = { clock, log, isStopping: () => stopping };
  const open = async (receiver: SocketModeReceiver): Promise<Reached> => {
    const result = await connect(receiver);
    if (stopping) void receiver.client.disconnect();
    return result;
  };
  const stayConnected = (receiver: SocketModeReceiver) => {
    let connecting = false;
    receiver.client.on("disconnected", () => {
      if (connecting || stopping) return;
      connecting = true;
      const again = async () => {
        if ((await open(receiver)).kind !== "reached") await keepTrying(() => open(receiver), trying);
        connecting = false;
      };
      void again();
    });
  };
  const adoptWhenReady = async () => {
    while (!desk.ready() && !stopping) await clock.sleep(LOOK_WHETHER_READY_EVERY_MS);
    if (stopping) return;
    await inbox.adoptOrphans();
    if (!stopping) stopAdopting = clock.every(ADOPT_EVERY_MS, inbox.adoptOrphans);
  };

  const alerts = createAlertSender({
    tokenOf: alertTokens(install, installations, { teamId }),
    clientOf: alertClients(apiUrl, logger),
    rateLimit: desk.rateLimit,
    timeZone,
    clock,
  });

  return {
    name: "Slack",
    alerts,
    listener: http && listenerOf(http, () => stopping),
    async start() {
      const unreachable: string[] = [];
      const reached = await reach();
      if (reached.kind === "refused") return { problem: reached.problem };
      if (reached.kind === "unreachable") {
        unreachable.push(reached.why);
        void keepTrying(reach, trying);
      }
      if (socket) {
        const opened = await open(socket);
        if (opened.kind === "refused") return { problem: opened.problem };
        if (opened.kind === "unreachable") {
          unreachable.push(opened.why);
          void keepTrying(() => open(socket), trying).then(() => stayConnected(socket));
        } else {
          stayConnected(socket);
        }
      }
      void adoptWhenReady();
      const through = socket ? "Socket Mode" : "HTTP under /slack/events";
      if (unreachable.length > 0) {
        log.warn("Slack does not answer yet; trying again and again", { why: unreachable.join(", ") });
        return { address: `not reached yet (${unreachable.join(", ")}), through ${through}` };
      }
      return { address: `${reached.kind === "reached" ? reached.where : "workspace"}, through ${through}` };
    },
    async stop() {
      stopping = true;
      if (socket?.client.websocket) await Promise.race([socket.client.disconnect(), clock.sleep(FINISH_WITHIN_MS)]);
      void stopAdopting();
      await inbox.settle(FINISH_WITHIN_MS);
    },
  };
}
