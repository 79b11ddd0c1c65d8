import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderAlert } from "../../../adapters/slack/render/alert.ts";
import { renderBlocks, renderMessage } from "../../../adapters/slack/render/message.ts";
import { SLACK_SIZE } from "../../../adapters/slack/render/size.ts";
import { messageView } from "../../../adapters/slack/render/view.ts";
import type { Answer, Citation } from "../../../src/answers/answer.ts";
import { alertMessage } from "../../../src/chat/alert-message.ts";
import { answerPage } from "../../../src/chat/ask.ts";
import { openView } from "../../../src/chat/open-view.ts";
import type { Alert } from "../../../src/ports/alert-sender.ts";
import type { Exchange } from "../../../src/ports/assistant.ts";
import type { FrontDesk } from "../../../src/ports/chat-platform.ts";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import { NOW } from "../running-bot.ts";
import { blockProblems, isTooLong, isViewTooLarge, viewProblems } from "./local-slack/block-rules.ts";
import { livePartsOf } from "./local-slack/live-parts.ts";
import { readableBlocks } from "./local-slack/readable-blocks.ts";

const RUNS = 5000;
const HOSTILE = [
  "<!channel>",
  "<!everyone>",
  "<@U0123456>",
  "<#C0123456>",
  "<!subteam^S01>",
  "<https://evil.example|click>",
  "https://evil.example/x?a=1&b=2",
  "www.evil.com",
  "evil.com",
  "a@b.co.kr",
  "@here",
  "&lt;!channel&gt;",
  "&amp;",
  "*굵게*",
  "_x_",
  "~x~",
  "`코드`",
  "```\ncode <!here>\n```",
  "| 국가 | 관세 |\n| --- | --- |\n| 대만 | 20% |",
  "**외교정책(2기)**은",
  "[링크](https://evil.example)",
  ":smile:",
  "\u202e뒤집힘",
  "👨‍👩‍👧‍👦",
  "\ud83d",
  "가나다라마바사. ",
  "관세는 25%다. ",
  "\n",
  '"',
  "\\",
];

const text = fc.oneof(
  { weight: 90, arbitrary: fc.array(fc.constantFrom(...HOSTILE), { maxLength: 12 }).map((parts) => parts.join(" ")) },
  { weight: 40, arbitrary: fc.string({ unit: "grapheme", maxLength: 200 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 20_000 }).map((length) => "가나 다라".repeat(length / 5)) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 20_000 }).map((length) => '"\n<&'.repeat(length / 4)) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 20_000 }).map((length) => "x".repeat(length)) },
);
const short = text.map((long) => long.slice(0, 400));
const url = fc.constantFrom(
  null,
  "https://example.org/a?b=1&c=<x>",
  `https://example.org/${"a".repeat(5000)}`,
  "javascript:alert(1)",
);

const citation = fc.record({
  title: short,
  url,
  headingPath: fc.array(short, { maxLength: 3 }),
  publishedAt: fc.constantFrom(null, "2026-11-20T00:00:00Z", "2020-01-01T00:00:00Z"),
  footnote: fc.constantFrom(null, "1"),
});
const section = fc.record({ title: short, headingPath: fc.array(short, { maxLength: 2 }) });
const answer = fc
  .record({
    question: text.map((long) => long.slice(0, 2000)),
    status: fc.constantFrom<Answer["status"]>("answered", "answered", "answered", "empty-section", "not-found"),
    said: fc.array(fc.record({ text, of: fc.nat({ max: 3 }) }), { minLength: 1, maxLength: 4 }),
    cited: fc.array(citation, { minLength: 1, maxLength: 4 }),
    near: fc.array(section, { maxLength: 10 }),
    corrected: fc.array(short, { maxLength: 2 }),
  })
  .map(({ question, status, said, cited, near, corrected }): Answer => {
    const answered = status === "answered";
    const references = near.map((each, index) => ({
      ...each,
      articleId: `a${index}`,
      sectionId: `n${index}`,
      score: 1,
    }));
    const citations = cited.map((each, index) => ({
      ...each,
      number: index + 1,
      articleId: "a",
      sectionId: `s${index}`,
      quote: said[0]?.text ?? "",
      source: "s",
    }));
    return {
      question,
      understoodAs: question,
      status,
      sentences: answered
        ? said.map(({ text: words, of }) => ({ text: words, citation: (of % cited.length) + 1 }))
        : [],
      citations: answered ? (citations as unknown as Citation[]) : [],
      suggestions: answered ? [] : references,
      hits: answered ? references : [],
      correctedWords: corrected,
      inSeveralPlaces: answered && cited.length > 1,
      confidence: 1,
    };
  });

function squeezed(words: string): string {
  return words.toWellFormed().replace(/\s+/gu, "");
}

