import { createAudience } from "../alerts/audience.ts";
import { createAssistant } from "../flows/answer-question.ts";
import { createLibrary } from "../flows/browse-library.ts";
import { type Evaluation, type EvaluationRequest, evaluateSet } from "../flows/evaluate-set.ts";
import { type IngestReport, ingestDocuments } from "../flows/ingest-documents.ts";
import { inlineReader } from "../flows/inline-reader.ts";
import { inspectDocument } from "../flows/inspect-document.ts";
import { createIndexKeeper } from "../flows/keep-index.ts";
import { knowIndex } from "../flows/know-index.ts";
import { dropJobs, failedJobs, retryJobs, waitingDocuments } from "../flows/manage-jobs.ts";
import {
  addSource,
  listSources,
  pauseSource,
  readAgainBy,
  removeSource,
  type StoredSources,
} from "../flows/manage-sources.ts";
import { readFolder } from "../flows/read-folder.ts";
import { catchUp, startIndex } from "../flows/refresh-index.ts";
import { tellOfOrigin } from "../flows/tell-of-origin.ts";
import type { StoreStatus } from "../ports/article-store.ts";
import type { Assistant } from "../ports/assistant.ts";
import type { FailedJob } from "../ports/job-store.ts";
import type { Ports } from "../ports/ports.ts";
import type { Source } from "../ports/source-store.ts";
import type { Store } from "../ports/store.ts";
import { createInMemoryIndex } from "../search/in-memory-index.ts";
import type { SectionIndex } from "../search/section-index.ts";
import { createTwoStoreyIndex } from "../search/two-storey-index.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { idWithin, lostStoreLines, notKeptLines, readLexicon, refusedLines } from "./opening.ts";

/** What is read in: a store, its index, and the assistant that answers from it. */
export interface OpenedLibrary {
  readonly assistant: Assistant;
  /** Findings at start that an operator may want to know. */
  readonly notes: readonly string[];
  status(): Promise<StoreStatus>;
  close(): Promise<void>;
}

export interface Ingested {
  readonly report: IngestReport;
  readonly status: StoreStatus;
}

export interface App {
  /** The installation's library; the sample articles, unless they are off, are ingested first where there are none at all. */
  openLibrary(): Promise<OpenedLibrary>;
  /** A library of one folder, in memory, with paths as article ids. Throws sentences for the user where nothing in it can be read. */
  openCorpus(path: string): Promise<OpenedLibrary>;
  ingest(
    path: string,
    options: { readonly name?: string; readonly onProgress?: (done: number, total: number) => void },
  ): Promise<Ingested>;
  /** One page of the web. */
  ingestPage(address: string, options: { readonly name?: string }): Promise<Ingested>;
  inspect(path: string): ReturnType<typeof inspectDocument>;
  /** `folder`: documents that distractors are made from. Throws a sentence for the user where it cannot be read. */
  evaluate(
    set: EvaluationRequest["set"],
    options: Omit<EvaluationRequest, "set" | "distractors"> & {
      readonly distractors?: { readonly count: number; readonly folder: string } | undefined;
    },
  ): Promise<Evaluation>;
  /** Where articles come from by themselves. */
  readonly sources: {
    add(location: string, wanted: Parameters<typeof addSource>[1]): Promise<Source>;
    list(): Promise<StoredSources>;
    pause(name: string, paused: boolean): Promise<void>;
    /** Says by which setting the articles come back. */
    remove(name: string): ReturnType<typeof readAgainBy>;
  };
  /** Work that went wrong. */
  readonly jobs: {
    list(): Promise<readonly FailedJob[]>;
    /** Accepted documents that no worker has taken up yet, counted up to 1,000. */
    waiting(): Promise<number>;
    retry(ids: readonly string[]): Promise<number>;
    drop(ids: readonly string[]): Promise<number>;
  };
}

