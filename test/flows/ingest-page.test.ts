import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app/create-app.ts";
import { readConfig } from "../../src/config.ts";
import type { Store } from "../../src/ports/store.ts";
import { shortHash } from "../../src/text/short-hash.ts";
import { wire } from "../../src/wiring.ts";
import { FEEDS, type FeedFormat } from "../arrivals/feeds-of.ts";
import { type NewsServer, startNewsServer } from "../arrivals/news-server.ts";
import { subscription } from "../contracts/subscriptions.ts";
import { eucKr } from "../unit/documents/euc-kr.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

let news: NewsServer;
let store: Store;
let app: App;
beforeAll(async () => {
  news = await startNewsServer();
});
afterAll(() => news.stop());
beforeEach(async () => {
  const ports = wire(readConfig({ FETCH_ALLOW_HOSTS: "127.0.0.1" }));
  store = await ports.openMemoryStore();
  app = createApp({ ...ports, openStore: async () => ({ ...store, close: async () => {} }) });
});

const filler = "<p>마을 사람들은 방앗간을 함께 고치고, 봄마다 물길을 손본다. 물레는 하루 내내 돈다.</p>".repeat(5);
const html = (fact: string) =>
  `<!doctype html><html lang="ko"><head><title>마을 방앗간</title><meta property="article:published_time" content="2026-03-01T09:00:00+09:00"></head><body><nav><a href="/">차림표</a></nav><article><h1>마을 방앗간</h1><p>${fact}</p>${filler}</article><footer>아래 글</footer></body></html>`;
const page = (fact: string) => ({ type: "text/html; charset=utf-8", body: html(fact) });
const markdown = (body: string) => ({ type: "text/markdown; charset=utf-8", body });

async function ingest(path: string, name?: string) {
  const { added, changed, unchanged } = (
    await app.ingestPage(`${news.base}${path}`, name === undefined ? {} : { name })
  ).report;
  return { added, changed, unchanged };
}

async function stored() {
  const { articles } = await store.changedSince(0, 100);
  return articles.map((article) => ({ ...article, text: article.sections.map(({ body }) => body).join("\n") }));
}

describe("a page", () => {
  it("becomes an article without what stands around it", async () => {
    news.serve("/mill", page("방앗간은 1871년에 세워졌다."));
    expect(await ingest("/mill")).toEqual({ added: 1, changed: 0, unchanged: 0 });
    const [article] = await stored();
    expect(article).toMatchObject({
      id: `127.0.0.1/${shortHash(`${news.base}/mill`)}`,
      source: "127.0.0.1",
      title: "마을 방앗간",
      url: `${news.base}/mill`,
      publishedAt: "2026-03-01T09:00:00+09:00",
      text: expect.stringContaining("방앗간은 1871년에 세워졌다."),
    });
    expect(article?.text).not.toMatch(/차림표|아래 글/);
    expect(await store.origins()).toEqual([{ name: "127.0.0.1", location: news.base }]);
  });

  it("is told to the channels that wait for it", async () => {
    const createdAt = "2026-02-01T00:00:00.000Z";
    const topic = { include: ["방앗간"], exclude: [], sources: [], categories: [] };
    await store.putSubscription(subscription("mill", { topic, createdAt }), 20);
    news.serve("/mill", page("방앗간은 1871년에 세워졌다."));
    await ingest("/mill");
    await ingest("/mill");
    expect(await store.countAlerts("slack:T1:C1")).toMatchObject({ waiting: 1 });
  });

  it("is the same article when it is read again, whatever part of it is named", async () => {
    news.serve("/again", page("방앗간은 1871년에 세워졌다."));
    await ingest("/again");
    expect(await ingest("/again#part")).toEqual({ added: 0, changed: 0, unchanged: 1 });
    news.serve("/again", page("방앗간은 1872년에 세워졌다."));
    expect(await ingest("/again")).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect((await stored()).map(({ text }) => text)).toEqual([expect.stringContaining("1872")]);
  });

  it("has the address it was found at, and keeps its article when it moves", async () => {
    const moveTo = (path: string) => news.fail("/old", 302, { location: path });
    for (const path of ["/new?id=1", "/newer"]) news.serve(path, markdown("# 방앗간\n\n1871년에 세워졌다."));
    moveTo("/new?id=1");
    await ingest("/old");
    expect((await stored())[0]?.url).toBe(`${news.base}/new?id=1`);
    moveTo("/newer");
    expect(await ingest("/old")).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect((await stored()).map(({ id, url }) => [id, url])).toEqual([
      [`127.0.0.1/${shortHash(`${news.base}/old`)}`, `${news.base}/newer`],
    ]);
  });

  it("that is a document is read as it is", async () => {
    const front =
      "---\ntitle: 방앗간 이야기\ndate: 2026-02-10\nsource: 마을 신문\nurl: https://example.org/other\n---\n";
    news.serve("/front.md", markdown(`${front}\n## 역사\n\n1871년에 세워졌다.`));
    const named = encodeURI("/2026-02-11-물레.txt?raw=1");
    news.serve(named, { type: "text/plain; charset=euc-kr", body: Buffer.from(eucKr("물레는 하루 내내 돈다.")) });
    await ingest("/front.md", "마을");
    await ingest(named, "마을");
    expect(await stored()).toMatchObject([
      { title: "방앗간 이야기", source: "마을 신문", url: `${news.base}/front.md`, text: "1871년에 세워졌다." },
      { title: "물레", source: "마을", publishedAt: "2026-02-11T00:00:00+09:00", text: "물레는 하루 내내 돈다." },
    ]);
  });

  it("is read in the encoding its server names, and titled by its address where it says nothing", async () => {
    const text = "Мельница построена в 1871 году.";
    const windows1251 = [...text].map((letter) => letter.charCodeAt(0) - (letter >= "А" ? 0x350 : 0));
    news.serve("/guides/mill/", { type: "text/plain; charset=windows-1251", body: Buffer.from(windows1251) });
    await ingest("/guides/mill/");
    expect(await stored()).toMatchObject([{ title: "mill", text }]);
  });

  it("about feeds is no feed", async () => {
    const example = "```xml\n<rss><channel><item><title>x</title></item></channel></rss>\n```";
    news.serve("/about.md", markdown(`# 피드 쓰는 법\n\n피드는 이렇게 생겼다.\n\n${example}`));
    expect(await ingest("/about.md")).toMatchObject({ added: 1 });
  });
});

