import type { Answer } from "../answers/answer.ts";
import { clip } from "../text/clip.ts";
import { LONGEST_QUESTION } from "../text/question-length.ts";
import type { ButtonLabels } from "../wording/chat-wording.ts";
import type { AnswerMessage } from "./answer-message.ts";
import { sectionName, sectionQuestion } from "./answer-message.ts";
import type { Line, Menu, MenuOption } from "./chat-message.ts";
import { line } from "./chat-message.ts";

/** The whole title stands in the unfolded source. UTF-16 units. */
const LONGEST_SOURCE = 300;
export const LONGEST_LABEL = 100;
const MOST_RELATED = 10;

/** What is said, and the sources that pages put under what they quote. */
export function answerLines(answer: Answer, message: AnswerMessage): { lines: Line[]; sources: Line[] } {
  const { notice, quotes, text, lead, goesOn, caveat } = message;
  const lines: Line[] = [];
  if (notice !== null) lines.push(line("own", notice));
  if (lead !== null)
    for (const said of (answer.courtesy || answer.writtenThen ? text : lead).split("\n")) lines.push(line("own", said));
  else for (const quote of quotes) lines.push(line("quoted", quote.text, { number: quote.citation }));
  for (const each of [...goesOn, caveat]) if (each !== null) lines.push(line("small", each));
  return { lines, sources: sourceLines(message) };
}

export function sourceLines({ sources }: Pick<AnswerMessage, "sources">): Line[] {
  return sources.map(({ text, number, url }) => line("source", clip(text, LONGEST_SOURCE), { number, url }));
}

interface Offered {
  readonly value: string;
  readonly label: string;
  readonly title: string;
  readonly articleId: string;
  readonly question: string;
}

/** Sections to ask about next: what else was found, or, without an answer, what is nearest. Null where there is none. */
export function relatedMenu(exchangeId: string, answer: Answer, labels: ButtonLabels): Menu | null {
  const options = offeredBy(answer).map(({ value, label, title }): MenuOption => {
    const detail = title === label ? null : clip(title, LONGEST_LABEL);
    return { value, label: clip(label, LONGEST_LABEL), detail };
  });
  if (options.length === 0) return null;
  return { name: "related", about: exchangeId, placeholder: placeholderOf(answer, labels), options };
}

function placeholderOf({ status, courtesy, writtenThen }: Answer, labels: ButtonLabels): string {
  if (status === "answered") return labels.related;
  if (writtenThen !== undefined) return labels.chooseArticle;
  return courtesy ? labels.examples : labels.nearest;
}

/** What choosing an option of the menu asks; null where there is no such option. */
export function relatedQuestion(answer: Answer, value: string): { question: string; articleId: string } | null {
  return offeredBy(answer).find((offered) => offered.value === value) ?? null;
}

function offeredBy({ status, hits, suggestions, citations }: Answer): Offered[] {
  const cited = new Set(citations.map(({ sectionId }) => sectionId));
  // An empty section is named in the answer, and asking about it again would say the same.
  const sections = status === "answered" ? hits : suggestions.slice(status === "empty-section" ? 1 : 0);
  return sections
    .map((section, index) => ({
      value: String(index),
      label: sectionName(section),
      title: section.title,
      articleId: section.articleId,
      question: sectionQuestion(section).slice(0, LONGEST_QUESTION),
      sectionId: section.sectionId,
    }))
    .filter(({ sectionId, label, question }) => !cited.has(sectionId) && label.trim() !== "" && question !== "")
    .slice(0, MOST_RELATED);
}
