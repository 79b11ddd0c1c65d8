import type { Alert, AlertContent, AlertSender, FindWithin } from "../../../src/ports/alert-sender.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { LocalGuild } from "./local-discord/guilds.ts";

export const GRENADA = {
  kind: "article",
  article: {
    id: "webhook/1",
    key: "k",
    title: "그레나다 항로 협정",
    source: "항로 소식",
    url: "https://example.org/grenada",
    publishedAt: "2026-11-22T02:50:00.000Z",
  },
  excerpt: {
    headingPath: ["그레나다 항로 협정", "서명"],
    pieces: [
      { text: "그레나다는 ", strong: false },
      { text: "항로", strong: true },
      { text: "를 3월에 연다.", strong: false },
    ],
  },
  mentions: [],
} as const satisfies AlertContent;

/** As the bot calls it. */
export const nameOf = ({ id }: LocalChannel) => `discord:channel:${id}`;

interface Place {
  readonly guild: LocalGuild;
  readonly channel: LocalChannel;
}

/** News for a channel. */
export function alertIn({ guild, channel }: Place, more: Partial<Alert> = {}): Alert {
  const place = `discord:guild:${guild.id}`;
  return { id: "a1b2c3d4e5f6g7h8", channel: nameOf(channel), place, locale: "ko", content: GRENADA, ...more };
}

/** Why nothing can be posted there any more, else what became of the alert. */
export async function reasonIn(sender: AlertSender, place: Place): Promise<string> {
  const outcome = await sender.send(alertIn(place));
  return "reason" in outcome ? outcome.reason : outcome.kind;
}

/** When an alert was posted, if it was: while Discord knew repeats of it. */
export function whileKnown(sinceMs: number): FindWithin {
  return { sinceMs, untilMs: sinceMs + 120_000 };
}
