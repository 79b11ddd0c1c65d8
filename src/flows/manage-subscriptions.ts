import { matchTopic } from "../alerts/match-topic.ts";
import { sameName } from "../alerts/same-name.ts";
import { EVERYTHING, type Topic } from "../alerts/topic.ts";
import { readTopicWords, searchable } from "../alerts/topic-words.ts";
import type { AlertDesk, SubscribeOutcome, SubscribeRequest } from "../ports/alert-desk.ts";
import type { Clock } from "../ports/runtime.ts";
import type { Store } from "../ports/store.ts";
import type { Subscription } from "../ports/subscription-store.ts";
import { type QueryWord, readQuery } from "../search/query.ts";
import { isQuestionWord } from "../search/question-words.ts";
import type { SectionIndex } from "../search/section-index.ts";
import type { ArticleCard } from "../search/storeys/article-card.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { randomId } from "../text/random-id.ts";
import { bestFitting, readTyped, type Typed } from "../text/typed.ts";
import { articleContent } from "./deliver-alerts.ts";
import { pauseSource } from "./manage-sources.ts";
import { perRevision, sortNewestFirst } from "./per-revision.ts";

const MOST_SUBSCRIPTIONS = 20;
const MOST_WORDS = 20;
const LONGEST_WORD = 50;
const MOST_LISTED = 100;
/** A preview looks no further back. */
const NEWEST_ARTICLES = 500;
/** Articles that are looked through before others have their turn. */
const ARTICLES_AT_ONCE = 10;
/** All words of a topic made of a question must stand together; more of them are never found. */
const MOST_TOPIC_WORDS = 3;

interface DeskServices {
  readonly store: Store;
  readonly index: SectionIndex;
  readonly lexicon: Lexicon;
  readonly clock: Clock;
}

/** Lets people choose what their channels hear of. */
export function createAlertDesk({ store, index, lexicon, clock }: DeskServices): AlertDesk {
  const shelf = perRevision(index, arrange);
  return {
    readTopic: (written) => ({
      include: readTopicWords(written.include),
      exclude: readTopicWords(written.exclude),
      sources: namesIn(written.sources),
      categories: namesIn(written.categories),
    }),
    async subscribe(request) {
      const topic = tidied(request.topic);
      return problemOf(topic, lexicon) ?? subscribe({ ...request, topic }, store, clock);
    },
    list: (channel) => store.subscriptionsOf(channel),
    listIn: (place, person) => store.subscriptionsIn(place, person, MOST_LISTED),
    subscription: (id) => store.subscription(id),
    unsubscribe: (id) => store.removeSubscription(id),
    pause: (id) => store.pauseSubscription(id, { reason: "asked", at: new Date(clock.now()).toISOString() }),
    resume: (id) => store.resumeSubscription(id),
    async preview(topic) {
      const wanted = tidied(topic);
      for (const [i, { id }] of shelf().newest.entries()) {
        if (i > 0 && i % ARTICLES_AT_ONCE === 0) await clock.sleep(0);
        const article = index.article(id);
        if (!article) continue;
        const words = matchTopic(wanted, article, lexicon);
        if (words !== null) return articleContent(article, { words, mentions: [] }, lexicon);
      }
      return null;
    },
    suggestSources: async (typed, limit) => namesOf(bestFitting(shelf().sources, typed, limit)),
    suggestCategories: async (typed, limit) => namesOf(bestFitting(shelf().categories, typed, limit)),
    topicOf: (question) => topicOf(question, lexicon),
    async articleOf(alertId) {
      const about = (await store.alert(alertId))?.about;
      const article = about?.kind === "article" ? await store.article(about.articleId) : null;
      return article && { articleId: article.id, title: article.title };
    },
    async keepTrying(alertId) {
      const about = (await store.alert(alertId))?.about;
      if (about?.kind !== "source-failing" && about?.kind !== "source-paused") return null;
      const { source } = about;
      if (!(await store.sources()).some(({ name }) => name === source)) return null;
      // An old notice says nothing of what was done since.
      const state = await store.feedState(source);
      if (state?.failingSince === about.since) await pauseSource(source, false, { store, clock });
      return source;
    },
  };
}

