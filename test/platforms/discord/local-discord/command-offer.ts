import type { LocalChannel } from "./channels.ts";
import { LocalMessage } from "./messages.ts";
import { has } from "./permissions.ts";
import { messageJson } from "./wire-messages.ts";
import { channelJson, memberJson, roleJson, userJson } from "./wire-places.ts";
import type { WireCommand, WireCommandOption } from "./wire-types.ts";
import type { Account, World } from "./world.ts";

const CHAT_INPUT = 1;
const SUBCOMMANDS = [1, 2];
const CHANNEL = 7;
const CONTEXT = { guild: 0, botDm: 1 };

/** What a person may give as an option's value: a text, a number, or a person, channel or role. */
export type OptionValue = string | number | boolean | { readonly id: string };
export type OptionValues = Readonly<Record<string, OptionValue>>;

export interface Asking {
  readonly world: World;
  readonly user: Account;
  readonly locale: string;
  readonly channel: LocalChannel;
}

/** The command as the person's Discord offers it; throws where it would not be offered. */
export function offeredCommand({ world, user, locale, channel }: Asking, type: number, name: string): WireCommand {
  const lists = [world.commands.get(channel.guild?.id ?? ""), world.commands.get("global")];
  const known = lists.flatMap((list) => list ?? []).filter((command) => command.type === type);
  const found = known.find((each) => each.name === name || each.name_localizations?.[locale] === name);
  if (!found)
    throw new Error(`No command "${name}" is registered; there are: ${known.map((each) => each.name).join(", ")}`);
  const context = channel.guild ? CONTEXT.guild : CONTEXT.botDm;
  const contexts = found.contexts ?? (found.dm_permission === false ? [0] : [0, 1]);
  if (!contexts.includes(context))
    throw new Error(`"${name}" is not offered ${channel.guild ? "in guilds" : "in DMs"}`);
  if (channel.guild) checkPermissions(found, channel, user);
  return found;
}

function checkPermissions(
  { name, default_member_permissions: needed }: WireCommand,
  channel: LocalChannel,
  user: Account,
) {
  const bits = channel.permissionsOf(user.id);
  if (!channel.guild?.members.has(user.id)) throw new Error(`${user.name} is not a member of ${channel.guild?.name}`);
  if (!channel.may(user, "ViewChannel", "UseApplicationCommands"))
    throw new Error(`${user.name} sees no commands here`);
  if (needed === null || has(bits, "Administrator")) return;
  const lacks = needed === "0" || (bits & BigInt(needed)) !== BigInt(needed);
  if (lacks) throw new Error(`"${name}" is not offered to ${user.name}, who lacks the permissions ${needed}`);
}

/** The data of a slash command; the subcommand, if any, follows the name after a space. */
export function slashData(asking: Asking, spoken: string, given: OptionValues, focused?: string): object {
  const [name = "", ...path] = spoken.split(" ");
  const command = offeredCommand(asking, CHAT_INPUT, name);
  let options = command.options ?? [];
  const branch: WireCommandOption[] = [];
  for (const step of path) {
    const isStep = ({ name: own, name_localizations }: WireCommandOption) =>
      own === step || name_localizations?.[asking.locale] === step;
    const found = options.find((option) => SUBCOMMANDS.includes(option.type) && isStep(option));
    if (!found) throw new Error(`"${spoken}" is no subcommand; there are: ${namesOf(options)}`);
    branch.push(found);
    options = found.options ?? [];
  }
  if (options.some(({ type }) => SUBCOMMANDS.includes(type)))
    throw new Error(`"${spoken}" needs one of: ${namesOf(options)}`);
  checkChannels(asking, options, given);
  const values = filledIn(options, given, asking.locale, focused);
  const nested = branch.reduceRight<object[]>(
    (held, { type, name: own }) => [{ type, name: own, options: held }],
    values,
  );
  const resolved = resolvedIn(asking, Object.values(given));
  return { id: command.id, name: command.name, type: CHAT_INPUT, options: nested, ...(resolved && { resolved }) };
}

