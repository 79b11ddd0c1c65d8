import { isJson, type Json, jsonAt, objectsAt, textAt } from "./loose-json.ts";

/** What a person enters: a text or the value of an option, or several values. */
export type Entered = string | readonly string[];

export interface Found {
  readonly block: Json;
  readonly element: Json;
  /** Of feedback buttons, the one that was meant. */
  readonly half?: Json;
}

export interface Which {
  readonly actionId?: string;
  /** The words on a button. */
  readonly text?: string;
  readonly value?: string;
  readonly blockId?: string;
}

/** Every interactive element in blocks. */
export function elementsOf(blocks: readonly Json[]): readonly Found[] {
  return blocks.flatMap((block) => {
    const accessory = jsonAt(block, "accessory");
    const input = jsonAt(block, "element");
    const elements = [...objectsAt(block, "elements"), ...(accessory ? [accessory] : []), ...(input ? [input] : [])];
    return elements
      .filter((element) => element["action_id"] !== undefined)
      .flatMap((element): Found[] => {
        if (element["type"] !== "feedback_buttons") return [{ block, element }];
        const halves = [jsonAt(element, "positive_button"), jsonAt(element, "negative_button")];
        return halves.filter((half) => half !== undefined).map((half) => ({ block, element, half }));
      });
  });
}

/** The one element a test means; a mistake in the test names what there is. */
export function findElement(blocks: readonly Json[], which: Which): Found {
  const all = elementsOf(blocks);
  const found = all.find(
    ({ block, element, half }) =>
      matches(which.actionId, element["action_id"]) &&
      matches(which.blockId, block["block_id"]) &&
      matches(which.value, (half ?? element)["value"]) &&
      matches(which.text, textAt(jsonAt(half ?? element, "text"), "text")),
  );
  if (found !== undefined) return found;
  const there = all.map(
    ({ element, half }) =>
      `${element["action_id"]} [${textAt(jsonAt(half ?? element, "text"), "text") ?? element["type"]}]`,
  );
  throw new Error(`Nothing like ${JSON.stringify(which)} to press here; there is: ${there.join(", ") || "nothing"}`);
}

function matches(wanted: string | undefined, is: unknown): boolean {
  return wanted === undefined || wanted === is;
}

/** What an element holds once a person has entered something, as Slack sends it. */
export function enteredIn(element: Json, value: Entered): Json {
  const type = String(element["type"]);
  const [first = ""] = typeof value === "string" ? [value] : value;
  const several = typeof value === "string" ? [value] : value;
  switch (type) {
    case "static_select":
    case "external_select":
    case "radio_buttons":
    case "overflow":
      return { type, selected_option: option(element, first) };
    case "multi_static_select":
    case "multi_external_select":
    case "checkboxes":
      return { type, selected_options: several.map((one) => option(element, one)) };
    case "users_select":
      return { type, selected_user: first };
    case "conversations_select":
      return { type, selected_conversation: first };
    case "channels_select":
      return { type, selected_channel: first };
    case "multi_users_select":
      return { type, selected_users: several };
    case "multi_conversations_select":
      return { type, selected_conversations: several };
    case "multi_channels_select":
      return { type, selected_channels: several };
    case "datepicker":
      return { type, selected_date: first };
    case "timepicker":
      return { type, selected_time: first };
    default:
      return { type, value: first };
  }
}

function option(element: Json, value: string): Json {
  if (String(element["type"]).endsWith("external_select")) return { text: { type: "plain_text", text: value }, value };
  const groups = objectsAt(element, "option_groups");
  const options = [...objectsAt(element, "options"), ...groups.flatMap((group) => objectsAt(group, "options"))];
  const found = options.find((one) => one["value"] === value || textAt(jsonAt(one, "text"), "text") === value);
  if (found !== undefined) return found;
  throw new Error(`No option ${value}; there is: ${options.map((one) => one["value"]).join(", ")}`);
}

/** What an element holds before anyone has touched it. */
export function untouched(element: Json): Json {
  const type = String(element["type"]);
  if (type === "static_select" || type === "radio_buttons" || type === "external_select") {
    return { type, selected_option: element["initial_option"] ?? null };
  }
  if (type === "checkboxes" || type.startsWith("multi_")) {
    return { type, selected_options: element["initial_options"] ?? [] };
  }
  if (type === "users_select") return { type, selected_user: element["initial_user"] ?? null };
  if (type === "conversations_select") return { type, selected_conversation: element["initial_conversation"] ?? null };
  if (type === "datepicker") return { type, selected_date: element["initial_date"] ?? null };
  return { type, value: element["initial_value"] ?? null };
}

/** Whether a required input would be let through by Slack's form, and why not. */
export function formProblem(element: Json, held: Json): string | undefined {
  const given = Object.entries(held).find(([key]) => key !== "type")?.[1];
  const empty = given === null || given === undefined || given === "" || (Array.isArray(given) && given.length === 0);
  if (empty) return "it is required";
  const { min_length: least, max_length: most } = element;
  if (typeof given === "string" && typeof least === "number" && given.length < least)
    return `it wants ${least} characters`;
  if (typeof given === "string" && typeof most === "number" && given.length > most)
    return `it takes ${most} characters`;
  return undefined;
}

/** The values a test gives, by block and action, or by action alone. */
export function valueFor(values: Json, block: Json, element: Json): Entered | undefined {
  const blockId = String(block["block_id"]);
  const actionId = String(element["action_id"]);
  const inBlock = values[blockId];
  const found = isJson(inBlock) ? inBlock[actionId] : values[actionId];
  if (typeof found === "string" || found === undefined) return found;
  if (Array.isArray(found)) return found.map(String);
  throw new Error(`${blockId}/${actionId} wants a text or a list of texts`);
}
