import type { ActionReference } from "../presentation/action-id.ts";
import { relatedQuestion } from "../presentation/answer-lines.ts";
import { type ChatMessage, type Form, plainTextOf, saying } from "../presentation/chat-message.ts";
import { LONGEST_QUESTION } from "../text/question-length.ts";
import type { Locale } from "../wording/age.ts";
import { chatWordingIn } from "../wording/wording-for.ts";
import { answerPage, askInChat } from "./ask.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";
import { openView } from "./open-view.ts";

const LONGEST_REASON = 1000;

/** What comes of a button or a menu: a message beside it, one in its place, or one for the whole channel. */
export interface Acted {
  readonly how: "beside" | "instead" | "share" | "answer";
  readonly message: ChatMessage;
}

/** The form that a button opens; null where it opens none. Known at once: platforms want it as the first response. */
export function formOf({ name, about }: ActionReference, locale: Locale): Form | null {
  const wording = chatWordingIn(locale);
  const { send, cancel } = wording.buttons;
  switch (name) {
    case "follow-up":
      return {
        name,
        about,
        title: wording.followUpTitle(),
        label: wording.questionLabel(),
        placeholder: wording.questionHint(),
        required: true,
        most: LONGEST_QUESTION,
        submit: send,
        cancel,
      };
    case "unhelpful":
      return {
        name,
        about,
        title: wording.buttons.notHelpful,
        label: wording.whyNotHelpful(),
        placeholder: wording.reasonHint(),
        required: false,
        most: LONGEST_REASON,
        submit: send,
        cancel,
      };
    default:
      return null;
  }
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
    case "follow-up":
      throw new RangeError("A follow-up is asked by its form.");
  }
}

/** What was written into a form. */
export async function submit(
  services: ChatServices,
  visitor: Visitor,
  { name, about }: Pick<Form, "name" | "about">,
  written: string,
): Promise<Acted> {
  const wording = chatWordingIn(visitor.locale);
  if (name === "follow-up") {
    return { how: "answer", message: await askInChat(services, visitor, { text: written, after: about }, true) };
  }
  const reason = written.trim() === "" ? null : written.trim().slice(0, LONGEST_REASON);
  const stored = await services.desk.chat.giveFeedback(about, visitor.person, false, reason);
  return { how: "beside", message: saying(stored ? wording.thanks() : wording.forgotten()) };
}
