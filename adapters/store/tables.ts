import type { Generated } from "kysely";

/** Where articles come from. */
export interface OriginsTable {
  name: string;
  location: string;
  /** 0 or 1. It is known no more, but its removed articles still refer to it. */
  removed: number;
}

/**
 * One row per article ever seen. A removed article keeps its row, emptied, so that its revision still tells readers
 * to drop it.
 */
export interface ArticlesTable {
  id: string;
  origin: string;
  content_hash: string;
  /** Unique, and larger than that of every earlier change. */
  revision: number;
  /** 0 or 1: the two dialects share no boolean. */
  removed: number;
  source: string;
  section_count: number;
  block_count: number;
  title: string;
  url: string | null;
  published_at: string | null;
  lang: string;
  /** JSON array of strings. */
  categories: string;
  /** JSON array of sections. */
  sections: string;
}

/** How often a block stands in the articles of a source that are not removed. No row where it no longer stands. */
export interface BlockCountsTable {
  source: string;
  fingerprint: string;
  /** Articles that hold the block at least once. */
  articles: number;
  /** How often it stands in them altogether. */
  occurrences: number;
}

/** One row. Not a sequence: sequence numbers may commit out of order, and a reader would then miss one for ever. */
export interface RevisionCounterTable {
  id: number;
  revision: number;
  /** Random; tells this database from one that took its place. */
  store_id: string;
}

/** A row for each of the last commits that changed articles, by the revision it reached. */
export interface MarksTable {
  revision: number;
  /** Random; tells the commit from one of another history that reached the same revision. */
  mark: string;
}

/** What people thought of answers. */
export interface FeedbackTable {
  /** Made by the sender, once for an answer. */
  key: string;
  /** ISO 8601, UTC. */
  given_at: string;
  /** 0 or 1. */
  helpful: number;
  question: string;
  answer: string;
  reason: string | null;
  /** Null where it is not known whose it is. */
  person: string | null;
}

/** Questions and their answers. */
export interface ExchangesTable {
  id: string;
  conversation: string | null;
  person: string | null;
  article_id: string | null;
  /** ISO 8601, UTC. */
  asked_at: string;
  /** Larger than that of all that stood when the row was inserted: tells which of one millisecond came later. */
  sequence: number;
  /** JSON. */
  turn: string;
  /** JSON. */
  answer: string;
}

/** What chat platforms delivered. */
export interface EventsTable {
  key: string;
  /** ISO 8601, UTC. */
  claimed_at: string;
  /** Null where it is finished, or its sender would send it again. */
  payload: string | null;
  /** The process that claimed or adopted it; empty where it was claimed by a version that did not say. */
  member: string;
  /** Random, one for each claim: tells a claim that is repeated from another one. */
  attempt: string;
}

/** Processes that showed that they live. */
export interface MembersTable {
  id: string;
  /** ISO 8601, UTC. */
  lives_until: string;
}

/** What one process does alone. */
export interface LeasesTable {
  name: string;
  /** Who holds it; empty where nobody does. */
  member: string;
  note: string | null;
}

/** A row to lock, for each channel that alerts were taken for. */
export interface AlertChannelsTable {
  channel: string;
}

/** What differs from the defaults, by place and name. */
export interface SettingsTable {
  place: string;
  name: string;
  /** JSON. */
  value: string;
  /** ISO 8601, UTC. */
  changed_at: string;
  changed_by: string;
}

/** Sign-ins of the bot at workspaces. */
export interface InstallationsTable {
  key: string;
  /** Only the adapter that wrote it can read it. */
  sealed: string;
}

/** Places articles come from by themselves. */
export interface SourcesTable {
  name: string;
  kind: string;
  location: string;
  /** 0 or 1. */
  paused: number;
  /** 0 or 1. */
  full_text: number;
  /** ISO 8601, UTC. */
  added_at: string;
}