async function subscribe(request: SubscribeRequest, store: Store, clock: Clock): Promise<SubscribeOutcome> {
  const { channel, topic } = request;
  const known = (await store.subscriptionsOf(channel)).find((each) => isSameTopic(each.topic, topic));
  if (known) {
    // Whoever names somebody to mention means the subscription that is there.
    const mention = request.mention ?? known.mention;
    const { lastSentAt: _, uncertain: __, ...stored } = known;
    const subscription: Subscription = { ...stored, mention, paused: null };
    const isChanged = mention !== known.mention || known.paused !== null;
    if (isChanged && (await store.putSubscription(subscription, MOST_SUBSCRIPTIONS)) === "full") {
      return { kind: "full", most: MOST_SUBSCRIPTIONS };
    }
    return { kind: known.paused === null ? "known" : "resumed", subscription };
  }
  const createdAt = new Date(clock.now()).toISOString();
  const subscription: Subscription = { ...request, id: randomId(), createdAt, paused: null };
  const stored = await store.putSubscription(subscription, MOST_SUBSCRIPTIONS);
  return stored === "full" ? { kind: "full", most: MOST_SUBSCRIPTIONS } : { kind: "subscribed", subscription };
}

function problemOf(topic: Topic, lexicon: Lexicon): SubscribeOutcome | null {
  const words = [...topic.include, ...topic.exclude];
  const names = [...topic.sources, ...topic.categories];
  const isLong = [words, names].some((texts) => texts.length > MOST_WORDS);
  if (isLong || words.some((word) => word.length > LONGEST_WORD)) {
    return { kind: "too-long", mostWords: MOST_WORDS, mostCharacters: LONGEST_WORD };
  }
  const unfindable = words.find((word) => !searchable(word, lexicon));
  return unfindable === undefined ? null : { kind: "no-word", word: unfindable };
}

/** Each text once, without what stands around it. */
function tidied({ include, exclude, sources, categories }: Topic): Topic {
  return {
    include: each(include),
    exclude: each(exclude),
    sources: each(sources),
    categories: each(categories),
  };
}

function each(texts: readonly string[]): string[] {
  const tidy = texts.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
  return [...new Map(tidy.toReversed().map((text) => [text.toLowerCase(), text])).values()].toReversed();
}

function isSameTopic(one: Topic, other: Topic): boolean {
  const lists: readonly (keyof Topic)[] = ["include", "exclude", "sources", "categories"];
  return lists.every((list) => keyOf(one[list]) === keyOf(other[list]));
}

function keyOf(texts: readonly string[]): string {
  return JSON.stringify(texts.map((text) => text.toLowerCase()).sort());
}

function namesIn(written: string): string[] {
  return each(written.split(/[,，、\n]/));
}

/** Nouns and names, as one phrase. */
function topicOf(question: string, lexicon: Lexicon): Topic {
  const words = readQuery(question, lexicon).words.filter(
    ({ word }) => word.script !== "number" && !isQuestionWord(word),
  );
  const nouns = words.filter((word) => word.weight === 1 || word.concept !== null);
  const chosen = nouns.toSorted((a, b) => surety(b) - surety(a)).slice(0, MOST_TOPIC_WORDS);
  const phrase = nouns
    .filter((noun) => chosen.includes(noun))
    .map(({ word }) => (word.capitals ? word.stem.toUpperCase() : word.stem))
    .join(" ");
  return phrase === "" ? EVERYTHING : { ...EVERYTHING, include: [phrase] };
}

/** Names first, then what nothing else is said of. */
function surety({ concept, attribute }: QueryWord): number {
  return concept !== null ? 2 : attribute ? 0 : 1;
}

interface Name {
  readonly name: string;
  readonly typed: Typed;
}

interface Shelf {
  readonly newest: readonly ArticleCard[];
  /** Those of most articles first. */
  readonly sources: readonly Name[];
  readonly categories: readonly Name[];
}

function arrange(cards: readonly ArticleCard[]): Shelf {
  return {
    newest: sortNewestFirst(cards).slice(0, NEWEST_ARTICLES),
    sources: byCount(cards.map(({ source }) => source)),
    categories: byCount(cards.flatMap(({ categories }) => categories)),
  };
}

function byCount(names: readonly string[]): Name[] {
  const groups = [...Map.groupBy(names, sameName)].sort(([a, { length: many }], [b, { length: more }]) =>
    many === more ? (a < b ? -1 : 1) : more - many,
  );
  return groups
    .map(([, group]) => group)
    .flatMap(([name = ""]) => (name === "" ? [] : [{ name, typed: readTyped(name) }]));
}

function namesOf(names: readonly Name[]): string[] {
  return names.map(({ name }) => name);
}
