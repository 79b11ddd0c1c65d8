import type { Findings } from "./findings.ts";
import { isJson, type Json } from "./loose-json.ts";

const STYLES = ["bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"];
/** Element, the fields it must have as text, the fields it may have besides. */
const ELEMENTS: Readonly<Record<string, { readonly needs: readonly string[]; readonly may: readonly string[] }>> = {
  text: { needs: ["text"], may: [] },
  link: { needs: ["url"], may: ["text", "unsafe"] },
  emoji: { needs: ["name"], may: ["unicode", "url", "skin_tone"] },
  user: { needs: ["user_id"], may: [] },
  channel: { needs: ["channel_id"], may: [] },
  usergroup: { needs: ["usergroup_id"], may: [] },
  team: { needs: ["team_id"], may: [] },
  broadcast: { needs: ["range"], may: [] },
  color: { needs: ["value"], may: [] },
  date: { needs: ["format"], may: ["timestamp", "url", "fallback"] },
};
const CONTAINERS = ["rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"];

/** A rich_text block: sections, lists, quotes and preformatted text that hold text, links and mentions. */
export function checkRichText(block: Json, at: string, findings: Findings): void {
  findings.each(block["elements"], { most: 1000, least: 0 }, `${at}/elements`, (container, place) => {
    const type = String(container["type"]);
    if (!CONTAINERS.includes(type)) {
      findings.add(`unsupported type: ${type}`, `${place}/type`);
      return;
    }
    if (type === "rich_text_list") checkList(container, place, findings);
    else checkContainer(container, place, findings);
  });
}

function checkList(list: Json, at: string, findings: Findings): void {
  findings.only(list, ["type", "elements", "style", "indent", "offset", "border"], at);
  if (list["style"] !== "bullet" && list["style"] !== "ordered") findings.add("invalid style", `${at}/style`);
  const indent = list["indent"];
  if (indent !== undefined && !(typeof indent === "number" && indent >= 0 && indent <= 8)) {
    findings.add("must be between 0 and 8", `${at}/indent`);
  }
  findings.each(list["elements"], { most: 1000, least: 1 }, `${at}/elements`, (item, place) => {
    if (item["type"] !== "rich_text_section") {
      findings.add(`unsupported type: ${item["type"]}`, `${place}/type`);
      return;
    }
    checkContainer(item, place, findings);
  });
}

function checkContainer(container: Json, at: string, findings: Findings): void {
  const preformatted = container["type"] === "rich_text_preformatted";
  const bordered = preformatted || container["type"] === "rich_text_quote";
  findings.only(
    container,
    ["type", "elements", ...(bordered ? ["border"] : []), ...(preformatted ? ["language"] : [])],
    at,
  );
  findings.each(container["elements"], { most: 1000, least: 0 }, `${at}/elements`, (element, place) => {
    const type = String(element["type"]);
    const rule = ELEMENTS[type];
    if (rule === undefined || (preformatted && type !== "text" && type !== "link")) {
      findings.add(`unsupported type: ${type}`, `${place}/type`);
      return;
    }
    findings.only(element, ["type", "style", ...rule.needs, ...rule.may], place);
    // Empty text is refused: Slack wants at least one character.
    for (const need of rule.needs) findings.words(element[need], 30_000, `${place}/${need}`);
    if (type === "link") findings.url(element["url"], `${place}/url`);
    if (type === "broadcast" && !["here", "channel", "everyone"].includes(String(element["range"]))) {
      findings.add("invalid range", `${place}/range`);
    }
    checkStyle(element["style"], `${place}/style`, findings);
  });
}

function checkStyle(style: unknown, at: string, findings: Findings): void {
  if (style === undefined) return;
  if (!isJson(style)) {
    findings.add("must be an object", at);
    return;
  }
  findings.only(style, STYLES, at);
  for (const [key, value] of Object.entries(style)) {
    if (typeof value !== "boolean") findings.add("must be a boolean", `${at}/${key}`);
  }
}
