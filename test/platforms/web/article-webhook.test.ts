import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import { signedHeaders } from "../../arrivals/signed-delivery.ts";
import { heldClock, NOW, type RunningBot, startRunningBot } from "../running-bot.ts";
import { replyOf } from "./replies.ts";

const SECRET = "a-secret-of-the-webhook";
const article = {
  id: "a-1",
  title: "그레나다 항로 협정",
  body: "<p>그레나다는 항로 협정에 3월 9일 서명했다.</p>",
  url: "https://example.org/grenada",
  publishedAt: "2026-03-10",
  source: "항로 소식",
  categories: ["항로"],
};

let running: RunningBot;
let atSeconds = NOW / 1000;
beforeAll(async () => {
  running = await startRunningBot({ environment: { WEBHOOK_SECRET: SECRET } });
});
afterAll(() => running.bot.stop());

interface Sent {
  readonly secret?: string;
  readonly timestamp?: number | string;
  readonly type?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

/** Each delivery is signed a second later, so that equal bodies are different deliveries. */
async function deliver(body: string | Uint8Array | object, sent: Sent = {}) {
  const { secret = SECRET, timestamp = atSeconds++, type = "application/json" } = sent;
  const bytes =
    typeof body === "string" || body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
  const id = new URLSearchParams(sent.path?.split("?")[1]).get("id");
  return fetch(`${running.base}${sent.path ?? "/api/articles"}`, {
    method: "POST",
    body: bytes,
    headers: {
      "Content-Type": type,
      ...signedHeaders(bytes, secret, timestamp, id),
      "Accept-Language": "en",
      ...sent.headers,
    },
  });
}

async function ask(question: string): Promise<string> {
  const response = await fetch(`${running.base}/api/ask`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question }),
  });
  const { status, answer } = (await response.json()) as { status: string; answer: string };
  return status === "answered" ? answer : status;
}

