import type { ArticleSource, SourceWatch } from "../ports/article-source.ts";
import type { Audience } from "../ports/audience.ts";
import type { DocumentReader } from "../ports/document-reader.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import type { Store } from "../ports/store.ts";
import { messageOf } from "../text/thrown.ts";
import { type IngestOptions, type IngestReport, ingestChange, ingestDocuments } from "./ingest-documents.ts";
import { tellOfOrigin } from "./tell-of-origin.ts";

/** What the system did not tell of, such as on a network disk, is found this late. */
const READ_AGAIN_EVERY_MS = 10 * 60_000;

export interface WatchServices {
  readonly store: Store;
  readonly reader: DocumentReader;
  readonly clock: Clock;
  readonly log: Logger;
  /** Absent where nobody is told of anything. */
  readonly audience?: Audience;
  /** Called when something was committed. */
  onCommit(): void;
}

interface WatchOptions extends Omit<IngestOptions, "telling"> {
  /** Nothing in it is ever news, such as samples. */
  readonly isOld?: boolean;
}

/** Reads a source, and then what changes in it until it is stopped. Rejects where it cannot be read at all. */
export async function watchSource(
  source: ArticleSource,
  services: WatchServices,
  { isOld = false, ...options }: WatchOptions,
): Promise<{ readonly report: IngestReport; readonly watch: SourceWatch }> {
  const { clock, log, audience, onCommit } = services;
  const telling = audience && { audience, isNews: !isOld };
  const warned = new Set<string>();
  const tell = (report: IngestReport) => {
    const { added, changed, removed, failed } = report;
    for (const warning of report.warnings) {
      if (!warned.has(warning)) log.warn(warning);
      warned.add(warning);
    }
    if (added + changed + removed + failed === 0) return;
    log.info(`Read changes in ${source.origin.location}`, { added, changed, removed, failed });
    onCommit();
  };
  // One after the other: two readings of a folder would each remove what the other one has not seen.
  let reading: Promise<unknown> = Promise.resolve();
  const inTurn = (read: () => Promise<IngestReport>) => {
    const done = reading.then(async () => {
      try {
        tell(await read());
      } catch (error) {
        log.warn(`${source.origin.location} could not be read: ${messageOf(error)}`);
      }
    });
    reading = done;
    return done;
  };
  // Watched before it is read, so that nothing happens in between.
  const first = Promise.withResolvers<void>();
  reading = first.promise;
  const watch = await source.watch?.((change) =>
    inTurn(() => ingestChange(source, services, { ...options, telling }, change)),
  );
  const report = await tellOfOrigin(source.origin, services, (ofOrigin) =>
    ingestDocuments(source, services, { ...options, telling: isOld ? telling : ofOrigin }),
  ).catch(async (error: unknown) => {
    first.resolve();
    await watch?.stop();
    throw error;
  });
  first.resolve();
  for (const warning of report.warnings) warned.add(warning);
  const stopReadingAgain = clock.every(READ_AGAIN_EVERY_MS, () =>
    inTurn(() => ingestDocuments(source, services, { articleId: options.articleId, telling })),
  );
  return {
    report,
    watch: {
      async stop() {
        await watch?.stop();
        await stopReadingAgain();
        await reading;
      },
    },
  };
}
