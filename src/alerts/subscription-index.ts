import { isWanted, type WantedArticles, wantedNames } from "./match-topic.ts";
import type { Phrase } from "./phrase.ts";
import type { ArticleReading } from "./read-article.ts";
import { createSharedPhrases, type SharedPhrase } from "./shared-phrases.ts";
import type { Topic } from "./topic.ts";

/** An inverted index over subscriptions: what an article says leads to those who want it, however many do not. */
export interface SubscriptionIndex {
  /** Of a number that it does not hold. */
  put(number: number, topic: Topic): void;
  remove(number: number): void;
  /** `bound`: above every number in use. */
  find(article: ArticleReading, bound: number): Wanting;
}

/** Subscriptions that want an article. */
export interface Wanting {
  /** Each once. */
  readonly numbers: readonly number[];
  /** Words of some of them that the article says, in their order, each once. */
  wordsOf(some: readonly number[]): readonly string[];
}

type SharedTopic = WantedArticles<SharedPhrase>;

const NO_PHRASE = -1;
const NO_WORDS: readonly string[] = [];

/** By the numbers of subscriptions. */
interface Meetings {
  /** How many times it was met: 0, 1 or more. */
  readonly times: Uint8Array;
  /** The phrase by which it was met last. */
  readonly last: Int32Array;
}

export function createSubscriptionIndex(readPhrase: (typed: string) => Phrase): SubscriptionIndex {
  const phrases = createSharedPhrases(readPhrase);
  const topics: (SharedTopic | undefined)[] = [];
  /** Numbers of the included phrases. */
  const includes: (readonly number[])[] = [];
  /** Those who ask for more than one of their words. */
  const choosy = new Set<number>();
  // Of those who named no words.
  const bySource = new Map<string, Set<number>>();
  const byCategory = new Map<string, Set<number>>();
  const byNothing = new Set<number>();

  /** Where those stand who named no words. */
  function shelvesOf({ include, sources, categories }: SharedTopic): (readonly [Map<string, Set<number>>, string])[] {
    if (include.length > 0) return [];
    if (sources.length > 0) return sources.map((source) => [bySource, source]);
    return categories.map((category) => [byCategory, category]);
  }

  function put(number: number, topic: Topic): void {
    const include = [...new Set(topic.include)].map(phrases.take);
    const exclude = [...new Set(topic.exclude)].map(phrases.take);
    const shared: SharedTopic = { include, exclude, ...wantedNames(topic) };
    const hasNames = shared.sources.length + shared.categories.length > 0;
    topics[number] = shared;
    includes[number] = include.map((phrase) => phrase.number);
    for (const phrase of include) phrase.includedBy.add(number);
    for (const [shelf, name] of shelvesOf(shared)) shelf.set(name, (shelf.get(name) ?? new Set()).add(number));
    if (hasNames || exclude.length > 0) choosy.add(number);
    if (!hasNames && include.length === 0) byNothing.add(number);
  }

  function remove(number: number): void {
    const shared = topics[number];
    if (!shared) return;
    topics[number] = undefined;
    for (const phrase of shared.include) phrase.includedBy.delete(number);
    for (const phrase of [...shared.include, ...shared.exclude]) phrases.release(phrase);
    for (const [shelf, name] of shelvesOf(shared)) {
      shelf.get(name)?.delete(number);
      if (shelf.get(name)?.size === 0) shelf.delete(name);
    }
    choosy.delete(number);
    byNothing.delete(number);
  }

  function meet(article: ArticleReading, said: ReadonlySet<SharedPhrase>, bound: number): Meetings {
    const times = new Uint8Array(bound);
    const last = new Int32Array(bound);
    const meetAll = (numbers: Iterable<number>, phrase: number) => {
      for (const number of numbers) {
        times[number] = times[number] === 0 ? 1 : 2;
        last[number] = phrase;
      }
    };
    for (const { includedBy, number } of said) meetAll(includedBy, number);
    meetAll(byNothing, NO_PHRASE);
    meetAll(bySource.get(article.source) ?? [], NO_PHRASE);
    for (const category of article.categories) meetAll(byCategory.get(category) ?? [], NO_PHRASE);
    return { times, last };
  }

  function find(article: ArticleReading, bound: number): Wanting {
    const said = phrases.saidIn(article);
    const meetings = meet(article, said, bound);
    const judged = { ...article, says: (phrase: SharedPhrase) => said.has(phrase) };
    const numbers: number[] = [];
    // In their order, which is the order in memory: several times as fast as in the order they were met.
    for (let number = 0; number < bound; number++) {
      if (meetings.times[number] === 0) continue;
      if (!choosy.has(number) || isWanted(topics[number] as SharedTopic, judged)) numbers.push(number);
    }
    // One list for the many that want one word.
    const lists = new Array<readonly string[] | undefined>(phrases.bound()).fill(undefined);
    for (const { number, text } of said) lists[number] = [text];
    return { numbers, wordsOf: (some) => wordsOf(some, meetings, lists) };
  }

  function wordsOf(
    some: readonly number[],
    { times, last }: Meetings,
    lists: readonly (readonly string[] | undefined)[],
  ): readonly string[] {
    const found: number[] = [];
    const add = (phrase: number) => {
      if (lists[phrase] && !found.includes(phrase)) found.push(phrase);
    };
    for (const number of some) {
      // Most are met once, and then need not be looked up.
      if (times[number] === 1) add(last[number] ?? NO_PHRASE);
      else includes[number]?.forEach(add);
    }
    const [first = NO_PHRASE] = found;
    return found.length > 1 ? found.flatMap((phrase) => lists[phrase] ?? []) : (lists[first] ?? NO_WORDS);
  }

  return { put, remove, find };
}
