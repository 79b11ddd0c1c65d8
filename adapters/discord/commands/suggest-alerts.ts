import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from "discord.js";
import type { ChatServices, Visitor } from "../../../src/chat/chat-services.ts";
import { clip } from "../../../src/text/clip.ts";
import { onOneLine } from "../../../src/text/plain.ts";
import { COMMAND_WORDS } from "../../../src/wording/command-words.ts";
import { alertWordingIn } from "../../../src/wording/wording-for.ts";
import { alertChannel, alertChannelOf, managesThere } from "../alert-channel.ts";
import type { DiscordContext } from "../context.ts";
import { localeAtOnce } from "../visitor.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "./offer-choices.ts";

const WORDS = COMMAND_WORDS.en;

type Choice = ApplicationCommandOptionChoiceData<string>;

/** What fits into an option of /alerts, by what was typed so far. */
export async function suggestAlerts(
  { services }: DiscordContext,
  interaction: AutocompleteInteraction,
): Promise<Choice[]> {
  const { alerts } = services.desk;
  const { name, value } = interaction.options.getFocused(true);
  switch (name) {
    case WORDS.alertSource.name:
      return completed(value, (typed) => alerts.suggestSources(typed, MOST_CHOICES));
    case WORDS.alertCategory.name:
      return completed(value, (typed) => alerts.suggestCategories(typed, MOST_CHOICES));
    case WORDS.subscription.name:
      return subscriptionsFor(services, interaction, value);
    default:
      return [];
  }
}

/** Names are parted by commas; the last one is still being typed. A choice takes the place of all that was typed. */
async function completed(typed: string, suggest: (last: string) => Promise<readonly string[]>): Promise<Choice[]> {
  const parts = typed.split(",").map((part) => part.trim());
  const before = parts.slice(0, -1).filter((part) => part !== "");
  const fitting = (await suggest(parts.at(-1) ?? "")).filter((each) => !before.includes(each));
  const texts = fitting.map((each) => [...before, each].join(", "));
  // A part of a name is none.
  return texts.filter((text) => text.length <= LONGEST_CHOICE).map((text) => ({ name: text, value: text }));
}

async function subscriptionsFor(
  services: ChatServices,
  interaction: AutocompleteInteraction,
  typed: string,
): Promise<Choice[]> {
  const channel = channelOf(interaction);
  if (channel === null) return [];
  const listed = await listedAs(services, { channel, locale: localeAtOnce(interaction) });
  return listed
    .filter(({ name }) => isIn(name, typed))
    .slice(0, MOST_CHOICES)
    .map(({ name, id }) => ({ name: clip(name, LONGEST_CHOICE), value: id }));
}

/** Null where they may not know what the channel hears of. Discord gives no more of an option here than its id. */
function channelOf(interaction: AutocompleteInteraction): string | null {
  const given = interaction.options.get(WORDS.alertChannel.name)?.value;
  if (given === undefined || given === interaction.channelId) return alertChannelOf(interaction.channel);
  return managesThere(interaction, String(given)) ? alertChannel(String(given)) : null;
}

/** The subscription of the channel that was chosen. Discord also sends what was typed without choosing. */
export async function chosenSubscription(
  services: ChatServices,
  visitor: Pick<Visitor, "channel" | "locale">,
  chosen: string,
): Promise<string> {
  const listed = await listedAs(services, visitor);
  if (listed.some(({ id }) => id === chosen)) return chosen;
  const numbered = /^\d{1,2}$/.test(chosen.trim()) ? listed[Number(chosen) - 1] : undefined;
  if (numbered) return numbered.id;
  const [named, ...others] = listed.filter(({ name }) => isIn(name, chosen));
  // Nothing happens to one that was perhaps not meant.
  return named && others.length === 0 ? named.id : chosen;
}

async function listedAs({ desk }: ChatServices, { channel, locale }: Pick<Visitor, "channel" | "locale">) {
  const wording = alertWordingIn(locale);
  const listed = channel === null ? [] : await desk.alerts.list(channel);
  return listed.map(({ id, topic }) => ({ id, name: onOneLine(wording.topic(topic)) }));
}

function isIn(name: string, typed: string): boolean {
  return name.toLowerCase().includes(typed.trim().toLowerCase());
}
