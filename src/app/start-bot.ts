import { createAudience } from "../alerts/audience.ts";
import { createAssistant } from "../flows/answer-question.ts";
import { createLibrary } from "../flows/browse-library.ts";
import { createDelivery, DELIVER_ALERTS, type Delivery } from "../flows/deliver-alerts.ts";
import { followSources } from "../flows/follow-sources.ts";
import { forgetOld } from "../flows/forget-old.ts";
import { createIndexKeeper } from "../flows/keep-index.ts";
import { keepMembership } from "../flows/keep-membership.ts";
import { type KeptKnowledge, keepKnowing } from "../flows/know-index.ts";
import { createSettings } from "../flows/manage-settings.ts";
import { createAlertDesk } from "../flows/manage-subscriptions.ts";
import { atMostEvery, pacedInbox } from "../flows/pace.ts";
import { PUBLISH_ARTICLE, type PublishServices, publishArticle, UnreadableDocument } from "../flows/publish-article.ts";
import { dueFeeds, type FeedServices, READ_FEED, readFeedOf } from "../flows/read-feeds.ts";
import { type Freshness, keepFresh, startIndex } from "../flows/refresh-index.ts";
import { type Job, runJobs } from "../flows/run-jobs.ts";
import { createChatDesk } from "../flows/serve-chat.ts";
import { createArticleIntake } from "../flows/take-articles.ts";
import type { ArticleIntake } from "../ports/article-intake.ts";
import type { ChatPlatform, FrontDesk } from "../ports/chat-platform.ts";
import type { BotPorts, Ports } from "../ports/ports.ts";
import type { RateLimit } from "../ports/rate-limit.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import type { Store } from "../ports/store.ts";
import type { SectionIndex } from "../search/section-index.ts";
import { createTwoStoreyIndex } from "../search/two-storey-index.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { idWithin, lostStoreLines, notKeptLines, readLexicon, refusedLines } from "./opening.ts";
import { StartError } from "./start-error.ts";
import { watchFolders } from "./watch-folders.ts";

/** They mostly wait for the network, and a slow channel must not hold up others. */
const DELIVERIES_AT_ONCE = 32;
/** How often what others committed may have alerts looked for. */
const DISPATCH_EVERY_MS = 2_000;

export interface Bot {
  /** Fulfilled when every article can be found and every front end is open. Rejects with StartError. */
  readonly started: Promise<void>;
  /** Ends everything in the reverse order, also while it starts. Call it once; safe where starting failed. */
  stop(): Promise<void>;
}

/** Starts the bot: data, front ends, articles, index. Front ends come early, so that they can say it is not ready yet. */
export function startBot(ports: Ports & BotPorts, log: Logger): Bot {
  const { clock, roles } = ports;
  const works = roles.has("worker");
  const answers = roles.has("bot") || roles.has("web");
  let stopping = false;
  let readySinceMs: number | null = null;
  let freshness: Freshness | null = null;
  // Ended in the reverse order, after nobody asks any more: the index is kept, the store closes, another bot may start.
  const closers: (() => Promise<void> | void)[] = [];
  let closePlatforms = async () => {};

  const start = async () => {
    const claim = (await ports.claimData?.()) ?? null;
    if (claim && "problem" in claim) throw new StartError(claim.problem);
    if (claim) closers.push(claim.release);
    for (const line of ports.describeParts()) log.info(line);

    const { lexicon, warnings, words } = await readLexicon(ports);
    for (const warning of warnings) log.warn(warning);
    const store = await ports.openStore(log);
    closers.push(() => store.close());
    closers.push(await keepMembership(store, { clock, log, alone: claim !== null }));
    if (works) closers.push(forgetOld(store, clock, log));
    // Installations may share a Redis, not a store.
    const storeId = await store.id();
    const isNew = (await store.status()).revision === 0;
    const queue = await ports.openQueue(log, clock, storeId);
    closers.push(() => queue.stop());
    const rateLimit = await ports.openRateLimit(log, clock, storeId);
    closers.push(() => rateLimit.close());
    const wakeUps = await ports.openWakeUps(log, clock, storeId);
    closers.push(() => wakeUps.stop());
    const paced = answers && store.holdsProcess ? pacedInbox(store, clock) : store;
    const intake = createArticleIntake(paced, queue, clock);
    const index = createTwoStoreyIndex(lexicon);
    const { knowledge, keep } = keepKnowing(index, lexicon, { clock, log });
    const desk = openDesk({
      index,
      knowledge,
      lexicon,
      store,
      rateLimit,
      intake,
      clock,
      log,
      timeZone: ports.timeZone,
      readySinceMs: () => (freshness?.isWhole() === false ? null : readySinceMs),
    });
    const platforms = await ports.openPlatforms(desk, log, clock);
    const senders = platforms.flatMap(({ alerts }) => alerts ?? []);
    const delivery = createDelivery({ store, queue, senders, lexicon, clock, log });
    closePlatforms = async () => {
      await delivery.stop();
      await Promise.all(platforms.map((platform) => platform.stop()));
    };
    // Alone it says that it is not ready yet; beside others it leaves people to those that are. The server tells which.
    const early = claim === null ? platforms.slice(0, 1) : platforms;
    const addresses = await startPlatforms(early);

    const onCommit = () => {
      freshness?.wake();
      wakeUps.tell();
      delivery.dispatch();
    };
    // Whoever committed has seen to the alerts.
    wakeUps.listen(() => freshness?.wake());
    const audience = createAudience(lexicon);
    const reader = works ? await ports.openReader() : null;
    if (reader) {
      closers.push(() => reader.close());
      const watching = { store, reader, clock, log, audience, onCommit };
      await watchFolders(ports, watching, { closers, stopping: () => stopping });
    }
    if (stopping) return;

    if (answers) {
      const folder = await ports.openIndexFolder(storeId, words);
      for (const line of lostStoreLines(isNew, await folder.others())) log.warn(line);
      const keeper = createIndexKeeper(index, folder, store);
      closers.push(() => keeper.close());
      const report = await startIndex(index, store, keeper);
      for (const line of refusedLines(report)) log.info(line);
      for (const line of notKeptLines(report)) log.warn(line);
      // What a command committed has alerts too, and nobody else who sees to them soon.
      const onChange = atMostEvery(clock, DISPATCH_EVERY_MS, delivery.dispatch);
      const refreshing = keepFresh(index, store, keeper, { clock, log, onChange });
      freshness = refreshing;
      closers.push(() => refreshing.stop());
      closers.push(keep().close);
    }
    readySinceMs = clock.now();
    const { articles, sections } = await store.status();
    const whatFor = answers ? "can be asked about" : "are there; this process works, and answers nobody";
    log.info(`Ready: ${articles} articles with ${sections} sections ${whatFor}.`);
    addresses.push(...(await startPlatforms(platforms.slice(early.length))));
    for (const line of addresses) log.info(line);
    if (reader === null) return;
    const fetch = await ports.openFetch(log);
    closers.push(() => fetch.close());
    const services = { store: paced, queue, reader, fetch, clock, log, audience, onCommit };
    // Jobs end before what they read with is closed.
    closers.push(() => queue.stop());
    closers.push(await runJobs(jobsOf(services, delivery), services));
    const following = followSources({ ...services, ...ports, articleId: idWithin });
    closers.push(() => following.stop());
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
      for (const close of closers.toReversed()) await close();
    },
  };
}

