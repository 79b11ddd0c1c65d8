import type { types } from "@slack/bolt";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import { isGroupId } from "../user-groups.ts";
import { type RenderedMessage, renderMessage } from "./message.ts";

const MOST_MENTIONS = 20;

/** An alert as Block Kit. Whom it calls stands above, and nobody else is called. */
export function renderAlert(message: ChatMessage, mentions: readonly string[]): RenderedMessage {
  const { text, blocks } = renderMessage(message);
  const called = mentions.filter(isGroupId).slice(0, MOST_MENTIONS);
  if (called.length === 0) return { text, blocks };
  const calls = called.map((id) => `<!subteam^${id}>`).join(" ");
  const above: types.SectionBlock = { type: "section", text: { type: "mrkdwn", text: calls } };
  return { text: `${calls} ${text}`, blocks: [above, ...blocks] };
}
