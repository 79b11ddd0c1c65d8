import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
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
import { ALERT_CHANNELS } from "./alert-channel.ts";

const { en, ko } = COMMAND_WORDS;

export const MOST_QUESTIONS_PER_MINUTE = 100;
/** Characters of one option of words. */
const LONGEST_WORDS = 1000;
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

const { String: Text, Boolean: Switch, Integer, Channel, Role, Subcommand } = ApplicationCommandOptionType;
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

const ALERT_CHANNEL = { type: Channel, ...inBoth("alertChannel"), channel_types: ALERT_CHANNELS } as const;
const TOPIC_OPTIONS: APIApplicationCommandBasicOption[] = [
  { type: Text, ...inBoth("alertTopics"), max_length: LONGEST_WORDS },
  { type: Text, ...inBoth("alertWithout"), max_length: LONGEST_WORDS },
  { type: Text, ...inBoth("alertSource"), max_length: LONGEST_WORDS, autocomplete: true },
  { type: Text, ...inBoth("alertCategory"), max_length: LONGEST_WORDS, autocomplete: true },
];
const SUBSCRIPTION: APIApplicationCommandBasicOption[] = [
  { type: Text, ...inBoth("subscription"), required: true, autocomplete: true },
  ALERT_CHANNEL,
];

const ALERTS_OPTIONS: APIApplicationCommandSubcommandOption[] = [
  {
    ...{ type: Subcommand, ...inBoth("subscribe") },
    options: [...TOPIC_OPTIONS, { type: Role, ...inBoth("alertMention") }, ALERT_CHANNEL],
  },
  { type: Subcommand, ...inBoth("listAlerts"), options: [ALERT_CHANNEL] },
  { type: Subcommand, ...inBoth("unsubscribe"), options: SUBSCRIPTION },
  { type: Subcommand, ...inBoth("pauseAlerts"), options: SUBSCRIPTION },
  { type: Subcommand, ...inBoth("resumeAlerts"), options: SUBSCRIPTION },
  { type: Subcommand, ...inBoth("previewAlerts"), options: TOPIC_OPTIONS },
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
    ...{ type: ApplicationCommandType.ChatInput, ...inBoth("alerts"), ...everywhere, options: ALERTS_OPTIONS },
    contexts: [InteractionContextType.Guild],
    default_member_permissions: String(PermissionFlagsBits.ManageChannels),
  },
  {
    ...{ type: ApplicationCommandType.Message, ...everywhere },
    name: en.lookUp,
    name_localizations: { ko: ko.lookUp },
  },
];
