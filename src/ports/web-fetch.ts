export interface FetchRequest {
  readonly url: string;
  /** What the last answer said, so that the server may answer "not modified". */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly accept?: string;
}

export type Fetched =
  | {
      readonly kind: "fetched";
      readonly bytes: Uint8Array;
      /** Where it was found, after redirects. */
      readonly url: string;
      /** Without parameters, in lower case: "text/html"; "" where the server does not say. */
      readonly contentType: string;
      /** As the server says, in lower case, or null. */
      readonly charset: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** How long it stays fresh, by Cache-Control; null where the server does not say. */
      readonly maxAgeMs: number | null;
    }
  | { readonly kind: "not-modified"; readonly maxAgeMs: number | null }
  /** Trying again later may help. `retryAfterMs`: when the server says so. `gone`: 404 or 410. */
  | {
      readonly kind: "failed";
      /** A sentence for the operator. */
      readonly reason: string;
      readonly status: number | null;
      readonly retryAfterMs: number | null;
    }
  | Refused;

/** The address may not be fetched: it leads into a private network, or is none of the web. Trying again is of no use. */
export interface Refused {
  readonly kind: "refused";
  /** A sentence for the operator. */
  readonly reason: string;
  /** Whether to advise that the operator let its host in: not where clouds serve credentials, nor where no host is at fault. */
  readonly mayBeLetIn: boolean;
}

/** Fetches documents from the public web, and from nowhere else. Never throws. One request per host at a time. */
export interface WebFetch {
  get(request: FetchRequest): Promise<Fetched>;
  /**
   * Why `get` would refuse an address, as far as the address itself tells: no name is looked up. A name that leads
   * into a private network is refused by `get` alone.
   */
  refusalOf(address: string): Refused | null;
  /** Ends what is under way. */
  close(): Promise<void>;
}
