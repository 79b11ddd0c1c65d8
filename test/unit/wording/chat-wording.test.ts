import { expect, it } from "vitest";
import { ageOf } from "../../../src/wording/age.ts";
import { enChat } from "../../../src/wording/chat-en.ts";
import { koChat } from "../../../src/wording/chat-ko.ts";
import type { ChatWording, PermissionName, SettingWord } from "../../../src/wording/chat-wording.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import { everyTextIsSaid } from "./every-text.ts";

const nowMs = Date.parse("2026-03-01T00:00:00Z");
const ageIn = (wording: ChatWording) => ageOf("2026-02-26T00:00:00Z", nowMs, wording.locale, "Asia/Seoul");
const PERMISSIONS: readonly PermissionName[] = [
  "view-channel",
  "send-messages",
  "send-in-threads",
  "embed-links",
  "read-history",
  "create-threads",
];
const SETTINGS: readonly SettingWord[] = ["locale", "visibility", "channels", "threads", "questionsPerMinute"];

type Texts = Exclude<keyof ChatWording, "locale" | "buttons">;

/** Every text with ordinary arguments; a new text needs a line here, or this file does not compile. */
const samples: { readonly [Text in Texts]: (wording: ChatWording) => readonly string[] } = {
  working: (wording) => [wording.working()],
  asked: (wording) => [wording.asked("대만은?")],
  noQuestion: (wording) => [wording.noQuestion()],
  page: (wording) => [wording.page(1, 3)],
  thanks: (wording) => [wording.thanks()],
  whyNotHelpful: (wording) => [wording.whyNotHelpful()],
  reasonHint: (wording) => [wording.reasonHint()],
  followUpTitle: (wording) => [wording.followUpTitle()],
  questionLabel: (wording) => [wording.questionLabel()],
  questionHint: (wording) => [wording.questionHint()],
  forgotten: (wording) => [wording.forgotten()],
  shared: (wording) => [wording.shared()],
  sharedBy: (wording) => [wording.sharedBy("minji")],
  mentionMe: (wording) => [wording.mentionMe()],
  mentionsOff: (wording) => [wording.mentionsOff(""), wording.mentionsOff("#policy")],
  sourceOf: (wording) => [wording.sourceOf(1)],
  stillEmpty: (wording) => [wording.stillEmpty()],
  note: (wording) => [wording.note("1")],
  sectionChanged: (wording) => [wording.sectionChanged()],
  articleGone: (wording) => [wording.articleGone()],
  lookedUp: (wording) => [wording.lookedUp()],
  nothingClaimed: (wording) => [wording.nothingClaimed()],
  saysOn: () => [],
  nothingOn: (wording) => [wording.nothingOn()],
  claimsLeft: (wording) => [wording.claimsLeft(1), wording.claimsLeft(2)],
  documents: (wording) => [wording.documents(1), wording.documents(2)],
  articleLine: (wording) => [wording.articleLine("연감", ageIn(wording), 1), wording.articleLine("연감", null, 12)],
  sections: (wording) => [wording.sections(1, 0), wording.sections(12, 3)],
  emptyMark: (wording) => [wording.emptyMark()],
  undated: (wording) => [wording.undated()],
  status: (wording) => [
    ...wording.status({
      articles: 16,
      sections: 80,
      newest: { title: "연감", age: ageIn(wording) },
      revision: 17,
      running: "2026. 3. 1.",
    }),
    ...wording.status({ articles: 1, sections: 1, newest: null, revision: 1, running: null }),
  ],
  notRunningYet: (wording) => [wording.notRunningYet()],
  settingsTitle: (wording) => [wording.settingsTitle()],
  settingName: (wording) => SETTINGS.map((setting) => wording.settingName(setting)),
  localeValue: (wording) => [wording.localeValue(null)],
  visibilityValue: (wording) => [wording.visibilityValue("public"), wording.visibilityValue("private")],
  channelsValue: (wording) => [wording.channelsValue(null), wording.channelsValue([])],
  switchValue: (wording) => [wording.switchValue(true), wording.switchValue(false)],
  perMinuteValue: (wording) => [wording.perMinuteValue(3)],
  isDefault: (wording) => [wording.isDefault()],
  changedBy: (wording) => [wording.changedBy("minji", ageIn(wording))],
  settingsSaved: (wording) => [wording.settingsSaved()],
  settingsReset: (wording) => [wording.settingsReset()],
  mayNotSet: (wording) => [wording.mayNotSet()],
  onlyInPlace: (wording) => [wording.onlyInPlace()],
  forgot: (wording) => [wording.forgot(0), wording.forgot(1), wording.forgot(2)],
  missingPermission: (wording) => PERMISSIONS.map((permission) => wording.missingPermission(permission)),
  help: (wording) => wording.help({ ask: "/ask", mention: "@bot", subscribe: "S" }),
};

everyTextIsSaid(samples, { ko: koChat, en: enChat }, chatWordingIn);

it.each([
  [koChat.changedBy("민지", ageIn(koChat)), "민지가 3일 전 바꿈"],
  [koChat.forgot(3), "남아 있던 질문과 의견 3개를 지웠어요. 이미 보낸 메시지는 채팅방에 그대로 남아요."],
  [
    koChat.missingPermission("send-messages"),
    "이 채널에 글을 쓸 권한이 없어요. 관리자에게 '메시지 보내기' 권한을 요청해 주세요.",
  ],
  [enChat.sections(12, 3), "12 sections, 3 of them still empty."],
])("%j", (said, expected) => expect(said).toBe(expected));
