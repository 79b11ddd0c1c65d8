import type { Topic } from "../alerts/topic.ts";
import type { AlertContent } from "./alert-sender.ts";
import type { ListedSubscription, Subscription } from "./subscription-store.ts";

export interface SubscribeRequest
  extends Pick<Subscription, "channel" | "place" | "topic" | "mention" | "locale" | "createdBy"> {}

export type SubscribeOutcome =
  | { readonly kind: "subscribed"; readonly subscription: Subscription }
  /** The channel has this topic already. */
  | { readonly kind: "known"; readonly subscription: Subscription }
  /** It had it, but paused. */
  | { readonly kind: "resumed"; readonly subscription: Subscription }
  | { readonly kind: "full"; readonly most: number }
  /** Nothing can be looked for by this word, such as "!". */
  | { readonly kind: "no-word"; readonly word: string }
  | { readonly kind: "too-long"; readonly mostWords: number; readonly mostCharacters: number };

/** Who hears of what: for people to look at and to change. */
export interface AlertDesk {
  /** What people wrote, as a topic: words and names parted by commas. */
  readTopic(written: Readonly<Record<keyof Topic, string>>): Topic;
  /** In the database when it returns. */
  subscribe(request: SubscribeRequest): Promise<SubscribeOutcome>;
  /** Oldest first. */
  list(channel: string): Promise<readonly ListedSubscription[]>;
  /** Of a place: one person's, or everybody's where `person` is null. Newest first. */
  listIn(place: string, person: string | null): Promise<readonly ListedSubscription[]>;
  subscription(id: string): Promise<Subscription | null>;
  /** False where there was nothing to do. */
  unsubscribe(id: string): Promise<boolean>;
  pause(id: string): Promise<boolean>;
  resume(id: string): Promise<boolean>;
  /** The newest article that a topic matches, as an alert of it would show it; null where there is none. */
  preview(topic: Topic): Promise<Extract<AlertContent, { kind: "article" }> | null>;
  /** Names of publications that fit what was typed so far; best first. */
  suggestSources(typed: string, limit: number): Promise<readonly string[]>;
  suggestCategories(typed: string, limit: number): Promise<readonly string[]>;
  /** What a question is about, for a topic. */
  topicOf(question: string): Topic;
  /** The article an alert is about; null where either is gone. */
  articleOf(alertId: string): Promise<{ readonly articleId: string; readonly title: string } | null>;
  /** Reads the failing source on that a notice is about, also where it was paused for it. Returns its name; null where it is gone. */
  keepTrying(alertId: string): Promise<string | null>;
}
