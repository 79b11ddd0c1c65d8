const POSTS = /^\/channels\/(\d+)\/messages$/;

/** How many messages one channel takes. */
export interface PostLimit {
  readonly most: number;
  readonly perMs: number;
  /** All that the bot asks counts, wherever. */
  readonly ofBot?: boolean;
  /** The machine's unless told, as clients count by it. */
  readonly now?: () => number;
}

interface Window {
  readonly endsMs: number;
  left: number;
}

export interface Taken {
  readonly refused: boolean;
  readonly retryAfter: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** The limit of each channel's messages or of all requests, once a test asks for one. */
export class PostLimits {
  #limit: PostLimit | null = null;
  readonly #windows = new Map<string, Window>();

  set(limit: PostLimit | null): void {
    this.#limit = limit;
    this.#windows.clear();
  }

  /** Counts a request; null for those that have no limit. */
  take(method: string, path: string): Taken | null {
    if (!this.#limit) return null;
    const { most, perMs, ofBot = false, now = Date.now } = this.#limit;
    const counted = ofBot ? "bot" : method === "POST" ? POSTS.exec(path)?.[1] : undefined;
    if (counted === undefined) return null;
    const nowMs = now();
    const known = this.#windows.get(counted);
    const window = known && known.endsMs > nowMs ? known : { endsMs: nowMs + perMs, left: most };
    this.#windows.set(counted, window);
    const refused = window.left === 0;
    if (!refused) window.left--;
    const seconds = Math.max(0, window.endsMs - nowMs) / 1000;
    const ofAll = { ...(refused && { "Retry-After": String(seconds), "X-RateLimit-Global": "true" }) };
    if (ofBot) return { refused, retryAfter: seconds, headers: ofAll };
    const headers = {
      ...{ "X-RateLimit-Limit": String(most), "X-RateLimit-Remaining": String(window.left) },
      ...{ "X-RateLimit-Reset-After": String(seconds), "X-RateLimit-Bucket": "messages" },
      ...(refused && { "Retry-After": String(seconds), "X-RateLimit-Scope": "user" }),
    };
    return { refused, retryAfter: seconds, headers };
  }
}
