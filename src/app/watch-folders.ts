import type { IngestReport } from "../flows/ingest-documents.ts";
import { type WatchServices, watchSource } from "../flows/watch-source.ts";
import type { ArticleSource, SourceWatch } from "../ports/article-source.ts";
import type { BotPorts, Ports } from "../ports/ports.ts";
import { messageOf } from "../text/thrown.ts";
import { idWithin } from "./opening.ts";
import { StartError } from "./start-error.ts";

/** How soon a folder that was away is read. */
const TRY_EVERY_MS = 5_000;

interface Folder {
  open(): Promise<ArticleSource>;
  /** Nothing in it is ever news. */
  readonly isOld: boolean;
}

/**
 * Reads the samples and the operator's own articles, and follows them until that is stopped. A folder that cannot be
 * read, such as one on a disk that is not there yet, does not keep the bot from answering: what is stored of it stays,
 * the log says what is wrong, and it is tried again until it can be read.
 */
export async function watchFolders(
  { openArticles, openSamples, withSamples }: Ports & BotPorts,
  services: WatchServices,
  { closers, stopping }: { readonly closers: (() => Promise<void> | void)[]; readonly stopping: () => boolean },
): Promise<void> {
  const known = () => services.store.origins();
  const samples: Folder = { open: async () => openSamples(await known()), isOld: true };
  const folders = withSamples ? [samples] : [];
  if (openArticles) folders.push({ open: async () => onlyFolder(await openArticles(await known())), isOld: false });
  for (const folder of folders) {
    if (stopping()) return;
    const watch = await watchFolder(folder, services, stopping);
    closers.push(() => watch.stop());
  }
}

async function watchFolder(folder: Folder, services: WatchServices, stopping: () => boolean): Promise<SourceWatch> {
  const { clock, log, onCommit } = services;
  let watch: SourceWatch | null = null;
  let toldProblem = "";
  const onProgress = () => {
    if (stopping()) throw new StartError("Stopped while reading documents.");
  };
  const begin = async () => {
    try {
      const source = await folder.open();
      const articleId = idWithin(source.origin.name);
      const begun = await watchSource(source, services, { articleId, onProgress, isOld: folder.isOld });
      watch = begun.watch;
      log.info(ingestLine(source.origin.location, begun.report));
      for (const warning of new Set(begun.report.warnings)) log.warn(warning);
    } catch (error) {
      const problem = messageOf(error).replace(/\.$/, "");
      if (problem === toldProblem || stopping()) return;
      toldProblem = problem;
      log.error(`${problem}. What is stored of it stays; it is tried again until it can be read.`);
    }
  };
  await begin();
  const stopTrying = clock.every(TRY_EVERY_MS, async () => {
    if (watch !== null || stopping()) return;
    await begin();
    onCommit();
  });
  return {
    async stop() {
      await stopTrying();
      await watch?.stop();
    },
  };
}

function onlyFolder(source: ArticleSource): ArticleSource {
  if (!source.oneDocument) return source;
  throw new Error(`ARTICLES_DIR must be a folder, but it names one file of ${source.origin.location}.`);
}

function ingestLine(location: string, { added, changed, unchanged, removed, failed }: IngestReport): string {
  return `Read ${location}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${failed} failed.`;
}
