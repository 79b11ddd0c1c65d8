import type { PageSize } from "../../../src/presentation/pages.ts";
import { renderLine } from "./lines.ts";

/** Of an embed's description, and of a message's content. Discord counts characters, this counts UTF-16 units. */
const MOST_IN_EMBED = 4096;
const MOST_IN_CONTENT = 2000;
const MOST_LINES = 500;

export const embedSize: PageSize = {
  most: MOST_IN_EMBED,
  mostLines: MOST_LINES,
  sizeOf: (line) => renderLine(line, { links: true }).length + 1,
};

/** Where embeds may not be sent. */
export const contentSize: PageSize = {
  most: MOST_IN_CONTENT,
  mostLines: MOST_LINES,
  sizeOf: (line) => renderLine(line, { links: false }).length + 1,
};
