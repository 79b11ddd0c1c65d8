import { setTimeout } from "node:timers/promises";
import { composeDocument } from "../../../src/documents/compose-document.ts";
import { parseDocument } from "../../../src/documents/parse-document.ts";
import { ask, deliver, delivered, isFound } from "../asking.ts";
import { type Times, timed, timesOf } from "../times.ts";
import type { Installation } from "./installation.ts";

/** Of each process: what is asked first is slow. */
const WARM_UP = 300;
const IDLE = 1000;
const SINGLE = 250;
const EVERY_MS = 50;
const SLOWLY = 300;
const BURST = 300;
const SENDERS = 4;
const LOOK_EVERY_MS = 2;
/** An exchange that belongs to a conversation is looked up and stored, as it is in chats; any other is not. */
const CONVERSING_EVERY = 4;

export interface Asking {
  readonly alone: Times;
  readonly conversing: Times;
}

export interface Measures {
  readonly idle: Asking;
  /** From the 202 until the article is in the index, in each process that answers. */
  readonly answerable: readonly Times[];
  /** From the 202 until the process says that it has followed; it rests a little before it does. */
  readonly followed: readonly Times[];
  readonly slowly: Asking;
  readonly burst: Asking;
  /** From the first one's delivery until the last one is in every index. */
  readonly articlesPerSecond: number;
}

export async function measure(installation: Installation, questions: readonly string[]): Promise<Measures> {
  const { webs, bots } = installation;
  const webOf = (i: number) => webs[i % webs.length] ?? "";
  let asked = 0;

  async function askUntil(isOver: (count: number) => boolean): Promise<Asking> {
    const alone: number[] = [];
    const conversing: number[] = [];
    while (!isOver(alone.length + conversing.length)) {
      const i = asked++;
      const isConversing = i % CONVERSING_EVERY >= CONVERSING_EVERY / 2;
      const question = questions[(i * 13) % questions.length] ?? "";
      const took = await timed(() => ask(webOf(i), question, isConversing ? `talk-${i}` : undefined));
      (isConversing ? conversing : alone).push(took);
    }
    return { alone: timesOf(alone), conversing: timesOf(conversing) };
  }

  /** What asking costs while this goes on. */
  async function askDuring(work: () => Promise<void>): Promise<Asking> {
    let over = false;
    const asking = askUntil(() => over);
    await work().finally(() => {
      over = true;
    });
    return asking;
  }

  async function followOne(i: number, answerable: number[][], followed: number[][]): Promise<void> {
    const sayers = bots.length > 0 ? bots : webs;
    const before = await Promise.all(sayers.map(revisionOf));
    await deliver(webOf(i), i);
    const startedMs = performance.now();
    const until = async (isThere: () => Promise<boolean>, times: number[] = []) => {
      while (!(await isThere())) await setTimeout(LOOK_EVERY_MS);
      times.push(performance.now() - startedMs);
    };
    await Promise.all([
      ...webs.map((base, at) => until(() => isIndexed(base, i), answerable[at])),
      ...sayers.map((base, at) =>
        until(async () => (await revisionOf(base)) > (before[at] ?? Number.NaN), followed[at]),
      ),
    ]);
    for (const base of webs)
      if (!(await isFound(base, i))) throw new Error(`Article ${i} is indexed but not found first.`);
  }

  async function burst(): Promise<number> {
    let sent = 0;
    const sender = async () => {
      while (sent < BURST) {
        const i = sent++;
        await deliver(webOf(i), 1000 + i);
      }
    };
    return timed(async () => {
      await Promise.all(Array.from({ length: SENDERS }, sender));
      await Promise.all(webs.map((base) => untilAllIndexed(base, 1000, BURST)));
    });
  }

  await askUntil((count) => count === WARM_UP * webs.length);
  const idle = await askUntil((count) => count === IDLE);
  const answerable = webs.map((): number[] => []);
  const followed = (bots.length > 0 ? bots : webs).map((): number[] => []);
  for (let i = 0; i < SINGLE; i++) await followOne(i, answerable, followed);
  const slowly = await askDuring(async () => {
    for (let i = 0; i < SLOWLY; i++) await Promise.all([deliver(webOf(i), 300 + i), setTimeout(EVERY_MS)]);
  });
  await Promise.all(webs.map((base) => untilAllIndexed(base, 300, SLOWLY)));
  let burstMs = 0;
  const bursting = await askDuring(async () => {
    burstMs = await burst();
  });
  return {
    ...{ idle, slowly, burst: bursting },
    answerable: answerable.map(timesOf),
    followed: followed.map(timesOf),
    articlesPerSecond: (BURST * 1000) / burstMs,
  };
}

async function untilAllIndexed(base: string, first: number, count: number): Promise<void> {
  for (let i = first; i < first + count; i++) while (!(await isIndexed(base, i))) await setTimeout(LOOK_EVERY_MS * 5);
}

/** Costs the process much less than a question. */
async function isIndexed(base: string, i: number): Promise<boolean> {
  const articleId = `webhook/b${i}`;
  const query = new URLSearchParams({ article: articleId, section: sectionIdOf(articleId, i) });
  const response = await fetch(`${base}/api/articles/section?${query}`);
  await response.arrayBuffer();
  if (!response.ok && response.status !== 404) throw new Error(`${base} answers ${response.status}.`);
  return response.ok;
}

function sectionIdOf(articleId: string, i: number): string {
  const { id, title, body } = delivered(i);
  const facts = { url: null, publishedAt: null, source: "webhook", categories: [] };
  const { article } = parseDocument(composeDocument({ title, body, ...facts }), {
    articleId,
    source: "webhook",
    path: id,
  });
  return article?.sections[0]?.id ?? "";
}

async function revisionOf(base: string): Promise<number> {
  const { revision } = (await (await fetch(`${base}/readyz`)).json()) as { readonly revision: number };
  return revision;
}
