import type { Age } from "./age.ts";

/** Why alerts were stopped, as the platforms say it. */
export type PauseWord = "channel-gone" | "no-permission" | "archived" | "not-in-channel" | "uninstalled";

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
  thisThread(): string;
  thisTalk(): string;
  /** `where`: how the place is called; null: this channel. */
  subscribed(topic: string, where: string | null): string;
  alreadySubscribed(topic: string): string;
  resumedSubscription(topic: string): string;
  full(most: number, where: string | null): string;
  noWord(word: string): string;
  tooLong(mostWords: number, mostCharacters: number): string;
  /** Over the list of a channel's subscriptions. */
  listTitle(count: number, where: string | null): string;
  noSubscriptions(): string;
  lastSent(age: Age | null): string;
  uncertain(count: number): string;
  paused(): string;
  /** `reason` is one of `pauseReason`; null where somebody wanted it. */
  pausedSince(reason: string | null, age: Age): string;
  resumed(): string;
  unsubscribed(topic: string): string;
  nothingToDo(): string;
  gone(): string;
  pauseReason(reason: PauseWord): string;
  mentions(name: string): string;
  /** Somebody is called; who that is, is not known here. */
  mentionsSomebody(): string;
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
