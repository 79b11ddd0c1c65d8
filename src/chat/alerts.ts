import type { SubscribeOutcome } from "../ports/alert-desk.ts";
import type { ListedSubscription, Subscription } from "../ports/subscription-store.ts";
import { LONGEST_LABEL } from "../presentation/answer-lines.ts";
import {
  type Action,
  type ActionName,
  type ChatMessage,
  type Form,
  type Line,
  line,
  type Menu,
  saying,
  type Written,
} from "../presentation/chat-message.ts";
import { clip } from "../text/clip.ts";
import { ageOf } from "../wording/age.ts";
import { alertWordingIn, chatWordingIn, wordingIn } from "../wording/wording-for.ts";
import { articleLines } from "./alert-message.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";

/** Characters of one field of the form: some words, each of them short. */
const LONGEST_WORDS = 1000;
/** Of one person: many articles are read for one. */
const PREVIEWS_PER_MINUTE = 10;
export const MOST_LISTED = 20;
/** Characters: all that are listed fit into one message. */
const LONGEST_LISTED = 200;

/** What a topic is written as: words parted by commas. */
export interface WrittenTopic {
  readonly include: string;
  readonly exclude: string;
  readonly sources: string;
  readonly categories: string;
}

/** What this channel hears of, with what may be done about it. */
export async function alertsMessage(services: ChatServices, visitor: Visitor): Promise<ChatMessage> {
  const wording = alertWordingIn(visitor.locale);
  if (visitor.channel === null) return saying(wording.onlyInChannel());
  const listed = await services.desk.alerts.list(visitor.channel);
  const head =
    listed.length === 0
      ? line("own", wording.noSubscriptions())
      : line("heading", wording.listTitle(listed.length, visitor.channelCalled ?? null));
  return {
    lines: [head, ...subscriptionLines(services, visitor, listed)],
    actions: visitor.managesAlerts ? [{ name: "subscribe", label: wording.buttons.subscribe, about: "" }] : [],
    menu: visitor.managesAlerts ? subscriptionMenu(visitor, listed) : null,
  };
}

/** One item for each: what is wanted, and how it goes. `nameOf`: how people call a channel, where they see several. */
export function subscriptionLines(
  services: ChatServices,
  visitor: Visitor,
  listed: readonly ListedSubscription[],
  nameOf: ((channel: string) => string) | null = null,
): Line[] {
  return listed
    .slice(0, MOST_LISTED)
    .flatMap((each, index) => [
      line("item", `${index + 1}. ${nameOf ? `${nameOf(each.channel)} · ` : ""}${shortTopic(each, visitor)}`),
      line("small", stateLine(services, visitor, each)),
    ]);
}

export function subscriptionMenu({ locale }: Visitor, listed: readonly ListedSubscription[]): Menu | null {
  if (listed.length === 0) return null;
  const options = listed.slice(0, MOST_LISTED).map((each, index) => ({
    label: clip(`${index + 1}. ${topicLine(each, { locale })}`, LONGEST_LABEL),
    detail: null,
    value: each.id,
  }));
  return { name: "subscription", about: "", placeholder: alertWordingIn(locale).buttons.chooseSubscription, options };
}

/** One subscription with its buttons. `above`: what was just done to it. */
export async function subscriptionMessage(
  services: ChatServices,
  visitor: Visitor,
  id: string,
  above: string | null = null,
): Promise<ChatMessage> {
  const wording = alertWordingIn(visitor.locale);
  const found = await services.desk.alerts.subscription(id);
  if (!found) return saying(above ?? wording.gone());
  const listed = (await services.desk.alerts.list(found.channel)).find((each) => each.id === id);
  const lines = above === null ? [] : [line("own", above)];
  lines.push(line("item", topicLine(found, visitor)));
  if (listed) lines.push(line("small", stateLine(services, visitor, listed)));
  return { lines, actions: actionsOf(found, visitor), menu: null };
}

