import { type Action, type ChatMessage, type Line, line, type Menu } from "../presentation/chat-message.ts";
import { type PageSize, pagesOf } from "../presentation/pages.ts";
import type { ChatWording } from "../wording/chat-wording.ts";

interface Paged {
  /** Names what is shown, so that another page of it can be opened; see open-view.ts. */
  readonly view: string;
  readonly lines: readonly Line[];
  readonly sources: readonly Line[];
  readonly actions: readonly Action[];
  readonly menu: Menu | null;
  /** From 1; the nearest page there is. */
  readonly page: number;
  readonly size: PageSize;
  readonly wording: ChatWording;
}

/** One page with its buttons; those that turn pages come last. */
export function pageOf({ view, lines, sources, actions, menu, page, size, wording }: Paged): ChatMessage {
  // Room for the line that says which page it is.
  const counter = (number: number, of: number) => line("small", wording.page(number, of));
  const room = { ...size, most: size.most - size.sizeOf(counter(999, 999)), mostLines: size.mostLines - 1 };
  const pages = pagesOf(lines, sources, room);
  const number = Math.min(Math.max(1, page), pages.length);
  const shown = pages[number - 1] ?? [];
  if (pages.length <= 1) return { lines: shown, actions, menu };
  return {
    lines: [...shown, counter(number, pages.length)],
    actions: [...actions, ...turnActions(view, number, pages.length, wording)],
    menu,
  };
}

export function turnActions(view: string, number: number, of: number, wording: ChatWording): Action[] {
  const turns: Action[] = [];
  const { earlier, later } = wording.buttons;
  if (number > 1) turns.push({ name: "page", label: earlier, about: `${view}/${number - 1}` });
  if (number < of) turns.push({ name: "page", label: later, about: `${view}/${number + 1}` });
  return turns;
}
