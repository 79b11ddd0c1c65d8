import { isJson, type Json, jsonAt, objectsAt, textAt } from "./loose-json.ts";

/** Blocks as a reader sees them, one line a block; buttons and menus in brackets. */
export function readableBlocks(blocks: readonly Json[]): string {
  return blocks
    .map(readableBlock)
    .filter((line) => line !== "")
    .join("\n");
}

function readableBlock(block: Json): string {
  switch (block["type"]) {
    case "divider":
      return "---";
    case "header":
      return `# ${label(block, "text")}`;
    case "markdown":
      return textAt(block, "text") ?? "";
    case "rich_text":
      return objectsAt(block, "elements").map(richText).join("\n");
    case "context":
      return objectsAt(block, "elements").map(element).join(" ");
    case "actions":
    case "context_actions":
      return objectsAt(block, "elements").map(element).join(" ");
    case "section": {
      const fields = objectsAt(block, "fields").map((field) => textAt(field, "text") ?? "");
      const accessory = jsonAt(block, "accessory");
      return [label(block, "text"), ...fields, accessory === undefined ? "" : element(accessory)]
        .filter((text) => text !== "")
        .join(" ");
    }
    case "input":
      return `${label(block, "label")}: ${element(jsonAt(block, "element") ?? {})}`;
    case "image":
      return `(image: ${textAt(block, "alt_text") ?? ""})`;
    case "table":
      return (Array.isArray(block["rows"]) ? block["rows"] : [])
        .map((row: unknown) => (Array.isArray(row) ? row.filter(isJson).map(cell).join(" | ") : ""))
        .join("\n");
    default:
      return label(block, "text");
  }
}

function cell(value: Json): string {
  return value["type"] === "rich_text" ? readableBlock(value) : (textAt(value, "text") ?? "");
}

function element(value: Json): string {
  switch (value["type"]) {
    case "plain_text":
    case "mrkdwn":
      return textAt(value, "text") ?? "";
    case "button":
    case "icon_button":
    case "workflow_button":
      return `[${label(value, "text")}]`;
    case "feedback_buttons":
      return `[${label(jsonAt(value, "positive_button"), "text")}] [${label(jsonAt(value, "negative_button"), "text")}]`;
    case "image":
      return `(image: ${textAt(value, "alt_text") ?? ""})`;
    case "overflow":
      return `[… ${optionLabels(value).join(" / ")}]`;
    default: {
      const options = optionLabels(value);
      if (options.length > 0) return `[${options.join(" / ")}]`;
      return `[${label(value, "placeholder") || String(value["type"] ?? "")}]`;
    }
  }
}

function optionLabels(value: Json): readonly string[] {
  const groups = objectsAt(value, "option_groups");
  const options =
    groups.length > 0 ? groups.flatMap((group) => objectsAt(group, "options")) : objectsAt(value, "options");
  return options.map((option) => label(option, "text"));
}

function label(value: Json | undefined, key: string): string {
  return textAt(jsonAt(value, key), "text") ?? "";
}

function richText(value: Json): string {
  const parts = objectsAt(value, "elements");
  switch (value["type"]) {
    case "rich_text_list":
      return parts
        .map((item, index) => `${value["style"] === "ordered" ? `${index + 1}.` : "•"} ${richText(item)}`)
        .join("\n");
    case "rich_text_quote":
      return `> ${parts.map(inline).join("")}`;
    default:
      return parts.map(inline).join("");
  }
}

function inline(part: Json): string {
  const field = (key: string) => textAt(part, key) ?? "";
  switch (part["type"]) {
    case "text":
      return field("text");
    case "link":
      return field("text") === "" ? field("url") : `${field("text")} (${field("url")})`;
    case "emoji":
      return `:${field("name")}:`;
    case "user":
      return `@${field("user_id")}`;
    case "channel":
      return `#${field("channel_id")}`;
    case "broadcast":
      return `@${field("range")}`;
    case "usergroup":
      return `@${field("usergroup_id")}`;
    default:
      return field("fallback") || field("text");
  }
}
