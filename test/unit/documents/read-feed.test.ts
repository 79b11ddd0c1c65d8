import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Feed, FeedItem } from "../../../src/documents/feed-item.ts";
import { itemDocument } from "../../../src/documents/feed-item-document.ts";
import { itemKeys } from "../../../src/documents/feed-item-keys.ts";
import { type ReadFeed, type ReadFeedOptions, readFeed, type WebDocument } from "../../../src/documents/read-feed.ts";
import { eucKr } from "./euc-kr.ts";
import { outline, read } from "./read.ts";

const fixtures = new URL("../../fixtures/feeds/", import.meta.url);
const FOUND: WebDocument = { contentType: "", charset: null, url: "https://news.example.kr/feeds/all?key=secret" };

function open(content: string | Uint8Array, found: Partial<WebDocument> = {}, options: ReadFeedOptions = {}): ReadFeed {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return readFeed(bytes, { ...FOUND, ...found }, options);
}

function feedOf(result: ReadFeed): Feed & { readonly warnings: readonly string[] } {
  if (result.feed === null) throw new Error(result.problem);
  return { ...result.feed, warnings: result.warnings };
}

function problemOf(result: ReadFeed): { readonly problem: string; readonly feedUrl: string | null } {
  if (result.feed !== null) throw new Error("it was read");
  return { problem: result.problem, feedUrl: result.feedUrl };
}

const fixture = (name: string) => feedOf(open(readFileSync(new URL(name, fixtures))));
const rss = (items: string, head = "<title>소식</title>") =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${head}${items}</channel></rss>`;
const atom = (entries: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>소식</title>${entries}</feed>`;

function firstOf(content: string | Uint8Array, options: ReadFeedOptions = {}): FeedItem {
  const [item] = feedOf(open(content, {}, options)).items;
  if (item === undefined) throw new Error("no item");
  return item;
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return isBigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
}

describe("formats", () => {
  test("RSS 2.0", () => {
    const { title, items, warnings } = fixture("rss-2.0.xml");
    expect([title, warnings]).toEqual(["바다마을 소식", []]);
    expect(items).toHaveLength(2);
    expect(items[0]).toEqual({
      guid: "news-101",
      link: "https://news.example.kr/articles/101?utm_source=rss&id=101",
      linkIsShared: false,
      title: '등대 축제 일정 "확정" & 안내',
      text: { kind: "content", format: "html", value: expect.stringMatching(/^<h2>일정<\/h2><p>등대/) },
      publishedAt: "2026-03-01T09:30:00+09:00",
      updatedAt: null,
      author: "김물결",
      categories: ["축제", "지역 행사"],
      lang: "ko-kr",
    });
    expect(items[1]).toMatchObject({
      guid: "https://news.example.kr/articles/100",
      link: "https://news.example.kr/articles/100",
      text: { kind: "summary", format: "html", value: "<p>여객선이&nbsp;아침 7시에 떠난다.</p>" },
      publishedAt: "2026-02-27T18:00:00+09:00",
      author: "박노을",
    });
  });

  test("RSS 0.91, with its document type and a relative link", () => {
    expect(fixture("rss-0.91.xml").items).toMatchObject([
      {
        guid: null,
        link: "http://old.example.kr/notice/7",
        title: "도서관 휴관 안내",
        lang: "ko",
        text: { format: "text" },
      },
    ]);
  });

  test("Atom: XHTML, bases and several links", () => {
    const { title, items } = fixture("atom.xml");
    expect(title).toBe("정책 일지");
    expect(items[0]).toMatchObject({
      guid: "tag:blog.example.kr,2026:12",
      link: "https://blog.example.kr/posts/river",
      text: { kind: "content", format: "html", value: "<h2>예산</h2><p>하천 정비에는 <em>12억 원</em>이 든다.</p>" },
      publishedAt: "2026-03-01T08:00:00+09:00",
      updatedAt: "2026-03-02T08:00:00+09:00",
      author: "정책연구모임",
      categories: ["하천", "예산"],
      lang: "ko",
    });
    expect(items[1]).toMatchObject({
      title: "요약만 있는 <글>",
      text: { kind: "summary", format: "text", value: "물가의 산책로는 밤 10시에 닫는다." },
      author: "이나루",
      publishedAt: "2026-02-20T10:00:00+00:00",
    });
  });

  test("RDF", () => {
    expect(fixture("rdf.xml").items).toMatchObject([
      {
        guid: "https://data.example.kr/r/5",
        link: "https://data.example.kr/r/5",
        text: { kind: "content", value: "<p>통계 연보는 2월 말에 공개되었다.</p>" },
        publishedAt: "2026-02-28T15:00:00+09:00",
        author: "자료팀",
        categories: ["통계"],
        lang: "ko",
      },
    ]);
  });

  test("JSON Feed 1.1", () => {
    const { items } = fixture("feed-1.1.json");
    expect(items).toMatchObject([
      { guid: "letter-3", title: "숲길 통제 구간", author: "숲지기", categories: ["통제", "숲길"], lang: "ko" },
      {
        link: "https://news.example.kr/feeds/letters/2",
        title: expect.stringMatching(/^제목이 없는 편지는 첫 문장이 제목이 된다\./),
        text: { kind: "content", format: "text" },
        publishedAt: "2026-02-20T15:00:00+09:00",
      },
    ]);
  });

  test("JSON Feed 1.0", () => {
    expect(fixture("feed-1.0.json").items).toMatchObject([
      { guid: "42", link: "https://market.example.kr/42", author: "상인회", text: { kind: "summary", format: "text" } },
    ]);
  });

  test.each([
    "rss-2.0.xml",
    "rss-0.91.xml",
    "atom.xml",
    "rdf.xml",
    "feed-1.1.json",
    "feed-1.0.json",
  ])("the articles of %s", (name) => {
    const { title, items } = fixture(name);
    for (const item of items) {
      const { article, warnings } = read(itemDocument(item, title), "x");
      expect(warnings).toEqual([]);
      expect(article).toMatchObject({
        title: item.title,
        source: title,
        url: item.link,
        publishedAt: item.publishedAt,
        categories: item.categories,
        lang: "ko",
      });
      expect(article.sections.map(({ body }) => body).join("")).toMatch(/다\.$/);
    }
  });

  test("headings and paragraphs of an item", () => {
    const [item] = fixture("rss-2.0.xml").items;
    if (item === undefined) throw new Error("no item");
    expect(outline(read(itemDocument(item, null)).article)).toEqual([
      "일정: 등대 축제는 4월 11일에 시작해 사흘 동안 열린다. / 입장은 무료이고 예약은 필요 없다.",
    ]);
  });
});

