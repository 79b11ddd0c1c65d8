import type { WordLists } from "../text/lexicon.ts";
import type { ArticleSource } from "./article-source.ts";
import type { Origin } from "./article-store.ts";
import type { ChatPlatform, FrontDesk } from "./chat-platform.ts";
import type { DocumentReader } from "./document-reader.ts";
import type { IndexFolder } from "./index-folder.ts";
import type { JobQueue } from "./job-queue.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Clock, Logger } from "./runtime.ts";
import type { Store } from "./store.ts";
import type { WakeUps } from "./wake-ups.ts";
import type { WebFetch } from "./web-fetch.ts";

/** Commands call it by different names. */
export type NameOption = "--source" | "--name";

/** What the application is given. Everything is opened only when it is asked for. */
export interface Ports {
  readonly clock: Clock;
  /** IANA name, such as "Asia/Seoul": the year and the month of a question are those of people there. */
  readonly timeZone: string;
  /** The store of this installation. A log is told when it is away, and when it is back. */
  openStore(log?: Logger): Promise<Store>;
  /** An empty store that is gone with the process. */
  openMemoryStore(): Promise<Store>;
  /** Where the index of one store is kept. */
  openIndexFolder(storeId: string, words: WordLists): Promise<IndexFolder>;
  /**
   * A folder or one file of it; `name` overrides the folder's name, and `option` is how a command's user gives one. Throws
   * a sentence for the user.
   */
  openFolder(path: string, known: readonly Origin[], name?: string, option?: NameOption): Promise<ArticleSource>;
  /** The sample articles that come with the program. */
  openSamples(known: readonly Origin[]): Promise<ArticleSource>;
  /** Whether they are read by themselves. */
  readonly withSamples: boolean;
  /** The operator's own articles; null where none are set. Throws a sentence for the operator. */
  readonly openArticles: ((known: readonly Origin[]) => Promise<ArticleSource>) | null;
  /** A log is told what is a mistake of ours; what was refused, who asked has to tell. */
  openFetch(log?: Logger): Promise<WebFetch>;
  /** Those that come with the program, then the operator's own. Throws a sentence for the operator. */
  readWordLists(): Promise<WordLists>;
}

/** What commands that set up chat platforms are given. */
export interface SetupPorts {
  /** Null where Discord is off. */
  readonly registerDiscordCommands:
    | (() => Promise<{ readonly count: number; readonly changed: boolean } | { readonly problem: string }>)
    | null;
  /**
   * Copies everything from one store into an empty one: "sqlite:PATH" or "postgres://…". All or nothing; what was copied
   * before is compared. Throws a sentence for the operator. `onTable` hears of each table that was copied and compared.
   */
  moveStore(
    from: string,
    to: string,
    onTable: (table: string, rows: number) => void,
  ): Promise<"moved" | "there already">;
  /** As YAML. Without an address the app uses Socket Mode. */
  slackManifest(options: { readonly publicUrl: string | null; readonly locale: "en" | "ko" }): Promise<string>;
}

/** bot: chats. web: the page, the API and the webhook. worker: jobs, sources and alerts. */
export type Role = "bot" | "web" | "worker";

/** What a bot that runs is given beside that. */
export interface BotPorts {
  /** What this process does. */
  readonly roles: ReadonlySet<Role>;
  openRateLimit(log: Logger, clock: Clock, storeId: string): Promise<RateLimit>;
  openWakeUps(log: Logger, clock: Clock, storeId: string): Promise<WakeUps>;
  openReader(): Promise<DocumentReader>;
  openQueue(log: Logger, clock: Clock, storeId: string): Promise<JobQueue>;
  openLog(): Promise<Logger>;
  /**
   * Makes this process the only bot on its data until it ends, however it ends; a problem where another one is. Null
   * where several may share the data.
   */
  readonly claimData: (() => Promise<{ readonly release: () => void } | { readonly problem: string }>) | null;
  openPlatforms(desk: FrontDesk, log: Logger, clock: Clock): Promise<readonly ChatPlatform[]>;
  /** A line each: what is on, and what is off and why. */
  describeParts(): readonly string[];
}
