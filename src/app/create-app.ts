import { createAssistant } from "./flows/answer-question.ts";
import { createLibrary } from "./flows/browse-library.ts";
import { type Evaluation, evaluateSet } from "./flows/evaluate-set.ts";
import { type IngestReport, ingestDocuments } from "./flows/ingest-documents.ts";
import { inspectDocument } from "./flows/inspect-document.ts";
import { catchUp, keepFresh, type StartReport, startIndex } from "./flows/refresh-index.ts";
import type { StoreStatus } from "./ports/article-store.ts";
import type { Assistant } from "./ports/assistant.ts";
import type { ChatPlatform } from "./ports/chat-platform.ts";
import type { BotPorts, Ports } from "./ports/ports.ts";
import type { Clock, Logger } from "./ports/runtime.ts";
import type { Store } from "./ports/store.ts";
import { createMiniSearchIndex } from "./search/mini-search-index.ts";
import { createSpeller } from "./search/spelling.ts";
import { type Lexicon, parseLexicon } from "./text/lexicon.ts";
import { withoutControls } from "./text/plain.ts";

/** What is read in: a store, its index, and the assistant that answers from it. */
export interface OpenedLibrary {
  readonly assistant: Assistant;
  /** Findings at start that an operator may want to know. */
  readonly notes: readonly string[];
  status(): Promise<StoreStatus>;
  close(): Promise<void>;
}

export interface App {
  /** The installation's library; the sample articles are ingested first where there are no articles at all. */
  openLibrary(): Promise<OpenedLibrary>;
  /** A library of one folder, in memory, with paths as article ids. */
  openCorpus(path: string): Promise<OpenedLibrary>;
  ingest(
    path: string,
    options: { readonly name?: string; readonly onProgress?: (done: number, total: number) => void },
  ): Promise<{
    readonly report: IngestReport;
    readonly status: StoreStatus;
  }>;
  inspect(path: string): ReturnType<typeof inspectDocument>;
  evaluate(set: Parameters<typeof evaluateSet>[0]): Promise<Evaluation>;
}

export function createApp(ports: Ports): App {
  return {
    async openLibrary() {
      const { lexicon, warnings } = await readLexicon(ports);
      const store = await ports.openStore();
      const notes = [...warnings];
      const { articles } = await store.status();
      if (articles === 0) {
        const samples = await ports.openSamples(await store.origins());
        const report = await ingestDocuments(samples, store, { articleId: idWithin(samples.origin.name) });
        notes.push(...report.warnings);
      }
      const index = createMiniSearchIndex(lexicon);
      const started = await startIndex(index, store, ports.openSnapshotFile(await store.id()));
      notes.push(...refusedLines(started), ...notKeptLines(started));
      return toLibrary(index, lexicon, store, ports.clock, notes);
    },

    async openCorpus(path) {
      const { lexicon, warnings } = await readLexicon(ports);
      const source = await ports.openFolder(path, []);
      const store = await ports.openMemoryStore();
      const report = await ingestDocuments(source, store, { articleId: (file) => file });
      const index = createMiniSearchIndex(lexicon);
      await catchUp(index, store);
      return toLibrary(index, lexicon, store, ports.clock, [...warnings, ...report.warnings]);
    },

    async ingest(path, { name, onProgress }) {
      const store = await ports.openStore();
      try {
        const source = await ports.openFolder(path, await store.origins(), name);
        const report = await ingestDocuments(source, store, {
          articleId: idWithin(source.origin.name),
          ...(onProgress ? { onProgress } : {}),
        });
        return { report, status: await store.status() };
      } finally {
        await store.close();
      }
    },

    inspect: async (path) => inspectDocument(await ports.openFolder(path, [])),

    evaluate: async (set) => evaluateSet(set, (await readLexicon(ports)).lexicon, ports.clock),
  };
}

async function readLexicon(ports: Ports) {
  return parseLexicon(await ports.readAliases(), await ports.readSynonyms());
}

/** How the articles of an installation are named: by their origin and their path in it. */
function idWithin(originName: string): (path: string) => string {
  return (path) => `${originName}/${path}`;
}

/** Something an operator can mend keeps the bot from starting. The message says what, and what to do. */
export class StartError extends Error {
  override readonly name = "StartError";

  constructor(message: string, options?: ErrorOptions) {
    super(withoutControls(message), options);
  }
}

export interface Bot {
  /** Fulfilled when every article can be found and every front end is open. Rejects with StartError. */
  readonly started: Promise<void>;
  /** Ends everything in the reverse order, also while it starts. Call it once; safe where starting failed. */
  stop(): Promise<void>;
}

