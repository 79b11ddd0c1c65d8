import type { WrittenTopic } from "../../../src/chat/alerts.ts";
import { plainText } from "../plain-text.ts";

/** What somebody wrote after `/policy alerts`. */
export type AlertsCommand =
  | { readonly kind: "list" }
  /** Nothing was written: it is asked for in a window. */
  | { readonly kind: "form" }
  /** `mention`: as it was typed; null where nobody is to be called. */
  | { readonly kind: "subscribe"; readonly topic: WrittenTopic; readonly mention: string | null }
  | { readonly kind: "preview"; readonly topic: WrittenTopic }
  /** `number`: in the list; null where none was written. */
  | { readonly kind: "change"; readonly name: ChangeName; readonly number: number | null };

export type ChangeName = "unsubscribe" | "pause-alerts" | "resume-alerts";

const COMMAND = /^(?:alerts?|알림)(?:\s+(다시 시작|미리 보기|\S+)(?:\s+(.+))?)?$/isu;
const LIST = /^(?:list|목록)$/i;
const SUBSCRIBE = /^(?:subscribe|구독)$/i;
const PREVIEW = /^(?:preview|미리 ?보기)$/i;
const CHANGES: readonly (readonly [ChangeName, RegExp])[] = [
  ["unsubscribe", /^(?:unsubscribe|remove|해지|취소|끊기)$/i],
  ["pause-alerts", /^(?:pause|stop|멈춤|멈추기|중지)$/i],
  ["resume-alerts", /^(?:resume|start|다시 ?시작|재개)$/i],
];
const NUMBER = /^\d{1,3}$/;
/** Nobody asks for articles with a question mark. */
const QUESTION = /[?？]\s*$/u;

type Part = keyof WrittenTopic | "mention";
const LABEL = /(?:^|[\s,，])(without|제외|source|매체|category|분류|mention|부르기)\s*[:：]/giu;
const PARTS: Readonly<Record<string, Part>> = {
  without: "exclude",
  제외: "exclude",
  source: "sources",
  매체: "sources",
  category: "categories",
  분류: "categories",
  mention: "mention",
  부르기: "mention",
};

/** Null where it is something else, such as a question that begins with the word. `typed`: as Slack sends it. */
export function readAlertsCommand(typed: string): AlertsCommand | null {
  const match = COMMAND.exec(typed.trim());
  if (match === null || QUESTION.test(typed)) return null;
  const [, word, rest = ""] = match;
  if (word === undefined) return { kind: "list" };
  if (SUBSCRIBE.test(word)) return rest === "" ? { kind: "form" } : { kind: "subscribe", ...readParts(rest) };
  if (PREVIEW.test(word)) return { kind: "preview", topic: readParts(rest).topic };
  const change = CHANGES.find(([, pattern]) => pattern.test(word));
  if (change && (rest === "" || NUMBER.test(rest))) {
    return { kind: "change", name: change[0], number: rest === "" ? null : Number(rest) };
  }
  return LIST.test(word) && rest === "" ? { kind: "list" } : null;
}

/** "관세, 대만 제외: 부동산" in its parts. */
function readParts(typed: string): { readonly topic: WrittenTopic; readonly mention: string | null } {
  const [words = "", ...labelled] = typed.split(LABEL);
  const parts: Record<Part, string> = { include: words, exclude: "", sources: "", categories: "", mention: "" };
  for (let index = 0; index < labelled.length; index += 2) {
    const part = PARTS[labelled[index]?.toLowerCase() ?? ""] ?? "include";
    parts[part] = [parts[part], labelled[index + 1] ?? ""].filter((text) => text.trim() !== "").join(",");
  }
  const { mention, ...topic } = parts;
  const plain = Object.fromEntries(Object.entries(topic).map(([name, text]) => [name, plainText(text).trim()]));
  return { topic: { ...topic, ...plain }, mention: mention.trim() === "" ? null : mention.trim() };
}
