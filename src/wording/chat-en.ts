import type { ChatWording, PermissionName, SettingWord } from "./chat-wording.ts";
import { en } from "./en.ts";

const PERMISSIONS: Readonly<Record<PermissionName, string>> = {
  "view-channel": "View Channel",
  "send-messages": "Send Messages",
  "send-in-threads": "Send Messages in Threads",
  "embed-links": "Embed Links",
  "read-history": "Read Message History",
  "create-threads": "Create Public Threads",
};

const SETTINGS: Readonly<Record<SettingWord, string>> = {
  locale: "Language",
  visibility: "Who sees answers to commands",
  channels: "Channels where mentions are answered",
  threads: "Answer mentions in a thread",
  questionsPerMinute: "Questions a minute for one person",
};

export const enChat: ChatWording = {
  locale: "en",
  buttons: {
    showSource: "Show source",
    helpful: "Helpful",
    notHelpful: "Not helpful",
    share: "Share to channel",
    related: "Related",
    nearest: "Nearest sections",
    examples: "Sections to ask about",
    followUp: "Ask a follow-up",
    tryAgain: "Try again",
    earlier: "Back",
    later: "Next",
    chooseArticle: "Choose a document",
    chooseSection: "Choose a section",
    send: "Send",
    cancel: "Cancel",
  },

  working: () => "Looking it up…",
  asked: (question) => `Question: ${question}`,
  noQuestion: () => "Tell me what you want to know. For example: What is the tariff on British cars?",
  page: (number, of) => `Page ${number} of ${of}`,
  thanks: () => "Thank you for telling.",
  whyNotHelpful: () => "What was missing?",
  reasonHint: () => "Optional",
  followUpTitle: () => "Ask a follow-up",
  questionLabel: () => "Question",
  questionHint: () => "For example: And Japan?",
  forgotten: () => "This answer is no longer kept. Please ask again.",
  shared: () => "Shared to the channel.",
  sharedBy: (name) => `Shared by ${name}.`,
  mentionMe: () => 'In this thread, mention me or press "Ask a follow-up".',
  mentionsOff: (channels) =>
    channels === ""
      ? "Mentions are not answered in this server. Please ask with a command."
      : `Mentions are answered only in ${channels}. Please ask with a command here.`,

  sourceOf: (number) => `Source [${number}]`,
  stillEmpty: () => "Still empty.",
  note: (mark) => `Note [${mark}]`,
  sectionChanged: () => "This section has changed or is gone by now.",
  articleGone: () => "This document is gone by now.",

  lookedUp: () => "This is what the documents say.",
  nothingClaimed: () => "There is no sentence here that the documents could speak to.",
  saysOn: (claim) => `"${claim}"`,
  nothingOn: () => "The documents don't say.",
  claimsLeft: (count) =>
    count === 1 ? "One more sentence was not looked up." : `${count} more sentences were not looked up.`,

  documents: (count) => (count === 1 ? "1 document" : `${count} documents`),
  articleLine: (source, age, sections) =>
    [source, age ? age.when : "no date", sections === 1 ? "1 section" : `${sections} sections`].join(" · "),
  sections: (count, empty) => {
    const all = count === 1 ? "1 section" : `${count} sections`;
    return empty === 0 ? all : `${all}, ${empty} of them still empty.`;
  },
  emptyMark: () => "Empty",
  undated: () => "No date",

  status: ({ articles, sections, newest, revision, running }) => [
    `I have read ${articles} ${articles === 1 ? "document" : "documents"} with ${sections} ${sections === 1 ? "section" : "sections"}.`,
    ...(newest ? [`Newest document: ${newest.title} · ${newest.age.when}`] : []),
    ...(running === null ? [] : [`Answering since ${running}.`]),
    `Index number: ${revision}`,
  ],
  notRunningYet: () => "I am still reading the documents.",

  settingsTitle: () => "Settings of this place",
  settingName: (setting) => SETTINGS[setting],
  localeValue: (locale) => (locale === null ? "the reader's" : locale === "ko" ? "한국어" : "English"),
  visibilityValue: (visibility) => (visibility === "public" ? "everybody" : "only the one who asks"),
  channelsValue: (names) => (names === null ? "all channels" : names.length === 0 ? "none" : names.join(", ")),
  switchValue: (on) => (on ? "on" : "off"),
  perMinuteValue: (count) => String(count),
  isDefault: () => "default",
  changedBy: (name, age) => `changed by ${name} ${age.ago}`,
  settingsSaved: () => "The settings are saved.",
  settingsReset: () => "The settings are back to their defaults.",
  mayNotSet: () => "Only admins may change the settings.",
  onlyInPlace: () => "Settings can be changed only inside a server or workspace.",

  forgot: (count) =>
    count === 0
      ? "There was nothing to remove."
      : `Removed ${count} ${count === 1 ? "question or opinion" : "questions and opinions"} that I had kept. Messages already sent stay in the chat.`,
  missingPermission: (permission) =>
    permission === "send-messages" || permission === "send-in-threads"
      ? `I may not write in this channel. Ask an admin for "${PERMISSIONS[permission]}".`
      : `I lack a permission in this channel. Ask an admin for "${PERMISSIONS[permission]}".`,
  help: ({ ask, mention, subscribe }) => [
    en.whatIDo(),
    `Ask like this: ${ask}`,
    `Or ${mention}.`,
    'Under an answer, "Show source" unfolds the section it comes from, and "Ask a follow-up" goes on from it.',
    '"Look this up" in the menu of a message shows what the documents say on it.',
    `To hear of new articles in a channel: ${subscribe}`,
  ],
};
