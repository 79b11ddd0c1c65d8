import { REST, type RESTPutAPIApplicationCommandsJSONBody, Routes } from "discord.js";
import { COMMANDS } from "./command-list.ts";
import { isUnauthorized } from "./discord-errors.ts";

export interface Registration {
  readonly count: number;
  /** False where Discord had exactly these already. */
  readonly changed: boolean;
}

/** Registers every command with Discord, for the command line. Throws a sentence for the operator. */
export async function registerCommands({
  token,
  apiUrl,
}: {
  readonly token: string;
  readonly apiUrl: string | null;
}): Promise<Registration> {
  const rest = new REST({ version: "10", ...(apiUrl !== null && { api: apiUrl }) }).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as { id: string };
    return await syncCommands(rest, application.id);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(
      isUnauthorized(error) ? WRONG_TOKEN : `The commands could not be registered with Discord: ${message}`,
    );
  }
}

export const WRONG_TOKEN =
  "Discord does not know DISCORD_TOKEN. Copy the bot's token again: https://discord.com/developers/applications, your app, Bot, Reset Token.";

/** Tells Discord of the commands where it knows others. Safe to run twice. */
export async function syncCommands(rest: REST, applicationId: string): Promise<Registration> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: "true" });
  const known = (await rest.get(route, { query })) as object[];
  const changed = comparable(known) !== comparable(COMMANDS);
  if (changed) await rest.put(route, { body: COMMANDS satisfies RESTPutAPIApplicationCommandsJSONBody });
  return { count: COMMANDS.length, changed };
}

const COMPARED: ReadonlySet<string> = new Set([
  ...["type", "name", "name_localizations", "description", "description_localizations", "options", "choices", "value"],
  ...["required", "autocomplete", "max_length", "min_value", "max_value", "channel_types"],
  ...["contexts", "integration_types", "default_member_permissions"],
]);

/** Equal for equal lists, whatever their order and whatever Discord adds to them. */
function comparable(commands: readonly object[]): string {
  const texts = commands.map((command) => JSON.stringify(bareOf(command)));
  return texts.sort().join("\n");
}

function bareOf(value: unknown, isNames = false): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => bareOf(item));
    return items.every((item) => typeof item === "number") ? items.sort((a, b) => Number(a) - Number(b)) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, held]) => (isNames || COMPARED.has(key)) && !isNothing(held))
    .map(([key, held]) => [key, bareOf(held, key.endsWith("_localizations"))] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}
