import { expect } from "vitest";
import type { Article, Section } from "../../../../src/documents/article.ts";
import { randomFrom } from "../../../../src/evaluation/random-from.ts";
import { type ArticleCard, cardOf } from "../../../../src/search/storeys/article-card.ts";
import { type MergeJob, mergeInMemory } from "../../../../src/search/storeys/run-merge.ts";
import type { Segment } from "../../../../src/search/storeys/segment.ts";
import { Storeys } from "../../../../src/search/storeys/storeys.ts";
import { COUNTS_PER_TERM } from "../../../../src/search/storeys/term-counts.ts";
import { parseLexicon } from "../../../../src/text/lexicon.ts";
import { termsOfWords } from "../../../../src/text/terms.ts";
import { readWords } from "../../../../src/text/words.ts";
import { oracle } from "./oracle.ts";

export const { lexicon } = parseLexicon("등대섬\tBeacon Island\n소금밭\t염전\n");

const WORDS =
  "등대섬 소금밭을 염전 Beacon Island 뱃삯 어민은 그물을 방파제 빈집 급식 채소 생선 도로 파도가 2025 25% 항구 ferry salt 군청 주민 조례 예산을 물길 다리 배 달".split(
    " ",
  );

/** What happens to one set of storeys, by a seed. */
export interface Course {
  readonly seed: number;
  readonly steps: number;
  readonly articlesBefore: number;
  /** What of them is sealed at first, 0..1. */
  readonly sealedBefore: number;
  /** How a merge is carried out. */
  readonly merge?: (job: MergeJob) => Segment;
}

/** Adds, replaces, removes and merges at random; whatever is asked meanwhile must be what the oracle says, to the bit. */
export function checkStoreys({ seed, steps, articlesBefore, sealedBefore, merge }: Course): void {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  // The first come most often, and often enough for counts of every size.
  const word = () => WORDS[Math.floor(WORDS.length * random() ** 2)] ?? "";
  const text = (most: number) => Array.from({ length: below(most) }, word).join(" ");
  const articleOf = (id: string): Article => {
    const sections = Array.from({ length: below(4) }, (_, place): Section => {
      const footnotes = random() < 0.2 ? [{ mark: "1", text: text(5) }] : [];
      const headingPath = random() < 0.5 ? [text(3)] : [];
      const length = random();
      const body = length < 0.05 ? text(400) : length < 0.9 ? text(30) : "";
      const heading = headingPath[0] ?? "";
      return {
        id: `${id}#${place}`,
        role: "section",
        number: null,
        heading,
        headingPath,
        body,
        fingerprints: [],
        footnotes,
      };
    });
    return { id, source: "표본", title: text(4), url: null, categories: [], publishedAt: null, lang: "ko", sections };
  };

  const all = new Map<string, Article>();
  const storeys = new Storeys(lexicon, 5);
  const carryOut = merge ?? ((job: MergeJob) => mergeInMemory(job, lexicon));
  const put = (id: string) => {
    const article = articleOf(id);
    all.set(id, article);
    return article;
  };
  let numbers = 0;
  const before = Array.from({ length: articlesBefore }, () => put(`${numbers++}`));
  const sealed = Math.round(articlesBefore * sealedBefore);
  const half = Math.ceil(sealed / 2);
  for (const articles of [before.slice(0, half), before.slice(half, sealed)]) {
    if (articles.length > 0) storeys.addSegment(carryOut({ sources: [], articles }));
  }
  for (const article of before.slice(sealed)) storeys.put(article);

  const check = () => {
    const boosts = new Map(
      Array.from({ length: 1 + below(6) }, () => word())
        .concat(random() < 0.3 ? "없는말" : [])
        .flatMap((each) => (each.length > 2 ? [each.slice(0, 2), each.slice(1, 3)] : [each.toLowerCase()]))
        .map((term) => [term, 0.25 + random()]),
    );
    const articleIds =
      random() < 0.3 ? new Set(Array.from({ length: 1 + below(3) }, () => `${below(numbers + 1)}`)) : undefined;
    const limit = below(12);
    const { best, withoutText, counts, sections } = storeys.search(boosts, limit, articleIds);
    const { scored, standsIn } = oracle(all.values(), boosts, lexicon, articleIds);
    const found = best.map(({ holder, number, score }) => ({ id: holder.section(number).section.id, score }));
    expect({ seed, found }).toEqual({ seed, found: scored.slice(0, limit) });
    expect(best.map(({ holder, number }) => holder.sectionId(number))).toEqual(found.map(({ id }) => id));
    const isWithoutText = ({ holder, number }: (typeof best)[number]) => {
      const { body, footnotes } = holder.section(number).section;
      return termsOfWords(readWords([body, ...footnotes.map((note) => note.text)].join("\n")), lexicon).length === 0;
    };
    expect(withoutText.every(isWithoutText)).toBe(true);
    expect(withoutText.map(({ score }) => score)).toEqual(
      expect.arrayContaining(
        best
          .filter(isWithoutText)
          .slice(0, withoutText.length)
          .map(({ score }) => score),
      ),
    );
    expect(counts.filter((_, place) => place % COUNTS_PER_TERM === COUNTS_PER_TERM - 1)).toEqual(
      Uint32Array.from(standsIn),
    );
    expect(sections).toBe([...all.values()].reduce((sum, article) => sum + article.sections.length, 0));
  };

  const checkAll = () => {
    expect(storeys.cards().sort(byId)).toEqual([...all.values()].map(cardOf).sort(byId));
    for (const [id, article] of all) expect({ seed, article: storeys.article(id) }).toEqual({ seed, article });
  };

  check();
  let merging: Segment | null = null;
  for (let step = 0; step < steps; step++) {
    const what = random();
    const anyId = [...all.keys()][below(all.size)] ?? "0";
    // Where it is read ahead nothing else may come of it.
    if (random() < 0.3) for (const _section of storeys.prepareRemoval(anyId));
    if (what < 0.35) storeys.put(put(`${numbers++}`));
    else if (what < 0.6) storeys.put(put(anyId));
    else if (what < 0.85) {
      storeys.remove(anyId);
      all.delete(anyId);
    } else if (merging) {
      if (what < 0.88) storeys.giveUpMerge();
      else storeys.endMerge(merging);
      merging = null;
    } else {
      const job = storeys.beginMerge(random() < 0.7);
      // What it is made of changes while it is under way.
      merging = job && carryOut(job);
    }
    if (step % 7 === 0) check();
    if (step % 20 === 0) checkAll();
  }
  check();
  checkAll();
}

function byId(one: ArticleCard, other: ArticleCard): number {
  return one.id < other.id ? -1 : 1;
}
