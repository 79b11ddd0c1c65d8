import type { Age, Locale } from "./age.ts";

/** What is written on buttons and menus, the same on every platform and on the chat page. */
export interface ButtonLabels {
  readonly showSource: string;
  readonly helpful: string;
  readonly notHelpful: string;
  readonly share: string;
  readonly related: string;
  readonly nearest: string;
  /** Sections to ask about, before anything was asked. */
  readonly examples: string;
  readonly followUp: string;
  readonly tryAgain: string;
  readonly earlier: string;
  readonly later: string;
  readonly chooseArticle: string;
  readonly chooseSection: string;
  readonly send: string;
  readonly cancel: string;
}

/** Permissions a chat platform's admins know by these names. */
export type PermissionName =
  | "view-channel"
  | "send-messages"
  | "send-in-threads"
  | "embed-links"
  | "read-history"
  | "create-threads";

export type SettingWord = "locale" | "visibility" | "channels" | "threads" | "questionsPerMinute";

/** How each thing is asked for on a platform. */
export interface HelpFacts {
  readonly ask: string;
  readonly mention: string;
  readonly subscribe: string;
}

/** What the bot says in chats beside its answers. Names and quotations are passed in. */
export interface ChatWording {
  readonly locale: Locale;
  readonly buttons: ButtonLabels;

  working(): string;
  asked(question: string): string;
  noQuestion(): string;
  page(number: number, of: number): string;
  thanks(): string;
  whyNotHelpful(): string;
  reasonHint(): string;
  followUpTitle(): string;
  questionLabel(): string;
  questionHint(): string;
  /** What is asked about is no longer kept. */
  forgotten(): string;
  shared(): string;
  sharedBy(name: string): string;
  mentionMe(): string;
  mentionsOff(channels: string): string;

  sourceOf(number: number): string;
  stillEmpty(): string;
  note(mark: string): string;
  sectionChanged(): string;
  articleGone(): string;

  lookedUp(): string;
  nothingClaimed(): string;
  saysOn(claim: string): string;
  nothingOn(): string;
  claimsLeft(count: number): string;

  documents(count: number): string;
  articleLine(source: string, age: Age | null, sections: number): string;
  sections(count: number, empty: number): string;
  emptyMark(): string;
  undated(): string;

  status(facts: {
    readonly articles: number;
    readonly sections: number;
    readonly newest: { readonly title: string; readonly age: Age } | null;
    readonly revision: number;
    readonly running: string | null;
  }): readonly string[];
  notRunningYet(): string;

  settingsTitle(): string;
  settingName(setting: SettingWord): string;
  localeValue(locale: Locale | null): string;
  visibilityValue(visibility: "public" | "private"): string;
  channelsValue(names: readonly string[] | null): string;
  switchValue(on: boolean): string;
  perMinuteValue(count: number): string;
  isDefault(): string;
  changedBy(name: string, age: Age): string;
  settingsSaved(): string;
  settingsReset(): string;
  mayNotSet(): string;
  onlyInPlace(): string;

  forgot(count: number): string;
  missingPermission(permission: PermissionName): string;
  help(facts: HelpFacts): readonly string[];
}
