import type { FrontDesk } from "../ports/chat-platform.ts";
import type { Clock } from "../ports/runtime.ts";
import type { PageSize } from "../presentation/pages.ts";
import type { Locale } from "../wording/age.ts";
import { localeOf } from "../wording/wording-for.ts";

/** What a chat platform gives to have its messages made. */
export interface ChatServices {
  readonly desk: FrontDesk;
  readonly clock: Clock;
  /** IANA name; dates are shown in it. */
  readonly timeZone: string;
  /** What fits into one of its messages. */
  readonly size: PageSize;
}

/** Who does something, and where. */
export interface Visitor {
  /** "discord:123", "slack:T1:U2". */
  readonly person: string;
  /** Where settings are kept: "discord:guild:9", "discord:dm", "slack:T1". */
  readonly place: string;
  /** The talk they are in. */
  readonly conversation: string;
  readonly locale: Locale;
  /** Nobody else sees what is said to them. */
  readonly alone: boolean;
  /** Where alerts would go if they subscribed here, such as "discord:channel:1"; null where none can. */
  readonly channel: string | null;
  /** How that is called where it is not the channel they see: a thread of it, or another one. */
  readonly channelCalled?: string;
  /** Whether they may decide what this channel hears of. */
  readonly managesAlerts: boolean;
}

/** The language to write in: the reader's own where it is ours, else the place's, else that of what was written. */
export function localeFor(readerTag: string | null, ofPlace: Locale | null, written: string): Locale {
  const language = readerTag?.toLowerCase().split(/[-_]/)[0];
  if (language === "ko" || language === "en") return language;
  return ofPlace ?? localeOf(written);
}

/** True for the first of those who do the same within the time, or a little more than it; in whatever process. */
export async function onceWithin(
  { desk, clock }: Pick<ChatServices, "desk" | "clock">,
  key: string,
  withinMs: number,
): Promise<boolean> {
  const slot = Math.floor(clock.now() / withinMs);
  const mine = await desk.events.claim({ key: `${key}:${slot}`, payload: null });
  // The time goes on into the next slot, which nobody gets who comes then.
  if (mine) await desk.events.claim({ key: `${key}:${slot + 1}`, payload: null });
  return mine;
}

/** True the first time in a day that this is to be said, in whatever process. */
export async function firstTime(desk: FrontDesk, key: string): Promise<boolean> {
  return desk.events.claim({ key: `said:${key}`, payload: null });
}
