import type { AnswerSentence } from "../answers/answer.ts";
import type { Cell } from "../answers/passages/table-columns.ts";

/** A sentence as readers see it: as it stands in the document, a row of a table with the name of each cell's column. */
export function quotedText({ text, cells }: Pick<AnswerSentence, "text" | "cells">): string {
  if (!cells) return text;
  const named = cells.filter((cell) => cell.text !== "");
  return named.map((cell) => (saysItsColumn(cell) ? cell.text : `${cell.column}: ${cell.text}`)).join(" · ");
}

/** "Branch 50" in the column "Branch", and not "25 points" in the column "2"; also where the column has no name. */
function saysItsColumn({ column, text }: Cell): boolean {
  const [name, said] = [column.toLowerCase(), text.toLowerCase()];
  return name === "" || (said.startsWith(name) && !goesOn(name, said.slice(name.length)));
}

/** Whether a word or a number that a text ends with goes on in what follows. */
function goesOn(text: string, after: string): boolean {
  return /^\p{L}/u.test(after) || (/\p{N}$/u.test(text) && /^[.,]?\p{N}/u.test(after));
}
