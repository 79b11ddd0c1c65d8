import { createHash } from "node:crypto";
import type { RESTPostAPIChannelMessageJSONBody } from "discord.js";
import { type AlertReader, alertMessage } from "../../src/chat/alert-message.ts";
import type { Alert } from "../../src/ports/alert-sender.ts";
import type { ChatMessage } from "../../src/presentation/chat-message.ts";
import { linkTarget } from "./render/escape.ts";
import { contentLayout, embedLayout, type Layout } from "./render/message.ts";

const NONCE_LENGTH = 25;
const ROLE_ID = /^\d{1,20}$/;

/** What Discord is sent to post an alert. It posts one of the same nonce once, however often it is sent within minutes. */
export function alertBody(alert: Alert, reader: AlertReader, mayEmbed: boolean): RESTPostAPIChannelMessageJSONBody {
  const roles = rolesOf(alert);
  const above = roles.map((id) => `<@&${id}>`).join(" ");
  const message = alertMessage(alert, reader);
  const { content, ...body } = mayEmbed ? embedLayout.render(message) : inContent(message, above.length);
  return {
    ...body,
    content: [above, content].filter((text) => text !== "").join("\n"),
    allowed_mentions: { parse: [], roles },
    nonce: nonceOf(alert),
    enforce_nonce: true,
  };
}

function rolesOf({ content }: Alert): string[] {
  return content.kind === "article" ? [...new Set(content.mentions)].filter((id) => ROLE_ID.test(id)) : [];
}

function nonceOf({ id }: Alert): string {
  return createHash("sha256").update(id).digest("hex").slice(0, NONCE_LENGTH);
}

/** Where nothing may be embedded, the address of the article stands under it. */
function inContent(message: ChatMessage, takenAbove: number): ReturnType<Layout["render"]> {
  const url = message.lines.find((line) => line.kind === "heading")?.url ?? null;
  const target = url === null ? null : linkTarget(url);
  const below = target === null ? "" : `\n<${target}>`;
  const { content, ...body } = contentLayout.render(fitting(message, takenAbove + 1 + below.length));
  return { ...body, content: content + below };
}

/** Without what has no room in a message's content, from the end. */
function fitting(message: ChatMessage, taken: number): ChatMessage {
  const { most, sizeOf } = contentLayout.size;
  let left = most - taken;
  const lines = message.lines.filter((line) => {
    left -= sizeOf(line);
    return left >= 0;
  });
  return { ...message, lines };
}
