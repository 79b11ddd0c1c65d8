import { describe, expect, test } from "vitest";
import { readFeedDate } from "../../../src/documents/feed-date.ts";
import type { Feed, FeedItem } from "../../../src/documents/feed-item.ts";
import { itemDocument } from "../../../src/documents/feed-item-document.ts";
import { canonicalLink, itemKeys } from "../../../src/documents/feed-item-keys.ts";
import { parseDocument } from "../../../src/documents/parse-document.ts";
import { type ReadFeedOptions, readFeed } from "../../../src/documents/read-feed.ts";

function open(content: string, options: ReadFeedOptions = {}): Feed & { readonly warnings: readonly string[] } {
  const found = { contentType: "", charset: null, url: "https://news.example.kr/feed" };
  const result = readFeed(new TextEncoder().encode(content), found, options);
  if (result.feed === null) throw new Error(result.problem);
  return { ...result.feed, warnings: result.warnings };
}

const rss = (items: string) => `<rss version="2.0"><channel><title>소식</title>${items}</channel></rss>`;
const atom = (entries: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>소식</title>${entries}</feed>`;

describe("dates", () => {
  test.each([
    ["2026-03-01T09:00:00Z", "2026-03-01T09:00:00+00:00"],
    ["2026-03-01T09:00:00.123+09:00", "2026-03-01T09:00:00+09:00"],
    ["2026-03-01T09:00+0900", "2026-03-01T09:00:00+09:00"],
    ["2026-03-01 09:00:00", "2026-03-01T09:00:00+09:00"],
    ["2026-03-01", "2026-03-01T00:00:00+09:00"],
    ["2026.03.01 09:05", "2026-03-01T09:05:00+09:00"],
    ["2026. 3. 1. 오후 3:05", "2026-03-01T15:05:00+09:00"],
    ["2026/03/01 12:30 AM", "2026-03-01T00:30:00+09:00"],
    ["2026년 3월 1일", "2026-03-01T00:00:00+09:00"],
    ["2026년 3월 1일 (일) 오후 3시 5분", "2026-03-01T15:05:00+09:00"],
    ["2026년 03월 01일 15:05:07", "2026-03-01T15:05:07+09:00"],
    ["２０２６년 3월 1일", "2026-03-01T00:00:00+09:00"],
    ["20260301", "2026-03-01T00:00:00+09:00"],
    ["20260301090501", "2026-03-01T09:05:01+09:00"],
    ["20260301T090501Z", "2026-03-01T09:05:01+00:00"],
    ["Sun, 01 Mar 2026 09:00:00 +0900", "2026-03-01T09:00:00+09:00"],
    ["Sun, 1 Mar 2026 09:00:00 GMT", "2026-03-01T09:00:00+00:00"],
    ["Sun, 01 Mar 2026 09:00:00 KST", "2026-03-01T09:00:00+09:00"],
    ["Sun, 01 Mar 2026 09:00 EST", "2026-03-01T09:00:00-05:00"],
    ["Sun, 01 Mar 2026 09:00:00 GMT+9", "2026-03-01T09:00:00+09:00"],
    ["Sun, 01 Mar 2026 09:00:00 UTC+09:00", "2026-03-01T09:00:00+09:00"],
    ["Sun, 01 Mar 2026 09:00:00 (KST)", "2026-03-01T09:00:00+09:00"],
    ["Sun, 01 Mar 2026 09:00:00", "2026-03-01T09:00:00+09:00"],
    ["Sunday, 01-Mar-26 09:00:00 GMT", "2026-03-01T09:00:00+00:00"],
    ["일, 01 3월 2026 09:00:00 +0900", "2026-03-01T09:00:00+09:00"],
    ["일요일, 1 Mar 2026 09:00:00 +0900", "2026-03-01T09:00:00+09:00"],
    ["Mar 1, 2026 9:00 PM", "2026-03-01T21:00:00+09:00"],
    ["March 1, 2026", "2026-03-01T00:00:00+09:00"],
    ["Sun Mar 01 09:00:00 KST 2026", "2026-03-01T09:00:00+09:00"],
    ["Sun Mar  1 09:00:00 2026", "2026-03-01T09:00:00+09:00"],
    ["1772323200", "2026-03-01T00:00:00+00:00"],
    ["1772323200000", "2026-03-01T00:00:00+00:00"],
    ["2026-06-30T23:59:60Z", "2026-06-30T23:59:59+00:00"],
    ["1999-12-31", "1999-12-31T00:00:00+09:00"],
    ["2026-02-30", null],
    ["2026-13-01", null],
    ["2026-03-01 25:00", null],
    ["0000-00-00 00:00:00", null],
    ["1970-01-01T00:00:00Z", null],
    ["0", null],
    ["어제", null],
    ["", null],
    ["9".repeat(100_000), null],
  ])("%s", (written, expected) => {
    expect(readFeedDate(written)).toBe(expected);
  });

  test.each([
    ["2026-03-01 09:00", "America/New_York", "2026-03-01T09:00:00-05:00"],
    ["2026-07-01 09:00", "America/New_York", "2026-07-01T09:00:00-04:00"],
    ["2026-03-01 09:00", "UTC", "2026-03-01T09:00:00+00:00"],
    ["2026-03-01 09:00", "Asia/Kolkata", "2026-03-01T09:00:00+05:30"],
    ["2026-03-01 09:00", "No/Such", "2026-03-01T09:00:00+09:00"],
  ])("%s in %s", (written, timeZone, expected) => {
    expect(readFeedDate(written, timeZone)).toBe(expected);
    expect(
      open(rss(`<item><title>하나</title><pubDate>${written}</pubDate></item>`), { timeZone }).items[0]?.publishedAt,
    ).toBe(expected);
  });
});

describe("what an item is known by", () => {
  const item = (changes: Partial<FeedItem> = {}): FeedItem => ({
    guid: null,
    link: null,
    linkIsShared: false,
    title: "항만 확장 공사 시작",
    text: { kind: "content", format: "html", value: "<p>공사는 7월에 시작한다.</p>" },
    publishedAt: null,
    updatedAt: null,
    author: null,
    categories: [],
    lang: null,
    ...changes,
  });
  const kinds = (keys: readonly string[]) => keys.map((key) => key.slice(0, key.indexOf(":")));

  test("the surest first", () => {
    expect(
      itemKeys(
        item({
          guid: "a:1",
          link: "http://a.kr/1/",
          text: { kind: "content", format: "text", value: "공사는 7월에 시작해 이듬해 3월에 끝난다. ".repeat(3) },
        }),
      ),
    ).toEqual(["guid:a:1", "link:https://a.kr/1", expect.stringMatching(/^text:[\w-]{16}$/)]);
    expect(kinds(itemKeys(item()))).toEqual(["text"]);
    expect(kinds(itemKeys(item({ link: "http://a.kr/1", linkIsShared: true })))).toEqual(["text"]);
    expect(itemKeys(item({ guid: "x".repeat(5000) }))[0]?.length).toBeLessThan(30);
  });

  test("few words name an item only where nothing else does", () => {
    const short = item({ title: "부고", text: null });
    expect(kinds(itemKeys(short))).toEqual(["text"]);
    expect(kinds(itemKeys({ ...short, guid: "1" }))).toEqual(["guid"]);
  });

  test("the text is the same beside its markup, and another where its words differ", () => {
    const key = (value: string) => itemKeys(item({ text: { kind: "content", format: "html", value } }))[0];
    expect(key("<div>공사는&nbsp;7월에 <b>시작</b>한다.</div><img src='x?1'>")).toBe(itemKeys(item())[0]);
    expect(key("<p>공사는 8월에 시작한다.</p>")).not.toBe(itemKeys(item())[0]);
  });

  test.each([
    ["http://A.kr/x/?utm_source=rss&b=2&a=1&fbclid=z&gclid=y#top", "https://a.kr/x?a=1&b=2"],
    ["https://a.kr:443/x", "https://a.kr/x"],
    ["http://a.kr:80/x//", "https://a.kr/x"],
    ["http://a.kr:8080/", "https://a.kr:8080"],
    ["https://www.a.kr/", "https://www.a.kr"],
    ["https://a.kr/?UTM_Medium=x", "https://a.kr"],
    ["https://a.kr/한글?q=가 나", "https://a.kr/%ED%95%9C%EA%B8%80?q=%EA%B0%80%20%EB%82%98"],
    ["https://a.kr/?a=1&a=0", "https://a.kr?a=0&a=1"],
    ["mailto:a@b.kr", null],
    ["nothing", null],
  ])("%s", (address, canonical) => {
    expect(canonicalLink(address)).toBe(canonical);
  });

  test("ids that several entries share don't count, and neither do links", () => {
    const twice = open(
      rss(
        ["하나", "둘"]
          .map((title, i) => `<item><title>${title}</title><guid>x</guid><link>http://a.kr/1#${i}</link></item>`)
          .join(""),
      ),
    );
    // The same id and the same page: the second is the first once more.
    expect(twice.items).toHaveLength(1);
    expect(twice.warnings).toEqual([expect.stringContaining("an entry was listed twice")]);

    const entry = (guid: string, page: string) =>
      `<item><title>소식</title>${guid}<link>http://a.kr/${page}</link></item>`;
    const shared = open(rss(entry("<guid>x</guid>", "1") + entry("<guid>x</guid>", "2") + entry("", "2#b")));
    expect(shared.items.map(({ guid, linkIsShared }) => [guid, linkIsShared])).toEqual([
      [null, false],
      [null, true],
      [null, true],
    ]);
    expect(shared.warnings).toEqual([expect.stringContaining("2 entries share ids")]);
  });

  test("of an entry that is listed twice the later one stays", () => {
    const entry = (day: number, words: string) =>
      `<entry><id>1</id><title>${words}</title><link href="http://a.kr/1"/><updated>2026-03-0${day}T00:00:00Z</updated></entry>`;
    expect(open(atom(entry(1, "옛") + entry(2, "새"))).items.map(({ title }) => title)).toEqual(["새"]);
    expect(open(atom(entry(2, "새") + entry(1, "옛"))).items.map(({ title }) => title)).toEqual(["새"]);
  });
});

