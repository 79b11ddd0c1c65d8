import type { ChatServices } from "../../src/chat/chat-services.ts";
import type { Logger } from "../../src/ports/runtime.ts";
import type { HeardInteractions } from "./heard-interactions.ts";

/** What every path from Discord to an answer needs. */
export interface DiscordContext {
  /** Sized for embeds. */
  readonly services: ChatServices;
  readonly log: Logger;
  /** Whether messages that do not address the bot can be read. */
  readonly messageContent: boolean;
  readonly interactions: HeardInteractions;
  /** An event was answered; what the process ends before stays for another one. */
  finish(key: string): Promise<void>;
}
