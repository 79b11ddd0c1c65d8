import { type MessageComponentInteraction, MessageFlags, type ModalSubmitInteraction } from "discord.js";
import type { Acted } from "../../../src/chat/act.ts";
import type { ChatServices, Visitor } from "../../../src/chat/chat-services.ts";
import { saying } from "../../../src/presentation/chat-message.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import { channelIdOf, managesThere } from "../alert-channel.ts";
import type { DiscordContext } from "../context.ts";
import { contentLayout, embedLayout, type Layout } from "../render/message.ts";
import type { Manner, Said } from "../respond.ts";
import type { Room } from "../visitor.ts";

/** Where an answer to a button goes: beside what many see it would be in their way. */
export function mannerOfAnswer({ isDirect, isOwn }: Room): Manner {
  return isDirect || isOwn ? "public" : "private";
}

const MANNERS: Readonly<Record<Exclude<Acted["how"], "answer">, Manner>> = {
  beside: "private",
  instead: "instead",
  share: "public",
};

export function saidOf({ how, message }: Acted, { locale }: Visitor, room: Room, layout: Layout): Said {
  return {
    manner: how === "answer" ? mannerOfAnswer(room) : MANNERS[how],
    message: layout.render(message),
    more: how === "share" ? [embedLayout.render(saying(chatWordingIn(locale).shared()))] : [],
  };
}

/** A message that was written without embeds keeps being one. */
export function layoutOf({ message }: MessageComponentInteraction): Layout {
  return message.embeds.length === 0 && message.content !== "" ? contentLayout : embedLayout;
}

export function sized({ services }: DiscordContext, { size }: Layout): ChatServices {
  return { ...services, size };
}

/**
 * Whoever does something to a subscription does it to the channel that it is for, wherever they press: they need the
 * right to manage that one, unless it is their own.
 */
export async function visitorOf(
  { services }: DiscordContext,
  interaction: MessageComponentInteraction,
  visitor: Visitor,
  subscriptionId: string,
): Promise<Visitor> {
  const found = await services.desk.alerts.subscription(subscriptionId);
  const channelId = found && channelIdOf(found.channel);
  if (!channelId || found.channel === visitor.channel) return visitor;
  return { ...visitor, channel: found.channel, managesAlerts: managesThere(interaction, channelId) };
}

/** Only the one who pressed sees the message. */
export function isAlone(
  { message }: MessageComponentInteraction | ModalSubmitInteraction,
  { isDirect }: Room,
): boolean {
  return !isDirect && message?.flags.has(MessageFlags.Ephemeral) === true;
}