/** How reading a feed went last. Times are ISO 8601, UTC. */
export interface FeedStatesTable {
  source: string;
  etag: string | null;
  last_modified: string | null;
  next_at: string | null;
  failures: number;
  last_error: string | null;
  read_at: string | null;
  first_read_at: string | null;
  failing_since: string | null;
  warned_at: string | null;
}

/** Which article an item of a feed became. */
export interface FeedItemsTable {
  source: string;
  key: string;
  article_id: string;
}

/** Documents that were accepted and are not articles yet. */
export interface InboxTable {
  id: string;
  /** Larger than that of all that stood when the row was inserted: clocks may go back, this does not. */
  sequence: number;
  /** Not one of the origins before its first article is. */
  origin: string;
  origin_location: string;
  article_id: string;
  path: string;
  /** 0 or 1. */
  old: number;
  /** ISO 8601, UTC. */
  received_at: string;
  /** Null where the article is to be removed. */
  bytes: Uint8Array | null;
}

/** Jobs that went wrong. */
export interface JobsTable {
  name: string;
  id: string;
  attempts: number;
  error: string;
  /** ISO 8601, UTC. */
  failed_at: string;
  /** ISO 8601, UTC; null where it was set aside. */
  next_at: string | null;
}

/**
 * One row per subscription ever made. One that was removed keeps its row, emptied, so that its revision still tells
 * readers to drop it.
 */
export interface SubscriptionsTable {
  id: string;
  /** Unique, and larger than that of every earlier change. */
  revision: number;
  /** 0 or 1. */
  removed: number;
  channel: string;
  place: string;
  locale: string;
  mention: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
  created_by: string;
  /** Null while alerts are sent; so is the time. */
  paused_reason: string | null;
  /** ISO 8601, UTC. */
  paused_at: string | null;
  /** JSON. */
  topic: string;
}

/** One row; see the other counter of revisions. */
export interface SubscriptionCounterTable {
  id: number;
  revision: number;
}

/** The outbox: what channels are told, or were told. Times are ISO 8601, UTC. */
export interface AlertsTable {
  id: string;
  /** Larger than that of all that were put before: clocks may go back, this does not. */
  sequence: number;
  channel: string;
  place: string;
  locale: string;
  subscription_id: string | null;
  /** A channel hears of it once. */
  story: string;
  state: string;
  attempts: number;
  /** Random, one for each take: tells a take that is repeated from another one. */
  attempt: Generated<string>;
  /** When the last attempt ended; of one that is being sent, when it began. */
  attempted_at: string | null;
  uncertain_since: string | null;
  /** Null where nothing is to be begun: it is over, or being sent, or uncertain for good. */
  next_at: string | null;
  message_ref: string | null;
  sent_at: string | null;
  /** Why it was dropped. */
  reason: string | null;
  created_at: string;
  /** JSON. */
  about: string;
}

/** One row: the sequence of the alert that was put last. */
export interface AlertCounterTable {
  id: number;
  sequence: number;
}

/** What articles are known by, whoever brings them. Never forgotten: a story would be news again. */
export interface StoriesTable {
  key: string;
  /** The key it was seen by first. */
  story: string;
  /** When the story, not the key, was seen first. ISO 8601, UTC. */
  seen_at: string;
}

export interface Tables {
  origins: OriginsTable;
  articles: ArticlesTable;
  block_counts: BlockCountsTable;
  revision_counter: RevisionCounterTable;
  marks: MarksTable;
  feedback: FeedbackTable;
  exchanges: ExchangesTable;
  events: EventsTable;
  settings: SettingsTable;
  installations: InstallationsTable;
  sources: SourcesTable;
  feed_states: FeedStatesTable;
  feed_items: FeedItemsTable;
  inbox: InboxTable;
  jobs: JobsTable;
  subscriptions: SubscriptionsTable;
  subscription_counter: SubscriptionCounterTable;
  alerts: AlertsTable;
  alert_counter: AlertCounterTable;
  stories: StoriesTable;
  members: MembersTable;
  leases: LeasesTable;
  alert_channels: AlertChannelsTable;
}
