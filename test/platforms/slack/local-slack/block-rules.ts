import { ALLOWED, checkElement, checkImage } from "./element-rules.ts";
import { Findings } from "./findings.ts";
import { isJson, type Json } from "./loose-json.ts";
import { checkRichText } from "./rich-text-rules.ts";

const BLOCKS_IN_MESSAGE = 50;
const BLOCKS_IN_VIEW = 100;
const MARKDOWN_IN_ALL = 12_000;
const TEXT_IN_ALL = 13_200;
const VIEW_BYTES = 250_000;

/** Blocks that only messages can hold. */
const MESSAGE_ONLY = ["markdown", "table", "context_actions"];

/** What is wrong with the blocks of a message; nothing when Slack would take them. */
export function blockProblems(blocks: unknown): readonly string[] {
  const findings = new Findings("message");
  checkBlocks(blocks, BLOCKS_IN_MESSAGE, "/blocks", findings);
  return findings.list;
}

/** Whether all text of a message's blocks together is too much. */
export function isTooLong(blocks: readonly Json[]): boolean {
  return textLength(blocks) > TEXT_IN_ALL;
}

/** What is wrong with a view; nothing when Slack would take it. */
export function viewProblems(view: unknown): readonly string[] {
  if (!isJson(view)) return ["must be an object [json-pointer:/view]"];
  const type = view["type"];
  if (type !== "modal" && type !== "home") return [`unsupported type: ${type} [json-pointer:/view/type]`];
  const findings = new Findings(type);
  const common = ["type", "blocks", "private_metadata", "callback_id", "external_id"];
  const modal = ["title", "close", "submit", "clear_on_close", "notify_on_close", "submit_disabled"];
  findings.only(view, type === "modal" ? [...common, ...modal] : common, "/view");
  findings.optionalWords(view["private_metadata"], 3000, "/view/private_metadata");
  findings.optionalWords(view["callback_id"], 255, "/view/callback_id");
  findings.optionalWords(view["external_id"], 255, "/view/external_id");
  if (type === "modal") {
    findings.plain(view["title"], 24, "/view/title");
    findings.optionalPlain(view["submit"], 24, "/view/submit");
    findings.optionalPlain(view["close"], 24, "/view/close");
    const inputs =
      Array.isArray(view["blocks"]) && view["blocks"].some((block) => isJson(block) && block["type"] === "input");
    if (inputs && !isJson(view["submit"])) findings.add("`submit` is required when an `input` is included", "/view");
  }
  checkBlocks(view["blocks"], BLOCKS_IN_VIEW, "/view/blocks", findings);
  return findings.list;
}

/** Whether a view as a whole is too large. */
export function isViewTooLarge(view: Json): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES;
}

function checkBlocks(blocks: unknown, most: number, at: string, findings: Findings): void {
  const list = findings.each(blocks, { most, least: 0 }, at, (block, place) => {
    // Action ids are told apart within a block only.
    findings.actionIds.clear();
    findings.blockId(block["block_id"], `${place}/block_id`);
    checkBlock(block, place, findings);
  });
  const markdown = list.filter((block) => block["type"] === "markdown").map((block) => String(block["text"] ?? ""));
  if (markdown.join("").length > MARKDOWN_IN_ALL) {
    findings.add(`markdown text must be less than ${MARKDOWN_IN_ALL + 1} characters in all`, at);
  }
}

function checkBlock(block: Json, at: string, findings: Findings): void {
  const type = String(block["type"]);
  const views = findings.surface !== "message";
  if (views && MESSAGE_ONLY.includes(type)) {
    findings.add(`unsupported type: ${type}`, `${at}/type`);
    return;
  }
  if (!views && type === "input") {
    findings.add(`unsupported type: ${type}`, `${at}/type`);
    return;
  }
  const only = (...fields: string[]) => findings.only(block, ["type", "block_id", ...fields], at);
  switch (type) {
    case "section":
      only("text", "fields", "accessory", "expand");
      checkSection(block, at, findings);
      return;
    case "header":
      only("text");
      findings.plain(block["text"], 150, `${at}/text`);
      return;
    case "divider":
      only();
      return;
    case "context":
      only("elements");
      findings.each(block["elements"], { most: 10 }, `${at}/elements`, (element, place) => {
        if (element["type"] === "image") checkImage(element, place, findings);
        else findings.textObject(element, ["plain_text", "mrkdwn"], 2000, place);
      });
      return;
    case "actions":
    case "context_actions": {
      only("elements");
      const [most, allowed] = type === "actions" ? [25, ALLOWED.actions] : [5, ALLOWED.contextActions];
      findings.each(block["elements"], { most }, `${at}/elements`, (element, place) =>
        checkElement(element, allowed, place, findings),
      );
      return;
    }
    case "image":
      only("image_url", "slack_file", "alt_text", "title");
      findings.optionalPlain(block["title"], 2000, `${at}/title`);
      checkImage(block, at, findings);
      return;
    case "input":
      only("label", "element", "hint", "optional", "dispatch_action");
      findings.plain(block["label"], 2000, `${at}/label`);
      findings.optionalPlain(block["hint"], 2000, `${at}/hint`);
      if (!isJson(block["element"])) {
        findings.add("missing required field: element", at);
        return;
      }
      checkElement(block["element"], ALLOWED.input, `${at}/element`, findings);
      return;
    case "markdown":
      only("text");
      findings.words(block["text"], MARKDOWN_IN_ALL, `${at}/text`);
      return;
    case "rich_text":
      only("elements");
      checkRichText(block, at, findings);
      return;
    case "table":
      only("rows", "column_settings");
      checkTable(block, at, findings);
      return;
    default:
      findings.add(`unsupported type: ${type}`, `${at}/type`);
      return;
  }
}

function checkSection(block: Json, at: string, findings: Findings): void {
  if (block["text"] === undefined && block["fields"] === undefined) {
    findings.add("must define either `text` or `fields`", at);
  }
  if (block["text"] !== undefined) findings.textObject(block["text"], ["plain_text", "mrkdwn"], 3000, `${at}/text`);
  if (block["fields"] !== undefined) {
    findings.each(block["fields"], { most: 10 }, `${at}/fields`, (field, place) =>
      findings.textObject(field, ["plain_text", "mrkdwn"], 2000, place),
    );
  }
  if (block["accessory"] === undefined) return;
  if (!isJson(block["accessory"])) findings.add("must be an object", `${at}/accessory`);
  else checkElement(block["accessory"], ALLOWED.section, `${at}/accessory`, findings);
}

function checkTable(block: Json, at: string, findings: Findings): void {
  const rows = block["rows"];
  if (!Array.isArray(rows)) {
    findings.add("missing required field: rows", at);
    return;
  }
  if (rows.length > 100) findings.add("no more than 100 items allowed", `${at}/rows`);
  for (const [index, row] of rows.entries()) {
    findings.each(row, { most: 20 }, `${at}/rows/${index}`, (cell, place) => {
      if (cell["type"] === "rich_text") checkRichText(cell, place, findings);
      else if (cell["type"] === "raw_text") findings.words(cell["text"], 3000, `${place}/text`);
      else findings.add(`unsupported type: ${cell["type"]}`, `${place}/type`);
    });
  }
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, child]) => sum + (key === "text" && typeof child === "string" ? child.length : textLength(child)),
    0,
  );
}