/** Work that may be asked for in any process, by name. */
function jobsOf(services: FeedServices & PublishServices, delivery: Delivery): ReadonlyMap<string, Job> {
  const { store } = services;
  const publish: Job = {
    run: async (id) => {
      await publishArticle(id, services);
      services.onCommit();
    },
    waiting: (nowIso, limit) => store.waitingIds(nowIso, limit),
    runsAtStart: true,
    isHopeless: (error) => error instanceof UnreadableDocument,
  };
  const readFeed: Job = {
    run: (name) => readFeedOf(name, services),
    waiting: (nowIso) => dueFeeds(store, nowIso),
    runsAtStart: false,
    isHopeless: () => false,
  };
  const deliverAlerts: Job = {
    run: delivery.deliver,
    waiting: delivery.due,
    runsAtStart: true,
    atOnce: DELIVERIES_AT_ONCE,
    isHopeless: () => false,
  };
  return new Map([
    [DELIVER_ALERTS, deliverAlerts],
    [PUBLISH_ARTICLE, publish],
    [READ_FEED, readFeed],
  ]);
}

interface Opened {
  readonly index: SectionIndex;
  readonly knowledge: KeptKnowledge["knowledge"];
  readonly lexicon: Lexicon;
  readonly store: Store;
  readonly rateLimit: RateLimit;
  readonly intake: ArticleIntake;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeZone: string;
  /** Null until everything can be found. */
  readySinceMs(): number | null;
}

/** Everything front ends serve people with. */
function openDesk(opened: Opened): FrontDesk {
  const { index, knowledge, lexicon, store, rateLimit, intake, clock, log, timeZone, readySinceMs } = opened;
  const ready = () => readySinceMs() !== null;
  const library = createLibrary(index, clock, readySinceMs);
  const assistant = createAssistant(knowledge, { store, clock, timeZone, library, log });
  const settings = createSettings(store, clock);
  const chat = createChatDesk({ assistant, library, settings, rateLimit, store, lexicon, ready });
  const alerts = createAlertDesk({ store, index, lexicon, clock });
  const revision = () => index.revision();
  const stores = { events: store, leases: store, installations: store };
  return { assistant, chat, library, alerts, settings, ...stores, rateLimit, intake, ready, revision };
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

/** What stores, sources and the system throw is a sentence for the operator. A mistake in the code keeps its stack. */
function asStartError(error: unknown): never {
  const isMistake = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  if (error instanceof StartError || isMistake || !(error instanceof Error)) throw error;
  throw new StartError(error.message, { cause: error });
}
