/** A JSON object whose fields nobody has checked yet. */
export interface Json {
  readonly [key: string]: unknown;
}

/** Whether a value is a JSON object, and no list. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under a key, if it is one. */
export function jsonAt(value: unknown, key: string): Json | undefined {
  const found = isJson(value) ? value[key] : undefined;
  return isJson(found) ? found : undefined;
}

/** The text under a key, if it is text. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = isJson(value) ? value[key] : undefined;
  return typeof found === "string" ? found : undefined;
}

/** The list under a key; no list is an empty one. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = isJson(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}

/** The objects of the list under a key. */
export function objectsAt(value: unknown, key: string): readonly Json[] {
  return listAt(value, key).filter(isJson);
}

/** A form field may hold JSON as text: the value it stands for, or undefined when it is no JSON. */
export function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Forms send true as text. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true" || value === "1" || value === 1;
}

/** The same object without the fields that have no value. */
export function compact(fields: Record<string, unknown>): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