describe("character sets", () => {
  const declared = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>한글 소식지</title><item><title>가나다 소식입니다</title></item></channel></rss>`;

  test.each([
    ["EUC-KR by its declaration", eucKr(declared("EUC-KR")), null],
    ["KS_C_5601-1987 by its declaration", eucKr(declared("ks_c_5601-1987")), null],
    ["CP949 by the server", eucKr(declared("utf-8")), "cp949"],
    ["EUC-KR that nobody declares", eucKr(declared("").replace(' encoding=""', "")), null],
    ["EUC-KR that says it were UTF-8", eucKr(declared("utf-8")), "utf-8"],
    ["UTF-8 that the server calls EUC-KR", new TextEncoder().encode(declared("euc-kr")), "euc-kr"],
    ["UTF-8 that the server calls Latin-1", new TextEncoder().encode(declared("utf-8")), "iso-8859-1"],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${declared("utf-8")}`), "euc-kr"],
    ["UTF-16LE with a mark", utf16(`\ufeff${declared("utf-16")}`, false), null],
    ["UTF-16BE with a mark", utf16(`\ufeff${declared("utf-16")}`, true), "utf-8"],
    ["UTF-16LE without a mark", utf16(declared("utf-16"), false), null],
    ["UTF-16BE by the server", utf16(declared("utf-16"), true), "utf-16"],
    ["an unknown name", new TextEncoder().encode(declared("no-such-set")), "x-user"],
  ])("%s", (_, bytes, charset) => {
    const { title, items } = feedOf(open(bytes, { charset }));
    expect([title, items[0]?.title]).toEqual(["한글 소식지", "가나다 소식입니다"]);
  });

  test("syllables that only CP949 has", () => {
    // 똠 (8C 63) and 펲 (BC 84) are not in KS X 1001.
    const [before = "", after = ""] = declared("CP949").split("가나다");
    const bytes = Buffer.concat([eucKr(before), Buffer.from([0x8c, 0x63, 0xbc, 0x84]), eucKr(after)]);
    expect(feedOf(open(bytes)).items[0]?.title).toBe("똠펲 소식입니다");
  });
});

