import type { Citation } from "../ports/assistant.ts";
import { LONGEST_LABEL } from "../presentation/answer-lines.ts";
import { sectionName } from "../presentation/answer-message.ts";
import { type ChatMessage, type Line, line, saying } from "../presentation/chat-message.ts";
import { sectionLines } from "../presentation/section-lines.ts";
import { webAddress } from "../presentation/web-address.ts";
import { clip } from "../text/clip.ts";
import type { ChatWording } from "../wording/chat-wording.ts";
import { chatWordingIn } from "../wording/wording-for.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";
import { pageOf } from "./page-of.ts";

/** The sections an answer quotes, whole, with the quoted words strong. */
export async function sourcesMessage(
  services: ChatServices,
  { locale }: Visitor,
  exchangeId: string,
  page: number,
): Promise<ChatMessage> {
  const wording = chatWordingIn(locale);
  const exchange = await services.desk.chat.exchange(exchangeId);
  if (!exchange) return saying(wording.forgotten());
  const lines: Line[] = [];
  for (const cited of bySection(exchange.answer.citations)) lines.push(...(await citedLines(services, cited, wording)));
  return pageOf({
    view: `sources.${exchangeId}`,
    lines,
    sources: [],
    actions: [],
    menu: null,
    page,
    size: services.size,
    wording,
  });
}

/** Citations of one section, or of one note of it, are shown together. */
function bySection(citations: readonly Citation[]): Citation[][] {
  const groups = Map.groupBy(citations, ({ articleId, sectionId, footnote }) =>
    JSON.stringify([articleId, sectionId, footnote]),
  );
  return [...groups.values()];
}

async function citedLines({ desk }: ChatServices, cited: readonly Citation[], wording: ChatWording): Promise<Line[]> {
  const [first] = cited;
  if (!first) return [];
  const place = first.headingPath.length === 0 ? first.title : `${first.title} › ${sectionName(first)}`;
  const numbers = cited.map(({ number }) => wording.sourceOf(number)).join(" ");
  const heading = line("heading", `${numbers} ${clip(place, LONGEST_LABEL * 2)}`, { url: webAddress(first.url) });
  const found = await desk.library.section(first.articleId, first.sectionId);
  const quotes = cited.map(({ quote }) => quote);
  if (!found) {
    const kept = quotes.map((quote) => line("quoted", quote));
    return [heading, line("small", wording.sectionChanged()), ...kept];
  }
  return [heading, ...sectionLines(found.section, first.footnote, quotes, wording)];
}
