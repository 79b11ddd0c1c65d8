import type { RejectReason, Subscription } from "./subscription-store.ts";

export type AlertAbout =
  | {
      readonly kind: "article";
      readonly articleId: string;
      /** Words of the topics that were found in it. */
      readonly words: readonly string[];
      /** Roles or user groups to mention. */
      readonly mentions: readonly string[];
      /** Subscriptions that want it beside the one it is counted for. */
      readonly alsoFor?: readonly string[];
    }
  /** Times are ISO 8601, UTC. */
  | { readonly kind: "source-failing"; readonly source: string; readonly since: string; readonly pausesAt: string }
  | { readonly kind: "source-paused"; readonly source: string; readonly since: string }
  | { readonly kind: "alerts-paused"; readonly channel: string; readonly reason: RejectReason };

export interface NewAlert extends Pick<Subscription, "channel" | "place" | "locale"> {
  /** Random, 16 letters and digits. `channel` may also be somebody's direct messages: "dm:discord:123". */
  readonly id: string;
  /** Null for notices that belong to none. */
  readonly subscriptionId: string | null;
  /** What a channel hears of once. */
  readonly story: string;
  readonly about: AlertAbout;
}

/**
 * `waiting`: to be sent. `sending`: the platform may have it any moment. `uncertain`: it may or may not have been
 * posted. `sent`, `dropped`: over.
 */
export type AlertState = "waiting" | "sending" | "uncertain" | "sent" | "dropped";

/** Times are ISO 8601, UTC. */
export interface StoredAlert extends NewAlert {
  readonly state: AlertState;
  /** How often sending it was begun. */
  readonly attempts: number;
  /** Since when it may have been posted: the first attempt after it was last known not to be; null where it is known. */
  readonly uncertainSince: string | null;
  /** Not before; null where it is over, or uncertain for good. */
  readonly nextAt: string | null;
  /** The platform's name of the message that was posted. */
  readonly messageRef: string | null;
  readonly createdAt: string;
}

export type AlertResult =
  | { readonly state: "sent"; readonly messageRef: string }
  /** It was surely not posted. */
  | { readonly state: "waiting"; readonly nextAt: string }
  /** `nextAt` null: nobody will ever know. */
  | { readonly state: "uncertain"; readonly nextAt: string | null }
  /** One word or sentence for operators. */
  | { readonly state: "dropped"; readonly reason: string };

export interface TakeRules {
  /** From the end of one attempt in a channel to the beginning of the next. */
  readonly paceMs: number;
  /** What has been `sending` for longer has no process any more that waits for it. */
  readonly staleMs: number;
}

export type Taken =
  /** It is `sending` in the database now; its `uncertainSince` and `attempts` count this attempt. */
  | { readonly kind: "taken"; readonly alert: StoredAlert; readonly mayBePosted: boolean }
  /** Something waits, but not before this time. */
  | { readonly kind: "later"; readonly at: string };

/** Alerts between being decided on and being posted. Article alerts come from commits; see the article store. */
export interface AlertStore {
  /** All committed when it returns. One that its channel heard of already is left alone. */
  putAlerts(alerts: readonly NewAlert[]): Promise<void>;
  /** Channels with something to be sent by now, those that wait longest first. `staleMs`: see TakeRules. */
  dueChannels(nowIso: string, staleMs: number, limit: number): Promise<readonly string[]>;
  /**
   * Marks the channel's oldest alert that is not over as `sending`, once it is due; committed when it returns. Younger
   * ones wait for it: they come in order, and an uncertain one can be looked for among few. Of several processes one
   * gets it; nothing is taken while another alert of the channel is being sent, or within the pace. Null where nothing
   * waits. `mayBePosted`: an earlier attempt of it may have reached the platform.
   */
  takeAlert(channel: string, nowIso: string, rules: TakeRules): Promise<Taken | null>;
  /** What came of an attempt; left alone where another attempt began since, unless this one was sent. */
  settleAlert(alert: Pick<StoredAlert, "id" | "attempts">, result: AlertResult, nowIso: string): Promise<void>;
  alert(id: string): Promise<StoredAlert | null>;
  /** How many are in each state; only those of one channel where it is given. */
  countAlerts(channel?: string): Promise<Readonly<Record<AlertState, number>>>;
  /** Forgets alerts that were over before. Returns how many. */
  dropAlertsBefore(iso: string): Promise<number>;
}
