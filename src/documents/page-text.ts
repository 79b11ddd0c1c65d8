import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { squash } from "../text/normalize.ts";
import { readFeedDate } from "./feed-date.ts";
import { decodeWebText } from "./feed-decode.ts";
import { absoluteLink, htmlWords, oneLine, plainTitle } from "./feed-text.ts";
import { isTooDeep } from "./html.ts";
import type { WebDocument } from "./read-feed.ts";

/** What a page says beside its navigation and advertising; each null where it could not be found. */
export interface PageText {
  readonly title: string | null;
  /** The article alone, as HTML that no script has run in. */
  readonly html: string | null;
  /** ISO 8601 with an offset. */
  readonly publishedAt: string | null;
  /** The address the page gives itself, where it is of the same site. */
  readonly canonicalUrl: string | null;
}

export interface PageTextOptions {
  /** Of dates that name no zone. Default "Asia/Seoul". */
  readonly timeZone?: string;
}

const NOTHING: PageText = { title: null, html: null, publishedAt: null, canonicalUrl: null };
const MOST_BYTES = 3_000_000;
/** Readability looks at every element again and again: what has more is a list, not an article, or is meant to take long. */
const MOST_TAGS = 15_000;
/** Added up over all tags. Articles lie some 15 to 25 deep. */
const MOST_DEPTH = 400_000;
const MOST_ATTRIBUTES = 60_000;
const MOST_ATTRIBUTES_OF_A_TAG = 400;
/** Each of them makes a text of its own. */
const MOST_LOOSE_MARKS = 50_000;
/** Korean says much in few letters. */
const ENOUGH_CHARS = 200;
const SHORTEST_ARTICLE = 40;

/** Finds the article of a web page. Runs no scripts, gives up on pages that would take long, never throws. */
export function pageText(bytes: Uint8Array, found: WebDocument, options: PageTextOptions = {}): PageText {
  if (bytes.length > MOST_BYTES) return NOTHING;
  try {
    const { text } = decodeWebText(bytes, found.charset, "The page");
    if (text === null) return NOTHING;
    const page = withoutPrograms(text);
    return isTooMuch(page) ? NOTHING : read(page, found.url, options.timeZone ?? "Asia/Seoul");
  } catch {
    // What the libraries do not stand is no article.
    return NOTHING;
  }
}

/** The part of the DOM that is used here; the project has no DOM types. */
interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

interface PageDocument {
  querySelectorAll(selector: string): Iterable<PageElement>;
}

function read(page: string, url: string, timeZone: string): PageText {
  const isWhole = /<html[\s>]/i.test(page.slice(0, 20_000)) && /<body[\s>]/i.test(page);
  const { document } = parseHTML(isWhole ? page : `<!doctype html><html><head></head><body>${page}</body></html>`);
  const dom = document as unknown as PageDocument;
  // Before Readability, which takes the document apart.
  const canonicalUrl = ownAddress(dom, url);
  const told = toldDate(dom, timeZone);
  const lines = wordsBeforeArticle(page);
  const article = new Readability(document, { charThreshold: ENOUGH_CHARS, maxElemsToParse: MOST_TAGS }).parse();
  const title = plainTitle(article?.title) ?? plainTitle(text(dom, "h1"));
  const html = article?.content ? withoutHead(article.content, title) : null;
  const isArticle = html !== null && htmlWords(html).replace(/\s+/g, "").length >= SHORTEST_ARTICLE;
  const structured = article?.publishedTime ?? null;
  return {
    title,
    html: isArticle ? html : null,
    publishedAt:
      (structured === null ? null : readFeedDate(structured, timeZone)) ?? told ?? writtenDate(lines, timeZone),
    canonicalUrl,
  };
}

/** Without scripts, styles and what only browsers draw; structured data stays. Linear, whatever is left open. */
function withoutPrograms(page: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = /<(script|style|template|svg|iframe|noscript|textarea|xmp|plaintext)(?=[\s>/])[^>]{0,5000}>?/gi;
    start.lastIndex = at;
    const found = start.exec(page);
    if (found === null) break;
    const [tag, name = ""] = found;
    const isData = /^script$/i.test(name) && /\btype\s*=\s*["']?application\/ld\+json/i.test(tag);
    const end = new RegExp(`</${name}(?=[\\s>/])[^>]{0,1000}>?`, "gi");
    end.lastIndex = found.index + tag.length;
    const close = end.exec(page);
    parts.push(page.slice(at, found.index));
    if (close === null) return parts.join("");
    at = close.index + close[0].length;
    if (isData) parts.push(page.slice(found.index, at));
  }
  parts.push(page.slice(at));
  return parts.join("");
}

/** What has no end, or may leave it out. */
const UNNESTED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot)$/i;

