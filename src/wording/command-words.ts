import type { Locale } from "./age.ts";

/** What people read of a command, or of an option, before they use it. */
export interface CommandWord {
  readonly name: string;
  readonly description: string;
}

/** Names and descriptions of commands; the English names are the commands' own. */
export interface CommandWords {
  readonly ask: CommandWord;
  readonly askQuestion: CommandWord;
  readonly askDocument: CommandWord;
  readonly askPrivate: CommandWord;
  readonly documents: CommandWord;
  readonly help: CommandWord;
  readonly status: CommandWord;
  readonly forget: CommandWord;
  readonly lookUp: string;
  readonly settings: CommandWord;
  readonly setLanguage: CommandWord;
  readonly setAnswers: CommandWord;
  readonly addChannel: CommandWord;
  readonly removeChannel: CommandWord;
  readonly allChannels: CommandWord;
  readonly setThreads: CommandWord;
  readonly setLimit: CommandWord;
  readonly resetSettings: CommandWord;
  readonly alerts: CommandWord;
  readonly subscribe: CommandWord;
  readonly listAlerts: CommandWord;
  readonly unsubscribe: CommandWord;
  readonly pauseAlerts: CommandWord;
  readonly resumeAlerts: CommandWord;
  readonly previewAlerts: CommandWord;
  readonly alertTopics: CommandWord;
  readonly alertWithout: CommandWord;
  readonly alertSource: CommandWord;
  readonly alertCategory: CommandWord;
  readonly alertMention: CommandWord;
  readonly alertChannel: CommandWord;
  readonly subscription: CommandWord;
  readonly choices: {
    readonly auto: string;
    readonly ko: string;
    readonly en: string;
    readonly public: string;
    readonly private: string;
  };
  /** How a question is asked with the command, as an example. */
  readonly askExample: string;
  /** How a channel is subscribed, as an example. */
  readonly subscribeExample: string;
  /** How to ask without a command; see the help. */
  askByMention(name: string): string;
}

const en: CommandWords = {
  ask: { name: "ask", description: "Ask a question about the documents" },
  askQuestion: { name: "question", description: "What you want to know" },
  askDocument: { name: "document", description: "Ask this document only" },
  askPrivate: { name: "private", description: "Whether only you see the answer" },
  documents: { name: "documents", description: "What I have read" },
  help: { name: "help", description: "How to ask" },
  status: { name: "status", description: "How many documents I have read, and how new they are" },
  forget: { name: "forget", description: "Remove your questions and opinions that I keep" },
  lookUp: "Look this up",
  settings: { name: "settings", description: "Show or change how I answer in this server" },
  setLanguage: { name: "language", description: "The language I write in" },
  setAnswers: { name: "answers", description: "Who sees answers to commands" },
  addChannel: {
    name: "add-channel",
    description: "Answer mentions in this channel; elsewhere only in channels added like this",
  },
  removeChannel: { name: "remove-channel", description: "No longer answer mentions in this channel" },
  allChannels: { name: "all-channels", description: "Answer mentions in all channels, or in none" },
  setThreads: { name: "threads", description: "Answer a mention in a thread of its own" },
  setLimit: { name: "limit", description: "How many questions one person may ask in a minute" },
  resetSettings: { name: "reset", description: "Put all settings back to their defaults" },
  alerts: { name: "alerts", description: "Tell a channel of new articles" },
  subscribe: { name: "subscribe", description: "Post new articles on some topics in a channel" },
  listAlerts: { name: "list", description: "Show what a channel is told of" },
  unsubscribe: { name: "unsubscribe", description: "End a subscription" },
  pauseAlerts: { name: "pause", description: "Post nothing for a subscription for a while" },
  resumeAlerts: { name: "resume", description: "Go on posting for a subscription" },
  previewAlerts: { name: "preview", description: "Show only me what would be posted" },
  alertTopics: {
    name: "topics",
    description: "Words to look for, parted by commas; all articles where it is left out",
  },
  alertWithout: { name: "without", description: "Words that must not stand in an article, parted by commas" },
  alertSource: { name: "source", description: "Only what these sources publish" },
  alertCategory: { name: "category", description: "Only articles of these categories" },
  alertMention: { name: "mention", description: "A role to call with each article" },
  alertChannel: { name: "channel", description: "The channel it is about; this one where it is left out" },
  subscription: { name: "subscription", description: "Which one" },
  choices: { auto: "the reader's", ko: "한국어", en: "English", public: "everybody", private: "only the one who asks" },
  askExample: "/ask question: What is the tariff on British cars?",
  subscribeExample: "/alerts subscribe topics: tariff, Taiwan",
  askByMention: (name) => `mention @${name} in a channel, or send a direct message`,
};

