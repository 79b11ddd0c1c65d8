import { localeFor, type Visitor } from "../../src/chat/chat-services.ts";
import type { Locale } from "../../src/wording/age.ts";
import { alertWordingIn } from "../../src/wording/wording-for.ts";
import type { Origin } from "./origin.ts";
import type { SlackDesk } from "./slack-desk.ts";

export function personId(team: string, user: string): string {
  return `slack:${team}:${user}`;
}

export function placeId(team: string): string {
  return `slack:${team}`;
}

/** Direct messages with somebody. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

/**
 * The talk somebody is in: a thread, direct messages with the bot, or one person's questions in a channel. In threads
 * that people opened the bot has a talk of another name: only those it opened itself are its own.
 */
export function talkId({ team, channel, thread, user, alone }: Omit<Origin, "client">, ownThread = true): string {
  if (channel === null) return `slack:${team}:window:${user}`;
  if (isDirect(channel) && !alone) return `slack:${team}:dm:${user}`;
  if (thread === null) return `slack:${team}:${channel}:${user}`;
  return ownThread ? threadTalkId(team, channel, thread) : `${threadTalkId(team, channel, thread)}:guest`;
}

export function threadTalkId(team: string, channel: string, thread: string): string {
  return `slack:${team}:${channel}:${thread}`;
}

/** Where alerts would go that are subscribed to here: the thread, the channel, or the direct messages with the bot. */
export function alertChannel({ team, channel, thread, messageTs }: Omit<Origin, "client">): string | null {
  if (channel === null) return null;
  // A message with replies names itself as its thread; and direct messages are one talk, whatever their threads.
  const inChannel = thread === null || thread === messageTs || isDirect(channel);
  return inChannel ? `slack:${team}:${channel}` : `slack:${team}:${channel}:${thread}`;
}

/** Who does something, with the language to answer in. `written`: what they wrote, where they wrote anything. */
export async function visitorOf(
  { desk, people }: SlackDesk,
  origin: Origin,
  written: string,
  conversation: string = talkId(origin),
): Promise<Visitor> {
  const { client, team, user, alone } = origin;
  const place = placeId(team);
  const [person, settings] = await Promise.all([people.find(client, team, user), desk.settings.get(place)]);
  const locale = localeFor(person?.locale ?? null, settings.locale, written);
  const channel = alertChannel(origin);
  // Whoever writes in a channel decides what it hears of; guests are others' guests there.
  const managesAlerts = channel !== null && person?.guest !== true;
  const called = calledHere(channel, origin, locale);
  const visitor = { person: personId(team, user), place, conversation, locale, alone, channel, managesAlerts };
  return called === null ? visitor : { ...visitor, channelCalled: called };
}

/** Null where alerts go to the channel itself. */
function calledHere(channel: string | null, { channel: where }: Omit<Origin, "client">, locale: Locale): string | null {
  if (where === null || channel === null) return null;
  if (isDirect(where)) return alertWordingIn(locale).thisTalk();
  return channel.endsWith(`:${where}`) ? null : alertWordingIn(locale).thisThread();
}

/** What others know somebody by. */
export async function nameOf({ people }: SlackDesk, { client, team, user, userName }: Origin): Promise<string> {
  return (await people.find(client, team, user))?.name ?? userName ?? user;
}
