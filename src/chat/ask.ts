import type { Exchange } from "../ports/assistant.ts";
import type { ChatOutcome, ChatQuestion } from "../ports/chat-desk.ts";
import { answerLines, relatedMenu } from "../presentation/answer-lines.ts";
import { answerMessage } from "../presentation/answer-message.ts";
import { type Action, type ChatMessage, line, saying } from "../presentation/chat-message.ts";
import type { PageSize } from "../presentation/pages.ts";
import { clip } from "../text/clip.ts";
import { alertWordingIn, chatWordingIn, wordingIn } from "../wording/wording-for.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";
import { pageOf } from "./page-of.ts";

const LONGEST_ABOVE = 150;

/** Asks, and says what came of it in one message. `repeat`: the question stands above the answer. */
export async function askInChat(
  services: ChatServices,
  visitor: Visitor,
  question: Pick<ChatQuestion, "text" | "after" | "articleId" | "firstArticleId">,
  repeat = false,
): Promise<ChatMessage> {
  const { person, place, conversation } = visitor;
  const outcome = await services.desk.chat.ask({ ...question, person, place, conversation });
  if (outcome.kind !== "answer") return refusalMessage(outcome, visitor);
  return answerPage(services, visitor, outcome.exchange, { repeat, nothingLoaded: outcome.nothingLoaded });
}

/** Why there is no answer. */
export function refusalMessage(
  outcome: Exclude<ChatOutcome, { readonly kind: "answer" }>,
  { locale }: Visitor,
): ChatMessage {
  const wording = wordingIn(locale);
  switch (outcome.kind) {
    case "no-question":
      return saying(chatWordingIn(locale).noQuestion());
    case "too-long":
      return saying(wording.questionTooLong(outcome.most));
    case "not-ready":
      return saying(wording.notReady());
    case "too-many":
      return saying(wording.tooManyQuestions(outcome.waitSeconds));
  }
}

export interface AnswerLayout {
  readonly repeat?: boolean;
  readonly nothingLoaded?: boolean;
  readonly page?: number;
  /** Stands above everything, such as who shared it. */
  readonly above?: string;
}

/** One page of an answer that was given before. */
export function answerPage(
  { clock, timeZone, size }: ChatServices,
  { locale, alone, channel }: Visitor,
  exchange: Exchange,
  { repeat = false, nothingLoaded = false, page = 1, above }: AnswerLayout = {},
): ChatMessage {
  const { id, answer } = exchange;
  const wording = chatWordingIn(locale);
  const message = answerMessage(answer, { nowMs: clock.now(), timeZone, locale, nothingLoaded });
  const { lines, sources } = answerLines(answer, message);
  const head = repeat ? [line("asked", wording.asked(answer.question))] : [];
  const menu = nothingLoaded ? null : relatedMenu(id, answer, wording.buttons);
  const paged = pageOf({
    view: `answer.${id}.${repeat ? "r" : "-"}`,
    lines: [...head, ...lines],
    sources,
    actions: nothingLoaded || answer.courtesy ? [] : answerActions(exchange, { alone, locale, channel }),
    menu,
    page,
    size: withRoomAbove(size),
    wording,
  });
  return above === undefined ? paged : { ...paged, lines: [line("small", clip(above, LONGEST_ABOVE)), ...paged.lines] };
}

/** Pages end at the same places with a line above the first of them and without one. */
function withRoomAbove(size: PageSize): PageSize {
  const taken = size.sizeOf(line("small", "가".repeat(LONGEST_ABOVE)));
  return { ...size, most: size.most - taken, mostLines: size.mostLines - 1 };
}

function answerActions(
  { id, answer }: Exchange,
  { alone, locale, channel }: Pick<Visitor, "alone" | "locale" | "channel">,
): Action[] {
  const labels = chatWordingIn(locale).buttons;
  const actions: Action[] = [];
  if (answer.citations.length > 0) actions.push({ name: "sources", label: labels.showSource, about: id });
  actions.push(
    { name: "helpful", label: labels.helpful, about: id },
    { name: "unhelpful", label: labels.notHelpful, about: id },
    { name: "follow-up", label: labels.followUp, about: id },
  );
  if (alone) actions.push({ name: "share", label: labels.share, about: id });
  // What the documents do not say yet, a new one may.
  if (answer.status !== "answered" && channel !== null)
    actions.push({ name: "subscribe", label: alertWordingIn(locale).buttons.manage, about: id });
  return actions;
}
