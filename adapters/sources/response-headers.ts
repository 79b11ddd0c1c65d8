/** A response's headers by lower-case name; of repeated ones all. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

const DAY_MS = 86_400_000;
/** No server's word keeps a document for longer, or puts the next try off for longer. */
const LONGEST_MS = 365 * DAY_MS;

export function firstHeader(headers: ResponseHeaders, name: string): string | null {
  const value = headers[name];
  const first = typeof value === "string" ? value : value?.[0];
  return first === undefined || first.trim() === "" ? null : first.trim();
}

function allOf(headers: ResponseHeaders, name: string): string {
  const value = headers[name];
  return typeof value === "string" ? value : (value ?? []).join(",");
}

/** "Text/HTML; Charset=EUC-KR" is { contentType: "text/html", charset: "euc-kr" }. */
export function readContentType(header: string | null): { contentType: string; charset: string | null } {
  const [type = "", ...parameters] = (header ?? "").split(";");
  const contentType = type.trim().toLowerCase();
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?\s*([A-Za-z0-9][\w.:+-]{0,39})/i.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  return {
    contentType: /^[\w!#$&^.+-]{1,80}\/[\w!#$&^.+-]{1,80}$/.test(contentType) ? contentType : "",
    charset: charset?.toLowerCase() ?? null,
  };
}

/** How long the response stays fresh: Cache-Control's max-age less its Age; null where the server doesn't say. */
export function maxAgeMs(headers: ResponseHeaders): number | null {
  const directives = allOf(headers, "cache-control")
    .toLowerCase()
    .split(",")
    .map((directive) => directive.trim());
  if (directives.some((directive) => /^no-(?:store|cache)(?:$|\s|=)/.test(directive))) return 0;
  const seconds = directives
    .map((directive) => /^max-age\s*=\s*"?(\d{1,10})"?$/.exec(directive)?.[1])
    .find((digits) => digits !== undefined);
  if (seconds === undefined) return null;
  const age = /^\d{1,10}$/.exec(firstHeader(headers, "age") ?? "")?.[0] ?? "0";
  return within(Number(seconds) - Number(age));
}

/** Retry-After in seconds or as an HTTP date. */
export function retryAfterMs(headers: ResponseHeaders, now: number): number | null {
  const value = firstHeader(headers, "retry-after");
  if (value === null) return null;
  if (/^\d{1,10}$/.test(value)) return within(Number(value));
  // Without a zone Date.parse would take the machine's own.
  if (!/^[a-z]{3,9},? \d{2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} (?:GMT|UTC|[+-]\d{4})$/i.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : within((at - now) / 1000);
}

function within(seconds: number): number {
  return Math.min(LONGEST_MS, Math.max(0, Math.ceil(seconds * 1000)));
}

/** What may be sent back to the server as it was: printable and of a sensible length. */
export function validator(value: string | null | undefined): string | null {
  return value !== null && value !== undefined && /^[\x20-\x7e\xa0-\xff]{1,1024}$/.test(value) ? value : null;
}

/** A Location header, whose bytes undici gives as Latin-1: servers also write UTF-8 unescaped. */
export function readLocation(header: string, base: URL): URL | null {
  let written = header;
  try {
    written = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(header, "latin1"));
  } catch {
    // Neither ASCII nor UTF-8: each byte escaped as it is.
    written = header.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`);
  }
  return URL.parse(written, base.href);
}
