import { lookup as systemLookup } from "node:dns/promises";
import { isIP } from "node:net";
import { buildConnector } from "undici";
import type { Clock } from "../../src/ports/runtime.ts";
import { hostName, isMetadataAddress, isMetadataHost, privateAddress, refusalOfHost } from "./public-address.ts";

/** Every address of a name; rejects where there is none. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/** Thrown into the request where an address must not be fetched from; the message ends a sentence: "…: it leads to …". */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
  /** Whether an operator may be advised to let the host in. */
  readonly mayBeLetIn: boolean;

  constructor(message: string, mayBeLetIn: boolean) {
    super(message);
    this.mayBeLetIn = mayBeLetIn;
  }
}

export interface ConnectOptions {
  readonly allowedHosts: ReadonlySet<string>;
  readonly lookup: Lookup;
  /** How long one of several addresses may take before the next is tried. */
  readonly attemptLimitMs: number;
  /** Certificates to trust beside the usual ones, in PEM. */
  readonly ca: string | null;
  readonly clock: Clock;
  /** Ends what is under way: undici doesn't tell a connector that nobody waits any longer. */
  readonly signal: AbortSignal;
}

export const lookUpBySystem: Lookup = async (hostname) =>
  (await systemLookup(hostname, { all: true, order: "verbatim" })).map(({ address }) => address);

/**
 * Connects to public addresses only. Each address of a name is checked, and the checked one is connected to: a second
 * lookup could answer otherwise. TLS is still asked for, and checked against, the name.
 */
export function checkedConnect(options: ConnectOptions): buildConnector.connector {
  // No time limit of undici's own: the clock is the caller's.
  const base = { timeout: 0, allowH2: false, maxCachedSessions: 0 };
  const connect = buildConnector(options.ca === null ? base : { ...base, ca: options.ca });
  return (target, callback) => {
    connectChecked(target, connect, options).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

type Connected = Extract<Parameters<buildConnector.Callback>, [null, unknown]>[1];

async function connectChecked(
  target: buildConnector.Options,
  connect: buildConnector.connector,
  options: ConnectOptions,
): Promise<Connected> {
  const addresses = await checkedAddresses(target.hostname, options);
  const host = hostName(target.hostname);
  let failure: unknown = Object.assign(new Error("no address"), { code: "ENODATA" });
  for (const [i, address] of addresses.entries()) {
    const checked: buildConnector.Options = { ...target, hostname: address };
    delete checked.servername;
    // A server knows its name without the trailing dot; an IP literal has no server name.
    if (target.protocol === "https:" && isIP(host) === 0) checked.servername = host;
    const isLast = i === addresses.length - 1;
    try {
      return await attempt(
        checked,
        connect,
        isLast ? null : options.clock.sleep(options.attemptLimitMs),
        options.signal,
      );
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** The addresses of a host that may be connected to; throws AddressRefused where one of them may not. */
async function checkedAddresses(hostname: string, options: ConnectOptions): Promise<readonly string[]> {
  const host = hostName(hostname);
  const isAllowed = options.allowedHosts.has(host);
  const refusal = isAllowed ? null : refusalOfHost(host);
  if (refusal !== null) throw new AddressRefused(refusal, !isMetadataHost(host));
  if (isIP(host) !== 0) return [host];
  const addresses = await options.lookup(host);
  for (const address of addresses) {
    // A name that is allowed may lie anywhere but where clouds keep credentials: that takes the address itself.
    const kind = isAllowed && !isMetadataAddress(address) && isIP(address) !== 0 ? null : privateAddress(address);
    if (kind !== null) throw new AddressRefused(`its name leads to ${kind}`, !isMetadataAddress(address));
  }
  return addresses;
}

function attempt(
  target: buildConnector.Options,
  connect: buildConnector.connector,
  limit: Promise<void> | null,
  signal: AbortSignal,
): Promise<Connected> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    // undici's connector returns the socket, though its type doesn't say so.
    const socket: unknown = connect(target, (error, connected) => {
      if (isOver) connected?.destroy();
      else if (error === null) resolve(connected);
      else reject(error);
      isOver = true;
    });
    const giveUp = () => {
      if (isOver) return;
      isOver = true;
      (socket as { destroy(): void }).destroy();
      reject(Object.assign(new Error("connecting took too long"), { code: "ETIMEDOUT" }));
    };
    limit?.then(giveUp);
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
}
