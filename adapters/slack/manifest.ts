import { Document, isScalar, isSeq } from "yaml";
import type { Locale } from "../../src/wording/age.ts";
import { slackWordsIn } from "../../src/wording/slack-words.ts";
import { ASK_SHORTCUT } from "./commands/ask.ts";
import { LOOK_UP_SHORTCUT } from "./commands/look-up.ts";
import { BOT_SCOPES, OPTIONAL_SCOPES } from "./scopes.ts";

interface ManifestOptions {
  readonly transport: "socket" | "http";
  /** Where others reach this server; null where nobody does. */
  readonly publicUrl: string | null;
  readonly locale: Locale;
}

const NAME = "PolicyDesk";
const HEAD: Readonly<Record<Locale, string>> = {
  en: " Make an app from this at https://api.slack.com/apps (Create New App, From a manifest).",
  ko: " https://api.slack.com/apps 에서 Create New App, From a manifest를 골라 이것으로 앱을 만드세요.",
};
const BOT_EVENTS = [
  "app_mention",
  "app_home_opened",
  "app_uninstalled",
  "message.channels",
  "message.groups",
  "message.im",
  "tokens_revoked",
];

/** The app as Slack makes it, as YAML: what it may do with the reason for each, and where it is reached. */
export function slackManifest({ transport, publicUrl, locale }: ManifestOptions): string {
  const words = slackWordsIn(locale).manifest;
  const isHttp = transport === "http" && publicUrl !== null;
  const requests = isHttp ? { request_url: `${publicUrl}/slack/events` } : {};
  const commandUrl = isHttp ? { url: `${publicUrl}/slack/events` } : {};
  const manifest = {
    display_information: { name: NAME, description: words.description },
    features: {
      agent_view: { agent_description: words.agentDescription },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: NAME, always_online: true },
      shortcuts: [
        { name: words.lookUp, type: "message", callback_id: LOOK_UP_SHORTCUT, description: words.lookUpDescription },
        { name: words.ask, type: "global", callback_id: ASK_SHORTCUT, description: words.askDescription },
      ],
      slash_commands: [
        {
          command: "/policy",
          ...commandUrl,
          description: words.commandDescription,
          usage_hint: words.commandHint,
          should_escape: false,
        },
      ],
    },
    oauth_config: {
      ...(publicUrl === null ? {} : { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] }),
      scopes: {
        bot: [...Object.keys(BOT_SCOPES), ...Object.keys(OPTIONAL_SCOPES)],
        bot_optional: Object.keys(OPTIONAL_SCOPES),
      },
    },
    settings: {
      event_subscriptions: { ...requests, bot_events: BOT_EVENTS },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: transport === "socket",
      token_rotation_enabled: false,
    },
  };
  const document = new Document(manifest);
  document.commentBefore = HEAD[locale];
  for (const list of ["bot", "bot_optional"]) explainScopes(document.getIn(["oauth_config", "scopes", list]));
  return document.toString({ lineWidth: 0 });
}

/** Each scope gets its reason as a comment. */
function explainScopes(list: unknown): void {
  if (!isSeq(list)) return;
  for (const item of list.items) {
    if (isScalar(item)) item.comment = ` ${reasonOf(String(item.value))}`;
  }
}

function reasonOf(scope: string): string {
  return BOT_SCOPES[scope] ?? OPTIONAL_SCOPES[scope] ?? "";
}
