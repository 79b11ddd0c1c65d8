import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createAudience } from "../../src/alerts/audience.ts";
import { chooseExcerpt } from "../../src/alerts/choose-excerpt.ts";
import { EVERYTHING, type Topic } from "../../src/alerts/topic.ts";
import type { Article, Section } from "../../src/documents/article.ts";
import { parseDocument } from "../../src/documents/parse-document.ts";
import type { Audience } from "../../src/ports/audience.ts";
import type { Subscription } from "../../src/ports/subscription-store.ts";
import { parseLexicon } from "../../src/text/lexicon.ts";
import { readWords } from "../../src/text/words.ts";

// How long it takes to know who is to hear of an article among 100,000 subscriptions, and what they cost to keep.

const SUBSCRIPTIONS = 100_000;
const CHANNELS = 40_000;
const WORDS = 4000;
const SOURCES = 60;
const CATEGORIES = 30;
const LATER = "2026-06-01T00:00:00.000Z";
/** Before anybody subscribed. */
const EARLIER = "2025-06-01T00:00:00.000Z";
const data = join(import.meta.dirname, "../../index-data");
const { lexicon } = parseLexicon(readFileSync(join(data, "lexicon/aliases.tsv"), "utf8"));

let seed = 7;
/** The same numbers in every run. */
function random(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}
const below = (count: number) => Math.floor(random() * count);
/** The first are drawn most, as Zipf has it. */
const zipf = (count: number) => Math.min(count - 1, Math.floor(count ** random()) - 1);

const samples = readdirSync(join(data, "corpus")).flatMap((path) => {
  const { article } = parseDocument(readFileSync(join(data, "corpus", path)), { articleId: path, source: "s0", path });
  return article ? [article] : [];
});
const sections = samples.flatMap((article) => article.sections).filter(({ body }) => body.length > 100);

/** What the articles say most first, then names, then compounds that hardly any says. */
function vocabulary(): string[] {
  const counts = new Map<string, number>();
  for (const { body } of sections)
    for (const { stem, text } of readWords(body))
      if (text.length > 2 && stem.length > 1) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const said = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const words = new Set([...said.slice(0, 1500), ...lexicon.allForms()]);
  while (words.size < WORDS)
    words.add(`${said[below(said.length)]}${random() < 0.5 ? " " : ""}${said[below(said.length)]}`);
  return [...words].slice(0, WORDS);
}

function shuffled<T>(list: readonly T[]): T[] {
  const keys = new Map(list.map((one) => [one, random()]));
  return list.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
}

function topic(words: readonly string[]): Topic {
  const wordsOf = (most: number) => Array.from({ length: 1 + below(most) }, () => words[zipf(WORDS)] ?? "");
  const share = random();
  if (share < 0.7) return { ...EVERYTHING, include: wordsOf(3) };
  if (share < 0.8) return EVERYTHING;
  if (share < 0.9) return { ...EVERYTHING, sources: [`s${zipf(SOURCES)}`] };
  if (share < 0.95) return { ...EVERYTHING, categories: [`c${zipf(CATEGORIES)}`] };
  return { ...EVERYTHING, include: wordsOf(3), exclude: wordsOf(1) };
}

const subscription = (i: number, words: readonly string[]): Subscription => ({
  id: `subscription-${i}`,
  channel: `discord:channel:${below(CHANNELS)}`,
  place: `discord:guild:${i % 5000}`,
  topic: topic(words),
  mention: random() < 0.1 ? `role-${i}` : null,
  locale: "ko",
  createdAt: new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString(),
  createdBy: "discord:1",
  paused: null,
});

const anySection = (): Section => sections[below(sections.length)] as Section;
const article = (i: number, bodies: readonly Section[]): Article => ({
  id: `bench/${i}`,
  source: `s${zipf(SOURCES)}`,
  title: samples[below(samples.length)]?.title ?? "",
  url: null,
  categories: random() < 0.5 ? [] : [`c${zipf(CATEGORIES)}`],
  publishedAt: null,
  lang: "ko",
  sections: bodies,
});

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

interface Took {
  readonly ms: number;
  /** Without the time in which the machine did something else. */
  readonly cpuMs: number;
}

function timed(work: () => unknown): Took {
  const cpuBefore = process.threadCpuUsage();
  const startedMs = performance.now();
  work();
  const ms = performance.now() - startedMs;
  const { user, system } = process.threadCpuUsage(cpuBefore);
  return { ms, cpuMs: (user + system) / 1000 };
}

function shares(times: readonly Took[]): string {
  const of = (values: readonly number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
    return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`;
  };
  return `${of(times.map(({ ms }) => ms))}; of the processor ${of(times.map(({ cpuMs }) => cpuMs))}`;
}

/** Subscriptions as a database gives them: no string is shared between two. */
function filled(words: readonly string[]): Audience {
  const rows = Array.from({ length: SUBSCRIPTIONS }, (_, i) => JSON.stringify(subscription(i, words)));
  const audience = createAudience(lexicon);
  const beforeMb = heapMb();
  const load = timed(() => {
    const active = rows.map((row) => JSON.parse(row) as Subscription);
    audience.update({ active, inactiveIds: [], revision: 1 });
  });
  const heldMb = (heapMb() - beforeMb).toFixed(0);
  console.log(`${SUBSCRIPTIONS} subscriptions loaded in ${(load.ms / 1000).toFixed(1)} s, ${heldMb} MB`);
  return audience;
}

function measure(name: string, audience: Audience, articles: readonly Article[]): void {
  for (const one of articles.slice(0, 50)) audience.hearersOf(one, LATER);
  let heard = 0;
  const times = articles.map((one) => timed(() => (heard += audience.hearersOf(one, LATER).length)));
  const characters = articles.flatMap(({ sections }) => sections).reduce((sum, { body }) => sum + body.length, 0);
  const each = (sum: number) => Math.round(sum / articles.length);
  console.log(`${name} (${each(characters)} characters, ${each(heard)} channels hear): ${shares(times)}`);
}

/** Without putting together who hears of it. */
function measureMatching(audience: Audience, articles: readonly Article[]): void {
  console.log(`  of which matching: ${shares(articles.map((one) => timed(() => audience.hearersOf(one, EARLIER))))}`);
}

function measureChanges(audience: Audience, words: readonly string[]): void {
  let revision = audience.revision();
  const times = Array.from({ length: 2000 }, (_, i) => subscription(i, words)).map((one) =>
    timed(() => {
      audience.update({ active: [], inactiveIds: [one.id], revision: ++revision });
      audience.update({ active: [one], inactiveIds: [], revision: ++revision });
    }),
  );
  console.log(`a subscription removed and another put: ${shares(times)}`);
}

const short = Array.from({ length: 500 }, (_, i) => article(i, samples[i % samples.length]?.sections ?? []));
const long = Array.from({ length: 500 }, (_, i) => article(i, Array.from({ length: 20 }, anySection)));
const words = vocabulary();

console.log("people want any words:");
const usual = filled(shuffled(words));
measure("an article as long as the samples", usual, short);
measure("an article of 20 sections", usual, long);
measureMatching(usual, long);
measureChanges(usual, words);

console.log("people want the words that articles say most:");
const eager = filled(words);
measure("an article as long as the samples", eager, short);
measure("an article of 20 sections", eager, long);
measureMatching(eager, long);

const excerpts = long.map((one) => timed(() => chooseExcerpt(one, shuffled(words.slice(0, 50)).slice(0, 3), lexicon)));
console.log(`the excerpt of an article of 20 sections: ${shares(excerpts)}`);