describe("the origin", () => {
  it("of a feed stays where it is, also before the feed was read", async () => {
    news.serve("/mill", page("방앗간은 1871년에 세워졌다."));
    await app.sources.add("https://example.org/feed.xml", { name: "마을" });
    await ingest("/mill", "마을");
    const feed = { name: "마을", location: "https://example.org/feed.xml" };
    expect(await store.origins()).toEqual([feed]);
    await ingest("/mill", "마을");
    expect(await store.origins()).toEqual([feed]);
  });

  it("of a folder takes no pages, which the folder would remove", async () => {
    await app.ingest(writeFiles(`${temporaryFolder()}/공책`, { "a.md": "# 하나\n\n글." }), {});
    await expect(ingest("/mill", "공책")).rejects.toThrow('"공책" is the name of the folder');
    expect(await stored()).toHaveLength(1);
  });

  it("goes with its pages", async () => {
    news.serve("/mill", page("방앗간은 1871년에 세워졌다."));
    await ingest("/mill", "마을");
    await app.sources.remove("마을");
    expect(await stored()).toEqual([]);
  });
});

describe("what cannot be read is told in words, and leaves nothing behind", () => {
  it.each([
    ["an address that leads nowhere", "/nowhere", /404 \(not found\)\. Check the address/],
    ["a server that fails", "/broken", /503 .*Try again later\.$/],
    ["a page of scripts", "/scripts", /^No article could be found on http.*Save its text to a file/],
    ["a picture", "/picture.png", /looks like a PNG image, not like text/],
    ["a redirect into a private network", "/inward", /redirects to http:\/\/localhost.* FETCH_ALLOW_HOSTS/],
  ])("%s", async (_name, path, problem) => {
    news.fail("/broken", 503);
    news.fail("/inward", 302, { location: "http://localhost:9/x" });
    news.serve("/scripts", { type: "text/html", body: "<html><body><div id=app></div><script>draw()</script></body>" });
    news.serve("/picture.png", { type: "image/png", body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]) });
    await expect(ingest(path)).rejects.toThrow(problem);
    expect(await store.origins()).toEqual([]);
  });

  it.each(Object.keys(FEEDS) as FeedFormat[])("a feed (%s)", async (format) => {
    const { type, write } = FEEDS[format];
    const body = write([{ guid: "1", link: "https://example.org/1", title: "소식", text: "<p>글이다.</p>" }]);
    news.serve(`/feed.${format}?a=1&b=2`, { type, body });
    await expect(ingest(`/feed.${format}?a=1&b=2`)).rejects.toThrow(
      `Follow it instead: npm run sources -- add "${news.base}/feed.${format}?a=1&b=2"`,
    );
  });

  it.each([
    ["https://me:secret@example.org/x", undefined, "Leave them out."],
    ["ftp://me:secret@example.org/x", undefined, 'not fetched by "ftp:"'],
    ["https://me:secret@exa mple.org/x", undefined, "That is no web address."],
    ["https://example.org/x", "a/b", "cannot be the name of a source"],
    ["https://example.org/x", "webhook", "cannot be the name of a source"],
  ])("%s as %s", async (address, name, problem) => {
    const failure = app.ingestPage(address, name === undefined ? {} : { name });
    await expect(failure).rejects.toThrow(problem);
    await expect(failure).rejects.not.toThrow("secret");
  });
});
