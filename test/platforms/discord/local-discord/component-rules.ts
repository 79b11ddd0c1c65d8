import type { FormCheck } from "./api-error.ts";
import { everyComponent, type ModalBody, type WireComponent } from "./wire-types.ts";

const ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const OTHER_SELECTS = [5, 6, 7, 8];
const TEXT_DISPLAY = 10;
const LABEL = 18;
const V2_ONLY = [9, TEXT_DISPLAY, 11, 12, 13, 14, 17];
const IN_A_LABEL = [STRING_SELECT, TEXT_INPUT, ...OTHER_SELECTS, 19, 21, 22, 23];
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

type Path = readonly (string | number)[];

/** Refuses message components that Discord refuses. */
export function checkComponents(form: FormCheck, path: Path, components: readonly WireComponent[], v2: boolean): void {
  if (!Array.isArray(components)) {
    form.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    return;
  }
  const all = everyComponent(components);
  if (v2) checkV2(form, path, all);
  else form.list(path, components, { max: 5 });
  components.forEach((component, at) => {
    const here = [...path, at];
    if (component.type === ROW) checkRow(form, here, component);
    else if (!(v2 && V2_ONLY.includes(component.type))) form.choice([...here, "type"], component.type, [ROW]);
    else for (const row of component.components ?? []) if (row.type === ROW) checkRow(form, here, row);
    if (component.accessory?.type === BUTTON) checkButton(form, [...here, "accessory"], component.accessory);
  });
  checkCustomIds(form, path, all);
}

function checkV2(form: FormCheck, path: Path, all: readonly WireComponent[]): void {
  if (all.length > 40) form.badLength(path, 1, 40);
  const text = all.filter(({ type }) => type === TEXT_DISPLAY).map(({ content }) => content ?? "");
  if ([...text.join("")].length > 4000) {
    form.add(path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "The total displayable text size exceeds 4000.");
  }
}

function checkCustomIds(form: FormCheck, path: Path, all: readonly WireComponent[]): void {
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  if (new Set(ids).size < ids.length) {
    form.add(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  }
}

function checkRow(form: FormCheck, path: Path, row: WireComponent): void {
  const here = [...path, "components"];
  const held = form.list(here, row.components, { min: 1, max: 5 });
  const selects = held.filter(({ type }) => type !== BUTTON);
  if (selects.length > 0 && held.length > 1) {
    form.add(here, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "Layout width exceeded, maximum is 5");
  }
  held.forEach((component, at) => {
    if (component.type === BUTTON) checkButton(form, [...here, at], component);
    else if (form.choice([...here, at, "type"], component.type, [BUTTON, STRING_SELECT, ...OTHER_SELECTS])) {
      checkSelect(form, [...here, at], component);
    }
  });
}

function checkButton(form: FormCheck, path: Path, button: WireComponent): void {
  const { label, emoji, style, url, custom_id } = button;
  form.text([...path, "label"], label, { max: 80, optional: true });
  if (style === PREMIUM_STYLE) return;
  if (!form.choice([...path, "style"], style, [1, 2, 3, 4, 5, 6])) return;
  if (!label && !emoji) {
    form.add(path, "BUTTON_COMPONENT_CONTENT_REQUIRED", "A button needs a label or an emoji");
  }
  if (style === LINK_STYLE) {
    if (custom_id !== undefined) form.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "Not both");
    form.text([...path, "url"], url, { min: 1, max: 512 });
    checkUrl(form, [...path, "url"], url, ["http", "https", "discord"]);
  } else {
    if (url !== undefined) form.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "Not both");
    form.text([...path, "custom_id"], custom_id, { min: 1, max: 100 });
  }
}

