import { islandName } from "../arrivals/islands.ts";
import type { LocalChannel } from "../platforms/discord/local-discord/channels.ts";
import type { Channel } from "../platforms/slack/local-slack/places.ts";

const GOODS = ["소금", "구리", "보리"] as const;

const goodsOf = (i: number) => GOODS[i % GOODS.length] ?? "소금";

/** News that a bot is given over the webhook, and channels that hear of it. */
export const articleOf = (i: number) => ({
  id: `a${i}`,
  title: `${islandName(i)} 무역`,
  body: `${islandName(i)}은 ${goodsOf(i)}을 ${1000 + i * 7}톤 팔았다.`,
});

/** What each channel is to hear of: some of everything, some of one thing, some twice over. */
export const TOPICS: readonly (readonly (readonly string[])[])[] = [
  [[]],
  [["소금"]],
  [["구리"], ["구리", "보리"]],
  [["보리"]],
  [["무역"], ["소금"]],
  [["소금", "구리"]],
  [["보리"], []],
];

export interface Place {
  /** As the bot calls it. */
  readonly channel: string;
  readonly place: string;
  readonly topics: (typeof TOPICS)[number];
  texts(): readonly string[];
}

export function onDiscord(channel: LocalChannel, place: string, topics: Place["topics"]): Place {
  const texts = () => channel.messages().map(({ text }) => text);
  return { channel: `discord:channel:${channel.id}`, place, topics, texts };
}

export function onSlack(channel: Channel, team: string, topics: Place["topics"]): Place {
  const texts = () => channel.messages().map(({ shown }) => shown);
  return { channel: `slack:${team}:${channel.id}`, place: `slack:${team}`, topics, texts };
}

/** The subscriptions of all places, as the store takes them. */
export function subscriptionsOf(places: readonly Place[], nowMs: number) {
  return places
    .flatMap(({ channel, place, topics }) => topics.map((include) => ({ channel, place, include })))
    .map(({ channel, place, include }, i) => {
      const topic = { include, exclude: [], sources: [], categories: [] };
      const id = `subscription${String(i).padStart(4, "0")}`;
      const facts = { id, channel, place, topic, mention: null, locale: "ko", paused: null } as const;
      return { ...facts, createdAt: new Date(nowMs).toISOString(), createdBy: "discord:1" };
    });
}

function isWanted({ topics }: Place, i: number): boolean {
  return topics.some((words) => words.length === 0 || words.some((word) => word === "무역" || word === goodsOf(i)));
}

/** Posts that are missing, that came twice, and that nobody wanted. */
export function countPosts(places: readonly Place[], articles: number) {
  const counted = { lost: 0, doubled: 0, unwanted: 0 };
  for (const place of places) {
    const heard = new Map<string, number>();
    for (const text of place.texts()) {
      const [name] = /\S+섬(?= 무역)/u.exec(text) ?? [];
      if (name !== undefined) heard.set(name, (heard.get(name) ?? 0) + 1);
    }
    for (let i = 0; i < articles; i++) {
      const times = heard.get(islandName(i)) ?? 0;
      if (!isWanted(place, i)) counted.unwanted += times;
      else if (times === 0) counted.lost++;
      else counted.doubled += times - 1;
    }
  }
  return counted;
}
