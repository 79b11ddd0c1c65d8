import { detectFormat } from "../documents/detect-format.ts";
import { decodeWebText } from "../documents/feed-decode.ts";
import { itemDocument } from "../documents/feed-item-document.ts";
import { pageText } from "../documents/page-text.ts";
import { readFeed } from "../documents/read-feed.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import type { Origin } from "../ports/article-store.ts";
import type { Audience } from "../ports/audience.ts";
import type { DocumentReader } from "../ports/document-reader.ts";
import type { Store } from "../ports/store.ts";
import type { Fetched, WebFetch } from "../ports/web-fetch.ts";
import { onOneLine } from "../text/plain.ts";
import { readableHost } from "../text/readable-host.ts";
import { shortHash } from "../text/short-hash.ts";
import { type IngestReport, ingestDocuments } from "./ingest-documents.ts";
import { withWayIn } from "./let-in.ts";
import { nameRefusal, sourceName } from "./source-name.ts";

const ACCEPT = "text/html, text/markdown, text/plain;q=0.9, */*;q=0.5";

/** Thrown where a page cannot be read in: what is wrong, and what to do. */
export class PageProblem extends Error {
  override readonly name = "PageProblem";

  constructor(message: string) {
    super(onOneLine(message));
  }
}

interface PageServices {
  readonly store: Store;
  readonly audience: Audience;
  readonly fetch: WebFetch;
  readonly reader: DocumentReader;
}

type Found = Extract<Fetched, { kind: "fetched" }>;

/** What was found at an address, as a document that `parseDocument` reads. */
interface Page {
  /** After redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

/**
 * Reads one page of the web, or a document there, into the store. Safe to run twice: the address that was asked for
 * names the article. `name` stands for the host's. Throws PageProblem.
 */
export async function ingestPage(
  address: string,
  { name }: { readonly name?: string },
  { store, audience, fetch, reader }: PageServices,
): Promise<IngestReport> {
  const asked = checkedAddress(address);
  const origin = await originOf(asked, checkedName(name ?? readableHost(asked)), store);
  const page = toPage(await fetchFrom(asked, fetch), asked);
  const articleId = `${origin.name}/${shortHash(asked.href)}`;
  const target = { store, reader: readerOf(page, reader) };
  // One page that somebody chose is news, whatever was read from its host before.
  const telling = { audience, isNews: true };
  return ingestDocuments(sourceOf(page, origin), target, { articleId: () => articleId, telling });
}

/** Without its fragment. Never repeats what may hold a password. */
function checkedAddress(address: string): URL {
  const url = URL.parse(address);
  if (url === null) {
    throw new PageProblem("That is no web address. Give one such as https://example.org/page, or the path of a file.");
  }
  if (!/^https?:$/.test(url.protocol)) {
    throw new PageProblem(
      `Pages are not fetched by "${url.protocol}". Give an address that begins with https:// or http://, or the path of a file.`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new PageProblem("An address with a user name or a password is not fetched. Leave them out.");
  }
  url.hash = "";
  return url;
}

function checkedName(name: string): string {
  const checked = sourceName(name);
  if (checked === null) throw new PageProblem(nameRefusal(name, "--source"));
  return checked;
}

/** A page joins the articles of a feed, or of other pages, without moving them. */
async function originOf(asked: URL, name: string, store: Store): Promise<Origin> {
  const known = [...(await store.origins()), ...(await store.sources())].find((each) => each.name === name);
  const location = known?.location ?? asked.origin;
  // A folder that is read again removes what is not in it.
  if (!/^https?:/.test(location)) {
    throw new PageProblem(`"${name}" is the name of the folder ${location} already. Give another with --source NAME.`);
  }
  return { name, location };
}

async function fetchFrom(asked: URL, fetch: WebFetch): Promise<Found> {
  const fetched = await fetch.get({ url: asked.href, accept: ACCEPT });
  if (fetched.kind === "fetched") return fetched;
  throw new PageProblem(fetched.kind === "not-modified" ? `${shown(asked)} sent nothing.` : adviceFor(fetched));
}

function adviceFor(fetched: Extract<Fetched, { readonly reason: string }>): string {
  if (fetched.kind === "refused") return withWayIn(fetched);
  const { reason, status } = fetched;
  if (status === null) return `${reason} Check the address, or try again later.`;
  if (status === 429 || status >= 500) return `${reason} Try again later.`;
  return `${reason} Check the address in a browser; what only you may see can be saved to a file and read in by its path.`;
}

function toPage(found: Found, asked: URL): Page {
  const { bytes, charset, contentType, url } = found;
  const { text, warnings } = decodeWebText(bytes, charset, shown(url));
  if (text === null) throw new PageProblem(warnings.join(" "));
  // A text about feeds may quote one.
  const mayBeFeed = /xml|json/.test(contentType) || /^\s*[<{]/.test(text);
  if (mayBeFeed && readFeed(bytes, found).feed !== null) {
    throw new PageProblem(
      `${shown(asked)} is a feed, not a page. Follow it instead: npm run sources -- add "${asked.href}"`,
    );
  }
  const isHtml = /html/.test(contentType) || detectFormat(text, false) === "html";
  // As UTF-8, so that what the server said of its encoding counts.
  return { url, bytes: isHtml ? articleOf(found) : new TextEncoder().encode(text), warnings };
}

/** The article of a web page, without what stands around it. */
function articleOf(found: Found): Uint8Array {
  const { title, html, publishedAt } = pageText(found.bytes, found);
  if (html === null) {
    throw new PageProblem(
      `No article could be found on ${shown(found.url)}: it may be a list, need a login, or be drawn by scripts. Save its text to a file and read that in by its path.`,
    );
  }
  const text = { kind: "content", format: "html", value: html } as const;
  return itemDocument({ ...UNKNOWN, title: title ?? "", text, publishedAt }, null);
}

/** What only feeds say of an article. */
const UNKNOWN = {
  guid: null,
  link: null,
  linkIsShared: false,
  updatedAt: null,
  author: null,
  categories: [],
  lang: null,
} as const;

/** The one document; its path is the whole address, so that a page that has moved counts as changed. */
function sourceOf({ url, bytes }: Page, origin: Origin): ArticleSource {
  return {
    origin,
    complete: false,
    oneDocument: true,
    list: async () => ({ paths: [url], unlisted: [] }),
    read: async () => bytes,
    watch: null,
  };
}

/** The article's address is where it was found, whatever the document says. */
function readerOf(page: Page, reader: DocumentReader): DocumentReader {
  return {
    ...reader,
    async document(bytes, about) {
      const { article, warnings } = await reader.document(bytes, { ...about, path: shown(page.url) });
      return { article: article && { ...article, url: page.url }, warnings: [...page.warnings, ...warnings] };
    },
  };
}

/** An address for people, and to take a title from: without its query, which may hold secrets. */
function shown(address: URL | string): string {
  const { origin, pathname } = new URL(address);
  const place = `${origin}${pathname.replace(/\/$/, "")}`;
  try {
    return decodeURI(place);
  } catch {
    return place;
  }
}
