import type { APIEmbed } from "discord.js";
import { FormCheck, refusal } from "./api-error.ts";
import { checkComponents, checkUrl } from "./component-rules.ts";
import { type MessageBody, MessageFlag, type WireComponent } from "./wire-types.ts";

const MAX_CONTENT = 2000;
const MAX_EMBEDS = 10;
const MAX_OF_ALL_EMBEDS = 6000;
const MAX_NONCE = 25;
const MAX_ALLOWED_IDS = 100;

type Path = readonly (string | number)[];

/** What a message shows: the part of it that an edit can change. */
export interface Shown {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: WireComponent[];
}

const NOTHING: Shown = { content: "", embeds: [], components: [] };

/** What a message shows once the body is applied to it; a body that Discord refuses is refused. */
export function shownAfter(body: MessageBody, { before = NOTHING, flags = 0, at = [] as Path } = {}): Shown {
  const form = new FormCheck();
  const v2 = (flags & MessageFlag.ComponentsV2) !== 0;
  form.text([...at, "content"], body.content, { max: MAX_CONTENT, optional: true });
  if (v2 && (body.content || body.embeds?.length)) {
    form.add(at, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "Content and embeds cannot be used here");
  }
  checkEmbeds(form, [...at, "embeds"], body.embeds);
  if (body.components) checkComponents(form, [...at, "components"], body.components, v2);
  checkAllowedMentions(form, [...at, "allowed_mentions"], body);
  if (typeof body.nonce === "string" && body.nonce.length > MAX_NONCE) {
    form.add([...at, "nonce"], "NONCE_TYPE_TOO_LONG", `Nonce must be ${MAX_NONCE} or fewer in length.`);
  }
  form.throwIfAny();
  const shown = {
    content: body.content === undefined ? before.content : (body.content ?? "").trim(),
    embeds: body.embeds === undefined ? before.embeds : (body.embeds ?? []).map(asStored),
    components: body.components === undefined ? before.components : numbered(body.components ?? []),
  };
  if (shown.content === "" && shown.embeds.length === 0 && shown.components.length === 0) throw refusal.emptyMessage();
  return shown;
}

function checkEmbeds(form: FormCheck, path: Path, given: APIEmbed[] | null | undefined): void {
  const embeds = form.list(path, given, { max: MAX_EMBEDS });
  embeds.forEach((embed, at) => {
    const here = [...path, at];
    const optional = true;
    form.text([...here, "title"], embed.title, { max: 256, optional });
    form.text([...here, "description"], embed.description, { max: 4096, optional });
    if (embed.footer) form.text([...here, "footer", "text"], embed.footer.text, { max: 2048 });
    if (embed.author) form.text([...here, "author", "name"], embed.author.name, { max: 256 });
    const fields = form.list([...here, "fields"], embed.fields, { max: 25 });
    fields.forEach(({ name, value }, number) => {
      form.text([...here, "fields", number, "name"], name, { min: 1, max: 256 });
      form.text([...here, "fields", number, "value"], value, { min: 1, max: 1024 });
    });
    checkUrl(form, [...here, "url"], embed.url, ["http", "https"]);
    checkUrl(form, [...here, "author", "url"], embed.author?.url, ["http", "https"]);
    if (embed.timestamp && Number.isNaN(Date.parse(embed.timestamp))) {
      form.add([...here, "timestamp"], "DATE_TIME_TYPE_PARSE", "Could not parse the timestamp.");
    }
    if (!hasAnything(embed)) form.add([...here, "description"], "BASE_TYPE_REQUIRED", "This field is required");
  });
  if (embeds.reduce((sum, embed) => sum + lengthOf(embed), 0) > MAX_OF_ALL_EMBEDS) {
    form.add(path, "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${MAX_OF_ALL_EMBEDS}`);
  }
}

function hasAnything({ title, description, fields, author, footer, image, thumbnail }: APIEmbed): boolean {
  return Boolean(title || description || fields?.length || author || footer || image || thumbnail);
}

function lengthOf({ title, description, footer, author, fields = [] }: APIEmbed): number {
  const texts = [title, description, footer?.text, author?.name, ...fields.flatMap(({ name, value }) => [name, value])];
  return texts.reduce((sum, text) => sum + [...(text ?? "")].length, 0);
}

function checkAllowedMentions(form: FormCheck, path: Path, { allowed_mentions: allowed }: MessageBody): void {
  if (!allowed) return;
  for (const kind of ["users", "roles"] as const) {
    const ids = form.list([...path, kind], allowed[kind], { max: MAX_ALLOWED_IDS });
    if (ids.length > 0 && allowed.parse?.includes(kind)) {
      form.add([...path, "parse"], "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", `parse:${kind} excludes ${kind}: [ids]`);
    }
  }
  for (const kind of allowed.parse ?? []) {
    if (!["users", "roles", "everyone"].includes(kind)) {
      form.add([...path, "parse"], "BASE_TYPE_CHOICES", `Value must be one of {users, roles, everyone}, not ${kind}.`);
    }
  }
}

function asStored(embed: APIEmbed): APIEmbed {
  const fields = embed.fields?.map((field) => ({ ...field, inline: field.inline ?? false }));
  return { ...embed, type: "rich" as NonNullable<APIEmbed["type"]>, ...(fields && { fields }) };
}

/** The components with the numbers that Discord gives those that come without one. */
function numbered(components: WireComponent[]): WireComponent[] {
  let last = 0;
  const number = (component: WireComponent): WireComponent => {
    const id = component.id ?? ++last;
    const { components: held, accessory } = component;
    return {
      ...component,
      id,
      ...(held && { components: held.map(number) }),
      ...(accessory && { accessory: number(accessory) }),
    };
  };
  return components.map(number);
}
