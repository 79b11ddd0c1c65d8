import { ApiError, FormCheck, refusal } from "./api-error.ts";
import type { WireChoice, WireCommand, WireCommandOption } from "./wire-types.ts";
import type { World } from "./world.ts";

const MAX_COMMAND_LENGTH = 8000;
const MAX_OF_A_TYPE: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const WITH_CHOICES = [3, 4, 10];
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);

type Path = readonly (string | number)[];
export type CommandBody = Partial<WireCommand> & { name: string };

/** Refuses a command that Discord refuses. */
export function checkCommand(form: FormCheck, path: Path, body: CommandBody): void {
  const { type = CHAT_INPUT, name, name_localizations, description, description_localizations, options } = body;
  form.choice([...path, "type"], type, [1, 2, 3]);
  const slash = type === CHAT_INPUT;
  checkName(form, path, { name, name_localizations }, slash);
  if (slash) {
    checkDescription(form, path, { description, description_localizations });
    checkOptions(form, [...path, "options"], options);
  } else {
    if (description) form.add([...path, "description"], "BASE_TYPE_BAD_LENGTH", "Must be 0 in length.");
    if (options?.length)
      form.add([...path, "options"], "APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED", "Options not allowed");
  }
  if (body.contexts?.length === 0) form.badLength([...path, "contexts"], 1, 3);
  if (lengthOf(body) > MAX_COMMAND_LENGTH) {
    form.add(path, "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${MAX_COMMAND_LENGTH})`);
  }
}

type Named = Pick<CommandBody, "name"> & { name_localizations?: Record<string, string> | null | undefined };
type Described = {
  description?: string | undefined;
  description_localizations?: Record<string, string> | null | undefined;
};

function checkName(form: FormCheck, path: Path, { name, name_localizations }: Named, strict: boolean): void {
  const check = (here: Path, value: string) => {
    form.text(here, value, { min: 1, max: 32 });
    if (!strict || typeof value !== "string" || value === "" || [...value].length > 32) return;
    if (!NAME.test(value)) {
      form.add(here, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    } else if (value !== value.toLowerCase()) {
      form.add(here, "APPLICATION_COMMAND_INVALID_NAME", "Command name must be lower case");
    }
  };
  check([...path, "name"], name);
  eachLocale(form, [...path, "name_localizations"], name_localizations, check);
}

function checkDescription(form: FormCheck, path: Path, { description, description_localizations }: Described): void {
  const check = (here: Path, value: string | undefined) => form.text(here, value, { min: 1, max: 100 });
  check([...path, "description"], description);
  eachLocale(form, [...path, "description_localizations"], description_localizations, check);
}

function eachLocale(
  form: FormCheck,
  path: Path,
  texts: Record<string, string> | null | undefined,
  check: (path: Path, text: string) => void,
): void {
  for (const [locale, text] of Object.entries(texts ?? {})) {
    if (!LOCALES.has(locale))
      form.add([...path, locale], "ENUM_TYPE_COERCE", `Value "${locale}" is not a valid enum value.`);
    check([...path, locale], text);
  }
}

function checkOptions(form: FormCheck, path: Path, given: WireCommandOption[] | undefined): void {
  const options = form.list(path, given, { max: 25 });
  let optionalSeen = false;
  const names = new Set<string>();
  options.forEach((option, at) => {
    const here = [...path, at];
    form.choice([...here, "type"], option.type, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    checkName(form, here, option, true);
    checkDescription(form, here, option);
    if (names.has(option.name)) {
      form.add(path, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
    }
    names.add(option.name);
    if (option.type === SUBCOMMAND || option.type === SUBCOMMAND_GROUP) {
      checkOptions(form, [...here, "options"], option.options);
      return;
    }
    if (option.required && optionalSeen) {
      const rule = "Required options must be placed before non-required options";
      form.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", rule);
    }
    if (!option.required) optionalSeen = true;
    checkChoices(form, here, option);
  });
  if (new Set(options.map(({ type }) => type <= SUBCOMMAND_GROUP)).size > 1) {
    form.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands and options do not mix");
  }
}

function checkChoices(
  form: FormCheck,
  path: Path,
  { type, autocomplete, choices, ...option }: WireCommandOption,
): void {
  if (autocomplete && choices?.length) {
    form.add([...path, "choices"], "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "Autocomplete excludes choices");
  }
  if ((autocomplete || choices?.length) && !WITH_CHOICES.includes(type)) {
    form.add([...path, "type"], "APPLICATION_COMMAND_OPTION_TYPE", "This type has no choices");
  }
  form.list([...path, "choices"], choices, { max: 25 }).forEach((choice, at) => {
    const here = [...path, "choices", at];
    const check = (place: Path, text: string) => form.text(place, text, { min: 1, max: 100 });
    check([...here, "name"], choice.name);
    eachLocale(form, [...here, "name_localizations"], choice.name_localizations, check);
    if (typeof choice.value === "string") form.text([...here, "value"], choice.value, { min: 1, max: 100 });
  });
  const { min_length: min = 0, max_length: max = 6000 } = option;
  if (min < 0 || min > 6000) form.add([...path, "min_length"], "NUMBER_TYPE_MAX", "Must be between 0 and 6000.");
  if (max < 1 || max > 6000) form.add([...path, "max_length"], "NUMBER_TYPE_MAX", "Must be between 1 and 6000.");
}

/** Names, descriptions and values in all; of each text the longest localisation counts. */
function lengthOf(part: CommandBody | WireCommandOption | WireChoice): number {
  const longest = (text: string | undefined, localized: Record<string, string> | null | undefined) =>
    Math.max(...[text ?? "", ...Object.values(localized ?? {})].map((each) => [...each].length));
  const own = longest(part.name, part.name_localizations);
  if ("value" in part) return own + [...String(part.value)].length;
  const { description, description_localizations } = part;
  const held = [...(part.options ?? []), ...("choices" in part ? (part.choices ?? []) : [])];
  return held.reduce((sum, each) => sum + lengthOf(each), own + longest(description, description_localizations));
}

/** Refuses a whole list that Discord refuses. */
export function checkCommandList(bodies: readonly CommandBody[]): void {
  if (!Array.isArray(bodies)) throw new ApiError(400, 50035, "Invalid Form Body");
  const form = new FormCheck();
  const seen = new Set<string>();
  bodies.forEach((body, at) => {
    checkCommand(form, [at], body);
    const key = `${body.type ?? CHAT_INPUT} ${body.name}`;
    if (seen.has(key))
      form.add([at], "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
    seen.add(key);
  });
  form.throwIfAny();
  for (const [type, max] of Object.entries(MAX_OF_A_TYPE)) {
    if (bodies.filter((body) => (body.type ?? CHAT_INPUT) === Number(type)).length > max)
      throw refusal.tooManyCommands();
  }
}

/** The command as Discord keeps it, with what the body leaves out. */
export function storedCommand(world: World, guildId: string | null, body: CommandBody, id?: string): WireCommand {
  const { options } = body;
  return {
    id: id ?? world.ids.next(),
    application_id: world.applicationId,
    ...(guildId !== null && { guild_id: guildId }),
    version: world.ids.next(),
    type: body.type ?? CHAT_INPUT,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? "",
    description_localizations: body.description_localizations ?? null,
    ...(options?.length && { options: options.map(storedOption) }),
    default_member_permissions:
      body.default_member_permissions == null ? null : String(body.default_member_permissions),
    ...(guildId === null && { dm_permission: body.dm_permission ?? body.contexts?.includes(1) ?? true }),
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw ?? false,
  };
}

// Discord says only what is true of an option.
function storedOption({ required, autocomplete, options, choices, ...option }: WireCommandOption): WireCommandOption {
  return {
    ...option,
    ...(required && { required }),
    ...(autocomplete && { autocomplete }),
    ...(choices?.length && { choices }),
    ...(options?.length && { options: options.map(storedOption) }),
  };
}

/** The command without its localisations, as lists give it where nobody asks for them. */
export function withoutLocalizations(command: WireCommand): object {
  const strip = (part: WireCommandOption | WireCommand): object => {
    const { name_localizations: _n, description_localizations: _d, ...rest } = part;
    const choices = "choices" in rest ? rest.choices?.map(({ name_localizations: _, ...choice }) => choice) : undefined;
    return { ...rest, ...(choices && { choices }), ...(rest.options && { options: rest.options.map(strip) }) };
  };
  return strip(command);
}