const ko: CommandWords = {
  ask: { name: "질문", description: "문서에 대해 물어보기" },
  askQuestion: { name: "내용", description: "궁금한 것" },
  askDocument: { name: "문서", description: "이 문서에서만 찾기" },
  askPrivate: { name: "나만보기", description: "답을 나만 볼지" },
  documents: { name: "문서", description: "읽은 문서 보기" },
  help: { name: "도움말", description: "묻는 방법 보기" },
  status: { name: "상태", description: "문서를 얼마나 읽었고 얼마나 새로운지 보기" },
  forget: { name: "기록삭제", description: "남아 있는 내 질문과 의견 지우기" },
  lookUp: "문서에서 찾기",
  settings: { name: "설정", description: "이 서버에서 답하는 방식을 보거나 바꾸기" },
  setLanguage: { name: "언어", description: "답에 쓰는 언어" },
  setAnswers: { name: "답변공개", description: "명령어 답변을 누가 볼지" },
  addChannel: { name: "채널추가", description: "이 채널에서 멘션에 답하기. 이렇게 더한 채널에서만 답해요" },
  removeChannel: { name: "채널빼기", description: "이 채널에서는 멘션에 답하지 않기" },
  allChannels: { name: "모든채널", description: "모든 채널에서 멘션에 답하기, 끄면 어디서도 답하지 않기" },
  setThreads: { name: "스레드", description: "멘션에 스레드를 열어 답하기" },
  setLimit: { name: "질문수", description: "한 사람이 1분에 물을 수 있는 횟수" },
  resetSettings: { name: "초기화", description: "모든 설정을 기본값으로 되돌리기" },
  alerts: { name: "알림", description: "새 글을 채널에 알리기" },
  subscribe: { name: "구독", description: "주제에 맞는 새 글을 채널에 올리기" },
  listAlerts: { name: "목록", description: "채널의 구독 보기" },
  unsubscribe: { name: "해지", description: "구독 끊기" },
  pauseAlerts: { name: "멈춤", description: "구독 알림을 잠시 멈추기" },
  resumeAlerts: { name: "다시시작", description: "멈춘 알림을 다시 시작하기" },
  previewAlerts: { name: "미리보기", description: "어떻게 올라올지 나만 보기" },
  alertTopics: { name: "주제", description: "찾을 낱말. 쉼표로 나누고, 비워 두면 모든 글이에요" },
  alertWithout: { name: "제외", description: "글에 없어야 할 낱말. 쉼표로 나눠요" },
  alertSource: { name: "매체", description: "이 매체의 글만" },
  alertCategory: { name: "분류", description: "이 분류의 글만" },
  alertMention: { name: "부르기", description: "새 글이 올 때 부를 역할" },
  alertChannel: { name: "채널", description: "알림을 보낼 채널. 비워 두면 이 채널이에요" },
  subscription: { name: "구독", description: "어느 구독인지" },
  choices: { auto: "묻는 사람에 따라", ko: "한국어", en: "English", public: "모두에게", private: "묻는 사람에게만" },
  askExample: "/질문 내용: 영국산 자동차 관세는 얼마야?",
  subscribeExample: "/알림 구독 주제: 관세, 대만",
  askByMention: (name) => `채널에서 @${name} 멘션으로 부르거나 다이렉트 메시지로`,
};

export const COMMAND_WORDS: Readonly<Record<Locale, CommandWords>> = { ko, en };
