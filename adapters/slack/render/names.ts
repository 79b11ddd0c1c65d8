import type { types } from "@slack/bolt";
import { randomId } from "../../../src/text/random-id.ts";

/** Nobody who writes to the bot knows it. */
const MARK = randomId();
const NAMED = new RegExp(`${MARK}([A-Z0-9]+)${MARK}`, "g");

/** A channel within a text of ours, to be shown by the name that Slack knows. */
export function channelName(id: string): string {
  return /^[A-Z0-9]+$/.test(id) ? `${MARK}${id}${MARK}` : id;
}

export function namesAsIds(text: string): string {
  return text.replaceAll(NAMED, "$1");
}

/** The text with its channels as elements. */
export function namesAsElements(text: string): (string | types.RichTextChannelMention)[] {
  return text
    .split(NAMED)
    .map((part, index) => (index % 2 === 0 ? part : { type: "channel" as const, channel_id: part }))
    .filter((part) => part !== "");
}
