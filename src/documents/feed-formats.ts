import { parseFeed } from "feedsmith";
import { readFeedDate } from "./feed-date.ts";
import type { FeedItem, FeedText } from "./feed-item.ts";
import { absoluteLink, beginning, feedText, guessedText, oneLine, plainTitle } from "./feed-text.ts";

type Parsed = ReturnType<typeof parseFeed<string>>;
type RssItem = NonNullable<Extract<Parsed, { format: "rss" }>["feed"]["items"]>[number];
type RdfItem = NonNullable<Extract<Parsed, { format: "rdf" }>["feed"]["items"]>[number];
type JsonItem = NonNullable<Extract<Parsed, { format: "json" }>["feed"]["items"]>[number];
type AtomFeed = Extract<Parsed, { format: "atom" }>["feed"];
type AtomEntry = NonNullable<AtomFeed["entries"]>[number];
type AtomContent = NonNullable<AtomEntry["content"]>;

export interface FeedContext {
  /** Where the feed was found, or null where that is none of the web. */
  readonly url: string | null;
  /** For dates that name no zone. */
  readonly timeZone: string;
  readonly maxItems: number;
}

export interface MappedFeed {
  readonly title: string | null;
  /** Null for an entry that has neither a title nor a text. */
  readonly items: readonly (FeedItem | null)[];
}

interface Given {
  readonly guid: string | null | undefined;
  readonly link: string | null;
  readonly title: string | null;
  readonly text: FeedText | null;
  readonly published: readonly (string | undefined)[];
  readonly updated: readonly (string | undefined)[];
  readonly authors: readonly (string | undefined)[];
  readonly categories: readonly (string | undefined)[];
  readonly langs: readonly (string | undefined)[];
}

const MOST_CATEGORIES = 30;
const MOST_AUTHORS = 5;

/** Reads the text of a feed; throws what feedsmith throws. */
export function mapFeed(source: string, context: FeedContext): MappedFeed {
  const parsed = parseFeed(source, { maxItems: context.maxItems });
  switch (parsed.format) {
    case "rss": {
      const { feed } = parsed;
      const base = absoluteLink(feed.link, context.url) ?? context.url;
      const langs = [feed.language, feed.dc?.languages?.[0]];
      return mapped(feed.title, feed.items, (item) => fromRss(item, base, langs), context);
    }
    case "rdf": {
      const { feed } = parsed;
      const base = absoluteLink(feed.link, context.url) ?? context.url;
      const langs = [feed.dc?.languages?.[0], feed.xml?.lang];
      return mapped(feed.title, feed.items, (item) => fromRdf(item, base, langs), context);
    }
    case "atom": {
      const { feed } = parsed;
      const base = absoluteLink(feed.xml?.base, context.url) ?? context.url;
      return mapped(feed.title?.value, feed.entries, (entry) => fromAtom(entry, feed, base), context);
    }
    case "json": {
      const { feed } = parsed;
      const authors = feed.authors?.map(({ name }) => name) ?? [];
      return mapped(feed.title, feed.items, (item) => fromJson(item, context.url, authors, feed.language), context);
    }
  }
}

function mapped<T>(
  title: string | undefined,
  items: readonly T[] | undefined,
  read: (item: T) => Given,
  { timeZone }: FeedContext,
): MappedFeed {
  return { title: plainTitle(title), items: (items ?? []).map((item) => finished(read(item), timeZone)) };
}

function fromRss(item: RssItem, base: string | null, langs: Given["langs"]): Given {
  const { guid } = item;
  // Without a link of its own an entry's guid is its address, unless it says that it is none.
  const guidLink = guid?.isPermaLink === false ? null : absoluteLink(guid?.value, null);
  return {
    guid: guid?.value,
    link: absoluteLink(item.link, base) ?? guidLink ?? alternateLink(item.atom?.links, base),
    title: plainTitle(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value),
    text:
      feedText("content", "html", item.content?.encoded) ??
      atomContent(item.atom?.content, "content") ??
      guessedText("summary", item.description ?? item.dc?.descriptions?.[0]),
    published: [item.pubDate, ...(item.dc?.dates ?? []), item.atom?.published, item.dcterms?.issued?.[0]],
    updated: [item.atom?.updated, item.dcterms?.modified?.[0]],
    authors: [...(item.dc?.creators ?? []), ...(item.authors?.map(({ name }) => name) ?? [])],
    categories: [...(item.categories?.map(({ name }) => name) ?? []), ...(item.dc?.subjects ?? [])],
    langs: [...(item.dc?.languages ?? []), ...langs],
  };
}

