import { enChat } from "./chat-en.ts";
import { en } from "./en.ts";
import type { ArticleField, ArticleLimits, PageLabels, RequestProblems } from "./page-wording.ts";

export const enLabels: PageLabels = {
  title: "PolicyDesk",
  tagline: "Answers in the documents' own words",
  questionLabel: "Question",
  questionHint: "Ask about the documents",
  ask: "Ask",
  working: enChat.working(),
  intro: en.whatIDo(),
  tryAsking: "Sections you can ask about",
  newTalk: "New talk",
  you: "Question",
  bot: "Answer",
  citation: "Show source {count}",
  openOriginal: "Open the original",
  emptySection: enChat.stillEmpty(),
  footnotes: "Notes",
  nearest: enChat.buttons.nearest,
  why: "Why this answer?",
  helpful: enChat.buttons.helpful,
  notHelpful: enChat.buttons.notHelpful,
  whyNotHelpful: "What was missing? (optional)",
  sendReason: enChat.buttons.send,
  thanks: enChat.thanks(),
  tryAgain: enChat.buttons.tryAgain,
  documents: "Documents",
  documentCount: "Documents ({count})",
  closeDocuments: "Close the list of documents",
  filterDocuments: "Find in documents and sections",
  noneFiltered: "No document or section has these words.",
  noDocuments: en.nothingLoaded(),
  undated: enChat.undated(),
  empty: enChat.emptyMark(),
  unreachable: "I couldn't reach the bot. Please check the connection and try again.",
  tooLong: "A question may have {count} characters at most.",
  otherLanguage: "한국어",
  needsScript: "Please switch JavaScript on to use this page.",
};

export const enProblems: RequestProblems = {
  locale: en.locale,
  failure: en.failure,
  tooManyQuestions: en.tooManyQuestions,
  notReady: en.notReady,
  questionTooLong: en.questionTooLong,
  noQuestion: () => 'There is no question. Put text into "question".',
  badConversation: (most) => `"conversation" must be a number, or text of at most ${most} characters.`,
  badAfter: () => '"after" must be the id of an exchange.',
  badExplain: () => '"explain" must be true or false.',
  badLanguage: () => '"lang" must be "ko" or "en".',
  badFeedback: () =>
    '"key", "question" and "answer" must be text, "helpful" true or false; "reason" may be text or left out.',
  badJson: () => "The request cannot be read. Send one JSON object.",
  notJson: () => "Send the request with Content-Type: application/json.",
  bodyTooLarge: (kilobytes) => `The request is too large. At most ${kilobytes} KB are read.`,
  unknownHost: () => "This name is not known here. An admin can add it to ALLOWED_HOSTS.",
  foreignOrigin: () => "Requests from other sites are not accepted.",
  nothingHere: () => "There is nothing here.",
  wrongMethod: (allowed) => `Only ${allowed} requests are answered here.`,
  sectionGone: enChat.sectionChanged,
  webhookOff: () => "Articles are not taken in here. An admin can set WEBHOOK_SECRET to allow it.",
  notSigned: () => "The request is not signed. Send X-PolicyDesk-Timestamp and X-PolicyDesk-Signature.",
  wrongSignature: () => "The signature does not fit. Check the secret and what was signed.",
  staleSignature: (minutes) =>
    `The signature's time differs from now by more than ${minutes} minutes. Check the clock and sign again.`,
  repeatedDelivery: () => "This request was taken in already.",
  unknownArticleType: () =>
    "Send the article with Content-Type application/json, text/html, text/markdown or text/plain.",
  badNewest: () => '"newest" must be a whole number from 1 up.',
  missingParameter: (name) => `"${name}" is missing from the address.`,
  badArticle: (field, most) => `"${field}" cannot be used. It must be ${enArticleForm(field, most)}.`,
};

function enArticleForm(field: ArticleField, most: ArticleLimits): string {
  switch (field) {
    case "id":
      return `one line of at most ${most.id} characters, without spaces around it`;
    case "title":
    case "source":
      return `text of at most ${most[field]} characters`;
    case "body":
      return "text with words in it, as HTML, Markdown or plain text";
    case "url":
      return `an address that begins with https:// or http://, of at most ${most.url} characters`;
    case "publishedAt":
      return "a date or a time in ISO 8601, such as 2026-02-10 or 2026-02-10T09:30:00+09:00, that is not far ahead";
    case "categories":
      return `a list of at most ${most.categories} texts of at most ${most.category} characters each`;
  }
}
