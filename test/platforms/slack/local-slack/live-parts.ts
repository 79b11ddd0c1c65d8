import { isJson, type Json, listAt, textAt } from "./loose-json.ts";

export interface LivePart {
  readonly kind: "user" | "broadcast" | "usergroup" | "channel" | "link" | "auto-link" | "image";
  /** The id, the range of a broadcast, or the URL. */
  readonly value: string;
  /** Where it stands: `text`, or a path such as `blocks/0/text`. */
  readonly where: string;
}

interface Shown {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly sent: Json;
}

const CONTROL = /<([^<>]*)>/gu;
const BARE_URL = /\bhttps?:\/\/[^\s<>|]+|\bwww\.[^\s<>|]+/giu;
// Slack makes links of names alone where the ending is a known one.
const BARE_NAME =
  /(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|kr|io|dev|ai|app|co|gov|edu|info|jp|cn|us|uk|eu|me)\b(?:\/[^\s<>|]*)?/giu;
const MAIL = /[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}/giu;
const MARKDOWN_LINK = /\[[^\]]*\]\(\s*<?([^)\s>]+)/gu;

/** Every mention and link in a message that a reader could press or be called by. */
export function livePartsOf({ text, blocks, sent }: Shown): readonly LivePart[] {
  const plain = sent["mrkdwn"] === false || sent["mrkdwn"] === "false";
  const links = sent["parse"] !== "none";
  const names = sent["parse"] === "full" || sent["link_names"] === true || sent["link_names"] === "true";
  const inText = plain ? [] : inMrkdwn(text, "text", links);
  // With link_names Slack turns @name and #name into mentions.
  const named = names
    ? [...text.matchAll(/(?<![\w<])[@#][\w.-]+/gu)].map(([value]) => part("user", value, "text"))
    : [];
  return [...inText, ...named, ...blocks.flatMap((block, index) => inObject(block, `blocks/${index}`))];
}

/** The live parts of a view. */
export function livePartsOfBlocks(blocks: readonly Json[]): readonly LivePart[] {
  return blocks.flatMap((block, index) => inObject(block, `blocks/${index}`));
}

function inObject(value: unknown, where: string): LivePart[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => inObject(item, `${where}/${index}`));
  if (!isJson(value)) return [];
  const own = ownParts(value, where);
  if (value["type"] === "rich_text" || String(value["type"]).startsWith("rich_text_")) {
    return listAt(value, "elements").flatMap((item, index) => inObject(item, `${where}/elements/${index}`));
  }
  const inner = Object.entries(value)
    .filter(([key]) => key !== "type" && key !== "value")
    .flatMap(([key, child]) => (typeof child === "object" ? inObject(child, `${where}/${key}`) : []));
  return [...own, ...inner];
}

function ownParts(value: Json, where: string): LivePart[] {
  const field = (key: string) => textAt(value, key) ?? "";
  switch (value["type"]) {
    case "mrkdwn":
      return inMrkdwn(field("text"), where, value["verbatim"] !== true);
    case "markdown":
      return [
        ...inMrkdwn(field("text"), where, true),
        ...[...field("text").matchAll(MARKDOWN_LINK)].map(([, url]) => part("link", url ?? "", where)),
      ];
    case "user":
      return [part("user", field("user_id"), where)];
    case "usergroup":
      return [part("usergroup", field("usergroup_id"), where)];
    case "broadcast":
      return [part("broadcast", field("range"), where)];
    case "channel":
      return [part("channel", field("channel_id"), where)];
    case "link":
    case "date":
      return field("url") === "" ? [] : [part("link", field("url"), where)];
    case "image":
      return [part("image", field("image_url"), where)];
    default:
      return field("url") === "" ? [] : [part("link", field("url"), where)];
  }
}

function inMrkdwn(text: string, where: string, autoLinks: boolean): LivePart[] {
  const parts: LivePart[] = [];
  const rest = text.replace(CONTROL, (_, inside: string) => {
    const found = control(inside, where);
    if (found !== undefined) parts.push(found);
    return " ";
  });
  if (!autoLinks) return parts;
  const withoutUrls = rest.replace(BARE_URL, (url) => {
    parts.push(part("auto-link", url.replace(/[.,!?)\]}'"]+$/u, ""), where));
    return " ";
  });
  const withoutMail = withoutUrls.replace(MAIL, (address) => {
    parts.push(part("auto-link", `mailto:${address}`, where));
    return " ";
  });
  for (const [name] of withoutMail.matchAll(BARE_NAME)) parts.push(part("auto-link", name, where));
  return parts;
}

function control(inside: string, where: string): LivePart | undefined {
  const [target = ""] = inside.split("|");
  if (target.startsWith("@")) return part("user", target.slice(1), where);
  if (target.startsWith("#")) return part("channel", target.slice(1), where);
  if (target.startsWith("!subteam^")) return part("usergroup", target.slice(9), where);
  if (target.startsWith("!date^")) {
    const url = target.split("^")[3];
    return url === undefined ? undefined : part("link", url, where);
  }
  if (target.startsWith("!")) return part("broadcast", target.slice(1), where);
  return /^(?:[a-z][a-z0-9+.-]*:|www\.)/iu.test(target) ? part("link", target, where) : undefined;
}

function part(kind: LivePart["kind"], value: string, where: string): LivePart {
  return { kind, value, where };
}

/** The live parts that are no link to one of the given URLs: a test wants none. */
export function unexpectedLive(parts: readonly LivePart[], allowedUrls: Iterable<string> = []): readonly LivePart[] {
  const allowed = new Set([...allowedUrls].map(asUrl));
  return parts.filter(({ kind, value }) => !(/link|image/u.test(kind) && allowed.has(asUrl(value))));
}

/** Control sequences carry & as an entity. */
function asUrl(url: string): string {
  return url.replaceAll("&amp;", "&");
}