describe("what is nearly a feed", () => {
  test.each([
    ["white space before the declaration", `\n\n  ${rss("<item><title>하나</title></item>")}`],
    ["control characters", rss("<item><title>하\u0000\u0008\u001b나</title></item>")],
    [
      "undeclared entities",
      rss("<item><title>하나</title><description>&nbsp;&middot; 둘 &hellip;</description></item>"),
    ],
    ["a bare ampersand", rss("<item><title>하나</title><description>A & B</description></item>")],
    ["junk behind the end", `${rss("<item><title>하나</title></item>")}<!-- 0.1s -->\n<script>x()</script>`],
    [
      "entities of its document type",
      `<!DOCTYPE rss [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>${rss("<item><title>하나</title></item>").slice(21)}`,
    ],
    ["upper case", rss("<ITEM><TITLE>하나</TITLE></ITEM>")],
    ["no version", "<rss><channel><title>소식</title><item><title>하나</title></item></channel></rss>"],
    ["a prefix", '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>하나</a:title></a:entry></a:feed>'],
    [
      "a stylesheet",
      rss("<item><title>하나</title></item>").replace("?>", '?><?xml-stylesheet href="a.xsl"?><!-- note -->'),
    ],
  ])("%s", (_, content) => {
    expect(feedOf(open(content)).items.map(({ title }) => title)).toEqual(["하나"]);
  });

  test("a warning of the server before the feed", () => {
    const { items, warnings } = feedOf(open(`<b>Warning</b>: mysql<br>\n${rss("<item><title>하나</title></item>")}`));
    expect(items).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining("begins with something that is no feed")]);
  });

  test("a feed that breaks off", () => {
    const whole = rss("<item><title>하나</title></item><item><title>둘</title></item>");
    const { items, warnings } = feedOf(open(whole.slice(0, whole.indexOf("둘"))));
    expect(items.map(({ title }) => title)).toEqual(["하나"]);
    expect(warnings).toEqual([expect.stringContaining("broken in the middle")]);
  });

  test("entries without a title and a text are passed over", () => {
    const { items, warnings } = feedOf(
      open(rss("<item><link>http://a.kr/1</link></item><item><title>하나</title></item>")),
    );
    expect(items).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining("an entry was without a title and a text passed over")]);
  });

  test("only the first of very many entries are read", () => {
    const { items, warnings } = feedOf(open(rss("<item><title>하나</title></item>".repeat(30)), {}, { maxItems: 10 }));
    expect(items).toHaveLength(10);
    expect(warnings).toEqual([expect.stringContaining("more than 10 entries")]);
  });

  test("a feed without entries", () => {
    expect(feedOf(open(rss("")))).toMatchObject({ title: "소식", items: [], warnings: [] });
    expect(feedOf(open(atom(""))).items).toEqual([]);
    expect(feedOf(open('{"version":"https://jsonfeed.org/version/1","title":"x","items":[]}')).items).toEqual([]);
  });

  test.each([
    ["<AI 기본법> 해설", "<AI 기본법> 해설"],
    ["&lt;AI 기본법&gt; 해설", "<AI 기본법> 해설"],
    ["<![CDATA[<b>굵은</b> 제목]]>", "굵은 제목"],
    ["&amp;#8220;따옴표&amp;#8221;", "“따옴표”"],
    ["3 &lt; 5", "3 < 5"],
    ["첫째\n  둘째", "첫째 둘째"],
    ["뒤집힌\u202e 제목", "뒤집힌 제목"],
  ])("the title %s", (written, title) => {
    expect(
      firstOf(rss(`<item><title>${written.startsWith("<AI") ? `<![CDATA[${written}]]>` : written}</title></item>`))
        .title,
    ).toBe(title);
  });

  test.each([
    ["javascript:alert(1)", null],
    ["ftp://a.kr/1", null],
    ["http://ann:secret@a.kr/1", null],
    ["//b.kr/1", "https://b.kr/1"],
    ["/1", "https://news.example.kr/1"],
    ["http://[", null],
  ])("the link %s", (written, link) => {
    expect(firstOf(rss(`<item><title>하나</title><link>${written}</link></item>`)).link).toBe(link);
  });

  test("a guid is an address only where it may be", () => {
    const guid = (attributes: string) =>
      firstOf(rss(`<item><title>하나</title><guid${attributes}>http://a.kr/1</guid></item>`)).link;
    expect([guid(""), guid(' isPermaLink="true"'), guid(' isPermaLink="false"')]).toEqual([
      "http://a.kr/1",
      "http://a.kr/1",
      null,
    ]);
  });

  test("a picture in Atom is no text", () => {
    const item = firstOf(
      atom('<entry><title>하나</title><content type="image/png">aGVsbG8=</content><summary>요약</summary></entry>'),
    );
    expect(item.text).toEqual({ kind: "summary", format: "text", value: "요약" });
  });

  test("persons with endless brackets", () => {
    const person = `<author>${"(".repeat(400_000)}</author>`;
    expect(firstOf(rss(`<item><title>하나</title>${person}</item>`)).author).toBeNull();
    expect(
      firstOf(rss(`<item><title>하나</title><author><![CDATA[${"[a".repeat(200_000)}]]></author></item>`)).title,
    ).toBe("하나");
  });
});

