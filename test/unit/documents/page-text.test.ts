import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type PageText, pageText } from "../../../src/documents/page-text.ts";
import { eucKr } from "./euc-kr.ts";

const URL_OF_PAGE = "https://sea.example.kr/news/view/2026030100012?from=main";
const NOTHING: PageText = { title: null, html: null, publishedAt: null, canonicalUrl: null };
const newspaper = readFileSync(new URL("../../fixtures/feeds/news-page.html", import.meta.url));

function open(content: string | Uint8Array, charset: string | null = null, url = URL_OF_PAGE): PageText {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return pageText(bytes, { contentType: "text/html", charset, url });
}

const wordsOf = ({ html }: PageText) =>
  (html ?? "")
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const PARAGRAPHS = [
  "시청은 도서관을 새로 짓기로 했다. 새 도서관은 강가의 옛 창고 터에 들어서며, 열람실과 어린이방을 갖춘다.",
  "공사는 내년 봄에 시작해 두 해 동안 이어진다. 담당 부서는 공사 기간에도 임시 열람실을 연다고 밝혔다.",
  "예산은 모두 90억 원으로 정해졌다. 주민들은 주차장을 넓혀 달라고 요청했고, 시청은 이를 검토하기로 했다.",
];
const article = PARAGRAPHS.map((words) => `<p>${words}</p>`).join("\n");
const page = (head: string, before = "") =>
  `<!doctype html><html lang="ko"><head><title>새 도서관 건립 계획</title>${head}</head><body>${before}<div id="content"><h1>새 도서관 건립 계획</h1>${article}</div></body></html>`;

describe("a newspaper's page", () => {
  const read = open(newspaper);

  test("the title, the date above the text and the page's own address", () => {
    expect(read).toMatchObject({
      title: "항만 확장 공사, 여름에 시작한다",
      publishedAt: "2026-03-01T09:05:00+09:00",
      canonicalUrl: "https://www.sea.example.kr/news/view/2026030100012",
    });
  });

  test("the text, without what stands around it", () => {
    const words = wordsOf(read);
    expect(words).toContain("바다시는 항만 확장 공사를 오는 7월에 시작한다고 밝혔다.");
    expect(words).toContain("완공은 내후년 12월로 예정되어 있다.");
    for (const other of [
      "정치",
      "많이 본 뉴스",
      "어시장 새 단장",
      "청소년보호책임자",
      "스크립트가 쓴",
      "공유",
      "입력 2026",
    ]) {
      expect(words).not.toContain(other);
    }
  });

  test("the title does not stand in the text again", () => {
    expect(read.html).not.toMatch(/<h[1-6][^>]*>항만 확장/);
  });
});

describe("character sets", () => {
  test.each([
    ['<meta charset="euc-kr">', null],
    ['<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">', null],
    ['<meta charset="utf-8">', "euc-kr"],
    ["", null],
  ])("EUC-KR with %s and %s by the server", (head, charset) => {
    const read = open(eucKr(page(head)), charset);
    expect(read.title).toBe("새 도서관 건립 계획");
    expect(wordsOf(read)).toBe(PARAGRAPHS.join(" "));
  });
});

describe("dates", () => {
  test.each([
    ['<meta property="article:published_time" content="2026-03-01T09:00:00+09:00">', ""],
    ['<meta property="article:published_time" content="2026-03-01 09:00:00">', ""],
    [
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"새 도서관 건립 계획","datePublished":"2026-03-01T09:00:00+09:00"}</script>',
      "",
    ],
    ['<meta name="pubdate" content="20260301090000">', ""],
    ['<meta itemprop="datePublished" content="2026년 3월 1일 09:00">', ""],
    ["", '<time datetime="2026-03-01T09:00+09:00">어제</time>'],
    ["", "<p class=info>기사입력 2026-03-01 09:00 | 최종수정 2026-03-02 10:00</p>"],
    ["", "<p class=info>승인 2026.03.01 09:00</p>"],
    ["", "<ul><li><b>등록일</b> : 2026.03.01. 오전 9:00</li></ul>"],
    ["", "<span>최초&nbsp;입력</span> <span>2026/03/01 09:00</span>"],
  ])("%s %s", (head, before) => {
    expect(open(page(head, before)).publishedAt).toBe("2026-03-01T09:00:00+09:00");
  });

  test("a day that only the text names is not the page's", () => {
    expect(open(page("", "<p>지난 2025.01.01 행사가 열렸다.</p>")).publishedAt).toBeNull();
  });
});

