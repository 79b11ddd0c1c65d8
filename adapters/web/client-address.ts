import { BlockList, isIP, isIPv6 } from "node:net";

/** Nobody, whoever connects, or these addresses and subnets. */
export type TrustProxy = boolean | readonly string[];

/**
 * Who asks. Each proxy adds the address it was asked from at the right end of X-Forwarded-For; what stands further
 * left anybody may have written. So it is read from the right, and the first address that is no trusted proxy is the
 * client. With `true` the one that connects is the only proxy.
 */
export function clientAddress(connected: string, forwardedFor: string | undefined, trust: TrustProxy): string {
  const peer = plainAddress(connected);
  if (trust === false || forwardedFor === undefined) return peer;
  const hops = forwardedFor.split(",").map((hop) => plainAddress(hop.trim()));
  if (trust === true) return validOr(hops.at(-1), peer);
  const proxies = blockListOf(trust);
  let client = peer;
  while (isWithin(proxies, client)) {
    const before = hops.pop();
    if (before === undefined || isIP(before) === 0) break;
    client = before;
  }
  return client;
}

/** What a limit counts by: one IPv6 client has a whole /64 to choose addresses from. */
export function limitKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill("0"), ...right];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** IPv4 as it is, where a socket for both families calls it ::ffff:127.0.0.1; no zone, brackets or port. */
function plainAddress(address: string): string {
  const bare = address
    .toLowerCase()
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/, "");
  return bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
}

function validOr(address: string | undefined, otherwise: string): string {
  return address !== undefined && isIP(address) !== 0 ? address : otherwise;
}

function blockListOf(proxies: readonly string[]): BlockList {
  const blockList = new BlockList();
  for (const proxy of proxies) {
    const [address = "", prefix] = proxy.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    blockList.addSubnet(address, prefix === undefined ? (family === "ipv6" ? 128 : 32) : Number(prefix), family);
  }
  return blockList;
}

function isWithin(blockList: BlockList, address: string): boolean {
  return isIP(address) !== 0 && blockList.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
