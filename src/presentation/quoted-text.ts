import type { AnswerSentence } from "../answers/answer.ts";

/** A sentence as readers see it: as it stands in the document, a row of a table with the name of each cell's column. */
export function quotedText({ text, cells }: Pick<AnswerSentence, "text" | "cells">): string {
  if (!cells) return text;
  const named = cells.filter((cell) => cell.text !== "");
  return named.map((cell) => (cell.column === "" ? cell.text : `${cell.column}: ${cell.text}`)).join(" · ");
}
