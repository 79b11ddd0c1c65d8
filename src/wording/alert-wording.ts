import type { Age } from "./age.ts";

/** Why alerts were stopped, as the platforms say it. */
export type PauseWord = "asked" | "channel-gone" | "no-permission" | "archived" | "not-in-channel" | "uninstalled";

export interface TopicFacts {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly sources: readonly string[];
  readonly categories: readonly string[];
}

export interface AlertLabels {
  readonly askArticle: string;
  readonly manage: string;
  readonly subscribe: string;
  readonly pause: string;
  readonly resume: string;
  readonly unsubscribe: string;
  readonly preview: string;
  readonly keepTrying: string;
  readonly chooseSubscription: string;
}

/** What the bot says about alerts: those it posts, and those who are to hear of something. */
export interface AlertWording {
  readonly buttons: AlertLabels;

  /** Over an alert. */
  marker(title: string): string;
  /** Under its title. */
  published(source: string, age: Age | null): string;

  /** One line that says what is wanted. */
  topic(topic: TopicFacts): string;
  subscribed(topic: string): string;
  alreadySubscribed(topic: string): string;
  full(most: number): string;
  noWord(word: string): string;
  tooLong(mostWords: number, mostCharacters: number): string;
  /** Over the list of a channel's subscriptions. */
  listTitle(count: number): string;
  noSubscriptions(): string;
  lastSent(age: Age | null): string;
  uncertain(count: number): string;
  /** `reason` is one of `pauseReason`. */
  paused(reason: string): string;
  pausedSince(reason: string, age: Age): string;
  resumed(): string;
  unsubscribed(): string;
  nothingToDo(): string;
  gone(): string;
  pauseReason(reason: PauseWord): string;
  mentions(name: string): string;
  mayNotManage(): string;
  onlyInChannel(): string;
  badMention(): string;

  preview(): string;
  previewNone(): string;

  /** A notice to somebody who subscribed a channel. */
  alertsPaused(channel: string, reason: string): string;
  sourceFailing(source: string, days: number, pausesAt: string): string;
  sourcePaused(source: string): string;
  keepsTrying(source: string): string;
  sourceGone(): string;

  subscribeTitle(): string;
  includeLabel(): string;
  includeHint(): string;
  excludeLabel(): string;
  excludeHint(): string;
  sourcesLabel(): string;
  sourcesHint(): string;
  categoriesLabel(): string;
  categoriesHint(): string;
  askTitle(): string;
  articleGone(): string;
}
