import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import { LONGEST_QUESTION } from "../../src/text/question-length.ts";
import { COMMAND_WORDS, type CommandWord, type CommandWords } from "../../src/wording/command-words.ts";

const { en, ko } = COMMAND_WORDS;

export const MOST_QUESTIONS_PER_MINUTE = 100;
/** Where somebody may mention the bot. */
const MENTION_CHANNELS = [
  ...([ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const),
  ...([ChannelType.GuildVoice, ChannelType.GuildStageVoice] as const),
];

type WordKey = { [Key in keyof CommandWords]: CommandWords[Key] extends CommandWord ? Key : never }[keyof CommandWords];

/** English by default, Korean for those whose Discord is Korean. */
function inBoth(key: WordKey) {
  return {
    ...en[key],
    name_localizations: { ko: ko[key].name },
    description_localizations: { ko: ko[key].description },
  };
}

function choice<Value extends keyof CommandWords["choices"]>(value: Value) {
  return { name: en.choices[value], name_localizations: { ko: ko.choices[value] }, value };
}

const { String: Text, Boolean: Switch, Integer, Channel } = ApplicationCommandOptionType;
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};

const ASK_OPTIONS: APIApplicationCommandOption[] = [
  { type: Text, ...inBoth("askQuestion"), required: true, max_length: LONGEST_QUESTION },
  { type: Text, ...inBoth("askDocument"), autocomplete: true },
  { type: Switch, ...inBoth("askPrivate") },
];

const SETTINGS_OPTIONS: APIApplicationCommandOption[] = [
  { type: Text, ...inBoth("setLanguage"), choices: [choice("auto"), choice("ko"), choice("en")] },
  { type: Text, ...inBoth("setAnswers"), choices: [choice("public"), choice("private")] },
  { type: Channel, ...inBoth("addChannel"), channel_types: MENTION_CHANNELS },
  { type: Channel, ...inBoth("removeChannel") },
  { type: Switch, ...inBoth("allChannels") },
  { type: Switch, ...inBoth("setThreads") },
  { type: Integer, ...inBoth("setLimit"), min_value: 1, max_value: MOST_QUESTIONS_PER_MINUTE },
  { type: Switch, ...inBoth("resetSettings") },
];

/** Every command, as Discord is told of it. */
export const COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [
  { type: ApplicationCommandType.ChatInput, ...inBoth("ask"), ...everywhere, options: ASK_OPTIONS },
  { type: ApplicationCommandType.ChatInput, ...inBoth("documents"), ...everywhere },
  { type: ApplicationCommandType.ChatInput, ...inBoth("help"), ...everywhere },
  { type: ApplicationCommandType.ChatInput, ...inBoth("status"), ...everywhere },
  { type: ApplicationCommandType.ChatInput, ...inBoth("forget"), ...everywhere },
  {
    ...{ type: ApplicationCommandType.ChatInput, ...inBoth("settings"), ...everywhere, options: SETTINGS_OPTIONS },
    contexts: [InteractionContextType.Guild],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  },
  {
    ...{ type: ApplicationCommandType.Message, ...everywhere },
    name: en.lookUp,
    name_localizations: { ko: ko.lookUp },
  },
];
