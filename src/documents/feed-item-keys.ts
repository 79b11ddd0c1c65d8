import { squash } from "../text/normalize.ts";
import { shortHash } from "../text/short-hash.ts";
import type { FeedItem } from "./feed-item.ts";

/** Parameters that say where a reader came from, not what is read. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|mc_cid|mc_eid|igsh|igshid|_ga|_gl)$/i;
const LONGEST_GUID = 300;
/** What is said beside the title in fewer letters and digits may well be said of two articles. */
const SHORTEST_TEXT = 40;

/**
 * What an item may be known by again, the surest first: "guid:…", "link:…", "text:…". Never empty. They hold within
 * one feed. Times and authors do not count, so an item that is dated or linked anew stays the same.
 */
export function itemKeys(item: FeedItem): string[] {
  const keys: string[] = [];
  if (item.guid !== null) keys.push(`guid:${item.guid.length > LONGEST_GUID ? shortHash(item.guid) : item.guid}`);
  const link = item.link === null || item.linkIsShared ? null : canonicalLink(item.link);
  if (link !== null) keys.push(`link:${link}`);
  const said = squash(words(item));
  if (said.length >= SHORTEST_TEXT || keys.length === 0)
    keys.push(`text:${shortHash(`${squash(item.title)}\n${said}`)}`);
  return keys;
}

/**
 * One spelling of an address for all that lead to the same page: https, no default port, fragment or trailing slash,
 * no tracking parameters, the others in order. To compare with, not to open. Null where it is none of the web.
 */
export function canonicalLink(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const sorted = parameters
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  const path = url.pathname.replace(/\/+$/, "");
  const canonical = `https://${url.host}${path}${sorted === "" ? "" : `?${sorted}`}`;
  return canonical.length > 1000 ? `https://${url.host}#${shortHash(canonical)}` : canonical;
}

/** Without tags: an address of an image in them may change with every fetch. */
function words({ text }: FeedItem): string {
  if (text === null) return "";
  if (text.format === "text") return text.value;
  return text.value.replace(/<[^<>]*>/g, " ").replace(/&[a-z\d#]{1,31};/gi, " ");
}
