import type { ActionReference } from "../presentation/action-id.ts";
import { relatedQuestion } from "../presentation/answer-lines.ts";
import {
  type ChatMessage,
  type Field,
  type Form,
  plainTextOf,
  saying,
  type Written,
} from "../presentation/chat-message.ts";
import { LONGEST_QUESTION } from "../text/question-length.ts";
import type { Locale } from "../wording/age.ts";
import { alertWordingIn, chatWordingIn } from "../wording/wording-for.ts";
import { alertsMessage, keepTrying, manageSubscription, subscribe, subscribeForm, writtenTopic } from "./alerts.ts";
import { answerPage, askInChat } from "./ask.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";
import { openView } from "./open-view.ts";

const LONGEST_REASON = 1000;
/** The one field of most forms. */
export const WRITTEN = "written";

/** What comes of a button or a menu: a message beside it, one in its place, or one for the whole channel. */
export interface Acted {
  readonly how: "beside" | "instead" | "share" | "answer";
  readonly message: ChatMessage;
}

/** The form that a button opens; null where it opens none. Known at once: platforms want it as the first response. */
export async function formOf(
  services: ChatServices,
  { locale }: Pick<Visitor, "locale">,
  { name, about }: ActionReference,
): Promise<Form | null> {
  const wording = chatWordingIn(locale);
  switch (name) {
    case "follow-up":
      return questionForm("follow-up", about, wording.followUpTitle(), locale);
    case "ask-article":
      return questionForm("ask-article", about, alertWordingIn(locale).askTitle(), locale);
    case "unhelpful":
      return formOfOne("unhelpful", about, wording.buttons.notHelpful, locale, {
        label: wording.whyNotHelpful(),
        placeholder: wording.reasonHint(),
        required: false,
        most: LONGEST_REASON,
        long: true,
      });
    case "subscribe":
      return subscribeForm(services, { locale }, about);
    default:
      return null;
  }
}

/** A form that asks for a question. */
export function questionForm(name: "follow-up" | "ask-article", about: string, title: string, locale: Locale): Form {
  const wording = chatWordingIn(locale);
  return formOfOne(name, about, title, locale, {
    label: wording.questionLabel(),
    placeholder: wording.questionHint(),
    required: true,
    most: LONGEST_QUESTION,
    long: false,
  });
}

function formOfOne(
  name: Form["name"],
  about: string,
  title: string,
  locale: Locale,
  field: Omit<Field, "name" | "value">,
): Form {
  const { send, cancel } = chatWordingIn(locale).buttons;
  return { name, about, title, fields: [{ ...field, name: WRITTEN, value: "" }], submit: send, cancel };
}

/** What was chosen with a button or a menu. `chosen`: the value of the menu's option. `name`: who shares. */
export async function act(
  services: ChatServices,
  visitor: Visitor,
  { name, about }: ActionReference,
  { chosen = "", name: sharedBy = "" }: { readonly chosen?: string; readonly name?: string } = {},
): Promise<Acted> {
  const { chat } = services.desk;
  const wording = chatWordingIn(visitor.locale);
  switch (name) {
    case "sources":
      return { how: "beside", message: await openView(services, visitor, `sources.${about}`) };
    case "page": {
      const message = await openView(services, visitor, about);
      // A page that is no longer kept leaves the one that is shown.
      return { how: plainTextOf(message) === wording.forgotten() ? "beside" : "instead", message };
    }
    case "article":
      return { how: "beside", message: await openView(services, visitor, `article.${chosen}`) };
    case "section":
      return { how: "beside", message: await openView(services, visitor, `section.${about}.${chosen}`) };
    case "helpful":
    case "unhelpful": {
      const stored = await chat.giveFeedback(about, visitor.person, name === "helpful", null);
      return { how: "beside", message: saying(stored ? wording.thanks() : wording.forgotten()) };
    }
    case "share": {
      const exchange = await chat.exchange(about);
      if (!exchange) return { how: "beside", message: saying(wording.forgotten()) };
      const above = wording.sharedBy(sharedBy);
      return {
        how: "share",
        message: answerPage(services, { ...visitor, alone: false }, exchange, { repeat: true, above }),
      };
    }
    case "related": {
      const exchange = await chat.exchange(about);
      const asked = exchange && relatedQuestion(exchange.answer, chosen);
      if (!asked) return { how: "beside", message: saying(wording.forgotten()) };
      const { question, articleId } = asked;
      return { how: "answer", message: await askInChat(services, visitor, { text: question, articleId }, true) };
    }
    case "alerts":
      return { how: "beside", message: await alertsMessage(services, visitor) };
    case "subscription":
      return { how: "beside", message: await manageSubscription(services, visitor, name, chosen) };
    case "pause-alerts":
    case "resume-alerts":
    case "unsubscribe":
      return { how: "instead", message: await manageSubscription(services, visitor, name, about) };
    case "preview-alerts":
      return { how: "beside", message: await manageSubscription(services, visitor, name, about) };
    case "keep-trying":
      return { how: "beside", message: await keepTrying(services, visitor, about) };
    case "follow-up":
    case "ask-article":
    case "subscribe":
      throw new RangeError(`${name} is done by its form.`);
  }
}

/** What was written into a form. */
export async function submit(
  services: ChatServices,
  visitor: Visitor,
  { name, about }: Pick<Form, "name" | "about">,
  written: Written,
): Promise<Acted> {
  const { desk } = services;
  const text = written[WRITTEN] ?? "";
  switch (name) {
    case "follow-up":
      return { how: "answer", message: await askInChat(services, visitor, { text, after: about }, true) };
    case "ask-article": {
      const article = await desk.alerts.articleOf(about);
      if (!article) return { how: "beside", message: saying(alertWordingIn(visitor.locale).articleGone()) };
      const question = { text, firstArticleId: article.articleId };
      return { how: "answer", message: await askInChat(services, visitor, question, true) };
    }
    case "subscribe":
      return { how: "beside", message: await subscribe(services, visitor, writtenTopic(written)) };
    case "unhelpful": {
      const wording = chatWordingIn(visitor.locale);
      const reason = text.trim() === "" ? null : text.trim().slice(0, LONGEST_REASON);
      const stored = await desk.chat.giveFeedback(about, visitor.person, false, reason);
      return { how: "beside", message: saying(stored ? wording.thanks() : wording.forgotten()) };
    }
  }
}
