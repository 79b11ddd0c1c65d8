import { holdsHangul } from "../text/hangul.ts";
import type { Locale } from "./age.ts";
import { enAlerts } from "./alert-en.ts";
import { koAlerts } from "./alert-ko.ts";
import type { AlertWording } from "./alert-wording.ts";
import { enChat } from "./chat-en.ts";
import { koChat } from "./chat-ko.ts";
import type { ChatWording } from "./chat-wording.ts";
import { en } from "./en.ts";
import { enExplanation } from "./explanation-en.ts";
import { koExplanation } from "./explanation-ko.ts";
import type { ExplanationWording } from "./explanation-wording.ts";
import { ko } from "./ko.ts";
import { enLabels, enProblems } from "./page-en.ts";
import { koLabels, koProblems } from "./page-ko.ts";
import type { PageLabels, RequestProblems } from "./page-wording.ts";
import type { Wording } from "./wording.ts";

/** The wording for a reader, by the language the question is written in. */
export function wordingFor(question: string): Wording {
  return wordingIn(localeOf(question));
}

export function wordingIn(locale: Locale): Wording {
  return locale === "ko" ? ko : en;
}

export function chatWordingIn(locale: Locale): ChatWording {
  return locale === "ko" ? koChat : enChat;
}

export function alertWordingIn(locale: Locale): AlertWording {
  return locale === "ko" ? koAlerts : enAlerts;
}

export function explanationWordingIn(locale: Locale): ExplanationWording {
  return locale === "ko" ? koExplanation : enExplanation;
}

export function pageLabelsIn(locale: Locale): PageLabels {
  return locale === "ko" ? koLabels : enLabels;
}

export function requestProblemsIn(locale: Locale): RequestProblems {
  return locale === "ko" ? koProblems : enProblems;
}

/** The language a question is written in. */
export function localeOf(question: string): Locale {
  return holdsHangul(question) ? "ko" : "en";
}
