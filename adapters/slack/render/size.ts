import { type Line, textOf } from "../../../src/presentation/chat-message.ts";
import type { PageSize } from "../../../src/presentation/pages.ts";

/** Slack takes about 13,200 characters in all blocks together; buttons and menus need theirs, and readers less. */
const MOST_ON_PAGE = 6000;
/** Each line may be a block of its own, and Slack takes 50. */
const MOST_LINES = 40;
/** What is written around a piece of text. */
const AROUND = 20;

/** Counted as JSON, where line ends and quotes take two characters. */
export const SLACK_SIZE: PageSize = {
  most: MOST_ON_PAGE,
  mostLines: MOST_LINES,
  sizeOf: (line: Line) => JSON.stringify(textOf(line)).length + AROUND * (line.pieces.length + 1),
};
