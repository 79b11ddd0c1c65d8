import type { AlertWording, PauseWord } from "./alert-wording.ts";

const REASONS: Readonly<Record<PauseWord, string>> = {
  "channel-gone": "the channel is gone",
  "no-permission": "I may not write in the channel",
  archived: "the channel is archived",
  "not-in-channel": "I am not in the channel",
  uninstalled: "the app was removed",
};
const DAYS = ["", "a day", "two days", "three days", "four days", "five days"];

export const enAlerts: AlertWording = {
  buttons: {
    askArticle: "Ask about this article",
    manage: "Manage alerts",
    subscribe: "Subscribe",
    pause: "Pause",
    resume: "Resume",
    unsubscribe: "Unsubscribe",
    preview: "Preview",
    keepTrying: "Keep trying",
    chooseSubscription: "Choose a subscription",
  },

  marker: (title) => `🆕 ${title}`,
  published: (source, age) => [source, ...(age ? [age.when] : [])].join(" · "),

  topic: ({ include, exclude, sources, categories }) =>
    [
      include.length === 0 ? "All articles" : `Topics: ${include.join(", ")}`,
      ...(exclude.length === 0 ? [] : [`without: ${exclude.join(", ")}`]),
      ...(sources.length === 0 ? [] : [`sources: ${sources.join(", ")}`]),
      ...(categories.length === 0 ? [] : [`categories: ${categories.join(", ")}`]),
    ].join(" · "),
  thisThread: () => "this thread",
  thisTalk: () => "this conversation",
  subscribed: (topic, where) =>
    `I'll post new articles ${where === null ? "here" : `in ${where}`}. ${topic} · instantly`,
  resumedSubscription: (topic) => `Alerts resumed. ${topic}`,
  alreadySubscribed: (topic) => `This channel is subscribed already. ${topic}`,
  full: (most, where) => `There are ${most} subscriptions of ${where ?? "this channel"}. Remove one and try again.`,
  noWord: (word) => `Nothing can be found by "${word}". Please write another word.`,
  tooLong: (mostWords, mostCharacters) => `Up to ${mostWords} words of up to ${mostCharacters} characters each.`,
  listTitle: (count, where) =>
    `${count === 1 ? "1 subscription" : `${count} subscriptions`} of ${where ?? "this channel"}`,
  noSubscriptions: () => "There are no subscriptions yet.",
  lastSent: (age) => (age ? `last alert ${age.when}` : "no alert sent yet"),
  uncertain: (count) =>
    count === 1
      ? "1 alert may or may not have arrived and was not repeated"
      : `${count} alerts may or may not have arrived and were not repeated`,
  paused: () => "Alerts paused.",
  pausedSince: (reason, age) => (reason === null ? `paused ${age.ago}` : `paused ${age.ago}: ${reason}`),
  resumed: () => "Alerts resumed.",
  unsubscribed: (topic) => `Unsubscribed. ${topic}`,
  nothingToDo: () => "Nothing to change: it is so already.",
  gone: () => "This subscription is no longer there.",
  pauseReason: (reason) => REASONS[reason],
  mentions: (name) => `mentions ${name}`,
  mentionsSomebody: () => "mentions somebody",
  mayNotManage: () => "Only those who manage this channel can change its alerts.",
  onlyInChannel: () => "Alerts can be subscribed to in a channel only.",
  badMention: () => "That cannot be mentioned. Choose a role that everybody here may mention.",

  preview: () => "With these settings I would post this.",
  previewNone: () => "No article fits this yet.",

  alertsPaused: (channel, reason) => `Alerts paused in ${channel}: ${reason}.`,
  sourceFailing: (source, days, pausesAt) =>
    `I couldn't read the feed "${source}" for ${DAYS[days] ?? `${days} days`}. If that does not change by ${pausesAt}, I'll stop its alerts.`,
  sourcePaused: (source) => `I couldn't read the feed "${source}" and stopped its alerts.`,
  keepsTrying: (source) => `I'll keep trying to read the feed "${source}".`,
  sourceGone: () => "This feed is no longer there.",

  subscribeTitle: () => "Alerts on new articles",
  includeLabel: () => "Topic words",
  includeHint: () => "Such as: tariff, Taiwan. Empty: all articles",
  excludeLabel: () => "Words to leave out",
  excludeHint: () => "Such as: real estate. May stay empty",
  sourcesLabel: () => "Sources",
  sourcesHint: () => "Empty: all sources",
  categoriesLabel: () => "Categories",
  categoriesHint: () => "Empty: all categories",
  askTitle: () => "Ask about this article",
  articleGone: () => "This article is no longer there.",
};
