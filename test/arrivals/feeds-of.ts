export interface NewsItem {
  readonly guid: string;
  readonly link: string;
  readonly title: string;
  /** HTML. */
  readonly text: string;
  /** A page has the rest. */
  readonly isSummary?: boolean;
}

export type FeedFormat = "rss" | "atom" | "rdf" | "json";

const DATE = "2026-11-20T09:00:00+09:00";
const MAIL_DATE = "Fri, 20 Nov 2026 09:00:00 +0900";
const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The same news in each format. */
export const FEEDS: Readonly<
  Record<FeedFormat, { readonly type: string; readonly write: (items: readonly NewsItem[]) => string }>
> = {
  rss: {
    type: "application/rss+xml; charset=utf-8",
    write: (items) =>
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>섬 소식</title><link>https://example.org</link><description>-</description>${items
        .map(
          ({ guid, link, title, text, isSummary }) =>
            `<item><guid isPermaLink="false">${guid}</guid><link>${link}</link><title>${xml(title)}</title><pubDate>${MAIL_DATE}</pubDate>${isSummary ? `<description>${xml(text)}</description>` : `<content:encoded>${xml(text)}</content:encoded>`}</item>`,
        )
        .join("")}</channel></rss>`,
  },
  atom: {
    type: "application/atom+xml",
    write: (items) =>
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>섬 소식</title><id>urn:x</id><updated>${DATE}</updated>${items
        .map(
          ({ guid, link, title, text }) =>
            `<entry><id>${guid}</id><link href="${link}"/><title>${xml(title)}</title><updated>${DATE}</updated><published>${DATE}</published><content type="html">${xml(text)}</content></entry>`,
        )
        .join("")}</feed>`,
  },
  rdf: {
    type: "application/rdf+xml",
    write: (items) =>
      `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://example.org"><title>섬 소식</title><link>https://example.org</link><description>-</description></channel>${items
        .map(
          ({ link, title, text }) =>
            `<item rdf:about="${link}"><link>${link}</link><title>${xml(title)}</title><dc:date>${DATE}</dc:date><content:encoded>${xml(text)}</content:encoded></item>`,
        )
        .join("")}</rdf:RDF>`,
  },
  json: {
    type: "application/feed+json",
    write: (items) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "섬 소식",
        items: items.map(({ guid, link, title, text }) => ({
          id: guid,
          url: link,
          title,
          content_html: text,
          date_published: DATE,
        })),
      }),
  },
};
