import type { ChatWording, PermissionName, SettingWord } from "./chat-wording.ts";
import { ko } from "./ko.ts";
import { withParticle } from "./particle.ts";

const PERMISSIONS: Readonly<Record<PermissionName, string>> = {
  "view-channel": "채널 보기",
  "send-messages": "메시지 보내기",
  "send-in-threads": "스레드에서 메시지 보내기",
  "embed-links": "링크 첨부",
  "read-history": "메시지 기록 보기",
  "create-threads": "공개 스레드 만들기",
};

const SETTINGS: Readonly<Record<SettingWord, string>> = {
  locale: "언어",
  visibility: "명령어 답변 공개",
  channels: "멘션에 답하는 채널",
  threads: "멘션에 스레드로 답하기",
  questionsPerMinute: "한 사람이 1분에 묻는 횟수",
};

export const koChat: ChatWording = {
  locale: "ko",
  buttons: {
    showSource: "출처 펼치기",
    helpful: "도움이 됐어요",
    notHelpful: "아쉬워요",
    share: "채널에 공유",
    related: "관련 항목",
    nearest: "가까운 항목",
    examples: "물어볼 수 있는 항목",
    followUp: "이어서 묻기",
    tryAgain: "다시 시도",
    earlier: "이전",
    later: "다음",
    chooseArticle: "문서 고르기",
    chooseSection: "항목 고르기",
    send: "보내기",
    cancel: "취소",
  },

  working: () => "찾고 있어요…",
  asked: (question) => `질문: ${question}`,
  noQuestion: () => "무엇이 궁금한지 적어 주세요. 예: 영국산 자동차 관세는 얼마야?",
  page: (number, of) => `${of}쪽 가운데 ${number}쪽`,
  thanks: () => "알려 주셔서 고마워요.",
  whyNotHelpful: () => "무엇이 아쉬웠나요?",
  reasonHint: () => "쓰지 않아도 돼요",
  followUpTitle: () => "이어서 묻기",
  questionLabel: () => "질문",
  questionHint: () => "예: 그럼 일본은?",
  forgotten: () => "이 답은 더 이상 남아 있지 않아요. 다시 물어봐 주세요.",
  shared: () => "채널에 공유했어요.",
  sharedBy: (name) => `${name} 님이 공유했어요.`,
  mentionMe: () => "이 스레드에서는 저를 멘션하거나 '이어서 묻기'를 눌러 주세요.",
  mentionsOff: (channels) =>
    channels === ""
      ? "이 서버에서는 멘션에 답하지 않게 되어 있어요. 명령어로 물어봐 주세요."
      : `멘션에는 ${channels}에서만 답해요. 여기서는 명령어로 물어봐 주세요.`,

  sourceOf: (number) => `출처 [${number}]`,
  stillEmpty: () => "아직 내용이 없어요.",
  note: (mark) => `각주 [${mark}]`,
  sectionChanged: () => "이 항목은 그사이 바뀌었거나 없어졌어요.",
  articleGone: () => "이 문서는 그사이 없어졌어요.",

  lookedUp: () => "문서에는 이렇게 나와 있어요.",
  nothingClaimed: () => "문서에서 찾아볼 만한 문장이 없어요.",
  saysOn: (claim) => `"${claim}"`,
  nothingOn: () => "문서에서 찾지 못했어요.",
  claimsLeft: (count) => `문장이 많아 ${count}개는 찾아보지 않았어요.`,

  documents: (count) => `읽은 문서 ${count}개`,
  articleLine: (source, age, sections) => [source, age ? age.when : "날짜 없음", `항목 ${sections}개`].join(" · "),
  sections: (count, empty) => (empty === 0 ? `항목 ${count}개` : `항목 ${count}개, 그중 ${empty}개는 비어 있어요.`),
  emptyMark: () => "비어 있음",
  undated: () => "날짜 없음",

  status: ({ articles, sections, newest, revision, running }) => [
    `문서 ${articles}개, 항목 ${sections}개를 읽었어요.`,
    ...(newest ? [`가장 새로운 문서: ${newest.title} · ${newest.age.when}`] : []),
    ...(running === null ? [] : [`${running}부터 답하고 있어요.`]),
    `색인 번호: ${revision}`,
  ],
  notRunningYet: () => "아직 문서를 읽고 있어요.",

  settingsTitle: () => "이곳의 설정",
  settingName: (setting) => SETTINGS[setting],
  localeValue: (locale) => (locale === null ? "묻는 사람에 따라" : locale === "ko" ? "한국어" : "English"),
  visibilityValue: (visibility) => (visibility === "public" ? "모두에게" : "묻는 사람에게만"),
  channelsValue: (names) => (names === null ? "모든 채널" : names.length === 0 ? "없음" : names.join(", ")),
  switchValue: (on) => (on ? "켜짐" : "꺼짐"),
  perMinuteValue: (count) => `${count}번`,
  isDefault: () => "기본값",
  changedBy: (name, age) => `${withParticle(name, "이/가")} ${age.ago} 바꿈`,
  settingsSaved: () => "설정을 저장했어요.",
  settingsReset: () => "설정을 기본값으로 되돌렸어요.",
  mayNotSet: () => "설정은 관리자만 바꿀 수 있어요.",
  onlyInPlace: () => "설정은 서버나 워크스페이스 안에서만 바꿀 수 있어요.",

  forgot: (count) =>
    count === 0
      ? "남아 있는 기록이 없어요."
      : `남아 있던 질문과 의견 ${count}개를 지웠어요. 이미 보낸 메시지는 채팅방에 그대로 남아요.`,
  missingPermission: (permission) =>
    permission === "send-messages" || permission === "send-in-threads"
      ? `이 채널에 글을 쓸 권한이 없어요. 관리자에게 '${PERMISSIONS[permission]}' 권한을 요청해 주세요.`
      : `이 채널에서 필요한 권한이 없어요. 관리자에게 '${PERMISSIONS[permission]}' 권한을 요청해 주세요.`,
  help: ({ ask, mention, subscribe }) => [
    ko.whatIDo(),
    `이렇게 물어봐 주세요: ${ask}`,
    `${mention} 물어봐도 돼요.`,
    "답 아래의 '출처 펼치기'를 누르면 원문 항목을 볼 수 있어요. '이어서 묻기'를 누르면 앞의 질문에 이어서 물을 수 있어요.",
    "메시지 메뉴의 '문서에서 찾기'를 누르면 그 메시지에 대해 문서가 말하는 것을 찾아 드려요.",
    `새 글이 올 때 채널에서 바로 알고 싶다면: ${subscribe}`,
  ],
};