function actionsOf({ id, paused }: Subscription, { locale }: Visitor): Action[] {
  const { buttons } = alertWordingIn(locale);
  const pause: Action = paused
    ? { name: "resume-alerts", label: buttons.resume, about: id }
    : { name: "pause-alerts", label: buttons.pause, about: id };
  return [
    { name: "preview-alerts", label: buttons.preview, about: id },
    pause,
    { name: "unsubscribe", label: buttons.unsubscribe, about: id },
  ];
}

function topicLine({ topic }: Pick<Subscription, "topic">, { locale }: Pick<Visitor, "locale">): string {
  return alertWordingIn(locale).topic(topic);
}

/** Of many that stand below each other. */
function shortTopic(each: Pick<Subscription, "topic">, visitor: Pick<Visitor, "locale">): string {
  return clip(topicLine(each, visitor), LONGEST_LISTED);
}

function stateLine({ clock, timeZone }: ChatServices, { locale }: Visitor, each: ListedSubscription): string {
  const wording = alertWordingIn(locale);
  const age = (iso: string) => ageOf(iso, clock.now(), locale, timeZone);
  const { paused, lastSentAt, uncertain, mention } = each;
  const facts = [wording.lastSent(lastSentAt === null ? null : age(lastSentAt))];
  if (paused) {
    const reason = paused.reason === "asked" ? null : wording.pauseReason(paused.reason);
    facts.unshift(wording.pausedSince(reason, age(paused.at)));
  }
  if (mention !== null) facts.push(wording.mentionsSomebody());
  if (uncertain > 0) facts.push(wording.uncertain(uncertain));
  return facts.join(" · ");
}

/** Subscribes the channel, and says what came of it. */
export async function subscribe(
  { desk }: ChatServices,
  visitor: Visitor,
  written: WrittenTopic,
  mention: string | null = null,
): Promise<ChatMessage> {
  const { channel, place, person } = visitor;
  const wording = alertWordingIn(visitor.locale);
  if (channel === null) return saying(wording.onlyInChannel());
  if (!visitor.managesAlerts) return saying(wording.mayNotManage());
  const topic = desk.alerts.readTopic(written);
  // Everybody reads what is posted: the place's language goes before that of who subscribes.
  const locale = (await desk.settings.get(place)).locale ?? visitor.locale;
  const outcome = await desk.alerts.subscribe({ channel, place, topic, mention, locale, createdBy: person });
  if (!("subscription" in outcome)) return saying(refusalOf(outcome, visitor));
  const { subscription } = outcome;
  return { lines: [line("own", saidOf(outcome, visitor))], actions: actionsOf(subscription, visitor), menu: null };
}

type Subscribed = Extract<SubscribeOutcome, { readonly subscription: Subscription }>;

function saidOf({ kind, subscription }: Subscribed, visitor: Visitor): string {
  const wording = alertWordingIn(visitor.locale);
  const topic = topicLine(subscription, visitor);
  switch (kind) {
    case "subscribed":
      return wording.subscribed(topic, visitor.channelCalled ?? null);
    case "resumed":
      return wording.resumedSubscription(topic);
    case "known":
      return wording.alreadySubscribed(topic);
  }
}

function refusalOf(outcome: Exclude<SubscribeOutcome, Subscribed>, { locale, channelCalled }: Visitor): string {
  const wording = alertWordingIn(locale);
  switch (outcome.kind) {
    case "full":
      return wording.full(outcome.most, channelCalled ?? null);
    case "no-word":
      return wording.noWord(outcome.word);
    case "too-long":
      return wording.tooLong(outcome.mostWords, outcome.mostCharacters);
  }
}

