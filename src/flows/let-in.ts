import type { Refused } from "../ports/web-fetch.ts";

/** A sentence that says why an address is refused, with what an operator may do about it. */
export function withWayIn({ reason, mayBeLetIn }: Refused): string {
  return mayBeLetIn ? `${reason} Name a host of your own network in FETCH_ALLOW_HOSTS to let it in.` : reason;
}
