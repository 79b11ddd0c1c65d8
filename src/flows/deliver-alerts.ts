import { chooseExcerpt } from "../alerts/choose-excerpt.ts";
import type { Article } from "../documents/article.ts";
import type { Alert, AlertContent, AlertSender, FindOutcome, FindWithin, SendOutcome } from "../ports/alert-sender.ts";
import type { AlertResult, NewAlert, StoredAlert, Taken } from "../ports/alert-store.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import type { Store } from "../ports/store.ts";
import type { RejectReason } from "../ports/subscription-store.ts";
import { isoOf } from "../text/iso-of.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { randomId } from "../text/random-id.ts";
import { shortHash } from "../text/short-hash.ts";
import { messageOf } from "../text/thrown.ts";

export const DELIVER_ALERTS = "deliver-alerts";

/** Senders answer within 10 s: whoever began a send before that is gone. */
const STALE_MS = 15_000;
/** So long after an alert was taken a send may begin: it ends before anybody takes the alert for left behind. */
const BEGIN_WITHIN_MS = 4_000;
const DISPATCH_LIMIT = 1000;
/** Where more wait than that: after so many deliveries here. Other processes do some, too. */
const DISPATCH_AGAIN = 250;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;
const LONGEST_UNCERTAIN_MS = 60_000;
/** A platform shows what it was sent a little later. */
const SEEN_AFTER_MS = 15_000;
/** Where a clock that was set says nothing. */
const LOOKED_BACK_MS = 24 * 3_600_000;
/** A platform that is off may be on again after a restart, or in another process. */
const OFF_MS = 3_600_000;
const TO_PERSON = /^dm:/;

