/** Names that lead to this machine and nowhere else. */
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether a Host header names this server. A page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding)
 * and would then read the answers; its requests carry that name. A server that others may reach has names only its
 * operator knows: it checks once ALLOWED_HOSTS lists them.
 */
export function isKnownHost(
  header: string | undefined,
  { host, allowedHosts }: { readonly host: string; readonly allowedHosts: readonly string[] },
): boolean {
  const onLoopback = host === "localhost" || host === "::1" || host.startsWith("127.");
  if (!onLoopback && allowedHosts.length === 0) return true;
  const name = nameOf(header ?? "");
  return [...LOOPBACK, host, ...allowedHosts].some((known) => nameOf(known) === name);
}

/** Whether a request that changes something comes from the page itself, or from no page at all. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === (headers.get("host") ?? "").toLowerCase();
}

/** Without the port, brackets and a final dot. */
function nameOf(host: string): string {
  const lower = host.trim().toLowerCase();
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(lower);
  if (bracketed) return bracketed[1] ?? "";
  // More than one colon: an IPv6 address without brackets.
  return lower.replace(/^([^:]*):\d+$/, "$1").replace(/\.$/, "");
}
