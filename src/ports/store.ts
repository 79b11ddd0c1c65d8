import type { ArticleStore } from "./article-store.ts";
import type { FeedbackStore } from "./feedback-store.ts";

/** Everything one installation keeps, over one connection. */
export interface Store extends ArticleStore, FeedbackStore {}