/** The newest article that fits, as it would be posted, for the one who asks. */
export async function previewMessage(
  { desk, clock, timeZone }: ChatServices,
  { person, locale }: Visitor,
  topic: Subscription["topic"],
): Promise<ChatMessage> {
  const wording = alertWordingIn(locale);
  const waitSeconds = await desk.rateLimit.take(`preview:${person}`, PREVIEWS_PER_MINUTE);
  if (waitSeconds !== null) return saying(wordingIn(locale).tooManyQuestions(waitSeconds));
  const content = await desk.alerts.preview(topic);
  if (!content) return saying(wording.previewNone());
  const lines = articleLines(content, locale, { nowMs: clock.now(), timeZone });
  return { lines: [line("own", wording.preview()), ...lines], actions: [], menu: null };
}

export type SubscriptionAction = Extract<
  ActionName,
  "subscription" | "pause-alerts" | "resume-alerts" | "unsubscribe" | "preview-alerts"
>;

/** Does something to one subscription of the visitor's channel. */
export async function manageSubscription(
  services: ChatServices,
  visitor: Visitor,
  name: SubscriptionAction,
  id: string,
): Promise<ChatMessage> {
  const { alerts } = services.desk;
  const wording = alertWordingIn(visitor.locale);
  const found = await alerts.subscription(id);
  if (!found) return saying(wording.gone());
  if (!mayManage(visitor, found)) return saying(wording.mayNotManage());
  switch (name) {
    case "subscription":
      return subscriptionMessage(services, visitor, id);
    case "preview-alerts":
      return previewMessage(services, visitor, found.topic);
    case "pause-alerts": {
      const said = (await alerts.pause(id)) ? wording.paused() : wording.nothingToDo();
      return subscriptionMessage(services, visitor, id, said);
    }
    case "resume-alerts":
      return subscriptionMessage(
        services,
        visitor,
        id,
        (await alerts.resume(id)) ? wording.resumed() : wording.nothingToDo(),
      );
    case "unsubscribe":
      return saying(
        (await alerts.unsubscribe(id)) ? wording.unsubscribed(topicLine(found, visitor)) : wording.nothingToDo(),
      );
  }
}

/** What they subscribed themselves, or what their channel hears of where they manage it. */
function mayManage({ person, place, channel, managesAlerts }: Visitor, found: Subscription): boolean {
  if (found.place !== place) return false;
  return found.createdBy === person || (managesAlerts && (channel === null || found.channel === channel));
}

/** The window in which a channel is subscribed. `about`: the exchange whose question names the topic, or "". */
export async function subscribeForm(
  { desk }: ChatServices,
  { locale }: Pick<Visitor, "locale">,
  about: string,
): Promise<Form> {
  const wording = alertWordingIn(locale);
  const { send, cancel } = chatWordingIn(locale).buttons;
  const exchange = about === "" ? null : await desk.chat.exchange(about);
  const words = exchange ? desk.alerts.topicOf(exchange.answer.question).include.join(", ") : "";
  const field = (name: keyof WrittenTopic, label: string, placeholder: string, value = "") => {
    return {
      name,
      label,
      placeholder,
      value: clip(value, LONGEST_WORDS),
      required: false,
      most: LONGEST_WORDS,
      long: false,
    };
  };
  return {
    name: "subscribe",
    about,
    title: wording.subscribeTitle(),
    fields: [
      field("include", wording.includeLabel(), wording.includeHint(), words),
      field("exclude", wording.excludeLabel(), wording.excludeHint()),
      field("sources", wording.sourcesLabel(), wording.sourcesHint()),
      field("categories", wording.categoriesLabel(), wording.categoriesHint()),
    ],
    submit: send,
    cancel,
  };
}

export function writtenTopic(written: Written): WrittenTopic {
  const { include = "", exclude = "", sources = "", categories = "" } = written;
  return { include, exclude, sources, categories };
}

/** Somebody wants a failing feed to be read on. */
export async function keepTrying({ desk }: ChatServices, visitor: Visitor, alertId: string): Promise<ChatMessage> {
  const wording = alertWordingIn(visitor.locale);
  if (!visitor.managesAlerts) return saying(wording.mayNotManage());
  const source = await desk.alerts.keepTrying(alertId);
  return saying(source === null ? wording.sourceGone() : wording.keepsTrying(source));
}
