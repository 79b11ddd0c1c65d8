const POSTS = /^\/channels\/(\d+)\/messages$/;

/** How many messages one channel takes; on the machine's clock, as clients count. */
export interface PostLimit {
  readonly most: number;
  readonly perMs: number;
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

/** The limit of each channel's messages, once a test asks for one. */
export class PostLimits {
  #limit: PostLimit | null = null;
  readonly #windows = new Map<string, Window>();

  set(limit: PostLimit | null): void {
    this.#limit = limit;
    this.#windows.clear();
  }

  /** Counts a request; null for those that have no limit. */
  take(method: string, path: string, nowMs = Date.now()): Taken | null {
    const channelId = method === "POST" ? POSTS.exec(path)?.[1] : undefined;
    if (!this.#limit || channelId === undefined) return null;
    const { most, perMs } = this.#limit;
    const known = this.#windows.get(channelId);
    const window = known && known.endsMs > nowMs ? known : { endsMs: nowMs + perMs, left: most };
    this.#windows.set(channelId, window);
    const refused = window.left === 0;
    if (!refused) window.left--;
    const seconds = Math.max(0, window.endsMs - nowMs) / 1000;
    const headers = {
      ...{ "X-RateLimit-Limit": String(most), "X-RateLimit-Remaining": String(window.left) },
      ...{ "X-RateLimit-Reset-After": String(seconds), "X-RateLimit-Bucket": "messages" },
      ...(refused && { "Retry-After": String(seconds), "X-RateLimit-Scope": "user" }),
    };
    return { refused, retryAfter: seconds, headers };
  }
}
