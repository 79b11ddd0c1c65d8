import { onceWithin } from "../../src/chat/chat-services.ts";
import type { SlackDesk } from "./slack-desk.ts";

/** The same again within a moment is a double click. */
const DOUBLE_CLICK_MS = 3000;

/** True for the first of two that do the same at once, in whatever process. */
export function isFirstClick(slack: SlackDesk, key: string): Promise<boolean> {
  return onceWithin(slack, key, DOUBLE_CLICK_MS);
}
