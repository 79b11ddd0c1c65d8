import { ChannelType, type Message } from "discord.js";
import { firstTime, localeFor } from "../../src/chat/chat-services.ts";
import type { PlaceSettings } from "../../src/ports/settings.ts";
import { saying } from "../../src/presentation/chat-message.ts";
import type { Locale } from "../../src/wording/age.ts";
import { chatWordingIn } from "../../src/wording/wording-for.ts";
import { type Heard, hear } from "./addressed.ts";
import { alertChannelOf } from "./alert-channel.ts";
import { answerMessage } from "./answer-message.ts";
import type { DiscordContext } from "./context.ts";
import { MESSAGE_EVENT, type MessagePayload } from "./event-keys.ts";
import { may, tellMissing, toWrite } from "./permissions.ts";
import { send, tellFailure } from "./send.ts";
import { authorManages, personOf, roomOf } from "./visitor.ts";

/** Somebody wrote something where the bot can see it. `adopted`: it is this process's already. */
export async function onMessage(context: DiscordContext, message: Message, adopted = false): Promise<void> {
  const key = MESSAGE_EVENT + message.id;
  let isOurs = adopted;
  const claim = async () => {
    isOurs ||= await context.services.desk.events.claim({ key, payload: payloadOf(message) });
    return isOurs;
  };
  try {
    const heard = await hear(message, context.messageContent);
    if (heard) await attend(context, message, heard, claim);
  } catch (error) {
    await tellFailure(context, message, error);
  }
  if (isOurs) await context.finish(key);
}

function payloadOf({ id: messageId, channelId, guildId }: Message): string {
  return JSON.stringify({ channelId, messageId, guildId } satisfies MessagePayload);
}

async function attend(
  context: DiscordContext,
  message: Message,
  heard: Heard,
  claim: () => Promise<boolean>,
): Promise<void> {
  const { desk } = context.services;
  const { channel, channelId, guildId, author } = message;
  const room = await roomOf(channel, { channelId, guildId, userId: author.id });
  const settings = await desk.settings.get(room.place);
  const isHere = room.isDirect || isAnswered(message, settings);
  if (!isHere && !(heard.kind === "question" && heard.addressed)) return;
  if (!(await claim())) return;
  const locale = localeOfMessage(message, settings, heard.kind === "question" ? heard.text : "");
  const wording = chatWordingIn(locale);
  if (!may(message, toWrite(message))) {
    await tellMissing(context, message, locale, toWrite(message));
  } else if (!isHere) {
    const hint = wording.mentionsOff(namesOf(message, settings.channels ?? []));
    if (await firstTime(desk, `discord:mentions-off:${channelId}`)) await send(message, saying(hint));
  } else if (heard.kind === "unreadable") {
    if (await firstTime(desk, `discord:mention-me:${channelId}`)) await send(message, saying(wording.mentionMe()));
  } else {
    const { place, conversation } = room;
    const visitor = {
      ...{ person: personOf(author.id), place, conversation, locale, alone: false },
      ...{ channel: alertChannelOf(channel), managesAlerts: authorManages(message) },
    };
    await answerMessage(context, message, heard, visitor, settings.threads);
  }
}

/** A thread is part of its channel. */
function isAnswered({ channel }: Message, { channels }: PlaceSettings): boolean {
  if (channels === null) return true;
  return channels.includes(channel.id) || (channel.isThread() && channels.includes(channel.parentId ?? ""));
}

/** A message does not say in what language its author uses Discord; without text, the names around it tell. */
function localeOfMessage({ guild, channel }: Message, { locale }: PlaceSettings, text: string): Locale {
  if (text !== "" || locale !== null) return localeFor(null, locale, text);
  if (guild?.preferredLocale === "ko") return "ko";
  return localeFor(null, null, channel.isDMBased() ? "" : `${channel.name} ${guild?.name ?? ""}`);
}

function namesOf({ guild }: Message, channels: readonly string[]): string {
  const known = channels.flatMap((id) => guild?.channels.cache.get(id) ?? []);
  return known.map(({ name, type }) => (type === ChannelType.GuildCategory ? name : `#${name}`)).join(", ");
}
