import { clip } from "../text/clip.ts";
import { decodeWebText } from "./feed-decode.ts";
import { type MappedFeed, mapFeed } from "./feed-formats.ts";
import type { Feed, FeedItem } from "./feed-item.ts";
import { canonicalLink } from "./feed-item-keys.ts";
import { absoluteLink } from "./feed-text.ts";

/** What is known of a document from the server that gave it. */
export interface WebDocument {
  /** Without parameters, in lower case; "" where the server does not say. */
  readonly contentType: string;
  readonly charset: string | null;
  /** Where it was found, after redirects. */
  readonly url: string;
}

export interface ReadFeedOptions {
  /** Of dates that name no zone. Default "Asia/Seoul". */
  readonly timeZone?: string;
  /** Of a longer feed the first are read. Default 1000. */
  readonly maxItems?: number;
}

export type ReadFeed =
  | { readonly feed: Feed; readonly warnings: readonly string[] }
  /** `problem` is a sentence. `feedUrl`: where the page that was found instead says its feed is. */
  | { readonly feed: null; readonly problem: string; readonly feedUrl: string | null };

/** Reads RSS, Atom, RDF and JSON Feed, and what is nearly so. The content decides the format. Never throws. */
export function readFeed(bytes: Uint8Array, found: WebDocument, options: ReadFeedOptions = {}): ReadFeed {
  const name = shown(found.url);
  try {
    return read(bytes, found, options, name);
  } catch (error) {
    const kind = error instanceof Error ? error.name : "Error";
    return noFeed(`${name} could not be read as a feed (${kind}).`);
  }
}

function read(bytes: Uint8Array, found: WebDocument, options: ReadFeedOptions, name: string): ReadFeed {
  const { text, warnings } = decodeWebText(bytes, found.charset, name);
  if (text === null) return noFeed(warnings[0] ?? `${name} holds no text.`);
  const start = feedStart(text);
  if (start === null) return explain(text, found, name);

  const { timeZone = "Asia/Seoul", maxItems = 1000 } = options;
  const context = { url: absoluteLink(found.url, null), timeZone, maxItems: maxItems + 1 };
  const notes = [...warnings];
  if (start.isLate) notes.push(`${name} begins with something that is no feed: it was passed over.`);
  const whole = withoutLongPersons(text.slice(start.at));
  let mapped = attempt(() => mapFeed(whole, context));
  if (mapped === null) {
    const cut = closed(whole);
    mapped = cut === null ? null : attempt(() => mapFeed(cut, context));
    if (mapped !== null) notes.push(`${name} is broken in the middle: the entries before that were read.`);
  }
  if (mapped === null) return noFeed(`${name} looks like a feed, but is too broken to read.`);

  const items = mapped.items.slice(0, maxItems).filter((item) => item !== null);
  if (mapped.items.length > maxItems) notes.push(`${name} has more than ${maxItems} entries: the rest was not read.`);
  const empty = Math.min(mapped.items.length, maxItems) - items.length;
  if (empty > 0) notes.push(`${name}: ${entries(empty)} without a title and a text passed over.`);
  return { feed: { title: mapped.title, items: told(items, name, notes) }, warnings: notes };
}

function noFeed(problem: string, feedUrl: string | null = null): ReadFeed {
  return { feed: null, problem, feedUrl };
}

function attempt(task: () => MappedFeed): MappedFeed | null {
  try {
    return task();
  } catch {
    return null;
  }
}

function entries(count: number): string {
  return count === 1 ? "an entry was" : `${count} entries were`;
}

/** The address without its query, which may hold secrets. */
function shown(url: string): string {
  const parsed = URL.parse(url);
  return clip(parsed === null ? "The document" : `${parsed.protocol}//${parsed.host}${parsed.pathname}`, 200);
}

const FEED_ROOT = /<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)(?=[\s>/])/gi;

/** Where the root element or the JSON begins: the prolog, with all that a document type can do, is left out. */
function feedStart(text: string): { readonly at: number; readonly isLate: boolean } | null {
  const json = /^\s*\{/.exec(text);
  if (json !== null) return isJsonFeed(text) ? { at: json[0].length - 1, isLate: false } : null;
  const root = rootElement(text);
  if (root !== null && isFeedName(root.name)) return { at: root.at, isLate: false };
  if (root !== null && /^(?:html|head|body|opml|urlset|sitemapindex)$/.test(root.name)) return null;
  for (const { index } of text.slice(0, 200_000).matchAll(FEED_ROOT)) {
    // What a broken page shows as an example is no feed.
    if (/<(?:item|entry|channel)[\s>]/i.test(text.slice(index, index + 20_000))) return { at: index, isLate: true };
  }
  return null;
}

function isJsonFeed(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items);
  } catch {
    return false;
  }
}

function isFeedName(name: string): boolean {
  return /^(?:[\w.-]+:)?(?:rss|feed|rdf)$/.test(name);
}

/** The first element behind instructions, comments and a document type. */
function rootElement(text: string): { readonly name: string; readonly at: number } | null {
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at += 1;
    if (text.startsWith("<?", at)) at = after(text, "?>", at);
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at);
    else if (text.startsWith("<!", at)) at = endOfDoctype(text, at);
    else break;
    if (at < 0) return null;
  }
  const name = /^<([\w.:-]{1,80})(?=[\s>/])/.exec(text.slice(at, at + 100))?.[1];
  return name === undefined ? null : { name: name.toLowerCase(), at };
}

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

