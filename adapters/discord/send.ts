import type { Message, PublicThreadChannel } from "discord.js";
import { localeFor } from "../../src/chat/chat-services.ts";
import { failureMessage } from "../../src/chat/failure.ts";
import type { ChatMessage } from "../../src/presentation/chat-message.ts";
import { errorId } from "../../src/text/random-id.ts";
import type { DiscordContext } from "./context.ts";
import { isClosed, isGone, lacksPermission, withoutDetails } from "./discord-errors.ts";
import { may, tellMissing, toWrite } from "./permissions.ts";
import { contentLayout, embedLayout, type Layout } from "./render/message.ts";

/** How to write where a message was written. */
export function layoutIn(message: Message): Layout {
  return may(message, "embed-links") ? embedLayout : contentLayout;
}

/** Says something on a message: as a reply in a channel, else as it comes. A message is answered once: see the nonce. */
export async function send(message: Message, said: ChatMessage, thread: PublicThreadChannel | null = null) {
  // Discord, and our own tries after a lost connection, post nothing twice that has the same nonce.
  const body = { ...layoutIn(message).render(said), nonce: message.id, enforceNonce: true };
  const { channel } = message;
  if (thread) await thread.send(body);
  else if (!channel.isDMBased() && may(message, "read-history"))
    await message.reply({ ...body, failIfNotExists: false });
  else if (channel.isSendable()) await channel.send(body);
}

/** Nobody waits for this, and nothing hangs on it. */
export function showTyping({ channel }: Message): void {
  if (channel.isSendable()) channel.sendTyping().catch(() => {});
}

/** Whatever went wrong, the person sees that it did, with an id that stands in the log too. */
export async function tellFailure(context: DiscordContext, message: Message, error: unknown): Promise<void> {
  const { log } = context;
  const isThere = message.client.channels.cache.has(message.channelId);
  if (!isThere || isGone(error) || isClosed(error)) {
    log.debug("Discord: a message could not be answered any more", { reason: withoutDetails(error).message });
    return;
  }
  const locale = localeFor(null, null, message.content);
  if (lacksPermission(error)) {
    await tellMissing(context, message, locale, toWrite(message));
    return;
  }
  const id = errorId();
  log.error("Discord: a message could not be answered", withoutDetails(error), { errorId: id });
  const failure = failureMessage({ locale }, id);
  const ways = [() => send(message, failure), () => message.author.send(contentLayout.render(failure))];
  for (const way of ways) {
    const failed = await Promise.resolve(way()).then(
      () => null,
      (again: unknown) => withoutDetails(again),
    );
    if (failed === null) return;
    log.debug("Discord: a failure could not be told this way", { errorId: id, reason: failed.message });
  }
  log.warn("Discord: a failure could not be told to the one who asked", { errorId: id });
}