function fromRdf(item: RdfItem, base: string | null, langs: Given["langs"]): Given {
  const about = item.rdf?.about;
  return {
    guid: about,
    link: absoluteLink(item.link, base) ?? absoluteLink(about, null),
    title: plainTitle(item.title ?? item.dc?.titles?.[0]),
    text:
      feedText("content", "html", item.content?.encoded) ??
      guessedText("summary", item.description ?? item.dc?.descriptions?.[0]),
    published: [...(item.dc?.dates ?? []), item.dcterms?.issued?.[0]],
    updated: [item.dcterms?.modified?.[0]],
    authors: item.dc?.creators ?? [],
    categories: item.dc?.subjects ?? [],
    langs: [...(item.dc?.languages ?? []), item.xml?.lang, ...langs],
  };
}

function fromAtom(entry: AtomEntry, feed: AtomFeed, feedBase: string | null): Given {
  const base = absoluteLink(entry.xml?.base, feedBase) ?? feedBase;
  const authors = entry.authors ?? entry.source?.authors ?? feed.authors ?? [];
  return {
    guid: entry.id,
    link: alternateLink(entry.links, base),
    title: entry.title?.type === "text" ? oneLine(entry.title.value) : plainTitle(entry.title?.value),
    text: atomContent(entry.content, "content") ?? atomContent(entry.summary, "summary"),
    published: [entry.published, ...(entry.dc?.dates ?? []), entry.updated],
    updated: [entry.updated],
    authors: [...authors.map(({ name }) => name), ...(entry.dc?.creators ?? [])],
    categories: [...(entry.categories?.map(({ term, label }) => label ?? term) ?? []), ...(entry.dc?.subjects ?? [])],
    langs: [entry.xml?.lang, feed.xml?.lang],
  };
}

function fromJson(item: JsonItem, base: string | null, feedAuthors: Given["authors"], lang: string | undefined): Given {
  const authors = item.authors?.map(({ name }) => name) ?? [];
  return {
    guid: item.id,
    link: absoluteLink(item.url, base) ?? absoluteLink(item.external_url, base) ?? absoluteLink(item.id, null),
    title: oneLine(item.title),
    text:
      feedText("content", "html", item.content_html) ??
      feedText("content", "text", item.content_text) ??
      feedText("summary", "text", item.summary),
    published: [item.date_published],
    updated: [item.date_modified],
    authors: authors.length > 0 ? authors : feedAuthors,
    categories: item.tags ?? [],
    langs: [item.language, lang],
  };
}

/** The page of an entry: `rel="alternate"` or none, HTML before other formats. */
function alternateLink(links: AtomEntry["links"], base: string | null): string | null {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || /(?:^|[\s/])alternate$/i.test(rel.trim()));
  const isHtml = ({ type }: { type?: string | undefined }) => type === undefined || /html/i.test(type);
  for (const link of [...pages.filter(isHtml), ...pages.filter((other) => !isHtml(other))]) {
    const address = absoluteLink(link.href, base);
    if (address !== null) return address;
  }
  return null;
}

function atomContent(content: AtomContent | undefined, kind: FeedText["kind"]): FeedText | null {
  const type = content?.type?.trim().toLowerCase() ?? "";
  const value = content?.value;
  if (type === "html" || type === "xhtml" || type === "text/html" || /[/+]xml$/.test(type)) {
    return feedText(kind, "html", value);
  }
  // What has another media type is a picture or a file. Atom 0.3 says "text/plain"; many feeds forget the type.
  if (type === "text") return feedText(kind, "text", value);
  return type === "" || type === "escaped" || type === "text/plain" ? guessedText(kind, value) : null;
}

function finished(given: Given, timeZone: string): FeedItem | null {
  const title = given.title ?? beginning(given.text);
  if (title === null) return null;
  const firstDate = (dates: Given["published"]) =>
    dates.map((date) => (date === undefined ? null : readFeedDate(date, timeZone))).find((date) => date !== null) ??
    null;
  const distinct = (texts: Given["authors"], most: number, longest: number) =>
    [...new Set(texts.map((text) => plainTitle(text)).filter((text) => text !== null))]
      .slice(0, most)
      .map((text) => oneLine(text, longest) ?? text);
  const lang = given.langs.map((written) => written?.trim().toLowerCase().replaceAll("_", "-"));
  return {
    guid: oneLine(given.guid, 4000),
    link: given.link,
    linkIsShared: false,
    title,
    text: given.text,
    publishedAt: firstDate(given.published),
    updatedAt: firstDate(given.updated),
    author: distinct(given.authors, MOST_AUTHORS, 100).join(", ") || null,
    categories: distinct(given.categories, MOST_CATEGORIES, 100),
    lang: lang.find((tag) => tag !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/.test(tag)) ?? null,
  };
}
