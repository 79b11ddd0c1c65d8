import { describe, expect, test } from "vitest";
import { blockProblems, isTooLong, viewProblems } from "./block-rules.ts";

const modal = (more = {}) => ({
  type: "modal",
  title: { type: "plain_text", text: "Ask" },
  submit: { type: "plain_text", text: "Send" },
  blocks: [
    {
      type: "input",
      label: { type: "plain_text", text: "Question" },
      element: { type: "plain_text_input", action_id: "words" },
    },
  ],
  ...more,
});

describe("block rules", () => {
  const x = (length: number) => "x".repeat(length);
  const plain = (words: string) => ({ type: "plain_text", text: words });
  const button = (more = {}) => ({ type: "button", action_id: "a", text: plain("B"), ...more });
  const actions = (...elements: object[]) => ({ type: "actions", elements });
  const rich = (...elements: object[]) => ({ type: "rich_text", elements: [{ type: "rich_text_section", elements }] });
  const many = (count: number, block: object) => Array.from({ length: count }, () => block);
  const options = (count: number) => many(count, { text: plain("o"), value: "v" });
  const select = (count: number) => ({ type: "static_select", action_id: "s", options: options(count) });

  test.each<[string, object[]]>([
    ["51 blocks", many(51, { type: "divider" })],
    ["a long section", [{ type: "section", text: { type: "mrkdwn", text: x(3001) } }]],
    ["an empty section", [{ type: "section" }]],
    ["empty words", [{ type: "section", text: { type: "mrkdwn", text: "" } }]],
    ["11 fields", [{ type: "section", fields: many(11, plain("f")) }]],
    ["a long field", [{ type: "section", fields: [plain(x(2001))] }]],
    ["a long header", [{ type: "header", text: plain(x(151)) }]],
    ["a header in mrkdwn", [{ type: "header", text: { type: "mrkdwn", text: "h" } }]],
    ["11 things in a context", [{ type: "context", elements: many(11, plain("c")) }]],
    ["26 buttons", [actions(...Array.from({ length: 26 }, (_, index) => button({ action_id: `${index}` })))]],
    ["a long button", [actions(button({ text: plain(x(76)) }))]],
    ["a button in mrkdwn", [actions(button({ text: { type: "mrkdwn", text: "b" } }))]],
    ["a long value", [actions(button({ value: x(2001) }))]],
    ["a long action id", [actions(button({ action_id: x(256) }))]],
    ["an action id twice", [actions(button(), button())]],
    ["a block id twice", many(2, { type: "divider", block_id: "b" })],
    ["a button by itself", [button()]],
    ["an unknown block", [{ type: "paragraph", text: "p" }]],
    ["an unknown field", [{ type: "divider", text: "p" }]],
    [
      "an input in a message",
      [{ type: "input", label: plain("l"), element: { type: "plain_text_input", action_id: "i" } }],
    ],
    ["101 options", [actions(select(101))]],
    ["no options", [actions(select(0))]],
    ["a long option", [actions({ ...select(0), options: [{ text: plain(x(76)), value: "v" }] })]],
    ["a long placeholder", [actions({ ...select(1), placeholder: plain(x(151)) })]],
    ["long markdown", [{ type: "markdown", text: x(12_001) }]],
    ["long markdown in parts", many(2, { type: "markdown", text: x(6_001) })],
    ["an image without words", [{ type: "image", image_url: "https://a.kr/i.png" }]],
    ["empty rich text", [rich({ type: "text", text: "" })]],
    ["an unknown style", [rich({ type: "text", text: "t", style: { big: true } })]],
    ["an unknown rich element", [rich({ type: "mrkdwn", text: "t" })]],
    ["a broadcast to nobody", [rich({ type: "broadcast", range: "all" })]],
    ["a list without style", [{ type: "rich_text", elements: [{ type: "rich_text_list", elements: [] }] }]],
  ])("%s is refused", (_, blocks) => {
    expect(blockProblems(blocks)).not.toEqual([]);
  });

  test("what keeps the rules passes; too much in all does not", () => {
    const fine = [
      { type: "section", text: { type: "mrkdwn", text: x(3000) }, accessory: button() },
      // The same action id in another block is no fault.
      actions(button()),
      actions(select(100), button({ action_id: "c", value: x(2000), url: "https://a.kr/" })),
      rich({ type: "text", text: "t", style: { bold: true } }, { type: "link", url: "https://a.kr/", text: "a" }),
    ];
    expect(blockProblems(fine)).toEqual([]);
    expect(isTooLong(many(5, { type: "section", text: { type: "mrkdwn", text: x(2700) } }) as never)).toBe(true);
  });

  test.each<[string, object]>([
    ["a long title", modal({ title: plain(x(25)) })],
    ["a long submit", modal({ submit: plain(x(25)) })],
    ["an input without submit", modal({ submit: undefined })],
    ["much metadata", modal({ private_metadata: x(3001) })],
    ["a long callback id", modal({ callback_id: x(256) })],
    ["101 blocks", modal({ blocks: many(101, { type: "divider" }) })],
    ["markdown in a view", modal({ blocks: [{ type: "markdown", text: "m" }] })],
    ["a home with a title", { type: "home", title: plain("t"), blocks: [] }],
  ])("a view with %s is refused", (_, view) => {
    expect(viewProblems(view)).not.toEqual([]);
  });
});
