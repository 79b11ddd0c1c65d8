import type { AlertStore } from "./alert-store.ts";
import type { ArticleStore } from "./article-store.ts";
import type { EventLog } from "./event-log.ts";
import type { ExchangeStore } from "./exchange-store.ts";
import type { FeedbackStore } from "./feedback-store.ts";
import type { InboxStore } from "./inbox-store.ts";
import type { InstallationStore } from "./installation-store.ts";
import type { JobStore } from "./job-store.ts";
import type { Membership } from "./membership.ts";
import type { SettingStore } from "./setting-store.ts";
import type { SourceStore } from "./source-store.ts";
import type { SubscriptionStore } from "./subscription-store.ts";

/** Everything one installation keeps, over one connection. */
export interface Store
  extends ArticleStore,
    FeedbackStore,
    ExchangeStore,
    EventLog,
    SettingStore,
    InstallationStore,
    SourceStore,
    InboxStore,
    JobStore,
    SubscriptionStore,
    AlertStore,
    Membership {
  /** Whether an operation holds the whole process while it waits for the disk or for another writer. */
  readonly holdsProcess: boolean;
}
