import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import { alertClients } from "./alert-client.ts";
import { createAlertSender } from "./alert-sender.ts";
import { alertTokens } from "./alert-tokens.ts";
import { boltLogger, clientOptions } from "./client-options.ts";
import { keepTrying } from "./connection.ts";
import { createInstallations } from "./installations.ts";
import { createSignIn } from "./sign-in.ts";
import type { SlackOptions, SlackServices } from "./slack-options.ts";

/** Slack for a process that only posts alerts: it opens no socket and hears nothing. */
export function createSlackSender(
  { install, apiUrl, timeZone }: SlackOptions,
  { desk, log, clock }: SlackServices,
): ChatPlatform {
  let stopping = false;
  const logger = boltLogger(log);
  const signIn = createSignIn(install, clientOptions(apiUrl, clock, logger));
  const installations =
    install.kind === "oauth" ? createInstallations(desk.installations, install.encryptionKey, clock) : null;
  return {
    name: "Slack",
    alerts: createAlertSender({
      tokenOf: alertTokens(install, installations, signIn),
      clientOf: alertClients(apiUrl, logger),
      rateLimit: desk.rateLimit,
      timeZone,
      clock,
    }),
    async start() {
      const reached = await signIn.reach();
      switch (reached.kind) {
        case "refused":
          return { problem: reached.problem };
        case "unreachable":
          log.warn("Slack does not answer yet; trying again and again", { why: reached.why });
          void keepTrying(signIn.reach, { clock, log, isStopping: () => stopping });
          return { address: `not reached yet (${reached.why}), for alerts only` };
        case "reached":
          return { address: `${reached.where}, for alerts only` };
      }
    },
    async stop() {
      stopping = true;
    },
  };
}