async function pagesOf(given: Answer, locale: "ko" | "en"): Promise<ChatMessage[]> {
  const exchange: Exchange = {
    id: "abcdefghijklmnop",
    conversation: null,
    person: null,
    articleId: null,
    askedAt: new Date(NOW).toISOString(),
    answer: given,
  };
  const desk = { chat: { exchange: async () => exchange } } as unknown as FrontDesk;
  const services = {
    desk,
    clock: { now: () => NOW, sleep: async () => {}, every: () => async () => {} },
    timeZone: "Asia/Seoul",
    size: SLACK_SIZE,
  };
  const visitor = {
    person: "slack:T:U",
    place: "slack:T",
    conversation: "c",
    locale,
    alone: true,
    channel: "slack:T:C",
    managesAlerts: true,
  };
  const pages = [answerPage(services, visitor, exchange, { repeat: true, above: "민지 님이 공유했어요." })];
  for (;;) {
    const next = pages.at(-1)?.actions.findLast(({ name, label }) => name === "page" && /다음|Next/.test(label));
    if (!next) return pages;
    pages.push(await openView(services, visitor, next.about));
  }
}

describe("rendering", () => {
  test(`${RUNS} answers: nothing that Slack refuses, nothing lost, nothing live but the index's links`, async () => {
    await fc.assert(
      fc.asyncProperty(answer, fc.constantFrom("ko", "en"), async (given, locale) => {
        const pages = await pagesOf(given, locale);
        expect(pages.flatMap(problemsOf)).toEqual([]);
        expect(lettersKept(given, pages)).toBe(true);
      }),
      { numRuns: RUNS, seed: 5 },
    );
  }, 120_000);
});

const alert = fc
  .record({ title: text, source: short, url, heading: fc.array(short, { maxLength: 3 }), said: text, strong: text })
  .map(({ title, source, url: address, heading, said, strong }): Alert => {
    const article = { id: "a", key: "k", title, source, url: address, publishedAt: "2026-11-20T00:00:00Z" };
    const pieces = [said.slice(0, 300), strong.slice(0, 300)].map((words, index) => ({
      text: words,
      strong: index === 1,
    }));
    const content = {
      kind: "article" as const,
      article,
      excerpt: { headingPath: heading, pieces },
      mentions: ["S0GROUP", "<!channel>", "U0123456"],
    };
    return { id: "abcdefghijklmnop", channel: "slack:T:C", place: "slack:T", locale: "ko", content };
  });

test(`${RUNS} alerts: nothing that Slack refuses, and nothing live but the index's link and the group`, () => {
  fc.assert(
    fc.property(alert, (given) => {
      const message = alertMessage(given, { nowMs: NOW, timeZone: "Asia/Seoul", nameOfChannel: (channel) => channel });
      const { text: fallback, blocks } = renderAlert(message, ["S0GROUP", "<!channel>", "U0123456"]);
      const live = livePartsOf({ text: fallback, blocks: blocks as never, sent: {} });
      const others = live.filter(
        ({ kind, value }) =>
          !(kind === "usergroup" && value === "S0GROUP") &&
          !(kind === "link" && value === "https://example.org/a?b=1&c=%3Cx%3E"),
      );
      expect([...blockProblems(blocks), ...others]).toEqual([]);
      expect(isTooLong(blocks as never) || fallback.length > 4000).toBe(false);
    }),
    { numRuns: RUNS, seed: 7 },
  );
}, 120_000);

/** What Slack would refuse of a page, as a message and in a window, and what in it is live that must not be. */
function problemsOf(page: ChatMessage): unknown[] {
  const { text: fallback, blocks } = renderMessage(page);
  const live = livePartsOf({ text: fallback, blocks: blocks as never, sent: {} });
  const view = messageView(page, { title: "출처 펼치기", close: "닫기", metadata: "" });
  return [
    ...blockProblems(blocks),
    ...(isTooLong(blocks as never) ? ["too long"] : []),
    ...(fallback.length > 0 && fallback.length <= 3500 ? [] : ["no fit fallback"]),
    ...live.filter(({ kind, value }) => kind !== "link" || value !== "https://example.org/a?b=1&c=%3Cx%3E"),
    ...viewProblems(view),
    ...(isViewTooLarge(view as never) ? ["too large"] : []),
  ];
}

/** Whether the quoted lines of all pages, one after the other, are the sentences of the answer, letter by letter. */
function lettersKept({ sentences }: Answer, pages: readonly ChatMessage[]): boolean {
  const quoted = pages.flatMap(({ lines }) => {
    const rich = lines.filter(({ kind }) => kind === "quoted").map((line) => ({ ...line, number: null }));
    return readableBlocks(renderBlocks({ lines: rich, actions: [], menu: null }) as never).replaceAll(/^> /gmu, "");
  });
  return unquoted(quoted.join("")) === unquoted(sentences.map(({ text: words }) => words).join(""));
}

/** Without white space, and without the marks that the readable form puts before quotes. */
function unquoted(words: string): string {
  return squeezed(words).replaceAll(">", "").replaceAll("\ufffd", "");
}
