import type { Block } from "./block.ts";

/** "Q1. 누가 받나요?", "문 3) …", "질문 …". */
const ASKED = /^(?:Q\s?\d{0,3}\s?[.:)]|Q\d{1,3}\s|(?:질문|문)\s?\d{0,3}(?:[.:)]|\s))\s*/u;
/** "A1. 누구나 받습니다.", "답 …". */
const TOLD = /^(?:A\s?\d{0,3}\s?[.:)]|A\d{1,3}\s|(?:답변|답)\s?\d{0,3}(?:[.:)]|\s))/u;
/** So many are a list of questions: a text that quotes one or two is none, unless it begins with them. */
const FEWEST = 3;
const FEWEST_ALONE = 2;
const LONGEST_QUESTION = 200;

export function isAskedLine(line: string): boolean {
  return ASKED.test(line);
}

export function isToldLine(line: string): boolean {
  return TOLD.test(line);
}

/**
 * Questions with their answers below ("Q1. …", "A1. …") become headings of what answers them, without the mark. Other texts stay
 * as they are.
 */
export function questionHeadings(blocks: readonly Block[]): readonly Block[] {
  const questions = blocks.map((block, at) => {
    const next = blocks[at + 1];
    if (block.kind !== "line" || next?.kind !== "line" || block.text.length > LONGEST_QUESTION) return null;
    const text = block.text.trim();
    return ASKED.test(text) && TOLD.test(next.text.trimStart()) ? text.replace(ASKED, "") || null : null;
  });
  const first = questions.findIndex((question) => question !== null);
  const isAlone = blocks.slice(0, Math.max(0, first)).every(({ kind }) => kind === "heading");
  const count = questions.filter((question) => question !== null).length;
  if (count < (isAlone ? FEWEST_ALONE : FEWEST)) return blocks;
  const top = blocks.reduce((deepest, block) => Math.max(deepest, block.kind === "heading" ? block.level : 1), 1);
  const headed = blocks.map((block, at): Block => {
    const text = questions[at] ?? null;
    return text === null ? block : { kind: "heading", level: top + 1, number: null, text, marks: block.marks };
  });
  // What stands further behind the last answer belongs to what the questions stand under, whose heading is said again; to the last
  // answer where they stand under none.
  const last = questions.findLastIndex((question) => question !== null);
  const above = blocks.slice(0, last).findLast((block) => block.kind === "heading");
  const end = last + 2;
  if (above === undefined || blocks[end]?.kind !== "line") return headed;
  return [...headed.slice(0, end), { ...above, marks: [] }, ...headed.slice(end)];
}
