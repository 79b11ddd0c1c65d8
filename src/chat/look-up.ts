import type { LookedUp } from "../ports/chat-desk.ts";
import { sourceLines } from "../presentation/answer-lines.ts";
import { answerMessage } from "../presentation/answer-message.ts";
import { type ChatMessage, type Line, line, saying } from "../presentation/chat-message.ts";
import { pagesOf } from "../presentation/pages.ts";
import { clip } from "../text/clip.ts";
import { chatWordingIn } from "../wording/wording-for.ts";
import { refusalMessage } from "./ask.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";

const LONGEST_CLAIM = 300;

/** What the documents say on each claim of somebody's message, in one or more messages. It judges nothing. */
export async function lookUpMessages(services: ChatServices, visitor: Visitor, text: string): Promise<ChatMessage[]> {
  const wording = chatWordingIn(visitor.locale);
  const outcome = await services.desk.chat.lookUp(text, visitor.person, visitor.place);
  if (outcome.kind === "no-question") return [saying(wording.nothingClaimed())];
  if (outcome.kind !== "looked-up") return [refusalMessage(outcome, visitor)];
  if (outcome.found.length === 0) return [saying(wording.nothingClaimed())];
  const lines: Line[] = [line("own", wording.lookedUp())];
  const sources: Line[] = [];
  for (const found of outcome.found) {
    const said = claimLines(services, visitor, found, sources.length);
    lines.push(...said.lines);
    sources.push(...said.sources);
  }
  if (outcome.left > 0) lines.push(line("small", wording.claimsLeft(outcome.left)));
  return pagesOf(lines, sources, services.size).map((page) => ({ lines: page, actions: [], menu: null }));
}

/** Sources are numbered through all claims. */
function claimLines(
  { clock, timeZone }: ChatServices,
  { locale }: Visitor,
  { claim, answer }: LookedUp,
  numbered: number,
): { lines: Line[]; sources: Line[] } {
  const wording = chatWordingIn(locale);
  const renumbered = {
    ...answer,
    sentences: answer.sentences.map((each) => ({ ...each, citation: each.citation + numbered })),
    citations: answer.citations.map((each) => ({ ...each, number: each.number + numbered })),
    quotedLists: (answer.quotedLists ?? []).map((each) => ({ ...each, citation: each.citation + numbered })),
  };
  const message = answerMessage(renumbered, { nowMs: clock.now(), timeZone, locale });
  const lines = [line("asked", wording.saysOn(clip(claim, LONGEST_CLAIM)))];
  if (answer.status === "empty-section") lines.push(line("own", message.lead ?? wording.nothingOn()));
  if (answer.status === "not-found") lines.push(line("own", wording.nothingOn()));
  for (const { text, citation } of message.quotes) lines.push(line("quoted", text, { number: citation }));
  for (const each of [...message.goesOn, message.caveat]) if (each !== null) lines.push(line("small", each));
  return { lines, sources: sourceLines(message) };
}

/** Where nothing can be read from the message, such as one of pictures only. */
export function nothingToLookUp({ locale }: Visitor): ChatMessage {
  return saying(chatWordingIn(locale).nothingClaimed());
}
