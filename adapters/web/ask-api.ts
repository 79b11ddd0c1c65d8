import { Hono } from "hono";
import type { Answer } from "../../src/ports/assistant.ts";
import type { FrontDesk } from "../../src/ports/chat-platform.ts";
import type { Library } from "../../src/ports/library.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { answerJson } from "../../src/presentation/answer-json.ts";
import { answerMessage } from "../../src/presentation/answer-message.ts";
import { type CitedText, citedTexts } from "../../src/presentation/cited-texts.ts";
import { explanationGroups } from "../../src/presentation/explanation-text.ts";
import { webAddress } from "../../src/presentation/web-address.ts";
import { explanationWordingIn, localeOf } from "../../src/wording/wording-for.ts";
import { readQuestionText } from "./question.ts";
import { limitBody, readObject } from "./read-object.ts";
import { chosenLocale } from "./reader-locale.ts";
import { RequestProblem } from "./request-problem.ts";

/** Characters. */
const LONGEST_CONVERSATION = 100;
const LONGEST_EXCHANGE_ID = 100;

/**
 * POST /ask {question, conversation?, after?, explain?, lang?}: the answer as `ask --json` prints it, and as a message in
 * words. In a conversation `exchange` is the answer's id, which `after` takes: the question then follows that answer.
 */
export function askApi({ assistant, library }: FrontDesk, clock: Clock, timeZone: string): Hono {
  const api = new Hono();
  api.post("/ask", limitBody(), async (c) => {
    const body = await readObject(c);
    const question = readQuestionText(body["question"]);
    const conversation = readConversation(body["conversation"]);
    const after = readAfter(body["after"]);
    const explain = readExplain(body["explain"]);
    const startedMs = performance.now();
    const talk = {
      ...(conversation === null ? {} : { conversation: `web:${conversation}` }),
      ...(after === null ? {} : { after }),
    };
    const { id, answer, explanation } = await assistant.ask({ question, explain, ...talk });
    const tookMs = Math.round((performance.now() - startedMs) * 100) / 100;

    const locale = chosenLocale(c);
    const message = answerMessage(answer, {
      nowMs: clock.now(),
      timeZone,
      ...(locale === null ? {} : { locale }),
      nothingLoaded: answer.hits.length === 0 && (await library.status()).articles === 0,
    });
    const texts = citedTexts(answer.citations);
    return c.json({
      ...answerJson(withWebAddresses(answer), tookMs),
      ...(conversation === null ? {} : { exchange: id }),
      ...(explanation === undefined ? {} : { explanation }),
      message: {
        ...message,
        ...(explanation === undefined
          ? {}
          : { explanation: explanationGroups(explanation, explanationWordingIn(locale ?? localeOf(question))) }),
        sources: await Promise.all(
          message.sources.map(async (source) => ({
            ...source,
            quoted: await placesOfQuotes(
              library,
              texts.find(({ number }) => number === source.number),
            ),
          })),
        ),
      },
    });
  });
  api.all("/ask", () => {
    throw new RequestProblem(405, "wrong-method", (say) => say.wrongMethod("POST"), { Allow: "POST" });
  });
  return api;
}

function readConversation(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || text.length > LONGEST_CONVERSATION) {
    throw new RequestProblem(400, "invalid-conversation", (say) => say.badConversation(LONGEST_CONVERSATION));
  }
  return text;
}

function readAfter(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string" || value.length > LONGEST_EXCHANGE_ID) {
    throw new RequestProblem(400, "invalid-after", (say) => say.badAfter());
  }
  return value;
}

function readExplain(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== "boolean") throw new RequestProblem(400, "invalid-explain", (say) => say.badExplain());
  return value;
}

function withWebAddresses(answer: Answer): Answer {
  return { ...answer, citations: answer.citations.map((each) => ({ ...each, url: webAddress(each.url) })) };
}

/** Where the quotes stand in the section's body or, with `footnote`, in that note: UTF-16 offsets, the end excluded. */
async function placesOfQuotes(library: Library, cited: CitedText | undefined) {
  if (cited === undefined) return null;
  const { articleId, sectionId, footnote } = cited.first;
  const section = (await library.section(articleId, sectionId))?.section;
  const text = footnote === null ? section?.body : section?.footnotes.find(({ mark }) => mark === footnote)?.text;
  const places = cited.citations.flatMap(({ quote }) => {
    const start = text?.indexOf(quote) ?? -1;
    return start === -1 ? [] : [{ start, end: start + quote.length }];
  });
  return places.length === 0 ? null : { articleId, sectionId, footnote, places: inReadingOrder(places) };
}

function inReadingOrder(places: readonly { readonly start: number; readonly end: number }[]) {
  return places.toSorted((a, b) => a.start - b.start);
}