describe("an article that is delivered", () => {
  it("is answered from, then with its new words, and no more when it is removed", async () => {
    expect((await deliver(article)).status).toBe(202);
    await expect.poll(() => ask("그레나다는 항로 협정에 언제 서명했어?")).toContain("3월 9일");
    expect((await deliver({ ...article, body: "그레나다는 항로 협정에 4월 2일 서명했다." })).status).toBe(202);
    await expect.poll(() => ask("그레나다는 항로 협정에 언제 서명했어?")).toContain("4월 2일");
    const { articles } = (await (await fetch(`${running.base}/api/articles`)).json()) as {
      articles: { id: string; title: string; source: string; url: string }[];
    };
    expect(articles.find(({ id }) => id === "webhook/a-1")).toMatchObject({
      title: "그레나다 항로 협정",
      source: "항로 소식",
      url: "https://example.org/grenada",
    });
    expect((await deliver({ id: "a-1", removed: true })).status).toBe(202);
    await expect.poll(() => ask("그레나다는 항로 협정에 언제 서명했어?")).toBe("not-found");
  });

  it("may be a document as it is", async () => {
    const markdown = "# 투발루 소식\n\n## 어업\n\n투발루는 어업권을 5년 늘렸다.\n";
    expect(
      (await deliver(markdown, { type: "text/markdown; charset=utf-8", path: "/api/articles?id=tuvalu" })).status,
    ).toBe(202);
    await expect.poll(() => ask("투발루는 어업권을 몇 년 늘렸어?")).toContain("5년");
  });

  it("may be a long document that begins with tags", async () => {
    const path = "/api/articles?id=long";
    const html = `<html><body>${"<p></p>".repeat(20_000)}<p>나우루는 항구를 8곳 지었다.</p></body></html>`;
    expect((await deliver(html, { type: "text/html", path })).status).toBe(202);
    await expect.poll(() => ask("나우루는 항구를 몇 곳 지었어?")).toContain("8곳");
  });

  it("is another one where the same document comes under another name, and no signature serves for both", async () => {
    const timestamp = NOW / 1000 + 150;
    const send = (id: string) =>
      deliver("# 같은 글\n\n같은 글이다.", { type: "text/markdown", path: `/api/articles?id=${id}`, timestamp });
    expect([(await send("one")).status, (await send("two")).status]).toEqual([202, 202]);
    const stolen = await deliver("# 글", {
      type: "text/markdown",
      path: "/api/articles?id=other",
      timestamp,
      headers: signedHeaders("# 글", SECRET, timestamp, "three"),
    });
    expect(stolen.status).toBe(401);
  });

  it("is taken in once: the same request is refused, and changes nothing", async () => {
    const timestamp = NOW / 1000 + 200;
    expect((await deliver({ ...article, id: "b" }, { timestamp })).status).toBe(202);
    const again = await deliver({ ...article, id: "b" }, { timestamp });
    expect([again.status, (await replyOf(again)).error.code]).toEqual([409, "repeated-delivery"]);
  });

  it("is not limited by how often people may ask, and needs no page", async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 40; i++) statuses.add((await deliver({ ...article, id: `many-${i}` })).status);
    expect([...statuses]).toEqual([202]);
  });

  it.each<[what: string, body: string | object, sent: Sent, status: number, code: string]>([
    ["with another secret", article, { secret: "guessed-it-did-i" }, 401, "wrong-signature"],
    ["without a signature", article, { headers: { "X-PolicyDesk-Signature": "" } }, 401, "not-signed"],
    [
      "with a signature of another form",
      article,
      { headers: { "X-PolicyDesk-Signature": "v1=abc" } },
      401,
      "not-signed",
    ],
    [
      "signed for another body",
      article,
      { headers: { "X-PolicyDesk-Signature": `v1=${"0".repeat(64)}` } },
      401,
      "wrong-signature",
    ],
    ["signed too long ago", article, { timestamp: NOW / 1000 - 301 }, 401, "stale-signature"],
    ["signed in the future", article, { timestamp: NOW / 1000 + 301 }, 401, "stale-signature"],
    ["with a timestamp that is none", article, { timestamp: "now" }, 401, "not-signed"],
    ["as a form", "a=b", { type: "application/x-www-form-urlencoded" }, 415, "unknown-type"],
    ["as broken JSON", "{", {}, 400, "invalid-json"],
    ["as a list", "[]", {}, 400, "invalid-json"],
    ["without a title", { ...article, title: " " }, {}, 400, "invalid-article"],
    ["without a body", { ...article, body: undefined }, {}, 400, "invalid-article"],
    ["with a number as its body", { ...article, body: 5 }, {}, 400, "invalid-article"],
    ["with an address of another kind", { ...article, url: "javascript:alert(1)" }, {}, 400, "invalid-article"],
    ["with a date that is none", { ...article, publishedAt: "2026-13-45" }, {}, 400, "invalid-article"],
    ["with a date far ahead", { ...article, publishedAt: "9999-12-31" }, {}, 400, "invalid-article"],
    ["with a date of another age", { ...article, publishedAt: "0000-01-01" }, {}, 400, "invalid-article"],
    ["with spaces around its id", { ...article, id: "sp " }, {}, 400, "invalid-article"],
    ["with letters in its id that turn around", { ...article, id: "a\u202eb" }, {}, 400, "invalid-article"],
    ["with categories that are none", { ...article, categories: [1] }, {}, 400, "invalid-article"],
    ["with control characters in its id", { ...article, id: "a\u0000b" }, {}, 400, "invalid-article"],
    ["as a removal of nothing", { removed: true }, {}, 400, "invalid-article"],
    ["as a document without a name", "# 글", { type: "text/markdown" }, 400, "invalid-article"],
    ["with a body of empty tags", { ...article, body: "<p>\n&nbsp;</p>" }, {}, 400, "invalid-article"],
    ["as a document of spaces", " \n ", { type: "text/plain", path: "/api/articles?id=x" }, 400, "invalid-article"],
    ["as a PDF file", "%PDF-1.7", { type: "text/plain", path: "/api/articles?id=x" }, 400, "invalid-article"],
    [
      "as a long PDF file",
      `%PDF-1.7${"\u00ff".repeat(100_000)}`,
      { type: "text/plain", path: "/api/articles?id=x" },
      400,
      "invalid-article",
    ],
    ["as an empty document", "", { type: "text/markdown", path: "/api/articles?id=x" }, 400, "invalid-article"],
  ])("is refused %s", async (_what, body, sent, status, code) => {
    const response = await deliver(body, sent);
    const { error } = await replyOf(response);
    expect([response.status, error.code]).toEqual([status, code]);
    expect(error.message).toMatch(/^[A-Z"].+\.$/);
  });

  it.each([
    [{ id: "sp " }, "one line of at most 200 characters"],
    [{ title: "제".repeat(501) }, "text of at most 500 characters"],
    [{ source: 5 }, "text of at most 100 characters"],
    [{ body: "" }, "text with words in it"],
    [{ url: "example.org/17" }, "begins with https:// or http://"],
    [{ publishedAt: "20 November 2026" }, "such as 2026-02-10 or 2026-02-10T09:30:00+09:00"],
    [{ categories: "관세" }, "a list of at most 50 texts"],
  ])("says what %j should be", async (given, form) => {
    const { error } = await replyOf(await deliver({ ...article, ...given }));
    expect(error.message).toContain(`"${Object.keys(given)[0]}" cannot be used. It must be `);
    expect(error.message).toContain(form);
  });

  it("is taken where a letter stands across the end of what is looked at", async () => {
    const table = `${"1,2,3\n".repeat(16_666)}123가\n${"4,5,6\n".repeat(10)}`;
    expect((await deliver(table, { type: "text/plain", path: "/api/articles?id=x" })).status).toBe(202);
  });

  it("is refused where it is too large", async () => {
    expect(
      (await deliver("x".repeat(11 * 1024 * 1024), { type: "text/plain", path: "/api/articles?id=x" })).status,
    ).toBe(413);
  });
});

