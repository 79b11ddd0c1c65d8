import type { AlertWording, PauseWord } from "./alert-wording.ts";
import { withParticle } from "./particle.ts";

const REASONS: Readonly<Record<PauseWord, string>> = {
  "channel-gone": "채널이 없어졌어요",
  "no-permission": "채널에 글을 쓸 수 없어요",
  archived: "보관된 채널이에요",
  "not-in-channel": "채널에 제가 들어 있지 않아요",
  uninstalled: "앱이 지워졌어요",
};
const DAYS = ["", "하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘"];

export const koAlerts: AlertWording = {
  buttons: {
    askArticle: "이 글에 질문하기",
    manage: "구독 관리",
    subscribe: "새로 구독하기",
    pause: "멈추기",
    resume: "다시 시작",
    unsubscribe: "구독 끊기",
    preview: "미리 보기",
    keepTrying: "계속 시도",
    chooseSubscription: "구독 고르기",
  },

  marker: (title) => `🆕 ${title}`,
  published: (source, age) => [source, ...(age ? [age.when] : [])].join(" · "),

  topic: ({ include, exclude, sources, categories }) =>
    [
      include.length === 0 ? "모든 글" : `주제: ${include.join(", ")}`,
      ...(exclude.length === 0 ? [] : [`제외: ${exclude.join(", ")}`]),
      ...(sources.length === 0 ? [] : [`매체: ${sources.join(", ")}`]),
      ...(categories.length === 0 ? [] : [`분류: ${categories.join(", ")}`]),
    ].join(" · "),
  thisThread: () => "이 스레드",
  thisTalk: () => "이 대화",
  subscribed: (topic, where) => `새 글이 오면 ${where ?? "이 채널"}에 알려 드릴게요. ${topic} · 바로`,
  resumedSubscription: (topic) => `멈춰 두었던 구독을 다시 시작했어요. ${topic}`,
  alreadySubscribed: (topic) => `이미 구독하고 있어요. ${topic}`,
  full: (most, where) => `${where ?? "이 채널"}의 구독은 ${most}개까지예요. 하나를 지우고 다시 시도해 주세요.`,
  noWord: (word) => `${withParticle(`'${word}'`, "으로/로")}는 글을 찾을 수 없어요. 다른 낱말을 적어 주세요.`,
  tooLong: (mostWords, mostCharacters) => `낱말은 ${mostWords}개까지, 하나에 ${mostCharacters}자까지 쓸 수 있어요.`,
  listTitle: (count, where) => `${where ?? "이 채널"}의 구독 ${count}개`,
  noSubscriptions: () => "아직 구독이 없어요.",
  lastSent: (age) => (age ? `마지막 알림 ${age.when}` : "아직 보낸 알림이 없어요"),
  uncertain: (count) => `${count}건은 보냈는지 알 수 없어 다시 보내지 않았어요`,
  paused: () => "알림을 멈췄어요.",
  pausedSince: (reason, age) => (reason === null ? `${age.ago} 멈춤` : `${age.ago} 멈춤: ${reason}`),
  resumed: () => "알림을 다시 시작했어요.",
  unsubscribed: (topic) => `구독을 끊었어요. ${topic}`,
  nothingToDo: () => "이미 그렇게 되어 있어요.",
  gone: () => "이 구독은 그사이 없어졌어요.",
  pauseReason: (reason) => REASONS[reason],
  mentions: (name) => `${name} 부르기`,
  mentionsSomebody: () => "부르는 대상 있음",
  mayNotManage: () => "알림은 채널을 관리하는 사람만 바꿀 수 있어요.",
  onlyInChannel: () => "알림은 채널 안에서만 구독할 수 있어요.",
  badMention: () => "부를 수 없는 대상이에요. 이 서버에서 누구나 부를 수 있는 역할을 골라 주세요.",

  preview: () => "이 설정이라면 이렇게 보내요.",
  previewNone: () => "여기에 맞는 글이 아직 없어요.",

  alertsPaused: (channel, reason) => `${channel} 알림을 멈췄어요. 이유: ${reason}.`,
  sourceFailing: (source, days, pausesAt) =>
    `'${source}' 피드를 ${DAYS[days] ?? `${days}일`}째 읽지 못했어요. ${pausesAt}까지 안 되면 알림을 멈출게요.`,
  sourcePaused: (source) => `'${source}' 피드를 읽지 못해 알림을 멈췄어요.`,
  keepsTrying: (source) => `'${source}' 피드를 계속 읽어 볼게요.`,
  sourceGone: () => "이 피드는 그사이 없어졌어요.",

  subscribeTitle: () => "새 글 알림",
  includeLabel: () => "주제 낱말",
  includeHint: () => "예: 관세, 대만. 비워 두면 모든 글",
  excludeLabel: () => "제외할 낱말",
  excludeHint: () => "예: 부동산. 비워 두어도 돼요",
  sourcesLabel: () => "매체",
  sourcesHint: () => "비워 두면 모든 매체",
  categoriesLabel: () => "분류",
  categoriesHint: () => "비워 두면 모든 분류",
  askTitle: () => "이 글에 질문하기",
  articleGone: () => "이 글은 그사이 없어졌어요.",
};
