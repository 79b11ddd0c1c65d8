import type { ArticleSource, SourceWatch } from "../ports/article-source.ts";
import type { Origin } from "../ports/article-store.ts";
import type { Audience } from "../ports/audience.ts";
import type { DocumentReader } from "../ports/document-reader.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import type { Source } from "../ports/source-store.ts";
import type { Store } from "../ports/store.ts";
import { messageOf } from "../text/thrown.ts";
import { overlap } from "./overlap.ts";
import { dueFeeds, READ_FEED } from "./read-feeds.ts";
import { watchSource } from "./watch-source.ts";

/** How soon a source that was added beside the running bot is followed. */
const LOOK_EVERY_MS = 5_000;

interface FollowServices {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly reader: DocumentReader;
  readonly clock: Clock;
  readonly log: Logger;
  /** Absent where nobody is told of anything. */
  readonly audience?: Audience;
  onCommit(): void;
  openFolder(path: string, known: readonly Origin[], name?: string): Promise<ArticleSource>;
  /** The operator's own articles, which are followed without; null where none are set. */
  readonly openArticles: ((known: readonly Origin[]) => Promise<ArticleSource>) | null;
  articleId(originName: string): (path: string) => string;
}

/** Watches the folders and asks for the feeds that operators have added, as they add and remove them. */
export function followSources(services: FollowServices): SourceWatch {
  const { store, queue, clock, log } = services;
  const watched = new Map<string, { readonly location: string; readonly watch: SourceWatch }>();
  const unreadable = new Set<string>();

  const begin = async ({ name, location }: Source) => {
    try {
      const known = await store.origins();
      const own = await services.openArticles?.(known).catch(() => null);
      if (own && overlap(own.origin.location, location)) {
        throw new Error(
          `the folder of ARTICLES_DIR (${own.origin.location}) holds the same files, and is followed. Remove the source, or change the setting`,
        );
      }
      const source = await services.openFolder(location, known, name);
      const { report, watch } = await watchSource(source, services, {
        articleId: services.articleId(source.origin.name),
      });
      watched.set(name, { location, watch });
      for (const warning of report.warnings) log.warn(warning);
      unreadable.delete(name);
    } catch (error) {
      if (!unreadable.has(name)) log.warn(`The source ${name} cannot be read; trying on: ${messageOf(error)}`);
      unreadable.add(name);
    }
  };
  const look = async () => {
    try {
      const sources = await store.sources();
      const folders = new Map(
        sources.filter(({ kind, paused }) => kind === "folder" && !paused).map((source) => [source.name, source]),
      );
      for (const [name, { location, watch }] of [...watched]) {
        if (folders.get(name)?.location === location) continue;
        watched.delete(name);
        await watch.stop();
      }
      for (const source of folders.values()) if (!watched.has(source.name)) await begin(source);
      const nowIso = new Date(clock.now()).toISOString();
      for (const name of await dueFeeds(store, nowIso)) await queue.add(READ_FEED, name);
    } catch (error) {
      log.error("The sources could not be looked up; trying on", error);
    }
  };
  const stopLooking = clock.every(LOOK_EVERY_MS, look);
  const first = look();
  return {
    async stop() {
      await first;
      await stopLooking();
      await Promise.all([...watched.values()].map(({ watch }) => watch.stop()));
    },
  };
}