describe("articles that were taken in", () => {
  it("are published after a restart where the process died before, or set aside with the reason", async () => {
    const wired = heldClock(systemClock);
    const first = await startRunningBot({ environment: { WEBHOOK_SECRET: SECRET } });
    const { store } = first;
    const taken = (id: string, content: string) => ({
      ...{ id, origin: { name: "webhook", location: "webhook" }, articleId: `webhook/${id}`, path: id, old: false },
      ...{ bytes: new TextEncoder().encode(content), receivedAt: new Date(wired.now()).toISOString() },
    });
    await store.accept([taken("left", "# 남은 글\n\n키리바시는 어항을 7곳 지었다."), taken("pdf", "%PDF-1.7")]);
    const second = await startRunningBot({ environment: { WEBHOOK_SECRET: SECRET }, store });
    await expect
      .poll(async () => (await second.store.changedSince(0, 1000)).articles.map(({ title }) => title))
      .toContain("남은 글");
    await expect
      .poll(async () => (await second.store.failedJobs(5)).map(({ error, nextAt }) => [error, nextAt]))
      .toEqual([
        ["pdf looks like a PDF file, not like text: export it as text, Markdown or HTML and hand that in.", null],
      ]);
    await expect
      .poll(() => [...first.logged, ...second.logged].join(""))
      .toContain("A job was set aside (npm run jobs");
    await second.bot.stop();
    await first.bot.stop();
  });
});

it("takes nothing in where no secret is set", async () => {
  const closed = await startRunningBot({ environment: {} });
  const response = await fetch(`${closed.base}/api/articles`, { method: "POST", body: "{}" });
  expect([response.status, (await replyOf(response)).error.code]).toEqual([404, "webhook-off"]);
  await closed.bot.stop();
});