/** Starts the bot: data, front ends, articles, index. Front ends come early, so that they can say it is not ready yet. */
export function startBot(ports: Ports & BotPorts, log: Logger): Bot {
  const { clock } = ports;
  let stopping = false;
  let ready = false;
  // In the order of stopping: nobody asks any more, the snapshot is kept, the store closes, another bot may start.
  let closePlatforms = async () => {};
  let stopRefreshing = async () => {};
  let closeStore = async () => {};
  let releaseData = () => {};

  const start = async () => {
    const claim = await ports.claimData();
    if ("problem" in claim) throw new StartError(claim.problem);
    releaseData = claim.release;
    for (const line of ports.describeParts()) log.info(line);

    const { lexicon, warnings } = await readLexicon(ports);
    const store = await ports.openStore();
    closeStore = () => store.close();
    const index = createMiniSearchIndex(lexicon);
    const assistant = createAssistant({ index, lexicon, speller: createSpeller(index, lexicon) }, store, clock);
    const platforms = await ports.openPlatforms({ assistant, library: createLibrary(index), ready: () => ready }, log);
    closePlatforms = async () => {
      await Promise.all(platforms.map((platform) => platform.stop()));
    };
    const addresses = await startPlatforms(platforms);

    const warned = new Set(warnings);
    for (const open of [ports.openSamples, ports.openArticles]) {
      if (open === null || stopping) continue;
      const source = await open(await store.origins());
      if (open === ports.openArticles && source.oneDocument)
        throw new StartError(`ARTICLES_DIR must be a folder, but it names one file of ${source.origin.location}.`);
      const report = await ingestDocuments(source, store, {
        articleId: idWithin(source.origin.name),
        onProgress: () => {
          if (stopping) throw new StartError("Stopped while reading documents.");
        },
      });
      log.info(ingestLine(source.origin.location, report));
      for (const warning of report.warnings) warned.add(warning);
    }
    for (const warning of warned) log.warn(warning);
    if (stopping) return;

    const snapshot = ports.openSnapshotFile(await store.id());
    const report = await startIndex(index, store, snapshot);
    for (const line of refusedLines(report)) log.info(line);
    for (const line of notKeptLines(report)) log.warn(line);
    stopRefreshing = keepFresh(index, store, snapshot, { clock, log });
    ready = true;
    const { articles, sections } = await store.status();
    log.info(`Ready: ${articles} articles with ${sections} sections can be asked about.`);
    for (const line of addresses) log.info(line);
  };

  const started = start().catch(asStartError);
  return {
    started: started.catch((error: unknown) => {
      if (!stopping) throw error;
    }),
    async stop() {
      stopping = true;
      await started.catch(() => {});
      await closePlatforms();
      await stopRefreshing();
      await closeStore();
      releaseData();
    },
  };
}

/** A line for each: where people find it. */
async function startPlatforms(platforms: readonly ChatPlatform[]): Promise<string[]> {
  const lines: string[] = [];
  for (const platform of platforms) {
    const opened = await platform.start();
    if ("problem" in opened) throw new StartError(opened.problem);
    lines.push(`${platform.name}: ${opened.address}`);
  }
  return lines;
}

function ingestLine(location: string, { added, changed, unchanged, removed, failed }: IngestReport): string {
  return `Read ${location}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${failed} failed.`;
}

function refusedLines({ snapshotRefused }: StartReport): string[] {
  return snapshotRefused === null
    ? []
    : [`The index was built again: its snapshot was not used because ${snapshotRefused}.`];
}

function notKeptLines({ snapshotNotKept }: StartReport): string[] {
  return snapshotNotKept === null
    ? []
    : [`The index's snapshot could not be written; the next start builds it again: ${snapshotNotKept}.`];
}

/** What stores, sources and the system throw is a sentence for the operator. A mistake in the code keeps its stack. */
function asStartError(error: unknown): never {
  const isMistake = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  if (error instanceof StartError || isMistake || !(error instanceof Error)) throw error;
  throw new StartError(error.message, { cause: error });
}

function toLibrary(
  index: ReturnType<typeof createMiniSearchIndex>,
  lexicon: Lexicon,
  store: Store,
  clock: Clock,
  notes: readonly string[],
): OpenedLibrary {
  return {
    assistant: createAssistant({ index, lexicon, speller: createSpeller(index, lexicon) }, store, clock),
    notes,
    status: () => store.status(),
    close: () => store.close(),
  };
}
