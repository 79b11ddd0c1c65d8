import { expect, it } from "vitest";
import { ageOf } from "../../../src/wording/age.ts";
import { enAlerts } from "../../../src/wording/alert-en.ts";
import { koAlerts } from "../../../src/wording/alert-ko.ts";
import type { AlertWording, PauseWord } from "../../../src/wording/alert-wording.ts";
import { alertWordingIn } from "../../../src/wording/wording-for.ts";
import { everyTextIsSaid } from "./every-text.ts";

const nowMs = Date.parse("2026-03-01T00:00:00Z");
const ageIn = (wording: AlertWording) =>
  ageOf("2026-02-26T00:00:00Z", nowMs, wording === koAlerts ? "ko" : "en", "Asia/Seoul");
const REASONS: readonly PauseWord[] = ["channel-gone", "no-permission", "archived", "not-in-channel", "uninstalled"];
const TOPIC = { include: ["관세", "대만"], exclude: ["부동산"], sources: ["섬 신문"], categories: ["무역"] };
const ALL = { include: [], exclude: [], sources: [], categories: [] };

/** What is the same in every language. */
type Neutral = "buttons" | "marker" | "published";
type Texts = Exclude<keyof AlertWording, Neutral>;

/** Every text with ordinary arguments; a new text needs a line here, or this file does not compile. */
const samples: { readonly [Text in Texts]: (wording: AlertWording) => readonly string[] } = {
  topic: (wording) => [wording.topic(TOPIC), wording.topic(ALL)],
  subscribed: (wording) => [wording.subscribed("T", null), wording.subscribed("T", "#x")],
  alreadySubscribed: (wording) => [wording.alreadySubscribed("T")],
  thisThread: (wording) => [wording.thisThread()],
  thisTalk: (wording) => [wording.thisTalk()],
  resumedSubscription: (wording) => [wording.resumedSubscription("T")],
  full: (wording) => [wording.full(20, null), wording.full(20, "#x")],
  noWord: (wording) => [wording.noWord("은")],
  tooLong: (wording) => [wording.tooLong(20, 50)],
  listTitle: (wording) => [wording.listTitle(1, null), wording.listTitle(3, "#x")],
  noSubscriptions: (wording) => [wording.noSubscriptions()],
  lastSent: (wording) => [wording.lastSent(ageIn(wording)), wording.lastSent(null)],
  uncertain: (wording) => [wording.uncertain(1), wording.uncertain(2)],
  paused: (wording) => [wording.paused()],
  pausedSince: (wording) => [wording.pausedSince("R", ageIn(wording)), wording.pausedSince(null, ageIn(wording))],
  resumed: (wording) => [wording.resumed()],
  unsubscribed: (wording) => [wording.unsubscribed("T")],
  nothingToDo: (wording) => [wording.nothingToDo()],
  gone: (wording) => [wording.gone()],
  pauseReason: (wording) => REASONS.map((reason) => wording.pauseReason(reason)),
  mentions: (wording) => [wording.mentions("@무역")],
  mentionsSomebody: (wording) => [wording.mentionsSomebody()],
  mayNotManage: (wording) => [wording.mayNotManage()],
  onlyInChannel: (wording) => [wording.onlyInChannel()],
  badMention: (wording) => [wording.badMention()],
  preview: (wording) => [wording.preview()],
  previewNone: (wording) => [wording.previewNone()],
  alertsPaused: (wording) => [wording.alertsPaused("#무역", "R")],
  sourceFailing: (wording) => [2, 3, 40].map((days) => wording.sourceFailing("섬 소식", days, "D")),
  sourcePaused: (wording) => [wording.sourcePaused("섬 소식")],
  keepsTrying: (wording) => [wording.keepsTrying("섬 소식")],
  sourceGone: (wording) => [wording.sourceGone()],
  subscribeTitle: (wording) => [wording.subscribeTitle()],
  includeLabel: (wording) => [wording.includeLabel()],
  includeHint: (wording) => [wording.includeHint()],
  excludeLabel: (wording) => [wording.excludeLabel()],
  excludeHint: (wording) => [wording.excludeHint()],
  sourcesLabel: (wording) => [wording.sourcesLabel()],
  sourcesHint: (wording) => [wording.sourcesHint()],
  categoriesLabel: (wording) => [wording.categoriesLabel()],
  categoriesHint: (wording) => [wording.categoriesHint()],
  askTitle: (wording) => [wording.askTitle()],
  articleGone: (wording) => [wording.articleGone()],
};

everyTextIsSaid(samples, { ko: koAlerts, en: enAlerts }, alertWordingIn);

it.each([
  [koAlerts.marker("새 관세"), "🆕 새 관세"],
  [koAlerts.published("섬 신문", ageIn(koAlerts)), "섬 신문 · 3일 전 (2026-02-26)"],
  [
    koAlerts.subscribed(koAlerts.topic({ ...ALL, include: ["관세", "대만"] }), null),
    "새 글이 오면 이 채널에 알려 드릴게요. 주제: 관세, 대만 · 바로",
  ],
  [koAlerts.full(20, null), "이 채널의 구독은 20개까지예요. 하나를 지우고 다시 시도해 주세요."],
  [koAlerts.noWord("은"), "'은'으로는 글을 찾을 수 없어요. 다른 낱말을 적어 주세요."],
  [
    koAlerts.alertsPaused("#무역", koAlerts.pauseReason("no-permission")),
    "#무역 알림을 멈췄어요. 이유: 채널에 글을 쓸 수 없어요.",
  ],
  [
    koAlerts.sourceFailing("섬 소식", 2, "내일"),
    "'섬 소식' 피드를 이틀째 읽지 못했어요. 내일까지 안 되면 알림을 멈출게요.",
  ],
  [enAlerts.listTitle(1, null), "1 subscription of this channel"],
])("%j", (said, expected) => expect(said).toBe(expected));
