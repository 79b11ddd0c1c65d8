import {
  ActionRowBuilder,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonBuilder,
  ButtonStyle,
  StringSelectMenuBuilder,
} from "discord.js";
import { actionId } from "../../../src/presentation/action-id.ts";
import type { Action, ChatMessage, Menu } from "../../../src/presentation/chat-message.ts";
import type { PageSize } from "../../../src/presentation/pages.ts";
import { clip } from "../../../src/text/clip.ts";
import { renderLine } from "./lines.ts";
import { contentSize, embedSize } from "./size.ts";

const LONGEST_BUTTON = 80;
const LONGEST_OPTION = 100;
const LONGEST_PLACEHOLDER = 150;
const BUTTONS_IN_ROW = 5;

/** What Discord is sent; an edit with it leaves nothing of what was there. */
export interface MessageBody {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
}

/** How messages are laid out. */
export interface Layout {
  readonly size: PageSize;
  render(message: ChatMessage): MessageBody;
}

export const embedLayout: Layout = {
  size: embedSize,
  render: (message) => ({
    content: "",
    embeds: [{ description: textOf(message, true) }],
    components: componentsOf(message),
  }),
};

/** For channels where the bot may not embed links: it shows none. */
export const contentLayout: Layout = {
  size: contentSize,
  render: (message) => ({ content: textOf(message, false), embeds: [], components: componentsOf(message) }),
};

function textOf({ lines }: ChatMessage, links: boolean): string {
  return lines.map((line) => renderLine(line, { links })).join("\n");
}

function componentsOf({ actions, menu }: ChatMessage): MessageBody["components"] {
  const rows = [
    ...buttonRows(actions.filter(({ name }) => name !== "page")),
    ...(menu && menu.options.length > 0 ? [menuRow(menu)] : []),
    ...buttonRows(actions.filter(({ name }) => name === "page")),
  ];
  return rows.map((row) => row.toJSON());
}

function buttonRows(actions: readonly Action[]): ActionRowBuilder<ButtonBuilder>[] {
  const rows: ActionRowBuilder<ButtonBuilder>[] = [];
  for (let at = 0; at < actions.length; at += BUTTONS_IN_ROW) {
    const buttons = actions.slice(at, at + BUTTONS_IN_ROW).map(buttonOf);
    rows.push(new ActionRowBuilder<ButtonBuilder>().addComponents(buttons));
  }
  return rows;
}

function buttonOf({ name, about, label }: Action): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(actionId({ name, about }))
    .setLabel(clip(label, LONGEST_BUTTON))
    .setStyle(name === "sources" ? ButtonStyle.Primary : ButtonStyle.Secondary);
}

function menuRow({ name, about, placeholder, options }: Menu): ActionRowBuilder<StringSelectMenuBuilder> {
  const select = new StringSelectMenuBuilder()
    .setCustomId(actionId({ name, about }))
    .setPlaceholder(clip(placeholder, LONGEST_PLACEHOLDER))
    .addOptions(
      options.map(({ label, detail, value }) => ({
        label: clip(shownLabel(label, value), LONGEST_OPTION),
        value,
        ...(detail?.trim() && { description: clip(detail, LONGEST_OPTION) }),
      })),
    );
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
}

/** Discord takes no label of nothing but spaces. */
function shownLabel(label: string, value: string): string {
  return label.trim() === "" ? value : label;
}
