import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { freePort } from "./free-port.ts";
import type { LocalSlack } from "./local-slack.ts";
import type { Team } from "./workspace.ts";

/** A logger for apps whose complaints are part of the test. */
export const SILENT = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Client options for the local Slack: the client waits as long as Retry-After says, and no longer. */
export function clientOptionsFor(slack: LocalSlack) {
  return { slackApiUrl: slack.apiUrl, retryConfig: { retries: 3, minTimeout: 1, maxTimeout: 1 } };
}

/** A Bolt app that listens on 127.0.0.1 and gets everything there; listeners are put up before it starts. */
export async function startOverHttp(slack: LocalSlack, team: Team, listen: (app: App) => void = () => {}) {
  const { signingSecret } = slack;
  const app = new App({ token: team.botToken, signingSecret, clientOptions: clientOptionsFor(slack), logger: SILENT });
  listen(app);
  const port = await freePort();
  await app.start({ port, host: "127.0.0.1" });
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return app;
}

/** A Bolt app on Socket Mode that reconnects after half a second. */
export async function startOverSockets(slack: LocalSlack, team: Team, listen: (app: App) => void = () => {}) {
  const clientOptions = clientOptionsFor(slack);
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    clientPingTimeout: 500,
    installerOptions: { clientOptions },
    logger: SILENT,
  });
  const app = new App({ token: team.botToken, receiver, clientOptions: clientOptionsFor(slack), logger: SILENT });
  listen(app);
  await app.start();
  return app;
}
