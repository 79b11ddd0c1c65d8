import type { ChatInputCommandInteraction } from "discord.js";
import {
  alertsMessage,
  manageSubscription,
  previewMessage,
  type SubscriptionAction,
  subscribe,
  type WrittenTopic,
} from "../../../src/chat/alerts.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import { type ChatMessage, line, saying } from "../../../src/presentation/chat-message.ts";
import { COMMAND_WORDS } from "../../../src/wording/command-words.ts";
import { alertWordingIn, chatWordingIn } from "../../../src/wording/wording-for.ts";
import { alertChannelOf, channelIdOf, managesThere } from "../alert-channel.ts";
import type { DiscordContext } from "../context.ts";
import { mayBeMentioned } from "../may-be-mentioned.ts";
import { missingToPost } from "../missing-to-post.ts";
import { plainQuestion } from "../plain-question.ts";
import { arrivalOf } from "../visitor.ts";
import { type Command, toOne } from "./command.ts";
import { chosenSubscription } from "./suggest-alerts.ts";

const WORDS = COMMAND_WORDS.en;
const ACTIONS: ReadonlyMap<string, SubscriptionAction> = new Map([
  [WORDS.unsubscribe.name, "unsubscribe"],
  [WORDS.pauseAlerts.name, "pause-alerts"],
  [WORDS.resumeAlerts.name, "resume-alerts"],
]);

/** What a channel is told of: shows it, and changes it. */
export const alerts: Command = async (context, interaction) => {
  const { visitor } = await arrivalOf(context, interaction, "");
  const there = visitorThere(interaction, visitor);
  return toOne(await done(context, interaction, there, there.channel === visitor.channel));
};

/**
 * Whoever may use the command manages the channel they use it in: admins may hand it to others. Another channel takes
 * the right to manage that one.
 */
function visitorThere(interaction: ChatInputCommandInteraction, visitor: Visitor): Visitor {
  const chosen = interaction.options.getChannel(WORDS.alertChannel.name);
  const channel = chosen ? alertChannelOf(chosen) : visitor.channel;
  const isHere = chosen === null || chosen.id === interaction.channelId;
  if (isHere) return { ...visitor, channel, managesAlerts: true };
  return { ...visitor, channel, channelCalled: `#${chosen.name}`, managesAlerts: managesThere(interaction, chosen.id) };
}

async function done(
  context: DiscordContext,
  interaction: ChatInputCommandInteraction,
  visitor: Visitor,
  isHere: boolean,
): Promise<ChatMessage> {
  const { services } = context;
  const wording = alertWordingIn(visitor.locale);
  const name = interaction.options.getSubcommand();
  if (name === WORDS.previewAlerts.name) {
    return previewMessage(services, visitor, services.desk.alerts.readTopic(topicIn(interaction)));
  }
  if (visitor.channel === null) return saying(wording.onlyInChannel());
  if (!visitor.managesAlerts) return saying(wording.mayNotManage());
  if (name === WORDS.subscribe.name) return subscribed(context, interaction, visitor);
  if (name === WORDS.listAlerts.name) {
    const listed = await alertsMessage(services, visitor);
    // The button would subscribe the channel that it is pressed in.
    return isHere ? listed : { ...listed, actions: [] };
  }
  const action = ACTIONS.get(name);
  if (!action) throw new RangeError(`/alerts has no ${name}.`);
  const id = await chosenSubscription(services, visitor, interaction.options.getString(WORDS.subscription.name, true));
  return manageSubscription(services, visitor, action, id);
}

function topicIn({ options, channel }: ChatInputCommandInteraction): WrittenTopic {
  const given = (option: { readonly name: string }) => plainQuestion(options.getString(option.name) ?? "", channel);
  return {
    include: given(WORDS.alertTopics),
    exclude: given(WORDS.alertWithout),
    sources: given(WORDS.alertSource),
    categories: given(WORDS.alertCategory),
  };
}

async function subscribed(
  { services }: DiscordContext,
  interaction: ChatInputCommandInteraction,
  visitor: Visitor,
): Promise<ChatMessage> {
  const { client, options } = interaction;
  const wording = alertWordingIn(visitor.locale);
  const channelId = channelIdOf(visitor.channel ?? "") ?? interaction.channelId;
  const missing = await missingToPost(client, channelId);
  if (missing !== null) return saying(chatWordingIn(visitor.locale).missingPermission(missing));
  const role = options.getRole(WORDS.alertMention.name);
  if (role && !mayBeMentioned(role, interaction, channelId)) return saying(wording.badMention());
  const message = await subscribe(services, visitor, topicIn(interaction), role?.id ?? null);
  const isDone = message.actions.length > 0;
  return role && isDone
    ? { ...message, lines: [...message.lines, line("small", wording.mentions(`@${role.name}`))] }
    : message;
}