describe("what is no feed", () => {
  test("a page that names its feed", () => {
    const page = readFileSync(new URL("news-page.html", fixtures));
    expect(problemOf(open(page, { contentType: "text/html" }))).toEqual({
      problem:
        "https://news.example.kr/feeds/all is a web page, not a feed; it names its feed: https://news.example.kr/rss/all.xml.",
      feedUrl: "https://news.example.kr/rss/all.xml",
    });
  });

  test.each([
    ['<link rel="alternate" type="application/atom+xml" href="a.xml">', "https://news.example.kr/feeds/a.xml"],
    ["<LINK TYPE=application/rss+xml REL='ALTERNATE' HREF=/a.xml>", "https://news.example.kr/a.xml"],
    [
      '<base href="https://b.kr/x/"><link rel="alternate" type="application/feed+json" href="a?b=1&amp;c=2">',
      "https://b.kr/x/a?b=1&c=2",
    ],
    ['<link rel="alternate" type="application/json" href="/wp-json/1">', null],
    ['<link rel="stylesheet" type="application/rss+xml" href="/a.xml">', null],
    ['<link rel="alternate" type="application/rss+xml" href="javascript:x">', null],
  ])("%s", (tags, feedUrl) => {
    expect(problemOf(open(`<!doctype html><html><head>${tags}</head></html>`)).feedUrl).toBe(feedUrl);
  });

  test.each([
    ["", "is empty"],
    ["   ", "nothing but white space"],
    ["안녕하세요", "is text, but not a feed"],
    ["<!doctype html><html><body>로그인</body></html>", "is a web page, not a feed, and names none"],
    ['<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"></html>', "is a web page"],
    ["<div>조각</div>", "is XML (<div>), but not a feed"],
    ['<opml version="2.0"></opml>', "is a list of feeds (OPML)"],
    ['<?xml version="1.0"?><urlset></urlset>', "is a sitemap"],
    ['{"items": 1}', "is JSON, but not a JSON Feed"],
    ["{broken", "is JSON, but not a JSON Feed"],
    ["[1]", "is JSON, but not a JSON Feed"],
    ['<rss version="2.0"><channel><item><title>끝이 없다', "too broken to read"],
    ["%PDF-1.7 binary", "looks like a PDF file"],
    ["<?xml", "is text, but not a feed"],
  ])("%s", (content, words) => {
    const { problem, feedUrl } = problemOf(open(content));
    expect(problem).toContain(words);
    expect(problem).not.toContain("secret");
    expect(feedUrl).toBeNull();
  });

  test("any bytes at all are read or told of", () => {
    const seeds = ["rss-2.0.xml", "atom.xml", "rdf.xml", "feed-1.1.json"].map((name) =>
      readFileSync(new URL(name, fixtures)),
    );
    for (const seed of seeds) {
      for (let i = 0; i < 60; i += 1) {
        const bytes = Uint8Array.from(seed);
        for (let j = 0; j < 20; j += 1) bytes[(i * 7919 + j * 104_729) % bytes.length] = (i * 31 + j * 17) % 256;
        const result = open(bytes.subarray(0, bytes.length - ((i * 97) % bytes.length)));
        if (result.feed === null) expect(result.problem).toMatch(/\.$/);
        else for (const item of result.feed.items) expect(itemKeys(item).length).toBeGreaterThan(0);
      }
    }
    for (const broken of [FOUND.url, "no address", ""]) expect(open("<rss>", { url: broken }).feed).toBeNull();
  });
});
