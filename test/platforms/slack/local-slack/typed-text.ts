import type { Json } from "./loose-json.ts";

/** What a person types, as Slack sends it: entities for & < >, marks around URLs; `<@BOT>` is the app. */
export function asTyped(text: string, botUserId: string): { readonly text: string; readonly blocks: readonly Json[] } {
  const parts = text.replaceAll("<@BOT>", `<@${botUserId}>`).split(/(<[@#!][^<>]*>|https?:\/\/[^\s<>]+)/u);
  const sent = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : marked(part))).join("");
  const elements = parts.flatMap((part, index) => (part === "" ? [] : [index % 2 === 0 ? plain(part) : special(part)]));
  const block = { type: "rich_text", block_id: "typed", elements: [{ type: "rich_text_section", elements }] };
  return { text: sent, blocks: [block] };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function marked(part: string): string {
  return part.startsWith("<") ? part : `<${escaped(part)}>`;
}

function plain(text: string): Json {
  return { type: "text", text };
}

function special(part: string): Json {
  const id = part.slice(2, -1).split("|")[0] ?? "";
  if (part.startsWith("<@")) return { type: "user", user_id: id };
  if (part.startsWith("<#")) return { type: "channel", channel_id: id };
  if (part.startsWith("<!")) return { type: "broadcast", range: id };
  return { type: "link", url: part };
}