function checkSelect(form: FormCheck, path: Path, select: WireComponent): void {
  form.text([...path, "custom_id"], select.custom_id, { min: 1, max: 100 });
  form.text([...path, "placeholder"], select.placeholder, { max: 150, optional: true });
  const { min_values: min = 1, max_values: max = 1 } = select;
  if (min < 0 || min > 25) form.add([...path, "min_values"], "NUMBER_TYPE_MAX", "Must be between 0 and 25.");
  if (max < 1 || max > 25) form.add([...path, "max_values"], "NUMBER_TYPE_MAX", "Must be between 1 and 25.");
  if (select.type !== STRING_SELECT) return;
  const options = form.list([...path, "options"], select.options, { min: 1, max: 25 });
  options.forEach((option, at) => {
    form.text([...path, "options", at, "label"], option.label, { min: 1, max: 100 });
    form.text([...path, "options", at, "value"], option.value, { min: 1, max: 100 });
    form.text([...path, "options", at, "description"], option.description, { max: 100, optional: true });
  });
  if (new Set(options.map(({ value }) => value)).size < options.length) {
    form.add([...path, "options"], "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The option values are not unique");
  }
  if (options.length < max) {
    form.add([...path, "options"], "BASE_TYPE_BAD_LENGTH", `Must be between ${max} and 25 in length.`);
  }
}

/** Refuses a modal that Discord refuses. */
export function checkModal(form: FormCheck, path: Path, modal: Partial<ModalBody>): void {
  form.text([...path, "custom_id"], modal.custom_id, { min: 1, max: 100 });
  form.text([...path, "title"], modal.title, { min: 1, max: 45 });
  const components = form.list([...path, "components"], modal.components, { min: 1, max: 5 });
  components.forEach((component, at) => {
    const here = [...path, "components", at];
    if (component.type === LABEL) checkLabel(form, here, component);
    else if (component.type === ROW) checkInputRow(form, here, component);
    else form.choice([...here, "type"], component.type, [ROW, TEXT_DISPLAY, LABEL]);
  });
  checkCustomIds(form, [...path, "components"], everyComponent(components));
}

function checkLabel(form: FormCheck, path: Path, label: WireComponent): void {
  form.text([...path, "label"], label.label, { min: 1, max: 45 });
  form.text([...path, "description"], label.description, { max: 100, optional: true });
  const { component } = label;
  const here = [...path, "component"];
  if (!component) form.add(here, "BASE_TYPE_REQUIRED", "This field is required");
  else if (component.type === TEXT_INPUT) checkTextInput(form, here, component, true);
  else if (form.choice([...here, "type"], component.type, IN_A_LABEL) && component.type <= 8) {
    checkSelect(form, here, component);
  }
}

function checkInputRow(form: FormCheck, path: Path, row: WireComponent): void {
  const inputs = form.list([...path, "components"], row.components, { min: 1, max: 1 });
  inputs.forEach((input, at) => {
    const here = [...path, "components", at];
    if (form.choice([...here, "type"], input.type, [TEXT_INPUT])) checkTextInput(form, here, input, false);
  });
}

function checkTextInput(form: FormCheck, path: Path, input: WireComponent, labelled: boolean): void {
  form.text([...path, "custom_id"], input.custom_id, { min: 1, max: 100 });
  form.choice([...path, "style"], input.style, [1, 2]);
  // Inside a Label component the label stands on that one.
  if (!labelled) form.text([...path, "label"], input.label, { min: 1, max: 45 });
  else if (input.label) form.add([...path, "label"], "COMPONENT_LABEL_NOT_ALLOWED", "The label belongs to the parent");
  form.text([...path, "placeholder"], input.placeholder, { max: 100, optional: true });
  form.text([...path, "value"], input.value, { max: input.max_length ?? 4000, optional: true });
  const { min_length: min = 0, max_length: max = 4000 } = input;
  if (min < 0 || min > 4000) form.add([...path, "min_length"], "NUMBER_TYPE_MAX", "Must be between 0 and 4000.");
  if (max < 1 || max > 4000) form.add([...path, "max_length"], "NUMBER_TYPE_MAX", "Must be between 1 and 4000.");
}

/** Refuses an address that has not one of the schemes, or is none. */
export function checkUrl(form: FormCheck, path: Path, url: unknown, schemes: readonly string[]): void {
  if (typeof url !== "string" || url === "") return;
  const scheme = URL.canParse(url) ? new URL(url).protocol.slice(0, -1) : null;
  if (scheme === null) form.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
  else if (!schemes.includes(scheme)) {
    form.add(path, "URL_TYPE_INVALID_SCHEME", `Scheme "${scheme}" is not one of (${schemes.join(", ")}).`);
  }
}