function endOfDoctype(text: string, from: number): number {
  const end = after(text, ">", from);
  const subset = text.indexOf("[", from);
  return subset < 0 || subset > end ? end : after(text, "]>", subset);
}

/** A feed that breaks off, cut behind its last whole entry and closed. */
function closed(text: string): string | null {
  const last = [...text.matchAll(/<\/((?:[\w.-]{1,40}:)?(?:item|entry))\s{0,9}>/gi)].at(-1);
  const root = /^<((?:[\w.-]{1,40}:)?(?:rss|feed|rdf))/i.exec(text)?.[1];
  if (last === undefined || root === undefined) return null;
  const isInChannel = /rss$/i.test(root);
  return `${text.slice(0, last.index + last[0].length)}${isInChannel ? "</channel>" : ""}</${root}>`;
}

const LONGEST_PERSON = 2000;

/** Feedsmith reads the brackets of a person in time with the square of their number: what is no name is left out. */
function withoutLongPersons(text: string): string {
  const parts: string[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  for (const found of text.matchAll(/<((?:[\w.-]{1,40}:)?(?:author|managingeditor|webmaster))(?=[\s>])[^<>]*>/gi)) {
    const name = found[1] ?? "";
    const from = found.index + found[0].length;
    if (found.index < at || found[0].endsWith("/>")) continue;
    const end = unclosed.has(name) ? -1 : text.indexOf(`</${name}`, from);
    if (end < 0) unclosed.add(name);
    if (end >= 0 && end - from <= LONGEST_PERSON) continue;
    parts.push(text.slice(at, end < 0 ? found.index : from));
    at = end < 0 ? from : end;
  }
  return parts.join("") + text.slice(at);
}

const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)\s*(?:;|$)/i;

/** What was found instead of a feed. */
function explain(text: string, found: WebDocument, name: string): ReadFeed {
  const root = rootElement(text)?.name ?? "";
  if (root === "opml") return noFeed(`${name} is a list of feeds (OPML), not a feed: add its feeds one by one.`);
  if (root === "urlset" || root === "sitemapindex") return noFeed(`${name} is a sitemap, not a feed.`);
  if (/^\s*[{[]/.test(text)) return noFeed(`${name} is JSON, but not a JSON Feed.`);
  const isPage = /^(?:html|head|body)$/.test(root) || /<(?:html|body|head)[\s>]/i.test(text.slice(0, 20_000));
  if (!isPage && !/html/.test(found.contentType)) {
    return noFeed(`${name} is ${root === "" ? "text" : `XML (<${clip(root, 40)}>)`}, but not a feed.`);
  }
  const feedUrl = announcedFeed(text, found.url);
  if (feedUrl !== null) return noFeed(`${name} is a web page, not a feed; it names its feed: ${feedUrl}.`, feedUrl);
  return noFeed(`${name} is a web page, not a feed, and names none.`);
}

/** The first `<link rel="alternate">` of a feed's type. */
function announcedFeed(page: string, url: string): string | null {
  const head = page.slice(0, 300_000);
  const base = absoluteLink(attribute(/<base\b[^<>]{0,2000}>/i.exec(head)?.[0] ?? "", "href"), url) ?? url;
  for (const [tag] of head.matchAll(/<link\b[^<>]{0,2000}>/gi)) {
    const isAlternate = /(?:^|\s)alternate(?:\s|$)/i.test(attribute(tag, "rel"));
    if (!isAlternate || !FEED_TYPE.test(attribute(tag, "type").trim())) continue;
    const address = absoluteLink(attribute(tag, "href").replaceAll("&amp;", "&"), absoluteLink(base, null));
    if (address !== null) return address;
  }
  return null;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`[\\s"']${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}

/** Without doubles, and with what names no single entry marked as such. */
function told(items: readonly FeedItem[], name: string, notes: string[]): FeedItem[] {
  const single = withoutDoubles(items);
  if (single.length < items.length) notes.push(`${name}: ${entries(items.length - single.length)} listed twice.`);
  const guids = counted(single.map(({ guid }) => guid));
  const links = counted(single.map(({ link }) => (link === null ? null : canonicalLink(link))));
  const isShared = (counts: ReadonlyMap<string, number>, key: string | null) =>
    key !== null && (counts.get(key) ?? 0) > 1;
  const sharing = single.filter(({ guid }) => isShared(guids, guid)).length;
  if (sharing > 0) notes.push(`${name}: ${sharing} entries share ids, which therefore don't count.`);
  return single.map((item) => ({
    ...item,
    guid: isShared(guids, item.guid) ? null : item.guid,
    linkIsShared: item.link !== null && isShared(links, canonicalLink(item.link)),
  }));
}

/** Of entries with the same id and link, or the same id and title, the one that was changed last; else the first. */
function withoutDoubles(items: readonly FeedItem[]): FeedItem[] {
  const kept = new Map<string, FeedItem>();
  for (const [i, item] of items.entries()) {
    const page = item.link === null ? item.title : canonicalLink(item.link);
    const key = item.guid === null ? String(i) : JSON.stringify([item.guid, page]);
    const other = kept.get(key);
    if (other === undefined || changedAt(item) > changedAt(other)) kept.set(key, item);
  }
  return [...kept.values()];
}

function changedAt({ updatedAt, publishedAt }: FeedItem): number {
  const time = Date.parse(updatedAt ?? publishedAt ?? "");
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

function counted(keys: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
