import type { ActionName } from "./chat-message.ts";

/** Buttons and menus carry their action in an id; Discord allows 100 characters. */
const SEPARATOR = "|";
const PREFIX = "pd";
const NAMES: ReadonlySet<string> = new Set<ActionName>([
  "sources",
  "helpful",
  "unhelpful",
  "follow-up",
  "share",
  "page",
  "related",
  "article",
  "section",
  "ask-article",
  "alerts",
  "subscribe",
  "subscription",
  "pause-alerts",
  "resume-alerts",
  "unsubscribe",
  "preview-alerts",
  "keep-trying",
]);

export interface ActionReference {
  readonly name: ActionName;
  readonly about: string;
}

export function actionId({ name, about }: ActionReference): string {
  return [PREFIX, name, about].join(SEPARATOR);
}

/** Null where the id was not made here. */
export function readActionId(id: string): ActionReference | null {
  const [prefix, name = "", ...about] = id.split(SEPARATOR);
  if (prefix !== PREFIX || !NAMES.has(name)) return null;
  return { name: name as ActionName, about: about.join(SEPARATOR) };
}