/** Discord offers only channels of the types that an option takes, and that the person sees. */
function checkChannels(
  { world, user, locale }: Asking,
  options: readonly WireCommandOption[],
  given: OptionValues,
): void {
  for (const { name, name_localizations, type, channel_types } of options) {
    const value = given[name] ?? given[name_localizations?.[locale] ?? name];
    if (type !== CHANNEL || typeof value !== "object") continue;
    const channel = world.channels.get(value.id);
    const isOffered = channel && (channel_types?.includes(channel.type) ?? true) && channel.may(user, "ViewChannel");
    if (!isOffered) throw new Error(`Option "${name}" does not offer ${channel?.name ?? value.id} to ${user.name}`);
  }
}

const namesOf = (options: readonly WireCommandOption[]) => options.map(({ name }) => name).join(", ");

function filledIn(
  options: readonly WireCommandOption[],
  given: OptionValues,
  locale: string,
  focused?: string,
): object[] {
  const named = (name: string) =>
    options.find((each) => each.name === name || each.name_localizations?.[locale] === name);
  const values = Object.entries(given).map(([name, value]) => {
    const option = named(name);
    if (!option) throw new Error(`No option "${name}"; there are: ${namesOf(options)}`);
    const isFocused = name === focused;
    if (isFocused && !option.autocomplete) throw new Error(`"${name}" has no autocomplete`);
    // What is still being typed is sent as it stands.
    const sent = isFocused ? String(value) : sentValue(option, value);
    return { name: option.name, type: option.type, value: sent, ...(isFocused && { focused: true }) };
  });
  const missing = options.filter(({ name, required }) => required && !values.some((value) => value.name === name));
  if (missing.length > 0 && focused === undefined) throw new Error(`Required options are missing: ${namesOf(missing)}`);
  return values;
}

const EXPECTED: Readonly<Record<number, string>> = { 3: "string", 4: "number", 5: "boolean", 10: "number" };

function sentValue(option: WireCommandOption, given: OptionValue): string | number | boolean {
  const { name, type, choices } = option;
  if (typeof given === "object") {
    if (type in EXPECTED) throw new Error(`Option "${name}" takes a ${EXPECTED[type]}`);
    return given.id;
  }
  if (typeof given !== EXPECTED[type]) throw new Error(`Option "${name}" does not take ${JSON.stringify(given)}`);
  if (type === 4 && !Number.isInteger(given)) throw new Error(`Option "${name}" takes whole numbers`);
  if (choices?.length) {
    const choice = choices.find((each) => each.value === given || each.name === given);
    if (!choice) throw new Error(`Option "${name}" has no choice ${JSON.stringify(given)}`);
    return choice.value;
  }
  const [size, min, max] =
    typeof given === "string"
      ? [[...given].length, option.min_length ?? 0, option.max_length ?? 6000]
      : [Number(given), option.min_value ?? -Infinity, option.max_value ?? Infinity];
  if (typeof given !== "boolean" && (size < min || size > max))
    throw new Error(`Option "${name}": out of bounds: ${size}`);
  return given;
}

function resolvedIn({ world, channel, user }: Asking, values: readonly OptionValue[]): object | null {
  const ids = values.flatMap((value) => (typeof value === "object" ? value.id : []));
  if (ids.length === 0) return null;
  const of = <T>(look: (id: string) => T | undefined, json: (found: T) => object) =>
    Object.fromEntries(ids.flatMap((id) => (look(id) ? [[id, json(look(id) as T)]] : [])));
  return {
    users: of((id) => world.accounts.get(id), userJson),
    members: of(
      (id) => channel.guild?.members.get(id),
      (member) => ({ ...memberJson(member), permissions: String(channel.permissionsOf(member.account.id)) }),
    ),
    channels: of(
      (id) => world.channels.get(id),
      (found) => ({ ...channelJson(found), permissions: String(found.permissionsOf(user.id)) }),
    ),
    roles: of((id) => channel.guild?.roles.get(id), roleJson),
  };
}

/** The data of a command used on a message or on a person. */
export function contextData(asking: Asking, name: string, target: LocalMessage | Account): object {
  const { world, channel } = asking;
  const onMessage = target instanceof LocalMessage;
  const command = offeredCommand(asking, onMessage ? 3 : 2, name);
  const member = channel.guild?.members.get(target.id);
  // The bot reads the message it is used on, whatever its intents.
  const resolved = onMessage
    ? { messages: { [target.id]: messageJson(world, target, true) } }
    : {
        users: { [target.id]: userJson(target) },
        ...(member && { members: { [target.id]: { ...memberJson(member), permissions: "0" } } }),
      };
  return { id: command.id, name: command.name, type: command.type, target_id: target.id, resolved };
}
