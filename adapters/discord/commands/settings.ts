import { type ChatInputCommandInteraction, PermissionFlagsBits } from "discord.js";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import { type PlaceNames, settingsMessage } from "../../../src/chat/settings.ts";
import type { PlaceSettings } from "../../../src/ports/settings.ts";
import { saying } from "../../../src/presentation/chat-message.ts";
import { COMMAND_WORDS } from "../../../src/wording/command-words.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import { arrivalOf, personOf } from "../visitor.ts";
import { type Command, toOne } from "./command.ts";

const WORDS = COMMAND_WORDS.en;

/** Shows what is in force in a server and why; changes it where something is given. */
export const settings: Command = async (context, interaction) => {
  const { visitor, settings: current } = await arrivalOf(context, interaction, "");
  const wording = chatWordingIn(visitor.locale);
  if (!interaction.inGuild()) return toOne(saying(wording.onlyInPlace()));
  // Discord lets admins hand a command to others; these settings stay with those who manage the server.
  if (!interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return toOne(saying(wording.mayNotSet()));
  const done = await apply(context.services.desk.settings, interaction, visitor, current);
  return toOne(await settingsMessage(context.services, visitor, namesIn(interaction), done));
};

type Settings = Parameters<Command>[0]["services"]["desk"]["settings"];

async function apply(
  kept: Settings,
  interaction: ChatInputCommandInteraction,
  { place, person }: Visitor,
  before: PlaceSettings,
): Promise<"saved" | "reset" | null> {
  const reset = interaction.options.getBoolean(WORDS.resetSettings.name) ?? false;
  if (reset) await kept.reset(place);
  const changes = changesIn(interaction, reset ? await kept.get(place) : before);
  if (Object.keys(changes).length === 0) return reset ? "reset" : null;
  await kept.change(place, changes, person);
  return "saved";
}

type Changes = { -readonly [Name in keyof PlaceSettings]?: PlaceSettings[Name] };

function changesIn({ options }: ChatInputCommandInteraction, before: PlaceSettings): Changes {
  const changes: Changes = {};
  const language = options.getString(WORDS.setLanguage.name);
  if (language !== null) changes.locale = language === "ko" || language === "en" ? language : null;
  const answers = options.getString(WORDS.setAnswers.name);
  if (answers !== null) changes.visibility = answers === "private" ? "private" : "public";
  const threads = options.getBoolean(WORDS.setThreads.name);
  if (threads !== null) changes.threads = threads;
  const limit = options.getInteger(WORDS.setLimit.name);
  if (limit !== null) changes.questionsPerMinute = limit;
  const channels = channelsIn(options, before.channels);
  if (channels !== undefined) changes.channels = channels;
  return changes;
}

/** Undefined where the channels stay as they are: taking one out of "everywhere" cannot be said. */
function channelsIn(
  options: ChatInputCommandInteraction["options"],
  before: PlaceSettings["channels"],
): PlaceSettings["channels"] | undefined {
  const added = options.getChannel(WORDS.addChannel.name)?.id;
  const removed = options.getChannel(WORDS.removeChannel.name)?.id;
  const all = options.getBoolean(WORDS.allChannels.name);
  let channels = all === null ? before : all ? null : [];
  if (added !== undefined) channels = [...(channels ?? []).filter((id) => id !== added), added];
  if (removed !== undefined) channels = channels?.filter((id) => id !== removed) ?? null;
  const isSame = JSON.stringify(channels) === JSON.stringify(before);
  return isSame ? undefined : channels;
}

function namesIn({ guild }: ChatInputCommandInteraction): PlaceNames {
  return {
    channel: (id) => `#${guild?.channels.cache.get(id)?.name ?? id}`,
    async person(person) {
      const id = person.slice(personOf("").length);
      // Without an id discord.js would ask for everybody, and wait for minutes.
      const member = /^\d+$/.test(id) ? await guild?.members.fetch(id).catch(() => null) : null;
      return member?.displayName ?? id;
    },
  };
}
