import { type Method, needed } from "./api-call.ts";
import { Refusal } from "./refusal.ts";

const test: Method = ({ team }) => ({
  url: `https://${team.domain}.slack.com/`,
  team: team.name,
  user: "policydesk",
  team_id: team.id,
  user_id: team.botUserId,
  bot_id: team.botId,
  is_enterprise_install: false,
});

const info: Method = ({ team }) => ({ team: { id: team.id, name: team.name, domain: team.domain } });

const revoke: Method = ({ team, events }) => {
  team.standing = "token_revoked";
  void events.happened(team.id, { type: "tokens_revoked", tokens: { oauth: [], bot: [team.botUserId] } });
  return { revoked: true };
};

const uninstall: Method = (call) => {
  const { team, events } = call;
  needed(call, "client_id");
  if (team.standing !== "installed") throw new Refusal("account_inactive");
  team.standing = "uninstalled";
  void events.happened(team.id, { type: "app_uninstalled" });
  void events.happened(team.id, { type: "tokens_revoked", tokens: { oauth: [], bot: [team.botUserId] } });
  return {};
};

/** auth.*, team.* and apps.* that work with a bot token. */
export const TEAM_METHODS: Readonly<Record<string, Method>> = {
  "auth.test": test,
  "auth.revoke": revoke,
  "apps.uninstall": uninstall,
  "team.info": info,
};
