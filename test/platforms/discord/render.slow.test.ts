import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escaped, linkTarget } from "../../../adapters/discord/render/escape.ts";
import { contentLayout, embedLayout, type Layout } from "../../../adapters/discord/render/message.ts";
import type { Answer, Citation } from "../../../src/answers/answer.ts";
import { answerPage } from "../../../src/chat/ask.ts";
import type { ChatServices, Visitor } from "../../../src/chat/chat-services.ts";
import { lookUpMessages } from "../../../src/chat/look-up.ts";
import type { FrontDesk } from "../../../src/ports/chat-platform.ts";
import { type ChatMessage, type Line, plainTextOf, textOf } from "../../../src/presentation/chat-message.ts";
import { NOW } from "../running-bot.ts";
import { shownAfter } from "./local-discord/message-rules.ts";
import type { MessageBody } from "./local-discord/wire-types.ts";
import { readMarkup } from "./markup-reader.ts";

const HOSTILE = [
  ...["@everyone", "@here", "<@123456789012345678>", "<@!1>", "<@&12>", "<#345>", "<:smile:123>", "<a:x:1>", ":smile:"],
  ...["<t:1700000000:R>", "</ask:123>", "<id:customize>", "https://evil.example/a_b(c)", "http://x", "discord.gg/abc"],
  ...[
    "DISCORD.GG/abc",
    "https://discord.com/invite/abc",
    "[눌러요](https://evil.example)",
    "[a](<http://b>)",
    "![](x)",
  ],
  ...[
    "**굵게**",
    "__밑줄__",
    "*기울임*",
    "_x_",
    "~~취소~~",
    "||가림||",
    "`코드`",
    "```\n코드\n```",
    "***",
    "``",
    "\\",
    "\\\\",
  ],
  ...[
    "\n# 제목",
    "\n## x",
    "\n-# 작게",
    "\n- 목록",
    "\n* 목록",
    "\n1. 하나",
    "\n> 인용",
    "\n>>> 인용",
    "\n  - 둘",
    "> ",
    "# ",
  ],
  ...[
    "| 표 | 칸 |\n|---|---|\n| 1 | 2 |",
    "||",
    "3~5%",
    "12:40",
    "10:30:00",
    "2025-02-04",
    "snake_case_name",
    "a/b",
    "&amp;",
  ],
  ...[
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "[1]",
    "](",
    ")",
    "(",
    "]",
    "[",
    "<",
    ">",
    "*",
    "_",
    "~",
    "|",
    ":",
    "#",
  ],
  ...["‮", "​", "👩‍👩‍👧", "가각", "\t", "\r\n", "‘’“”"],
];
const KOREAN = "대만은 2026년 국방 예산을 국내총생산의 3.32%로 짰다. 트럼프 대통령은 관세 25%를 물리겠다고 밝혔다. ";

