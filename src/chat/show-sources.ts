import { LONGEST_LABEL } from "../presentation/answer-lines.ts";
import { sectionName } from "../presentation/answer-message.ts";
import { type ChatMessage, type Line, line, saying } from "../presentation/chat-message.ts";
import { type CitedText, citedTexts } from "../presentation/cited-texts.ts";
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
  for (const cited of citedTexts(exchange.answer.citations))
    lines.push(...(await citedLines(services, cited, wording)));
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

async function citedLines(
  { desk }: ChatServices,
  { number, first, citations }: CitedText,
  wording: ChatWording,
): Promise<Line[]> {
  const place = first.headingPath.length === 0 ? first.title : `${first.title} › ${sectionName(first)}`;
  const heading = line("heading", `${wording.sourceOf(number)} ${clip(place, LONGEST_LABEL * 2)}`, {
    url: webAddress(first.url),
  });
  const found = await desk.library.section(first.articleId, first.sectionId);
  const quotes = citations.map(({ quote }) => quote);
  if (!found) {
    const kept = quotes.map((quote) => line("quoted", quote));
    return [heading, line("small", wording.sectionChanged()), ...kept];
  }
  return [heading, ...sectionLines(found.section, first.footnote, quotes, wording)];
}