describe("the document of a hostile item", () => {
  const base: FeedItem = {
    guid: null,
    link: "https://a.kr/1",
    linkIsShared: false,
    title: "제목",
    text: { kind: "content", format: "html", value: "<p>본문이다.</p>" },
    publishedAt: "2026-03-01T09:00:00+09:00",
    updatedAt: null,
    author: null,
    categories: [],
    lang: null,
  };
  const article = (changes: Partial<FeedItem>, feedTitle: string | null = "소식") => {
    const parsed = parseDocument(itemDocument({ ...base, ...changes }, feedTitle), {
      articleId: "a",
      source: "s",
      path: "p",
    });
    if (parsed.article === null) throw new Error(parsed.warnings.join(" "));
    expect(parsed.warnings).toEqual([]);
    return parsed.article;
  };

  test.each([
    ["첫 줄\n---\n둘째 줄", "첫 줄 --- 둘째 줄"],
    ["---", "---"],
    ["a: b # c", "a: b # c"],
    ["'하나' \"둘\" \\n \\", "'하나' \"둘\" \\n \\"],
    ["{a: [1, 2]}", "{a: [1, 2]}"],
    ["*별 &닻 !꼬리 |관 >접기 %지시 @골뱅이 `따옴", "*별 &닻 !꼬리 |관 >접기 %지시 @골뱅이 `따옴"],
    ["줄\u2028바꿈\u0085문자\u2029들", "줄 바꿈 문자 들"],
    ['제목" \nurl: "http://evil.kr', '제목" url: "http://evil.kr'],
    ["</title><script>x</script>", "</title><script>x</script>"],
    ["null", "null"],
    ["true", "true"],
    ["2026-03-01", "2026-03-01"],
    ["\ud800 반쪽", "\ufffd 반쪽"],
    ["😀 제목", "😀 제목"],
    ["\u202e뒤집기", "뒤집기"],
    ["x".repeat(5000), `${"x".repeat(499)}…`],
    ["", "(no title)"],
  ])("the title %j", (title, expected) => {
    const { title: read, url, publishedAt, sections } = article({ title });
    expect([read, url, publishedAt]).toEqual([expected, "https://a.kr/1", "2026-03-01T09:00:00+09:00"]);
    expect(sections.map(({ body }) => body)).toEqual(["본문이다."]);
  });

  test("the feed's title and the categories", () => {
    const { source, categories } = article(
      { categories: ["a, b", "[c]", "- d", "e\n---\nf", '"g"'] },
      "소식: 하나\n---",
    );
    expect(source).toBe("소식: 하나 ---");
    expect(categories).toEqual(["a, b", "[c]", "- d", "e --- f", '"g"']);
  });

  test.each([
    ["html", "---\n<p>하나</p>\n---\n<p>둘</p>", "---\n하나\n---\n둘"],
    ["html", "하나<br>둘", "하나\n둘"],
    ["html", "<p>하나</body></html><p>둘", "하나\n둘"],
    ["html", "<script>evil()</script><style>p{}</style><p>하나", "하나"],
    ["html", "<p>하나<!-- 열린 주석", "하나"],
    ["html", "# 제목이 아니다", "# 제목이 아니다"],
    ["text", "# 제목이 아니다\n\n<b>그대로</b> &amp;", "# 제목이 아니다\n<b>그대로</b> &amp;"],
    ["text", "---\ntitle: 가짜\n---", "---\ntitle: 가짜\n---"],
  ] as const)("the %s %j", (format, value, expected) => {
    const { title, sections } = article({ text: { kind: "content", format, value } });
    expect(title).toBe("제목");
    const words = sections.map(({ body }) => body).join("\n");
    expect(words.replace(/\s+/g, " ")).toBe(expected.replace(/\s+/g, " "));
  });

  test("an address of many items is none of this one", () => {
    expect(article({ link: "https://a.kr/" }).url).toBe("https://a.kr/");
    expect(article({ link: "https://a.kr/", linkIsShared: true }).url).toBeNull();
  });

  test("nothing but a title is an article without text", () => {
    const bytes = itemDocument({ ...base, text: null, link: null, publishedAt: null }, null);
    const { article: bare, warnings } = parseDocument(bytes, { articleId: "a", source: "s", path: "p" });
    expect(bare).toMatchObject({ title: "제목", source: "s", url: null, publishedAt: null });
    expect(warnings).toEqual([expect.stringContaining("no text")]);
  });

  test("tags nested a thousand deep", () => {
    const value = `${"<div>".repeat(2000)}깊은 곳의 글이다.`;
    const { article: deep } = parseDocument(
      itemDocument({ ...base, text: { kind: "content", format: "html", value } }, null),
      {
        articleId: "a",
        source: "s",
        path: "p",
      },
    );
    expect(deep?.sections.map(({ body }) => body).join(" ")).toContain("깊은 곳의 글이다.");
  });
});
