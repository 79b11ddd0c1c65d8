import type { Findings } from "./findings.ts";
import { isJson, type Json } from "./loose-json.ts";

const SELECTS = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
const MULTI_SELECTS = SELECTS.map((type) => `multi_${type}`);
const PICKERS = ["datepicker", "timepicker", "datetimepicker"];
const CHOICES = ["checkboxes", "radio_buttons"];
const TEXT_INPUTS = ["plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"];

/** Which elements may stand where. */
export const ALLOWED = {
  section: ["button", "image", "overflow", "workflow_button", ...SELECTS, ...MULTI_SELECTS, ...PICKERS, ...CHOICES],
  actions: ["button", "overflow", "workflow_button", "rich_text_input", ...SELECTS, ...PICKERS, ...CHOICES],
  contextActions: ["feedback_buttons", "icon_button"],
  input: [...TEXT_INPUTS, ...SELECTS, ...MULTI_SELECTS, ...PICKERS, ...CHOICES, "file_input"],
};
const COMMON = ["type", "action_id", "confirm", "focus_on_load"];

/** One interactive element, by the rules for its type. */
export function checkElement(element: Json, allowed: readonly string[], at: string, findings: Findings): void {
  const type = String(element["type"]);
  if (!allowed.includes(type)) {
    findings.add(`unsupported type: ${type}`, `${at}/type`);
    return;
  }
  if (type === "image") {
    checkImage(element, at, findings);
    return;
  }
  findings.actionId(element["action_id"], `${at}/action_id`);
  if (element["focus_on_load"] === true) {
    findings.focused += 1;
    if (findings.surface === "message") findings.add("invalid additional property: focus_on_load", at);
    if (findings.focused > 1) findings.add("only one element may be focused on load", at);
  }
  findings.optionalPlain(element["placeholder"], 150, `${at}/placeholder`);
  if (element["confirm"] !== undefined) checkConfirm(element["confirm"], `${at}/confirm`, findings);
  if (type === "button" || type === "workflow_button") {
    checkButton(element, at, findings);
    return;
  }
  if (type === "overflow") {
    checkOptions(element, { most: 5, groups: false, urls: true }, at, findings);
    return;
  }
  if (CHOICES.includes(type)) {
    checkOptions(element, { most: 10, groups: false, mrkdwn: true }, at, findings);
    return;
  }
  if (type.endsWith("static_select")) {
    checkOptions(element, { most: 100, groups: true }, at, findings);
    return;
  }
  if (type === "plain_text_input") {
    checkPlainInput(element, at, findings);
    return;
  }
  if (type === "feedback_buttons") {
    checkFeedback(element, at, findings);
    return;
  }
  if (type === "icon_button") {
    findings.plain(element["text"], 75, `${at}/text`);
    findings.words(element["icon"], 100, `${at}/icon`);
    findings.optionalWords(element["value"], 2000, `${at}/value`);
  }
}

/** An image, as a block or within one. */
export function checkImage(image: Json, at: string, findings: Findings): void {
  findings.words(image["alt_text"], 2000, `${at}/alt_text`);
  if (image["image_url"] === undefined && image["slack_file"] === undefined) {
    findings.add("must define either `image_url` or `slack_file`", at);
  }
  if (image["image_url"] !== undefined) findings.url(image["image_url"], `${at}/image_url`);
}

function checkButton(button: Json, at: string, findings: Findings): void {
  findings.only(button, [...COMMON, "text", "value", "url", "style", "accessibility_label", "workflow"], at);
  findings.plain(button["text"], 75, `${at}/text`);
  findings.optionalWords(button["value"], 2000, `${at}/value`);
  findings.optionalWords(button["accessibility_label"], 75, `${at}/accessibility_label`);
  if (button["url"] !== undefined) findings.url(button["url"], `${at}/url`);
  const style = button["style"];
  if (style !== undefined && style !== "primary" && style !== "danger") findings.add("invalid style", `${at}/style`);
}

function checkConfirm(confirm: unknown, at: string, findings: Findings): void {
  if (!isJson(confirm)) {
    findings.add("must be an object", at);
    return;
  }
  findings.plain(confirm["title"], 100, `${at}/title`);
  findings.textObject(confirm["text"], ["plain_text", "mrkdwn"], 300, `${at}/text`);
  findings.plain(confirm["confirm"], 30, `${at}/confirm`);
  findings.plain(confirm["deny"], 30, `${at}/deny`);
}

interface OptionRules {
  readonly most: number;
  readonly groups: boolean;
  readonly mrkdwn?: boolean;
  readonly urls?: boolean;
}

function checkOptions(element: Json, rules: OptionRules, at: string, findings: Findings): void {
  const groups = element["option_groups"];
  const given: Json[] = [];
  if (rules.groups && groups !== undefined) {
    if (element["options"] !== undefined) findings.add("only one of `options` and `option_groups` is allowed", at);
    findings.each(groups, { most: 100 }, `${at}/option_groups`, (group, place) => {
      findings.plain(group["label"], 75, `${place}/label`);
      given.push(...checkOptionList(group["options"], rules, `${place}/options`, findings));
    });
  } else given.push(...checkOptionList(element["options"], rules, `${at}/options`, findings));
  const chosen = [
    element["initial_option"],
    ...(Array.isArray(element["initial_options"]) ? element["initial_options"] : []),
  ];
  for (const initial of chosen.filter((option) => option !== undefined)) {
    const same = given.some((option) => JSON.stringify(option) === JSON.stringify(initial));
    if (!same) findings.add("initial option must exactly match one of the options", at);
  }
}

function checkOptionList(list: unknown, rules: OptionRules, at: string, findings: Findings): readonly Json[] {
  return findings.each(list, rules, at, (option, place) => {
    findings.only(option, ["text", "value", "description", ...(rules.urls ? ["url"] : [])], place);
    findings.textObject(option["text"], rules.mrkdwn ? ["plain_text", "mrkdwn"] : ["plain_text"], 75, `${place}/text`);
    findings.words(option["value"], 150, `${place}/value`);
    if (option["description"] !== undefined) {
      const kinds = rules.mrkdwn ? (["plain_text", "mrkdwn"] as const) : (["plain_text"] as const);
      findings.textObject(option["description"], kinds, 75, `${place}/description`);
    }
  });
}

function checkPlainInput(input: Json, at: string, findings: Findings): void {
  findings.optionalWords(input["initial_value"], 3000, `${at}/initial_value`);
  for (const key of ["min_length", "max_length"]) {
    const length = input[key];
    const least = key === "max_length" ? 1 : 0;
    if (length !== undefined && !(typeof length === "number" && length >= least && length <= 3000)) {
      findings.add(`must be between ${least} and 3000`, `${at}/${key}`);
    }
  }
}

function checkFeedback(element: Json, at: string, findings: Findings): void {
  for (const key of ["positive_button", "negative_button"]) {
    const button = element[key];
    if (!isJson(button)) findings.add(`missing required field: ${key}`, at);
    else {
      findings.plain(button["text"], 75, `${at}/${key}/text`);
      findings.words(button["value"], 2000, `${at}/${key}/value`);
      findings.optionalWords(button["accessibility_label"], 75, `${at}/${key}/accessibility_label`);
    }
  }
}
