import { FormCheck, refusal } from "./api-error.ts";
import {
  type CommandBody,
  checkCommand,
  checkCommandList,
  storedCommand,
  withoutLocalizations,
} from "./command-rules.ts";
import { type Call, noContent, ok, param, type Route } from "./routing.ts";
import { channelJson, guildJson, memberJson, userJson } from "./wire-places.ts";
import type { WireCommand } from "./wire-types.ts";
import type { World } from "./world.ts";

const CONTENT_APPROVED_FLAG = 1 << 18;

/** The app as it sees itself. */
export function applicationJson({ applicationId, bot, options, guilds }: World): object {
  const flags = options.messageContentIntent ? CONTENT_APPROVED_FLAG : 0;
  return {
    ...{ id: applicationId, name: bot.name, icon: null, description: "", summary: "", flags, bot: userJson(bot) },
    ...{ bot_public: true, bot_require_code_grant: false, verify_key: "0".repeat(64), team: null, owner: null },
    ...{ approximate_guild_count: guilds.size, redirect_uris: [], tags: [], hook: true },
    integration_types_config: { "0": { oauth2_install_params: { scopes: ["bot"], permissions: "0" } } },
  };
}

interface Scope {
  readonly guildId: string | null;
  readonly commands: WireCommand[];
  keep(commands: WireCommand[]): void;
}

function scopeOf(call: Call): Scope {
  const { world, params } = call;
  if (param(call, "application_id") !== world.applicationId) throw refusal.unknownApplication();
  const guildId = params["guild_id"] ?? null;
  if (guildId !== null && !world.guilds.has(guildId)) throw refusal.missingAccess();
  const key = guildId ?? "global";
  const keep = (commands: WireCommand[]) => {
    world.commands.set(key, commands);
    world.changed();
  };
  return { guildId, commands: world.commands.get(key) ?? [], keep };
}

function listCommands(call: Call) {
  const { commands } = scopeOf(call);
  return ok(call.query.get("with_localizations") === "true" ? commands : commands.map(withoutLocalizations));
}

function replaceCommands(call: Call) {
  const { guildId, commands, keep } = scopeOf(call);
  const bodies = (call.body ?? []) as CommandBody[];
  checkCommandList(bodies);
  const stored = bodies.map((body) => storedCommand(call.world, guildId, body, idOf(commands, body)));
  keep(stored);
  return ok(stored);
}

// A command of the same type and name is the same command.
function idOf(commands: readonly WireCommand[], { type = 1, name }: CommandBody): string | undefined {
  return commands.find((known) => known.type === type && known.name === name)?.id;
}

function createCommand(call: Call) {
  const { guildId, commands, keep } = scopeOf(call);
  const body = call.body as CommandBody;
  const form = new FormCheck();
  checkCommand(form, [], body);
  form.throwIfAny();
  const id = idOf(commands, body);
  const command = storedCommand(call.world, guildId, body, id);
  const others = commands.filter((known) => known.id !== id);
  checkCommandList([...others, command]);
  keep([...others, command]);
  return { status: id === undefined ? 201 : 200, body: command };
}

function knownCommand(call: Call): WireCommand {
  const found = scopeOf(call).commands.find(({ id }) => id === param(call, "command_id"));
  if (!found) throw refusal.unknownCommand();
  return found;
}

function updateCommand(call: Call) {
  const { guildId, commands, keep } = scopeOf(call);
  const known = knownCommand(call);
  const body = { ...known, ...(call.body as Partial<CommandBody>) };
  const form = new FormCheck();
  checkCommand(form, [], body);
  form.throwIfAny();
  const command = storedCommand(call.world, guildId, body, known.id);
  keep(commands.map((each) => (each === known ? command : each)));
  return ok(command);
}

function deleteCommand(call: Call) {
  const { commands, keep } = scopeOf(call);
  const known = knownCommand(call);
  keep(commands.filter((each) => each !== known));
  return noContent;
}

function guildOf(call: Call) {
  const guild = call.world.guilds.get(param(call, "guild_id"));
  if (!guild) throw refusal.unknownGuild();
  return guild;
}

function getMember(call: Call) {
  const id = param(call, "user_id");
  const member = guildOf(call).members.get(id === "@me" ? call.world.bot.id : id);
  if (!member) throw refusal.unknownMember();
  return ok({ ...memberJson(member), user: userJson(member.account) });
}

function getUser(call: Call) {
  const id = param(call, "user_id");
  const account = call.world.accounts.get(id === "@me" ? call.world.bot.id : id);
  if (!account) throw refusal.unknownUser();
  return ok(userJson(account));
}

function getApplication(call: Call) {
  const id = param(call, "application_id");
  if (id !== "@me" && id !== call.world.applicationId) throw refusal.unknownApplication();
  return ok(applicationJson(call.world));
}

const commandRoutes = (list: string): Route[] => [
  { method: "GET", template: list, handle: listCommands },
  { method: "PUT", template: list, handle: replaceCommands },
  { method: "POST", template: list, handle: createCommand },
  { method: "GET", template: `${list}/{command_id}`, handle: (call) => ok(knownCommand(call)) },
  { method: "PATCH", template: `${list}/{command_id}`, handle: updateCommand },
  { method: "DELETE", template: `${list}/{command_id}`, handle: deleteCommand },
];

export const appRoutes: readonly Route[] = [
  { method: "GET", template: "/applications/{application_id}", handle: getApplication },
  ...commandRoutes("/applications/{application_id}/commands"),
  ...commandRoutes("/applications/{application_id}/guilds/{guild_id}/commands"),
  { method: "GET", template: "/users/{user_id}", handle: getUser },
  { method: "GET", template: "/guilds/{guild_id}", handle: (call) => ok(guildJson(guildOf(call))) },
  {
    method: "GET",
    template: "/guilds/{guild_id}/channels",
    handle: (call) => ok(guildOf(call).channels.map((channel) => channelJson(channel))),
  },
  { method: "GET", template: "/guilds/{guild_id}/members/{user_id}", handle: getMember },
];
