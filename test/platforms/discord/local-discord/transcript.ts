import type { APIEmbed } from "discord.js";
import type { LocalChannel } from "./channels.ts";
import type { LocalMessage } from "./messages.ts";
import { MessageFlag, type WireComponent } from "./wire-types.ts";

const BUTTON = 2;
const TEXT_DISPLAY = 10;

/** What a reader sees of a message: content, embeds as text, buttons in brackets, the options of selects. */
export function textOf({ content, embeds, components, flags }: LocalMessage): string {
  if (flags & MessageFlag.Loading) return "(thinking…)";
  return [content, ...embeds.map(embedText), ...components.map(componentText)].filter(Boolean).join("\n");
}

function embedText({ author, title, url, description, fields = [], footer }: APIEmbed): string {
  const lines = [
    author?.name,
    title && (url ? `${title} <${url}>` : title),
    description,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    footer && `— ${footer.text}`,
  ];
  return lines.filter(Boolean).join("\n").replace(/^/gm, "│ ");
}

function componentText(component: WireComponent): string {
  const { type, label, custom_id, url, content, placeholder, options = [], disabled, accessory } = component;
  if (type === BUTTON) return `[${label ?? custom_id ?? ""}${url ? ` ↗ ${url}` : ""}${disabled ? " (off)" : ""}]`;
  if (type === TEXT_DISPLAY) return content ?? "";
  if (options.length > 0)
    return `[▾ ${placeholder ?? custom_id}: ${options.map((option) => option.label).join(" | ")}]`;
  const held = [...(component.components ?? []), ...(accessory ? [accessory] : [])];
  return held.map(componentText).join(type === 1 ? " " : "\n");
}

/** Who said what in a channel, as readable text. */
export function transcriptOf(channel: LocalChannel): string {
  const shown = channel.stored.filter(({ isOrdinary, deleted }) => isOrdinary && !deleted);
  return shown.map((message) => `${heading(message)}\n${message.text.replace(/^/gm, "  ")}`).join("\n");
}

function heading({ author, reference, ephemeralFor, editedAt, interaction }: LocalMessage): string {
  const notes = [
    ...(interaction ? [`to ${interaction.describe()}`] : reference ? [`to ${reference.author.name}`] : []),
    ...(ephemeralFor ? [`only ${ephemeralFor.name} sees this`] : []),
    ...(editedAt === null || interaction ? [] : ["edited"]),
  ];
  return `${author.name}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}:`;
}
