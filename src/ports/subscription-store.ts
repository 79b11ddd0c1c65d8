import type { Watcher } from "../alerts/watcher.ts";

/** `asked`: by a person. All others: the platform does not let the bot post there any more. */
export type PauseReason = "asked" | RejectReason;

/** Why the platform takes nothing more there. */
export type RejectReason = "channel-gone" | "no-permission" | "archived" | "not-in-channel" | "uninstalled";

export interface Pause {
  readonly reason: PauseReason;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A channel that is to hear of articles on a topic. */
export interface Subscription extends Watcher {
  /** "discord:123", "slack:T1:U2". */
  readonly createdBy: string;
  /** Null while alerts are sent. */
  readonly paused: Pause | null;
}

export interface ListedSubscription extends Subscription {
  /** ISO 8601, UTC; null where no alert was sent for it yet. */
  readonly lastSentAt: string | null;
  /** Alerts of it that may or may not have been posted; nobody can tell. */
  readonly uncertain: number;
}

/** What happened to subscriptions after some revision. */
export interface SubscriptionChanges {
  /** Those that are neither removed nor paused. */
  readonly active: readonly Subscription[];
  /** Removed or paused. */
  readonly inactiveIds: readonly string[];
  readonly revision: number;
}

export interface SubscriptionStore {
  /** Committed when it returns; replaces the subscription of this id. "full", and nothing stored, where its channel has `most` others already. */
  putSubscription(subscription: Subscription, most: number): Promise<"stored" | "full">;
  /** Null where there is none, or it was removed. */
  subscription(id: string): Promise<Subscription | null>;
  /** Oldest first. */
  subscriptionsOf(channel: string): Promise<readonly ListedSubscription[]>;
  /** Of one person, or of everybody where `createdBy` is null. Newest first, at most `limit`. */
  subscriptionsIn(place: string, createdBy: string | null, limit: number): Promise<readonly ListedSubscription[]>;
  /** Its alerts that were not sent yet are dropped with it, in one transaction. False where there was none. Safe to run twice. */
  removeSubscription(id: string): Promise<boolean>;
  /** Pauses one that is not paused; its alerts that were not sent yet are dropped. False where nothing changed. */
  pauseSubscription(id: string, pause: Pause): Promise<boolean>;
  /** False where it was not paused. */
  resumeSubscription(id: string): Promise<boolean>;
  /** Pauses all of a channel that are not paused, with their alerts; returns them, as they were. */
  pauseChannel(channel: string, pause: Pause): Promise<readonly Subscription[]>;
  /** Everything that changed after this revision; 0: all that are active. */
  subscriptionsSince(revision: number): Promise<SubscriptionChanges>;
}
