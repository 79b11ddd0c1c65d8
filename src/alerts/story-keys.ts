import type { Article } from "../documents/article.ts";
import { canonicalLink } from "../documents/feed-item-keys.ts";
import { squash } from "../text/normalize.ts";
import { shortHash } from "../text/short-hash.ts";

/** What is said beside the title in fewer letters and digits may well be said of two articles. */
const SHORTEST_TEXT = 40;
const LONGEST_NAME = 200;

/** What an article is known by, whoever brings it: "article:…", "link:…", "text:…". Never empty, the surest first. */
export function storyKeys(article: Article): readonly string[] {
  const keys = [`article:${shortName(article.id)}`];
  const link = article.url === null ? null : canonicalLink(article.url);
  if (link !== null && !isFrontPage(link)) keys.push(`link:${shortName(link)}`);
  const said = squash(article.sections.map((section) => section.body).join("\n"));
  // A plan of every week may say the same words.
  const day = article.publishedAt?.slice(0, 10) ?? "";
  if (said.length >= SHORTEST_TEXT) keys.push(`text:${shortHash(`${squash(article.title)}\n${said}\n${day}`)}`);
  return keys;
}

/** Where a site's newest article is today and another one tomorrow. */
function isFrontPage(link: string): boolean {
  return /^https:\/\/[^/?#]*$/.test(link);
}

function shortName(name: string): string {
  return name.length > LONGEST_NAME ? shortHash(name) : name;
}
