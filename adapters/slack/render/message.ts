import type { types } from "@slack/bolt";
import { actionId } from "../../../src/presentation/action-id.ts";
import { type ChatMessage, type Line, type Menu, plainTextOf, textOf } from "../../../src/presentation/chat-message.ts";
import { clip } from "../../../src/text/clip.ts";
import { escapeMrkdwn } from "./escape.ts";
import { namesAsElements, namesAsIds } from "./names.ts";

type Section = types.RichTextSection | types.RichTextQuote;
type Inline = types.RichTextElement;

const LONGEST_CONTEXT = 2000;
const LONGEST_LABEL = 75;
const LONGEST_PLACEHOLDER = 150;
const LONGEST_URL = 3000;
const MOST_BUTTONS = 25;
/** Where blocks are shown nobody reads it but screen readers; an edited message may hold 4,000 characters. */
const FALLBACK_LENGTHS = [3000, 1500, 600];
const LONGEST_FALLBACK = 3500;

export interface RenderedMessage {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** A message as Block Kit. Text is never parsed: it stands in rich text or plain text. */
export function renderMessage(message: ChatMessage): RenderedMessage {
  return { text: fallbackText(message), blocks: renderBlocks(message) };
}

export function renderBlocks({ lines, actions, menu }: ChatMessage): types.KnownBlock[] {
  const blocks = renderLines(lines);
  const buttons = actions.slice(0, MOST_BUTTONS).map((action) => button(action.label, actionId(action)));
  if (buttons.length > 0) blocks.push({ type: "actions", elements: buttons });
  if (menu) blocks.push({ type: "actions", elements: [renderMenu(menu)] });
  return blocks;
}

export function button(label: string, id: string): types.Button {
  return { type: "button", action_id: id, text: plain(label) };
}

/** A label: cut where it is too long, and never empty. */
export function plain(text: string, most: number = LONGEST_LABEL): types.PlainTextElement {
  const shown = clip(text.toWellFormed(), most);
  return { type: "plain_text", text: shown.trim() === "" ? "–" : shown, emoji: false };
}

/** Small print stands in blocks of its own; all other lines that follow each other share one. */
export function renderLines(lines: readonly Line[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  let sections: Section[] = [];
  const endRichText = () => {
    if (sections.length > 0) blocks.push({ type: "rich_text", elements: sections });
    sections = [];
  };
  for (const line of lines) {
    const text = textOf(line);
    if (text === "") continue;
    if (line.kind === "small" && line.url === null && text.length <= LONGEST_CONTEXT) {
      endRichText();
      blocks.push({ type: "context", elements: [{ type: "plain_text", text: text.toWellFormed(), emoji: false }] });
    } else {
      sections.push(sectionOf(line));
    }
  }
  endRichText();
  return blocks;
}

function sectionOf(line: Line): Section {
  const elements = inlineOf(line);
  if (line.kind !== "quoted") return { type: "rich_text_section", elements };
  if (line.number !== null) elements.push({ type: "text", text: ` [${line.number}]` });
  return { type: "rich_text_quote", elements };
}

function inlineOf({ kind, pieces, url }: Line): Inline[] {
  const linked = url !== null && url.length <= LONGEST_URL ? url : null;
  return pieces.flatMap(({ text, strong }): Inline[] => {
    const style = strong || kind === "heading" ? { style: { bold: true } } : {};
    return namesAsElements(text.toWellFormed()).map((part): Inline => {
      if (typeof part !== "string") return part;
      return linked === null
        ? { type: "text", text: part, ...style }
        : { type: "link", url: linked, text: part, ...style };
    });
  });
}

function renderMenu({ name, about, placeholder, options }: Menu): types.StaticSelect {
  return {
    type: "static_select",
    action_id: actionId({ name, about }),
    placeholder: plain(placeholder, LONGEST_PLACEHOLDER),
    options: options.map(({ label, detail, value }) => ({
      text: plain(label),
      value,
      ...(detail === null || detail.trim() === "" ? {} : { description: plain(detail) }),
    })),
  };
}

function fallbackText(message: ChatMessage): string {
  const text = namesAsIds(plainTextOf(message)).toWellFormed();
  for (const most of FALLBACK_LENGTHS) {
    const escaped = escapeMrkdwn(clip(text, most));
    if (escaped.length <= LONGEST_FALLBACK) return escaped;
  }
  return "…";
}
