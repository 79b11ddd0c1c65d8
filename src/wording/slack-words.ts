import type { Locale } from "./age.ts";

/** What only Slack needs: the names of commands and menus in the app's manifest, and what the bot says there alone. */
export interface SlackWords {
  readonly manifest: {
    readonly description: string;
    readonly commandDescription: string;
    readonly commandHint: string;
    readonly lookUp: string;
    readonly lookUpDescription: string;
    readonly ask: string;
    readonly askDescription: string;
    readonly agentDescription: string;
  };
  readonly home: {
    readonly recent: string;
    readonly noneRecent: string;
    readonly newest: string;
    readonly documents: string;
    readonly ask: string;
    readonly settings: string;
    readonly forget: string;
  };
  readonly settings: {
    readonly reset: string;
    readonly whereAll: string;
    readonly whereChosen: string;
    readonly whereNone: string;
    readonly chosen: string;
    readonly chooseOne: string;
    perMinuteWrong(least: number, most: number): string;
    readonly inForce: string;
    readonly needsUsersRead: string;
  };
  readonly alerts: {
    /** Over the subscriptions that somebody may manage. */
    readonly mine: string;
    more(count: number): string;
    readonly noSubscriptions: string;
    readonly directMessages: string;
    readonly chooseNumber: string;
    noSuchNumber(number: number): string;
    readonly groupLabel: string;
    readonly groupHint: string;
    readonly noSuchGroup: string;
    /** Slack may not be asked for the names of groups. */
    readonly groupById: string;
    /** The bot is in a channel only when somebody brought it there. */
    readonly inviteFirst: string;
    readonly archived: string;
  };
  readonly close: string;
  readonly promptsTitle: string;
  readonly askByCommand: string;
  readonly askByMention: string;
  readonly subscribeByCommand: string;
  /** A window could not be opened: Slack allows it for three seconds. */
  readonly pressAgain: string;
  readonly shareGone: string;
  readonly notInChannel: string;
  readonly archived: string;
  lacksScope(scope: string): string;
  readonly notInstalled: string;
  readonly installed: string;
  readonly notInstalledNow: string;
}

const ko: SlackWords = {
  manifest: {
    description: "정책 문서에서 답이 되는 문장을 찾아 출처와 함께 보여 드려요.",
    commandDescription: "문서에 물어보기",
    commandHint: "질문 | 알림 | 도움말 | 문서 | 상태 | 설정 | 잊기",
    lookUp: "문서에서 찾기",
    lookUpDescription: "이 메시지에 대해 문서가 말하는 것을 찾아요",
    ask: "문서에 물어보기",
    askDescription: "질문을 적으면 문서에서 답을 찾아요",
    agentDescription: "읽은 문서에서 답이 되는 문장을 그대로 보여 드려요. 문서에 없으면 없다고 말해요.",
  },
  home: {
    recent: "최근에 물어본 것",
    noneRecent: "아직 물어본 것이 없어요.",
    newest: "새로운 문서",
    documents: "문서 보기",
    ask: "질문하기",
    settings: "설정",
    forget: "내 기록 지우기",
  },
  settings: {
    reset: "기본값으로",
    whereAll: "모든 채널",
    whereChosen: "고른 채널만",
    whereNone: "답하지 않음",
    chosen: "고른 채널",
    chooseOne: "채널을 하나 이상 골라 주세요.",
    perMinuteWrong: (least, most) => `${least}부터 ${most} 사이의 숫자를 적어 주세요.`,
    inForce: "지금 설정과 그 이유",
    needsUsersRead: "누가 관리자인지 알 수 없어 설정을 바꿀 수 없어요. 앱에 'users:read' 권한을 더해 주세요.",
  },
  alerts: {
    mine: "관리할 수 있는 구독",
    more: (count) => `그 밖에 구독 ${count}개가 더 있어요.`,
    noSubscriptions: "관리할 수 있는 구독이 없어요. 채널에서 '/policy 알림 구독'으로 시작할 수 있어요.",
    directMessages: "다이렉트 메시지",
    chooseNumber: "구독이 여러 개예요. 아래에서 고르거나 번호를 함께 적어 주세요.",
    noSuchNumber: (number) => `${number}번 구독은 없어요. 아래에서 골라 주세요.`,
    groupLabel: "부를 사용자 그룹",
    groupHint: "예: @policy. 비워 두면 아무도 부르지 않아요",
    noSuchGroup: "그런 사용자 그룹을 찾지 못했어요. 그룹 이름이나 ID를 다시 적어 주세요.",
    groupById: "그룹 이름을 찾아볼 권한이 없어요. S로 시작하는 그룹 ID를 적어 주세요.",
    inviteFirst: "이 채널에 제가 들어 있지 않아 구독하지 못했어요. '/invite @PolicyDesk'로 먼저 초대해 주세요.",
    archived: "보관된 채널이라 구독할 수 없어요.",
  },
  close: "닫기",
  promptsTitle: "이렇게 물어볼 수 있어요",
  askByCommand: "/policy 영국산 자동차 관세는 얼마야?",
  askByMention: "저를 멘션하거나 다이렉트 메시지로",
  subscribeByCommand: "/policy 알림 구독 관세, 대만",
  pressAgain: "창을 열지 못했어요. 한 번 더 눌러 주세요.",
  shareGone: "여기에는 공유할 수 없어요. 다시 물어본 뒤에 공유해 주세요.",
  notInChannel: "그 채널에 제가 들어 있지 않아 답을 쓸 수 없었어요. 채널에 저를 초대해 주세요.",
  archived: "보관된 채널이라 답을 쓸 수 없었어요.",
  lacksScope: (scope) => `답을 쓸 권한이 없어요. 관리자에게 '${scope}' 권한을 요청해 주세요.`,
  notInstalled: "이 워크스페이스의 연결이 끊겨 있어요. 관리자에게 앱을 다시 설치해 달라고 해 주세요.",
  installed: "설치했어요. 이제 Slack에서 물어볼 수 있어요.",
  notInstalledNow: "설치하지 못했어요. 처음부터 다시 해 주세요.",
};

