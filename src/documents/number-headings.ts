import type { Block, HeadingBlock } from "./block.ts";

const NUMBERED = /^(\d{1,3}(?:\.\d{1,3}){0,6})(\.?)\s+(\S.*)$/;

/**
 * Splits "3.6. 대만" into number and heading where the document's headings are numbered throughout: two at least, half
 * of all at least, and each continuing the outline from 1. Else the numbers stay part of the headings.
 */
export function numberHeadings(blocks: readonly Block[]): readonly Block[] {
  const headings = blocks.filter((block): block is HeadingBlock => block.kind === "heading");
  if (headings.some((heading) => heading.number !== null)) return blocks;
  const split = new Map<Block, HeadingBlock>();
  let previous: readonly number[] = [];
  for (const heading of headings) {
    const found = NUMBERED.exec(heading.text);
    const number = found?.[1] ?? "";
    if (found === null || (!number.includes(".") && found[2] === "")) continue;
    const numbers = number.split(".").map(Number);
    if (!continues(previous, numbers)) return blocks;
    previous = numbers;
    split.set(heading, { ...heading, number, text: found[3] ?? "" });
  }
  if (split.size < 2 || split.size * 2 < headings.length) return blocks;
  return blocks.map((block) => split.get(block) ?? block);
}

/** After 3.5 come 3.5.1, 3.6 or 4; the first is 1. */
function continues(previous: readonly number[], next: readonly number[]): boolean {
  const depth = next.length - 1;
  if (previous.length === 0 || depth === previous.length) {
    return next[depth] === 1 && depth === previous.length && previous.every((number, i) => number === next[i]);
  }
  const parentsMatch = next.slice(0, depth).every((number, i) => number === previous[i]);
  return depth < previous.length && parentsMatch && next[depth] === (previous[depth] ?? 0) + 1;
}
