import { randomBytes } from "node:crypto";
import type { RequestListener } from "node:http";
import { type App, type Logger as BoltLogger, HTTPReceiver, SocketModeReceiver, type webApi } from "@slack/bolt";
import { authorizationUrl } from "./client-options.ts";
import type { Incoming } from "./events.ts";
import { INSTALL_PAGES } from "./install-pages.ts";
import type { Installations } from "./installations.ts";
import { BOT_SCOPES, OPTIONAL_SCOPES } from "./scopes.ts";
import { secretFrom } from "./seal.ts";

const EVENTS_PATH = "/slack/events";
const REDIRECT_PATH = "/slack/oauth_redirect";
const UNAVAILABLE = 503;
const NOT_FOUND = 404;

export interface OAuthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
  readonly encryptionKey: Uint8Array;
  readonly apiUrl: string | null;
}

/** Takes what a receiver of Bolt's hands on. */
export type Receive = (incoming: Incoming) => Promise<void>;

/** A receiver calls nothing of the app but this. */
export function hand(receive: Receive): App {
  return { processEvent: receive } as unknown as App;
}

/**
 * Slack over HTTP, and the pages where the app is installed. Without a signing secret it takes no events: they come
 * over Socket Mode then, and only the pages are served.
 */
export function createHttpReceiver(
  { signingSecret, oauth }: { readonly signingSecret: string | null; readonly oauth: OAuthOptions | null },
  installations: Installations | null,
  client: webApi.WebClientOptions,
  logger: BoltLogger,
): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret: signingSecret ?? randomBytes(32).toString("hex"),
    endpoints: signingSecret === null ? [] : [EVENTS_PATH],
    logger,
    ...(oauth && installations ? installerOf(oauth, installations, client) : {}),
  });
}

function installerOf(
  { clientId, clientSecret, publicUrl, encryptionKey, apiUrl }: OAuthOptions,
  installationStore: Installations,
  client: webApi.WebClientOptions,
) {
  return {
    clientId,
    clientSecret,
    stateSecret: secretFrom(encryptionKey, "policydesk slack oauth state"),
    scopes: [...Object.keys(BOT_SCOPES), ...Object.keys(OPTIONAL_SCOPES)],
    redirectUri: `${publicUrl}${REDIRECT_PATH}`,
    installationStore,
    installerOptions: {
      directInstall: true,
      redirectUriPath: REDIRECT_PATH,
      authorizationUrl: authorizationUrl(apiUrl),
      clientOptions: client,
      callbackOptions: INSTALL_PAGES,
    },
  };
}

/** Reconnecting is ours: Bolt's own ends the process where Slack refuses. */
export function createSocketReceiver(
  appToken: string,
  client: webApi.WebClientOptions,
  logger: BoltLogger,
): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: client },
    logger,
  });
}

/** The receiver's requests, for a server of ours to hang under /slack/. */
export function listenerOf(receiver: HTTPReceiver, isStopping: () => boolean): RequestListener {
  return (request, response) => {
    if (isStopping()) {
      response.writeHead(UNAVAILABLE).end();
      return;
    }
    try {
      receiver.requestListener(request, response);
    } catch {
      // It throws where no path of its own is asked for.
      response.writeHead(NOT_FOUND).end();
    }
  };
}