describe("the page's own address", () => {
  test.each([
    ['<link rel="canonical" href="/a">', "https://sea.example.kr/a"],
    ['<link rel="canonical" href="https://m.sea.example.kr/a">', "https://m.sea.example.kr/a"],
    ['<meta property="og:url" content="https://sea.example.kr/b">', "https://sea.example.kr/b"],
    [
      '<link rel="canonical" href="https://other.kr/a"><meta property="og:url" content="/b">',
      "https://sea.example.kr/b",
    ],
    ['<link rel="canonical" href="https://other.kr/a">', null],
    ['<link rel="canonical" href="https://sea.example.kr.evil.kr/a">', null],
    ['<link rel="canonical" href="https://sea.example.kr/">', null],
    ['<link rel="canonical" href="javascript:alert(1)">', null],
    ['<link rel="canonical" href="https://a:b@sea.example.kr/a">', null],
    ["", null],
  ])("%s", (head, canonicalUrl) => {
    expect(open(page(head)).canonicalUrl).toBe(canonicalUrl);
  });
});

describe("pages without an article", () => {
  test.each([
    ["nothing", ""],
    ["white space", "   "],
    ["a login", "<html><body><form><input><button>로그인</button></form></body></html>"],
    ["a script alone", "<html><body><div id=root></div><script>render()</script></body></html>"],
    ["a PDF", "%PDF-1.7"],
  ])("%s", (_, content) => {
    expect(open(content).html).toBeNull();
  });

  test("a fragment is read like a page", () => {
    expect(wordsOf(open(article))).toBe(PARAGRAPHS.join(" "));
  });

  test("an unknown address", () => {
    expect(open(page(""), null, "nothing")).toMatchObject({ title: "새 도서관 건립 계획", canonicalUrl: null });
  });
});

describe("nothing runs", () => {
  test("scripts and handlers leave no trace", () => {
    const hostile = page(
      "<script>globalThis.ran = 1</script>",
      '<img src=x onerror="globalThis.ran = 1"><svg onload="globalThis.ran = 1"></svg><iframe srcdoc="<script>1</script>"></iframe>',
    );
    expect(open(hostile).title).toBe("새 도서관 건립 계획");
    expect(globalThis).not.toHaveProperty("ran");
    expect(open(hostile).html).not.toMatch(/<(?:script|iframe|svg)/i);
  });
});

describe("pages made to take long", () => {
  const times = (text: string, count: number) => text.repeat(count);
  test.each([
    ["over 3 MB", times("가", 1_000_001)],
    ["open divisions", times("<div>", 500_000)],
    ["depth without end", `${times("<div>", 290)}글${times("</div>", 290)}`.repeat(50)],
    ["many elements", times("<p>글</p>", 200_000)],
    ["many attributes", `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join(" ")}>글`],
    ["attributes without values", `<p ${times("a ", 1_000_000)}>`],
    ["brackets", times("<", 2_900_000)],
    ["ampersands", times("&", 2_900_000)],
    ["entities", times("&nbsp;", 400_000)],
    ["formatting", `${times("<b>", 100)}${times("<p>글", 10_000)}`],
  ])("%s are given up", (_, content) => {
    expect(open(content)).toEqual(NOTHING);
  });

  test.each([
    ["open scripts", times("<script>", 300_000)],
    ["scripts that end nowhere", times("<script ", 300_000)],
    ["open comments", times("<!--", 700_000)],
    ["data nested deep", `<script type="application/ld+json">${times("[", 2_000_000)}</script>`],
  ])("%s hold no article", (_, content) => {
    expect(open(content).html).toBeNull();
  });

  test("labels of dates without a date", () => {
    expect(open(times("입력 2026. ", 200_000)).publishedAt).toBeNull();
  });

  test("one paragraph of a megabyte", () => {
    expect(wordsOf(open(`<p>${times("긴 글, ", 90_000)}</p>`)).length).toBeGreaterThan(300_000);
  });

  test("any bytes at all", () => {
    for (let i = 0; i < 30; i += 1) {
      const bytes = Uint8Array.from(newspaper);
      for (let j = 0; j < 30; j += 1) bytes[(i * 7919 + j * 104_729) % bytes.length] = (i * 31 + j * 17) % 256;
      expect(Object.keys(open(bytes))).toHaveLength(4);
    }
  });
});
