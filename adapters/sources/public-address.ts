import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Names of private networks and of cloud metadata services, whatever they resolve to. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa)$|^(?:metadata|instance-data)$/;

/** What clouds call the service that knows a machine's credentials, such as metadata.google.internal. */
const METADATA_NAME = /^(?:metadata|instance-data)(?:\.|$)/;

/** Addresses under which clouds serve credentials; the link-local ones lie in refused ranges anyway. */
const METADATA = new Set(["169.254.169.254", "169.254.170.2", "fd00:ec2::254", "100.100.100.200", "168.63.129.16"]);

/** What public IPv6 addresses are given from; everything else is translated, mapped, local or unassigned. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

const KINDS: Readonly<Record<string, string>> = {
  loopback: "this machine itself",
  private: "a private network",
  uniqueLocal: "a private network",
  deprecatedSiteLocal: "a private network",
  linkLocal: "the local network",
  carrierGradeNat: "a provider's internal network",
  multicast: "a multicast group",
  broadcast: "a broadcast address",
  unspecified: "no machine",
  ipv4Mapped: "an IPv4 address written as IPv6",
  rfc6145: "a translated IPv4 address",
  rfc6052: "a translated IPv4 address",
  "6to4": "a tunnelled IPv4 address",
  teredo: "a tunnelled IPv4 address",
};

/** The host of a URL as names are compared: lower case, without brackets, zone and trailing dot. */
export function hostName(urlHostname: string): string {
  return urlHostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.+$/, "");
}

/** Host names as an operator writes them, IP literals in any spelling, as `hostName` gives them. */
export function hostNames(written: readonly string[]): ReadonlySet<string> {
  const names = written.map((host) => {
    const bare = host.trim();
    const bracketed = bare.includes(":") && !bare.startsWith("[") ? `[${bare}]` : bare;
    return hostName(URL.parse(`http://${bracketed}/`)?.hostname ?? bare);
  });
  return new Set(names.filter((name) => name !== ""));
}

export function isMetadataAddress(address: string): boolean {
  const parsed = parseAddress(address);
  return parsed !== null && METADATA.has(parsed.toString());
}

/** Whether clouds serve credentials at a host, by its address or by the name they give it. */
export function isMetadataHost(host: string): boolean {
  return METADATA_NAME.test(host) || isMetadataAddress(host);
}

/** Why a host may not be asked, as far as its name or address itself tells: the end of a sentence, or null. */
export function refusalOfHost(host: string): string | null {
  if (isIP(host) === 0) return PRIVATE_NAME.test(host) ? "it is a name of a private network" : null;
  const kind = privateAddress(host);
  return kind === null ? null : `it leads to ${kind}`;
}

/** What an address is that must not be fetched from, or null where it belongs to the public internet. */
export function privateAddress(address: string): string | null {
  const parsed = parseAddress(address);
  if (parsed === null) return "no address that can be checked";
  if (METADATA.has(parsed.toString())) return "a cloud metadata service";
  const range: string = parsed.range();
  if (range !== "unicast") return KINDS[range] ?? "a reserved address";
  // ipaddr.js counts IPv4-compatible (::127.0.0.1) and unassigned blocks as unicast.
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_IPV6)) return "a reserved address";
  return null;
}

function parseAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = address.replace(/%.*$/, "");
  // Only the plain forms: connecting must not read an address otherwise than the check did.
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  return ipaddr.IPv6.isValid(bare) ? ipaddr.IPv6.parse(bare) : null;
}
