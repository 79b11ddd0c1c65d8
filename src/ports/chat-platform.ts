import type { AlertDesk } from "./alert-desk.ts";
import type { AlertSender } from "./alert-sender.ts";
import type { ArticleIntake } from "./article-intake.ts";
import type { Assistant } from "./assistant.ts";
import type { ChatDesk } from "./chat-desk.ts";
import type { EventLog } from "./event-log.ts";
import type { InstallationStore } from "./installation-store.ts";
import type { Library } from "./library.ts";
import type { Leases } from "./membership.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Settings } from "./settings.ts";

/** What a front end is given to serve people with. */
export interface FrontDesk {
  readonly assistant: Assistant;
  readonly chat: ChatDesk;
  readonly library: Library;
  readonly alerts: AlertDesk;
  readonly settings: Settings;
  readonly events: EventLog;
  readonly leases: Leases;
  readonly installations: InstallationStore;
  readonly rateLimit: RateLimit;
  readonly intake: ArticleIntake;
  /** False until everything the store held at the start can be found. */
  ready(): boolean;
  /** Of the index: what the store held at this revision can be found. */
  revision(): number;
}

/** A place where people talk to the bot. */
export interface ChatPlatform {
  readonly name: string;
  /** Absent where nobody can be told of anything. */
  readonly alerts?: AlertSender;
  /** Where people find it, or a sentence for the operator who can mend what is wrong. */
  start(): Promise<{ readonly address: string } | { readonly problem: string }>;
  /** Takes nothing new and finishes what is in hand, within a time of its own. Also where it never started. */
  stop(): Promise<void>;
}
