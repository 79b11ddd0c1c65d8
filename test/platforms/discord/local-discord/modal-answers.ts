import type { ModalBody, WireComponent } from "./wire-types.ts";

const ROW = 1;
const LABEL = 18;
const TEXT_INPUT = 4;

/** What somebody fills in, by custom id or label; several values for a select. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

interface Field {
  readonly input: WireComponent;
  readonly label: string;
  readonly wrap: (filled: object) => object;
}

/** The data of a modal that is sent; throws where Discord would not let it be sent. */
export function modalSubmitData({ custom_id, components }: ModalBody, values: ModalValues): object {
  const fields = components.flatMap(fieldOf);
  for (const name of Object.keys(values)) {
    if (!fields.some((field) => isNamed(field, name))) {
      throw new Error(`The modal has no field "${name}"; there are: ${fields.map(({ label }) => label).join(", ")}`);
    }
  }
  const filled = fields.map((field) => {
    const given = Object.entries(values).find(([name]) => isNamed(field, name))?.[1];
    return field.wrap(filledIn(field, given));
  });
  return { custom_id, components: filled };
}

const isNamed = ({ input, label }: Field, name: string) => input.custom_id === name || label === name;

function fieldOf(component: WireComponent, at: number): Field[] {
  const [inRow] = component.components ?? [];
  const id = component.id ?? at + 1;
  if (component.type === ROW && inRow) {
    const wrap = (filled: object) => ({ type: ROW, id, components: [filled] });
    return [{ input: inRow, label: inRow.label ?? "", wrap }];
  }
  if (component.type !== LABEL || !component.component) return [];
  const wrap = (filled: object) => ({ type: LABEL, id, component: filled });
  return [{ input: component.component, label: component.label ?? "", wrap }];
}

function filledIn({ input, label }: Field, given: string | readonly string[] | undefined): object {
  const { type, custom_id, required = true } = input;
  if (type === TEXT_INPUT) {
    const value = String(given ?? input.value ?? "");
    const { min_length: min = 0, max_length: max = 4000 } = input;
    if (value === "" && required) throw new Error(`The field "${label}" has to be filled in`);
    if (value !== "" && ([...value].length < min || [...value].length > max)) {
      throw new Error(`The field "${label}" takes ${min} to ${max} characters`);
    }
    return { type, id: input.id ?? 0, custom_id, value };
  }
  const chosen = given === undefined ? [] : [given].flat();
  if (chosen.length === 0 && required) throw new Error(`The field "${label}" has to be filled in`);
  const values = chosen.map((each) => input.options?.find((option) => option.label === each)?.value ?? each);
  const unknown = values.find((value) => input.options?.every((option) => option.value !== value));
  if (unknown !== undefined) throw new Error(`The field "${label}" has no option "${unknown}"`);
  return { type, id: input.id ?? 0, custom_id, values };
}
