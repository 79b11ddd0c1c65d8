import type { Line, Piece } from "../../../src/presentation/chat-message.ts";
import { textOf } from "../../../src/presentation/chat-message.ts";
import { onOneLine } from "../../../src/text/plain.ts";
import { escaped, linkTarget } from "./escape.ts";

/** Discord's word for small print. */
const SMALL = "-# ";

/** One line as Discord's markup. `links`: masked links are shown as such. */
export function renderLine(line: Line, { links }: { readonly links: boolean }): string {
  const target = links && line.url !== null ? linkTarget(line.url) : null;
  switch (line.kind) {
    case "own":
    case "item":
      return linked(runOf(line.pieces), textOf(line), target);
    case "heading": {
      const title = onOneLine(textOf(line));
      return linked(title.trim() === "" ? "" : `**${escaped(title)}**`, title, target);
    }
    case "asked":
      return `> ${escaped(onOneLine(textOf(line)))}`;
    case "quoted":
      return line.number === null ? runOf(line.pieces) : `${runOf(line.pieces)} ${escaped(`[${line.number}]`)}`;
    case "source":
      return SMALL + sourceOf(onOneLine(textOf(line)), line.number, target);
    case "small":
      return SMALL + escaped(onOneLine(textOf(line)));
  }
}

function runOf(pieces: readonly Piece[]): string {
  return joined(pieces).map(renderPiece).join("");
}

function renderPiece({ text, strong }: Piece): string {
  const shown = escaped(text);
  return strong && text.trim() !== "" ? `**${shown}**` : shown;
}

/** Neighbours that are strong alike become one: Discord does not read "**a****b**". */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && last.strong === piece.strong) runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}

/** Brackets and addresses keep Discord from reading a label as one: such a title is followed by its link. */
function linked(shown: string, title: string, target: string | null): string {
  if (target === null) return shown;
  const isLabel = title.trim() !== "" && !/[[\]\n\\]|:\/\//.test(title);
  return isLabel ? `[${shown}](${target})` : `${shown} [↗](${target})`;
}

/** The number of a source is its link. Its brackets stay outside: another one in the title would end the label. */
function sourceOf(text: string, number: number | null, target: string | null): string {
  const at = text.indexOf(`[${number}]`);
  if (target === null || number === null || at === -1) return escaped(text);
  const [before, after] = [text.slice(0, at + 1), text.slice(at + 1 + String(number).length)];
  return `${escaped(before)}[${number}](${target})${escaped(after)}`;
}