/** Counted from the tags alone, so that no page is too long to be found too long. */
function isTooMuch(page: string): boolean {
  let tags = 0;
  let depth = 0;
  let depths = 0;
  let attributes = 0;
  for (const [, slash, name = "", rest = ""] of page.matchAll(/<(\/?)([a-z][^\s<>/]{0,60})([^<>]*)/gi)) {
    const step = UNNESTED.test(name) ? 0 : 1;
    if (slash === "/") {
      depth = Math.max(0, depth - step);
      continue;
    }
    tags += 1;
    depths += depth;
    depth += step;
    const own = rest.match(/=|\s[a-z][\w:-]*(?=\s|$)/gi)?.length ?? 0;
    attributes += own;
    if (tags > MOST_TAGS || depths > MOST_DEPTH || attributes > MOST_ATTRIBUTES) return true;
    // Addresses have "=" too, and classes spaces.
    if (own > MOST_ATTRIBUTES_OF_A_TAG) return true;
  }
  const loose = page.match(/&|<(?![a-z/!])/gi)?.length ?? 0;
  return loose > MOST_LOOSE_MARKS || isTooDeep(page);
}

function first(dom: PageDocument, selector: string, attribute: string): string | null {
  for (const element of dom.querySelectorAll(selector)) {
    const value = element.getAttribute(attribute)?.trim() ?? "";
    if (value !== "") return value;
  }
  return null;
}

function text(dom: PageDocument, selector: string): string | null {
  for (const element of dom.querySelectorAll(selector)) {
    const words = oneLine(element.textContent);
    if (words !== null) return words;
  }
  return null;
}

/** Another site's address would be a false witness, and a front page's stands for no article. */
function ownAddress(dom: PageDocument, url: string): string | null {
  const here = URL.parse(url);
  if (here === null) return null;
  for (const written of [
    first(dom, 'link[rel~="canonical"]', "href"),
    first(dom, 'meta[property="og:url"]', "content"),
  ]) {
    const address = absoluteLink(written, here.href);
    const parsed = address === null ? null : URL.parse(address);
    if (parsed === null || siteOf(parsed) !== siteOf(here)) continue;
    const isFrontPage = parsed.pathname === "/" && parsed.search === "";
    if (!isFrontPage || (here.pathname === "/" && here.search === "")) return parsed.href;
  }
  return null;
}

function siteOf({ host }: URL): string {
  return host.replace(/^(?:www|m|mobile|amp)\./, "");
}

const DATE_TAGS: readonly (readonly [selector: string, attribute: string])[] = [
  ['meta[property="article:published_time"]', "content"],
  ['meta[property="og:article:published_time"]', "content"],
  ['[itemprop~="datePublished"]', "content"],
  ['[itemprop~="datePublished"]', "datetime"],
  ['meta[name="article:published_time"]', "content"],
  ['meta[name="pubdate"]', "content"],
  ['meta[name="publishdate"]', "content"],
  ['meta[name="date"]', "content"],
  ['meta[name="dc.date"]', "content"],
  ['meta[name="DC.date.issued"]', "content"],
  ["time[pubdate]", "datetime"],
  ["article time[datetime]", "datetime"],
  ["time[datetime]", "datetime"],
];

function toldDate(dom: PageDocument, timeZone: string): string | null {
  for (const [selector, attribute] of DATE_TAGS) {
    const written = first(dom, selector, attribute);
    const date = written === null ? null : readFeedDate(written, timeZone);
    if (date !== null) return date;
  }
  return null;
}

const DATE_LABEL =
  /(?:(?:기사\s?)?(?:최초\s?)?(?:입력|등록|작성|게시|승인|발행)(?:\s?일시|\s?일자|\s?시간|\s?날짜|일)?|Published|Posted)\s*[:：|]?\s*(?=\d{4}\s?[-./년])/gi;

/** The words of the page on one line, for labels that stand outside the article. */
function wordsBeforeArticle(page: string): string {
  return page
    .slice(0, 500_000)
    .replace(/<[^<>]{0,5000}>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/\s+/g, " ");
}

const DATED = new RegExp(DATE_LABEL.source, "i");

/** Without the title above the text, which the caller has, and the line of dates below it. */
function withoutHead(html: string, title: string | null): string {
  const untitled = html.replace(
    /<h([1-3])\b[^<>]*>((?:[^<]|<(?!\/?h[1-6]\b)){0,1000}?)<\/h\1>/gi,
    (heading, _, inside: string) => (title !== null && squash(htmlWords(inside)) === squash(title) ? "" : heading),
  );
  return untitled.replace(/<p\b[^<>]*>((?:[^<]|<(?!\/?p\b)){0,600}?)<\/p>/gi, (paragraph, inside: string) => {
    const words = inside
      .replace(/<[^<>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return words.length < 120 && DATED.test(words) && !/[.?!다]\s*$/.test(words) ? "" : paragraph;
  });
}

/** "입력 2026.03.01 오전 9:00", as Korean newspapers write above an article. */
function writtenDate(words: string, timeZone: string): string | null {
  for (const { 0: label, index } of words.matchAll(DATE_LABEL)) {
    const date = readFeedDate(words.slice(index + label.length, index + label.length + 60), timeZone);
    if (date !== null) return date;
  }
  return null;
}
