import { isJson, type Json, textAt } from "./loose-json.ts";

export type Surface = "message" | "modal" | "home";

/** What is wrong with blocks, in the words and with the pointers Slack uses. */
export class Findings {
  readonly list: string[] = [];
  readonly actionIds = new Set<string>();
  readonly blockIds = new Set<string>();
  readonly surface: Surface;
  focused = 0;

  constructor(surface: Surface) {
    this.surface = surface;
  }

  add(problem: string, at: string): void {
    this.list.push(`${problem} [json-pointer:${at}]`);
  }

  /** Text of a length between one and `most` characters. */
  words(value: unknown, most: number, at: string, least = 1): void {
    if (typeof value !== "string") {
      this.add("must be a string", at);
      return;
    }
    if (value.length < least) this.add(`must be more than ${least - 1} characters`, at);
    if (value.length > most) this.add(`must be less than ${most + 1} characters`, at);
  }

  optionalWords(value: unknown, most: number, at: string, least = 0): void {
    if (value !== undefined) this.words(value, most, at, least);
  }

  /** A text object of one of the kinds. */
  textObject(value: unknown, kinds: readonly ("plain_text" | "mrkdwn")[], most: number, at: string): void {
    if (!isJson(value)) {
      this.add("missing required field: text object", at);
      return;
    }
    const kind = textAt(value, "type");
    if (!kinds.some((allowed) => allowed === kind)) this.add(`unsupported type: ${kind}`, `${at}/type`);
    this.words(value["text"], most, `${at}/text`);
    if (kind === "mrkdwn" && value["emoji"] !== undefined) this.add("invalid additional property: emoji", at);
    if (kind === "plain_text" && value["verbatim"] !== undefined) this.add("invalid additional property: verbatim", at);
    this.only(value, ["type", "text", "emoji", "verbatim"], at);
  }

  plain(value: unknown, most: number, at: string): void {
    this.textObject(value, ["plain_text"], most, at);
  }

  optionalPlain(value: unknown, most: number, at: string): void {
    if (value !== undefined && value !== null) this.plain(value, most, at);
  }

  /** Every item of a list of a length within bounds, with its place. */
  each(value: unknown, bounds: { most: number; least?: number }, at: string, check: (item: Json, at: string) => void) {
    const items = this.items(value, bounds.most, at, bounds.least);
    for (const [index, item] of items.entries()) check(item, `${at}/${index}`);
    return items;
  }

  /** A list of a length within bounds; anything else is an empty one. */
  items(value: unknown, most: number, at: string, least = 1): readonly Json[] {
    if (!Array.isArray(value)) {
      this.add("missing required field", at);
      return [];
    }
    if (value.length < least) this.add(`no fewer than ${least} items allowed`, at);
    if (value.length > most) this.add(`no more than ${most} items allowed`, at);
    for (const [index, item] of value.entries()) {
      if (!isJson(item)) this.add("must be an object", `${at}/${index}`);
    }
    return value.filter(isJson);
  }

  /** Fields that Slack does not know are refused. */
  only(value: Json, allowed: readonly string[], at: string): void {
    for (const key of Object.keys(value)) {
      if (!allowed.includes(key)) this.add(`invalid additional property: ${key}`, at);
    }
  }

  url(value: unknown, at: string): void {
    this.words(value, 3000, at);
    if (typeof value === "string" && !/^(?:https?|mailto|tel|slack):/u.test(value)) this.add("invalid url", at);
  }

  actionId(value: unknown, at: string): void {
    if (value === undefined) return;
    this.words(value, 255, at);
    if (this.actionIds.has(String(value))) this.add(`\`action_id\` "${value}" already exists`, at);
    this.actionIds.add(String(value));
  }

  blockId(value: unknown, at: string): void {
    if (value === undefined) return;
    this.words(value, 255, at);
    if (this.blockIds.has(String(value))) this.add(`\`block_id\` "${value}" already exists`, at);
    this.blockIds.add(String(value));
  }
}
