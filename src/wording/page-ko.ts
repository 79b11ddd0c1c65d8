import { koChat } from "./chat-ko.ts";
import { ko } from "./ko.ts";
import type { ArticleField, ArticleLimits, PageLabels, RequestProblems } from "./page-wording.ts";

export const koLabels: PageLabels = {
  title: "PolicyDesk",
  tagline: "문서에 있는 말로 답해요",
  questionLabel: "질문",
  questionHint: "궁금한 것을 물어보세요",
  ask: "묻기",
  working: koChat.working(),
  intro: ko.whatIDo(),
  tryAsking: "이런 항목을 물어볼 수 있어요",
  newTalk: "새 대화",
  you: "질문",
  bot: "답",
  citation: "출처 {count} 펼치기",
  openOriginal: "원문 열기",
  emptySection: koChat.stillEmpty(),
  footnotes: "각주",
  nearest: koChat.buttons.nearest,
  why: "왜 이 답인가요?",
  helpful: koChat.buttons.helpful,
  notHelpful: koChat.buttons.notHelpful,
  whyNotHelpful: "무엇이 아쉬웠나요? (쓰지 않아도 돼요)",
  sendReason: koChat.buttons.send,
  thanks: koChat.thanks(),
  tryAgain: koChat.buttons.tryAgain,
  documents: "문서",
  documentCount: "문서 {count}개",
  closeDocuments: "문서 목록 닫기",
  filterDocuments: "문서와 항목에서 찾기",
  noneFiltered: "이 말이 들어간 문서나 항목이 없어요.",
  noDocuments: ko.nothingLoaded(),
  undated: koChat.undated(),
  empty: koChat.emptyMark(),
  unreachable: "봇에 닿지 못했어요. 연결을 확인하고 다시 시도해 주세요.",
  tooLong: "질문은 {count}자까지 쓸 수 있어요.",
  otherLanguage: "English",
  needsScript: "이 페이지를 쓰려면 JavaScript를 켜 주세요.",
};

export const koProblems: RequestProblems = {
  locale: ko.locale,
  failure: ko.failure,
  tooManyQuestions: ko.tooManyQuestions,
  notReady: ko.notReady,
  questionTooLong: ko.questionTooLong,
  noQuestion: () => '질문이 없어요. "question"에 글을 적어 주세요.',
  badConversation: (most) => `"conversation"은 ${most}자까지의 글이나 숫자로 적어 주세요.`,
  badAfter: () => '"after"에는 앞선 답의 "exchange"를 적어 주세요.',
  badExplain: () => '"explain"은 true나 false로 적어 주세요.',
  badLanguage: () => '"lang"은 "ko"나 "en"으로 적어 주세요.',
  badFeedback: () =>
    '"key", "question", "answer"에는 글을, "helpful"에는 true나 false를 적어 주세요. "reason"에는 글을 적거나 비워 두세요.',
  badJson: () => "요청을 읽지 못했어요. JSON 객체 하나를 보내 주세요.",
  notJson: () => "Content-Type을 application/json으로 보내 주세요.",
  bodyTooLarge: (kilobytes) => `요청이 너무 커요. ${kilobytes} KB까지 보낼 수 있어요.`,
  unknownHost: () => "이 이름으로는 열 수 없어요. 관리자가 ALLOWED_HOSTS에 이름을 더하면 열 수 있어요.",
  foreignOrigin: () => "다른 사이트에서 보낸 요청은 받지 않아요.",
  nothingHere: () => "여기에는 아무것도 없어요.",
  wrongMethod: (allowed) => `이 주소에는 ${allowed} 요청만 보낼 수 있어요.`,
  sectionGone: koChat.sectionChanged,
  webhookOff: () => "이곳으로는 글을 받지 않아요. 관리자가 WEBHOOK_SECRET을 정하면 받을 수 있어요.",
  notSigned: () => "서명이 없어요. X-PolicyDesk-Timestamp와 X-PolicyDesk-Signature를 보내 주세요.",
  wrongSignature: () => "서명이 맞지 않아요. 비밀 값과 서명한 내용을 확인해 주세요.",
  staleSignature: (minutes) => `서명한 시각이 지금과 ${minutes}분 넘게 달라요. 시계를 확인하고 다시 서명해 주세요.`,
  repeatedDelivery: () => "이 요청은 이미 받았어요.",
  unknownArticleType: () =>
    "application/json, text/html, text/markdown, text/plain 가운데 하나로 Content-Type을 적어 주세요.",
  badNewest: () => '"newest"는 1부터의 정수로 적어 주세요.',
  missingParameter: (name) => `주소에 "${name}" 값이 없어요.`,
  badArticle: (field, most) => `"${field}"에 적힌 것을 쓸 수 없어요. ${koArticleForm(field, most)} 적어 주세요.`,
};

function koArticleForm(field: ArticleField, most: ArticleLimits): string {
  switch (field) {
    case "id":
      return `앞뒤에 빈칸이 없는 ${most.id}자까지의 한 줄로`;
    case "title":
    case "source":
      return `${most[field]}자까지의 글로`;
    case "body":
      return "HTML, Markdown, 일반 글 가운데 하나로 낱말이 있는 글을";
    case "url":
      return `https://나 http://로 시작하는 ${most.url}자까지의 주소를`;
    case "publishedAt":
      return "2026-02-10이나 2026-02-10T09:30:00+09:00처럼 ISO 8601 형식으로, 먼 앞날이 아닌 날짜나 시각을";
    case "categories":
      return `${most.category}자까지의 글을 ${most.categories}개까지 목록으로`;
  }
}
