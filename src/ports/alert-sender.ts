import type { Excerpt } from "../alerts/choose-excerpt.ts";
import type { AlertAbout } from "./alert-store.ts";
import type { ArticleSummary } from "./library.ts";
import type { RejectReason, Subscription } from "./subscription-store.ts";

export type AlertContent =
  | {
      readonly kind: "article";
      readonly article: Pick<ArticleSummary, "id" | "key" | "title" | "source" | "url" | "publishedAt">;
      /** Null where the article says nothing. */
      readonly excerpt: Excerpt | null;
      readonly mentions: readonly string[];
    }
  | Exclude<AlertAbout, { readonly kind: "article" }>;

/** What is posted, whole. */
export interface Alert extends Pick<Subscription, "channel" | "place" | "locale"> {
  /** 16 letters and digits. It goes with the message, so that the message can be found by it. */
  readonly id: string;
  readonly content: AlertContent;
}

export type SendOutcome =
  | { readonly kind: "sent"; readonly messageRef: string }
  /** It may have been posted: the answer was lost. */
  | { readonly kind: "uncertain"; readonly why: string }
  /** It was not posted; `notBeforeMs` null: when the platform says nothing of it. */
  | { readonly kind: "retry"; readonly notBeforeMs: number | null; readonly why: string }
  /** The platform does not take this very alert, however often it is sent; others it takes. */
  | { readonly kind: "refused"; readonly why: string }
  /** Nothing will be posted there any more. */
  | { readonly kind: "rejected"; readonly reason: RejectReason; readonly why: string };

export type FindOutcome =
  | { readonly kind: "found"; readonly messageRef: string }
  | { readonly kind: "none" }
  /** It cannot be told, ever. */
  | { readonly kind: "unknown"; readonly why: string }
  | { readonly kind: "later"; readonly notBeforeMs: number };

/** Posts alerts on one platform. It never repeats anything by itself, and never throws. */
export interface AlertSender {
  /** Channels begin with it: "discord", "slack". */
  readonly platform: string;
  /** Between two posts in one channel. */
  readonly paceMs: number;
  /** Within this time of a first attempt the platform recognises a repeated one by itself; 0: it never does. */
  readonly repeatableForMs: number;
  send(alert: Alert): Promise<SendOutcome>;
  /** Whether the alert was posted. */
  find(alert: Pick<Alert, "id" | "channel" | "place">, within: FindWithin): Promise<FindOutcome>;
}

/** When an alert was posted, if it was. */
export interface FindWithin {
  readonly sinceMs: number;
  readonly untilMs: number;
}