const pieceOfText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: KOREAN.length }).map((most) => KOREAN.slice(0, most)) },
  { weight: 2, arbitrary: fc.string({ maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(..."*_~|`<>[]()@:/\\#-. \n1a가"), maxLength: 30 }) },
);
const shortText = fc.array(pieceOfText, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));
const someText = fc.oneof(
  { weight: 150, arbitrary: shortText },
  {
    weight: 4,
    arbitrary: fc.tuple(shortText, fc.integer({ min: 1, max: 60 })).map(([text, times]) => text.repeat(times)),
  },
  // One sentence of 20,000 characters, with and without a place to part it.
  { weight: 1, arbitrary: shortText.map((text) => `${text}가`.repeat(20_000).slice(0, 20_000)) },
);
const url = fc.oneof(
  fc.constantFrom(
    null,
    null,
    "https://example.org/a?b=1&c=(2)",
    "https://example.org/위키/문서_(제목)",
    "javascript:x",
  ),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

const citation = fc.record({
  articleId: fc.constantFrom("a", "b"),
  sectionId: fc.constantFrom("1", "2", "3"),
  title: shortText,
  source: shortText,
  headingPath: fc.array(shortText, { maxLength: 3 }),
  footnote: fc.option(fc.constantFrom("1", "주")),
  url,
  publishedAt: fc.constantFrom(null, "2026-11-18T00:00:00Z", "2024-01-01T00:00:00Z"),
  quote: shortText,
});
const section = fc.record({
  articleId: fc.constantFrom("a", "b"),
  sectionId: fc.constantFrom("4", "5"),
  title: shortText,
  headingPath: fc.array(shortText, { maxLength: 2 }),
  score: fc.constant(1),
});

const answer: fc.Arbitrary<Answer> = fc
  .record({
    question: shortText.map((text) => text.slice(0, 2000)),
    status: fc.constantFrom(
      "answered" as const,
      "answered" as const,
      "answered" as const,
      "empty-section" as const,
      "not-found" as const,
    ),
    inSeveralPlaces: fc.boolean(),
    correctedWords: fc.array(shortText, { maxLength: 2 }),
    said: fc.array(
      fc.tuple(
        someText.filter((text) => text.trim() !== ""),
        citation,
      ),
      { minLength: 1, maxLength: 4 },
    ),
    hits: fc.array(section, { maxLength: 12 }),
    suggestions: fc.array(section, { maxLength: 3 }),
  })
  .map(({ said, status, ...rest }) => ({
    ...rest,
    ...{ status, understoodAs: rest.question, confidence: 1 },
    sentences: status === "answered" ? said.map(([text], index) => ({ text, citation: index + 1 })) : [],
    citations: status === "answered" ? said.map(([, each], index): Citation => ({ ...each, number: index + 1 })) : [],
  }));

const VISITOR: Visitor = {
  person: "discord:1",
  place: "discord:guild:1",
  conversation: "c",
  locale: "ko",
  alone: true,
  channel: "discord:channel:1",
  managesAlerts: true,
};
const servicesOf = ({ size }: Layout, desk: Partial<FrontDesk> = {}): ChatServices => ({
  desk: desk as FrontDesk,
  clock: { now: () => NOW, sleep: async () => {}, every: () => async () => {} },
  timeZone: "Asia/Seoul",
  size,
});

const visible = (text: string) => text.replace(/[\s\p{Cc}‪-‮⁦-⁩]/gu, "");

/** What anybody sees of a message, and what in it does something. */
function read(layout: Layout, message: ChatMessage) {
  const body = layout.render(message);
  // Refused as Discord would refuse it.
  const { content, embeds, components } = shownAfter(body as unknown as MessageBody);
  return { ...readMarkup(embeds[0]?.description ?? content), components };
}

/** The message as it was meant, and the links that it may carry. */
function expectFaithful(layout: Layout, message: ChatMessage): void {
  const { text, live } = read(layout, message);
  expect(visible(text).replaceAll("↗", "")).toBe(visible(plainTextOf(message)).replaceAll("↗", ""));
  const allowed = new Set(
    message.lines.flatMap(({ url: target }) => (target === null ? [] : `link ${linkTarget(target)}`)),
  );
  const active = live.filter((each) => !["small", "bold", "quote"].includes(each));
  expect(active.filter((each) => !(layout === embedLayout && allowed.has(each)))).toEqual([]);
  const count = (kind: string) => live.filter((each) => each === kind).length;
  expect(count("small")).toBe(message.lines.filter(({ kind }) => kind === "small" || kind === "source").length);
  expect(count("quote")).toBe(message.lines.filter(({ kind }) => kind === "asked").length);
}

function pagesOf(layout: Layout, given: Answer): ChatMessage[] {
  const exchange = {
    id: "abcdefghij012345",
    conversation: "c",
    person: "p",
    articleId: null,
    askedAt: "",
    answer: given,
  };
  const page = (number: number) => answerPage(servicesOf(layout), VISITOR, exchange, { repeat: true, page: number });
  const first = page(1);
  const last = Number(/^(\d+)쪽 가운데/.exec(textOf(first.lines.at(-1) as Line))?.[1] ?? 1);
  return [first, ...Array.from({ length: last - 1 }, (_, index) => page(index + 2))];
}

const quoted = (messages: readonly ChatMessage[]) =>
  messages.flatMap(({ lines }) => lines.filter(({ kind }) => kind === "quoted").map(textOf)).join("");

describe.each([
  ["embeds", embedLayout, 4000],
  ["plain messages", contentLayout, 1000],
] as const)("answers in %s", (_name, layout, numRuns) => {
  it(`lose nothing and do nothing, ${numRuns} times`, () => {
    fc.assert(
      fc.property(answer, (given) => {
        const pages = pagesOf(layout, given);
        for (const page of pages) expectFaithful(layout, page);
        expect(visible(quoted(pages))).toBe(visible(given.sentences.map(({ text }) => text).join("")));
        for (const { lines } of pages) {
          const cited = new Set(lines.filter(({ kind }) => kind === "quoted").map(({ number }) => number));
          const sources = lines.filter(({ kind }) => kind === "source").map(({ number }) => number);
          // A later page may begin with another source than the first.
          expect([...cited].sort((one, other) => Number(one) - Number(other))).toEqual(sources);
        }
      }),
      { numRuns, seed: 20261122 },
    );
  }, 60_000);
});

it("claims that were looked up lose nothing and do nothing", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.tuple(shortText, answer), { minLength: 1, maxLength: 5 }),
    async (found) => {
      const lookedUp = found.map(([claim, each]) => ({ claim, answer: each }));
      const chat = { lookUp: async () => ({ kind: "looked-up", found: lookedUp, left: 1 }) };
      const services = servicesOf(embedLayout, { chat } as unknown as FrontDesk);
      for (const message of await lookUpMessages(services, VISITOR, "x")) expectFaithful(embedLayout, message);
    },
  );
  await fc.assert(property, { numRuns: 200, seed: 1 });
}, 30_000);

it.each([
  ["**관세**를", "\\*\\*관세\\*\\*를"],
  ["https://example.org", "https\\://example.org"],
  ["오후 3~5시, 12:40", "오후 3~5시, 12\\:40"],
  ["1. 하나\n- 둘", "1\\. 하나\n\\- 둘"],
  ["3.6 대만 - 2025-02-04", "3.6 대만 - 2025-02-04"],
  ["A/B (C) 'D'", "A/B (C) 'D'"],
])("%s is written %s", (text, markup) => {
  expect(escaped(text)).toBe(markup);
});

it("addresses cannot end a link early", () => {
  expect(linkTarget("https://example.org/a_(b)?c=[d]&e=`|")).toBe("https://example.org/a_%28b%29?c=%5Bd%5D&e=%60%7C");
  expect(linkTarget(`https://example.org/${"a".repeat(1000)}`)).toBeNull();
});

it("reads markup as Discord does", () => {
  const { live } = readMarkup(HOSTILE.join(" "));
  for (const kind of [
    "mention",
    "emoji",
    "address",
    "invite",
    "code block",
    "bold",
    "spoiler",
    "heading",
    "list",
    "quote",
    "time",
  ]) {
    expect([kind, live.includes(kind)]).toEqual([kind, true]);
  }
  expect(live).toContain("link https://evil.example");
});
