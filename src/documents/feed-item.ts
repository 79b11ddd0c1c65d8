/** What a feed gives of an article: all of it, or a summary of what its page says. */
export interface FeedText {
  readonly kind: "content" | "summary";
  readonly format: "html" | "text";
  readonly value: string;
}

/** An entry of a feed. Texts are on one line and without control characters; `text.value` is as the feed has it. */
export interface FeedItem {
  /** Null too where the feed gives several entries the same. */
  readonly guid: string | null;
  /** Absolute, http or https. */
  readonly link: string | null;
  /** Whether other entries of the feed have this link too, so that it names none of them. */
  readonly linkIsShared: boolean;
  /** Where an entry has none: the beginning of its text. */
  readonly title: string;
  readonly text: FeedText | null;
  /** ISO 8601 with an offset. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly author: string | null;
  readonly categories: readonly string[];
  /** As the feed says, in lower case: "ko", "ko-kr". */
  readonly lang: string | null;
}

export interface Feed {
  readonly title: string | null;
  /** In the feed's order. */
  readonly items: readonly FeedItem[];
}