interface DeliveryServices {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly senders: readonly AlertSender[];
  readonly lexicon: Lexicon;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Posts the alerts that wait in the store. Of all processes one sends each, and any may die anywhere. */
export interface Delivery {
  /** Sends what is due in a channel. Safe to run twice, also at once. */
  deliver(channel: string): Promise<void>;
  /** Has everything delivered that is due. Comes back at once; never fails. */
  dispatch(): void;
  /** Channels that wait, longest first. */
  due(nowIso: string, limit: number): Promise<readonly string[]>;
  /** Takes nothing new and finishes what is in hand. */
  stop(): Promise<void>;
}

export function createDelivery(services: DeliveryServices): Delivery {
  const { store, queue, clock, log } = services;
  const inHand = new Map<string, Promise<void>>();
  const askedMeanwhile = new Set<string>();
  let stopping = false;
  let dispatching: Promise<void> | null = null;
  let askedAgain = false;
  let isMore = false;
  let doneSince = 0;

  const due = async (nowIso: string, limit: number) => {
    const channels = await store.dueChannels(nowIso, STALE_MS, limit);
    isMore = channels.length === limit;
    doneSince = 0;
    return channels;
  };
  const dispatchDue = async () => {
    try {
      do {
        askedAgain = false;
        const channels = await due(isoOf(clock.now()), DISPATCH_LIMIT);
        await Promise.all(channels.map((channel) => queue.add(DELIVER_ALERTS, channel)));
      } while (askedAgain && !stopping);
    } catch (error) {
      log.error("Alerts that are due could not be looked up; this is tried again in 30 s", error);
    }
  };
  function dispatch(): void {
    if (stopping) return;
    askedAgain = true;
    dispatching ??= dispatchDue().finally(() => {
      dispatching = null;
    });
  }
  const deliverAll = async (channel: string) => {
    const attempting = { ...services, dispatch };
    try {
      // One after the other, so that memory holds one article of a channel at a time.
      let isLeft = true;
      while (isLeft && !stopping) {
        askedMeanwhile.delete(channel);
        isLeft = (await deliverNext(channel, attempting)) || askedMeanwhile.has(channel);
      }
    } finally {
      inHand.delete(channel);
    }
    doneSince++;
    if (isMore && doneSince >= DISPATCH_AGAIN) dispatch();
  };
  return {
    async deliver(channel) {
      if (stopping) return;
      askedMeanwhile.add(channel);
      if (inHand.has(channel)) return;
      const delivering = deliverAll(channel);
      inHand.set(channel, delivering);
      await delivering;
    },
    dispatch,
    due,
    async stop() {
      stopping = true;
      await dispatching;
      await Promise.allSettled(inHand.values());
    },
  };
}

interface Attempting extends DeliveryServices {
  dispatch(): void;
}

/** False where nothing is left that could be sent now. */
async function deliverNext(channel: string, services: Attempting): Promise<boolean> {
  const { store, queue, senders, clock, log } = services;
  const platform = platformOf(channel);
  const sender = senders.find((each) => each.platform === platform);
  const rules = { paceMs: sender?.paceMs ?? 0, staleMs: STALE_MS };
  const nowMs = clock.now();
  const taken = await store.takeAlert(channel, isoOf(nowMs), rules);
  if (taken === null) return false;
  if (taken.kind === "later") {
    await queue.add(DELIVER_ALERTS, channel, { notBeforeMs: Date.parse(taken.at) });
    return false;
  }
  const { alert } = taken;
  if (!sender) log.debug("An alert waits: its platform is off.", { channel, alert: alert.id });
  const mine = { ...taken, beginUntilMs: nowMs + BEGIN_WITHIN_MS };
  const result = sender ? await attempt(mine, sender, services) : putOff(mine, nowMs + OFF_MS);
  await store.settleAlert(alert, result, isoOf(clock.now()));
  return true;
}

function platformOf(channel: string): string {
  return channel.replace(TO_PERSON, "").split(":", 1)[0] ?? "";
}

type AlertTaken = Extract<Taken, { readonly kind: "taken" }> & { readonly beginUntilMs: number };

/** Asks the platform once: whether the alert was posted, or to post it. */
async function attempt(taken: AlertTaken, sender: AlertSender, services: Attempting): Promise<AlertResult> {
  const { alert } = taken;
  const within = uncertainWithin(taken, sender, services.clock);
  if (within === null) return sendIt(taken, sender, services);
  return ofFound(await sender.find(alert, within), alert, services);
}

/** Null where sending does no harm: it was not posted, or the platform still knows it. */
function uncertainWithin(
  { alert, mayBePosted }: AlertTaken,
  { repeatableForMs }: AlertSender,
  clock: Clock,
): FindWithin | null {
  if (!mayBePosted) return null;
  const nowMs = clock.now();
  const sinceMs = alert.uncertainSince === null ? nowMs : Date.parse(alert.uncertainSince);
  // A clock that was ahead wrote it: how long ago it was nobody knows, nor whether the platform still knows it.
  if (sinceMs > nowMs) return { sinceMs: nowMs - LOOKED_BACK_MS, untilMs: nowMs };
  return nowMs - sinceMs < repeatableForMs ? null : { sinceMs, untilMs: sinceMs + repeatableForMs };
}

function ofFound(found: FindOutcome, alert: StoredAlert, { clock, log }: Attempting): AlertResult {
  switch (found.kind) {
    case "none":
      // It was not posted, and is taken again to be sent.
      return { state: "waiting", nextAt: isoOf(clock.now()) };
    case "found":
      return { state: "sent", messageRef: found.messageRef };
    case "later":
      return { state: "uncertain", nextAt: isoOf(found.notBeforeMs) };
    case "unknown":
      log.warn(`Nobody can tell whether an alert was posted; it is not repeated: ${found.why}`, factsOf(alert));
      return { state: "uncertain", nextAt: null };
  }
}

async function sendIt(taken: AlertTaken, sender: AlertSender, services: Attempting): Promise<AlertResult> {
  if (!(await isWanted(taken.alert, services.store))) return { state: "dropped", reason: "unsubscribed" };
  const alert = await alertOf(taken.alert, services);
  if (alert === null) return { state: "dropped", reason: "article-gone" };
  if (services.clock.now() > taken.beginUntilMs) {
    return putOff(taken, services.clock.now() + pauseAfter(taken.alert.attempts, LONGEST_RETRY_MS));
  }
  // Others have their turn between two alerts that are made.
  await services.clock.sleep(0);
  const outcome = await sender.send(alert).catch((error: unknown): SendOutcome => {
    // Senders do not throw; one that does must not keep the others of the channel waiting for ever.
    return { kind: "refused", why: messageOf(error) };
  });
  return ofSent(outcome, taken, sender, services);
}

async function ofSent(
  outcome: SendOutcome,
  taken: AlertTaken,
  sender: AlertSender,
  services: Attempting,
): Promise<AlertResult> {
  const { alert } = taken;
  const { clock, log } = services;
  switch (outcome.kind) {
    case "sent":
      return { state: "sent", messageRef: outcome.messageRef };
    case "uncertain": {
      log.info(`An alert may or may not have been posted; this is found out: ${outcome.why}`, factsOf(alert));
      const pauseMs = pauseAfter(alert.attempts, LONGEST_UNCERTAIN_MS);
      const leastMs = sender.repeatableForMs === 0 ? SEEN_AFTER_MS : 0;
      return { state: "uncertain", nextAt: isoOf(clock.now() + Math.max(pauseMs, leastMs)) };
    }
    case "retry":
      log.info(`An alert was not posted and is sent later: ${outcome.why}`, factsOf(alert));
      return putOff(taken, outcome.notBeforeMs ?? clock.now() + pauseAfter(alert.attempts, LONGEST_RETRY_MS));
    case "refused":
      // A mistake of ours. Others in the channel wait behind it.
      log.error(`An alert is not taken as it is written, and dropped: ${outcome.why}`, undefined, factsOf(alert));
      return { state: "dropped", reason: outcome.why };
    case "rejected":
      log.warn(`Alerts cannot be posted to a channel any more: ${outcome.why}`, factsOf(alert));
      if (!TO_PERSON.test(alert.channel)) await pauseWithNotice(alert, outcome.reason, services);
      return { state: "dropped", reason: outcome.reason };
  }
}

/** This attempt posted nothing; an earlier one may have. */
function putOff({ mayBePosted }: AlertTaken, untilMs: number): AlertResult {
  return { state: mayBePosted ? "uncertain" : "waiting", nextAt: isoOf(untilMs) };
}

/** Somebody may have unsubscribed, or paused, while it was on its way. */
async function isWanted({ subscriptionId, about }: StoredAlert, store: Store): Promise<boolean> {
  if (subscriptionId === null) return true;
  const others = about.kind === "article" ? (about.alsoFor ?? []) : [];
  for (const id of [subscriptionId, ...others]) if ((await store.subscription(id))?.paused === null) return true;
  return false;
}

/** Null where its article is gone. */
async function alertOf(stored: StoredAlert, { store, lexicon }: Attempting): Promise<Alert | null> {
  const { id, channel, place, locale, about } = stored;
  if (about.kind !== "article") return { id, channel, place, locale, content: about };
  const article = await store.article(about.articleId);
  return article && { id, channel, place, locale, content: articleContent(article, about, lexicon) };
}

/** What an alert of an article shows. */
export function articleContent(
  article: Article,
  { words, mentions }: { readonly words: readonly string[]; readonly mentions: readonly string[] },
  lexicon: Lexicon,
): Extract<AlertContent, { readonly kind: "article" }> {
  const { id, title, source, url, publishedAt } = article;
  const summary = { id, key: shortHash(id), title, source, url, publishedAt };
  return { kind: "article", article: summary, excerpt: chooseExcerpt(article, words, lexicon), mentions };
}

/** Those who subscribed are told first: the pause ends what would tell them after a crash. */
async function pauseWithNotice(
  { id, channel }: StoredAlert,
  reason: RejectReason,
  { store, clock, dispatch }: Attempting,
): Promise<void> {
  const notices = new Map<string, NewAlert>();
  for (const { createdBy, place, locale, paused } of await store.subscriptionsOf(channel)) {
    if (paused !== null || notices.has(createdBy)) continue;
    notices.set(createdBy, {
      id: randomId(),
      channel: `dm:${createdBy}`,
      place,
      locale,
      subscriptionId: null,
      story: `alerts-paused:${channel}:${id}`,
      about: { kind: "alerts-paused", channel, reason },
    });
  }
  await store.putAlerts([...notices.values()]);
  await store.pauseChannel(channel, { reason, at: isoOf(clock.now()) });
  dispatch();
}

/** Twice as long each time. */
function pauseAfter(attempts: number, mostMs: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1), mostMs);
}

function factsOf({ channel, id }: StoredAlert) {
  return { channel, alert: id };
}
