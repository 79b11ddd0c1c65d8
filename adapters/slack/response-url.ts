import type { types } from "@slack/bolt";

const MOST_USES = 5;
const TIMEOUT_MS = 10_000;

export interface ResponseBody {
  readonly response_type?: "ephemeral" | "in_channel";
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** An address to answer at, also where the bot is no member: five times within half an hour. */
export class ResponseUrl {
  readonly url: string;
  #left = MOST_USES;

  constructor(url: string) {
    this.url = url;
  }

  /** False where it does not take it, whatever the reason. */
  async post(body: ResponseBody, fetcher: typeof fetch): Promise<boolean> {
    if (this.#left === 0) return false;
    this.#left -= 1;
    try {
      const response = await fetcher(this.url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }
}
