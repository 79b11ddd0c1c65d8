import type { AutocompleteInteraction } from "discord.js";
import { askInChat } from "../../../src/chat/ask.ts";
import { saying } from "../../../src/presentation/chat-message.ts";
import { clip } from "../../../src/text/clip.ts";
import { onOneLine } from "../../../src/text/plain.ts";
import { COMMAND_WORDS } from "../../../src/wording/command-words.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import type { DiscordContext } from "../context.ts";
import { plainQuestion } from "../plain-question.ts";
import { embedLayout } from "../render/message.ts";
import { aloneTalk, arrivalOf } from "../visitor.ts";
import { type Command, toOne } from "./command.ts";
import { LONGEST_CHOICE, MOST_CHOICES } from "./offer-choices.ts";

const WORDS = COMMAND_WORDS.en;

/** Answers a question, for all or for the one who asks. */
export const ask: Command = async (context, interaction, announce) => {
  const { options, channel } = interaction;
  const text = plainQuestion(options.getString(WORDS.askQuestion.name, true), channel);
  const arrival = await arrivalOf(context, interaction, text);
  const isPrivate = options.getBoolean(WORDS.askPrivate.name) ?? arrival.settings.visibility === "private";
  const manner = isPrivate ? "private" : "public";
  announce(manner);
  const alone = isPrivate && !arrival.room.isDirect;
  // What one person asks in private is no turn of a talk that others take part in.
  const conversation = alone ? aloneTalk(interaction) : arrival.visitor.conversation;
  const visitor = { ...arrival.visitor, alone, conversation };
  const document = options.getString(WORDS.askDocument.name);
  const articleId = document === null ? null : await articleOf(context, document);
  if (document !== null && articleId === null) return toOne(saying(chatWordingIn(visitor.locale).articleGone()));
  const question = { text, ...(articleId !== null && { articleId }) };
  const message = embedLayout.render(await askInChat(context.services, visitor, question, true));
  return { manner, message, more: [] };
};

/** Discord also sends what somebody typed without choosing: then the best of the choices is meant. */
async function articleOf({ services }: DiscordContext, chosen: string): Promise<string | null> {
  const { library } = services.desk;
  const article = (await library.article(chosen)) ?? (await library.suggest(chosen, 1))[0];
  return article?.id ?? null;
}

/** The articles whose titles fit what was typed so far. */
export async function suggestDocuments({ services }: DiscordContext, { options }: AutocompleteInteraction) {
  const articles = await services.desk.library.suggest(options.getFocused(), MOST_CHOICES);
  return articles.map(({ title, key }) => ({ name: clip(onOneLine(title).trim() || key, LONGEST_CHOICE), value: key }));
}