export function createApp(ports: Ports): App {
  return {
    async openLibrary() {
      const { lexicon, warnings, words } = await readLexicon(ports);
      const store = await ports.openStore();
      const notes = [...warnings];
      const { articles, revision } = await store.status();
      if (articles === 0 && ports.withSamples) {
        const samples = await ports.openSamples(await store.origins());
        const report = await ingestDocuments(samples, inline(store), {
          articleId: idWithin(samples.origin.name),
        });
        notes.push(...report.warnings);
      }
      const index = createTwoStoreyIndex(lexicon);
      const folder = await ports.openIndexFolder(await store.id(), words);
      notes.push(...lostStoreLines(revision === 0, await folder.others()));
      const keeper = createIndexKeeper(index, folder, store);
      const started = await startIndex(index, store, keeper);
      await keeper.close();
      notes.push(...refusedLines(started), ...notKeptLines(started));
      return toLibrary(index, lexicon, store, ports, notes);
    },

    async openCorpus(path) {
      const { lexicon, warnings } = await readLexicon(ports);
      const source = await ports.openFolder(path, []);
      const store = await ports.openMemoryStore();
      const report = await ingestDocuments(source, inline(store), { articleId: (file) => file });
      if (report.added === 0) throw new Error(report.warnings.join("\n"));
      const index = createInMemoryIndex(lexicon);
      await catchUp(index, store);
      return toLibrary(index, lexicon, store, ports, [...warnings, ...report.warnings]);
    },

    ingest: (path, { name, onProgress }) =>
      withStore(ports, async (store) => {
        const source = await ports.openFolder(path, await store.origins(), name);
        const { lexicon } = await readLexicon(ports);
        const telling = { store, audience: createAudience(lexicon) };
        const report = await tellOfOrigin(source.origin, telling, (told) =>
          ingestDocuments(source, inline(store), {
            articleId: idWithin(source.origin.name),
            telling: told,
            ...(onProgress ? { onProgress } : {}),
          }),
        );
        return { report, status: await store.status() };
      }),

    ingestPage: (address, options) =>
      withStore(ports, async (store) => {
        // Readers of pages take a while to load, and other commands need none.
        const { ingestPage } = await import("../flows/ingest-page.ts");
        const { lexicon } = await readLexicon(ports);
        const fetch = await ports.openFetch();
        try {
          const services = { ...inline(store), audience: createAudience(lexicon), fetch };
          const report = await ingestPage(address, options, services);
          return { report, status: await store.status() };
        } finally {
          await fetch.close();
        }
      }),

    inspect: async (path) => inspectDocument(await ports.openFolder(path, [])),

    evaluate: async (set, { distractors, ...options }) => {
      const { lexicon } = await readLexicon(ports);
      const documents = distractors ? await readFolder(await ports.openFolder(distractors.folder, [])) : [];
      const made = distractors && { count: distractors.count, documents };
      return evaluateSet({ ...options, set, distractors: made }, lexicon, () => performance.now());
    },

    sources: {
      add: (location, wanted) =>
        withStore(ports, async (store) => {
          const fetch = await ports.openFetch();
          try {
            return await addSource(location, wanted, { ...ports, store, fetch });
          } finally {
            await fetch.close();
          }
        }),
      list: () => withStore(ports, listSources),
      pause: (name, paused) => withStore(ports, (store) => pauseSource(name, paused, { store, clock: ports.clock })),
      remove: (name) =>
        withStore(ports, async (store) => {
          await removeSource(name, store);
          return readAgainBy(name, { ...ports, store });
        }),
    },

    jobs: {
      list: () => withStore(ports, failedJobs),
      waiting: () => withStore(ports, (store) => waitingDocuments(store, ports.clock)),
      retry: (ids) => withStore(ports, (store) => retryJobs(ids, store, ports.clock)),
      drop: (ids) => withStore(ports, (store) => dropJobs(ids, store)),
    },
  };
}

async function withStore<Result>(ports: Ports, use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await ports.openStore();
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

function inline(store: Store) {
  return { store, reader: inlineReader };
}

function toLibrary(
  index: SectionIndex,
  lexicon: Lexicon,
  store: Store,
  { clock, timeZone }: Ports,
  notes: readonly string[],
): OpenedLibrary {
  return {
    assistant: createAssistant(knowIndex(index, lexicon), {
      store,
      clock,
      timeZone,
      library: createLibrary(index, clock, () => null),
    }),
    notes,
    status: () => store.status(),
    close: () => store.close(),
  };
}