const en: SlackWords = {
  manifest: {
    description: "Finds the sentences in policy documents that answer, and shows where they stand.",
    commandDescription: "Ask the documents",
    commandHint: "question | alerts | help | documents | status | settings | forget",
    lookUp: "Look this up",
    lookUpDescription: "Shows what the documents say on this message",
    ask: "Ask the documents",
    askDescription: "Write a question and get an answer from the documents",
    agentDescription:
      "Shows the sentences of the documents that answer, as they stand there, or says that there are none.",
  },
  home: {
    recent: "What you asked lately",
    noneRecent: "You have not asked anything yet.",
    newest: "Newest documents",
    documents: "Show documents",
    ask: "Ask a question",
    settings: "Settings",
    forget: "Remove what is kept of me",
  },
  settings: {
    reset: "Back to defaults",
    whereAll: "All channels",
    whereChosen: "Only the chosen channels",
    whereNone: "Nowhere",
    chosen: "Chosen channels",
    chooseOne: "Choose at least one channel.",
    perMinuteWrong: (least, most) => `Write a number from ${least} to ${most}.`,
    inForce: "What is in force, and why",
    needsUsersRead:
      'I cannot see who is an admin, so nothing can be changed. Please give the app the scope "users:read".',
  },
  alerts: {
    mine: "Subscriptions you may manage",
    more: (count) => `There are ${count} more.`,
    noSubscriptions: 'There is no subscription you may manage. Start with "/policy alerts subscribe" in a channel.',
    directMessages: "direct messages",
    chooseNumber: "There are several. Please choose one below, or write its number as well.",
    noSuchNumber: (number) => `There is no number ${number}. Please choose one below.`,
    groupLabel: "User group to mention",
    groupHint: "For example @policy. Empty: nobody is mentioned",
    noSuchGroup: "I know no such user group. Please write its name or id once more.",
    groupById: "I may not look up the names of groups. Please write the group's id, which begins with S.",
    inviteFirst: 'I am not in this channel, so nothing was subscribed. Please invite me first: "/invite @PolicyDesk".',
    archived: "This channel is archived and cannot be subscribed.",
  },
  close: "Close",
  promptsTitle: "You could ask",
  askByCommand: "/policy What is the tariff on British cars?",
  askByMention: "mention me or send me a direct message",
  subscribeByCommand: "/policy alerts subscribe tariff, Taiwan",
  pressAgain: "The window did not open. Please press once more.",
  shareGone: "This cannot be shared here any more. Please ask again, then share.",
  notInChannel: "I could not answer there: I am not in that channel. Please invite me to it.",
  archived: "I could not answer there: the channel is archived.",
  lacksScope: (scope) => `I may not answer there. Ask an admin to give the app the scope "${scope}".`,
  notInstalled: "The connection to this workspace is lost. Please ask an admin to install the app again.",
  installed: "Installed. You can ask in Slack now.",
  notInstalledNow: "The app was not installed. Please start again.",
};

const WORDS: Readonly<Record<Locale, SlackWords>> = { ko, en };

export function slackWordsIn(locale: Locale): SlackWords {
  return WORDS[locale];
}
