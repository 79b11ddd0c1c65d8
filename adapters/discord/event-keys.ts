/** What the events of Discord are claimed by begins with these. */
export const MESSAGE_EVENT = "discord:message:";
export const INTERACTION_EVENT = "discord:interaction:";

/** What is kept of a message that is being answered: it is read again from there. */
export interface MessagePayload {
  readonly channelId: string;
  readonly messageId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
}
