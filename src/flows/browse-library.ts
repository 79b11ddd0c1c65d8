import type { SectionReference } from "../answers/answer.ts";
import { sectionsWithText } from "../answers/candidates/named-sections.ts";
import type { Article, Language } from "../documents/article.ts";
import type { ArticleSummary, Library } from "../ports/library.ts";
import type { Clock } from "../ports/runtime.ts";
import type { SectionIndex } from "../search/section-index.ts";
import type { ArticleCard } from "../search/storeys/article-card.ts";
import { shortHash } from "../text/short-hash.ts";
import { bestFitting, readTyped } from "../text/typed.ts";
import { perRevision, sortNewestFirst } from "./per-revision.ts";

/** Articles that are read before others have their turn. */
const READ_AT_ONCE = 100;

/** Some have no section that can be asked about. */
const LOOKED_AT_FOR_EXAMPLES = 50;

const collator = new Intl.Collator("ko");

/** What is read out of the cards once for each revision. */
interface Shelf {
  readonly newest: readonly ArticleCard[];
  readonly byKey: ReadonlyMap<string, ArticleCard>;
  readonly sections: number;
}

/** Shows what is indexed, as it is indexed. `readySinceMs`: when the index was whole first; null before. */
export function createLibrary(index: SectionIndex, clock: Clock, readySinceMs: () => number | null): Library {
  const shelf = perRevision(index, arrange);
  /** What was removed a moment ago is left out. */
  const summariesOf = async (cards: readonly ArticleCard[]) => {
    const summaries: ArticleSummary[] = [];
    for (const [read, { id }] of cards.entries()) {
      if (read > 0 && read % READ_AT_ONCE === 0) await clock.sleep(0);
      const article = index.article(id);
      if (article) summaries.push(summaryOf(article));
    }
    return summaries;
  };
  return {
    articles: () => summariesOf([...shelf().newest].sort(byTitle)),
    async newest(first, count) {
      const { newest } = shelf();
      return { articles: await summariesOf(newest.slice(first, first + count)), total: newest.length };
    },
    async article(key) {
      const [summary = null] = await summariesOf([shelf().byKey.get(key) ?? []].flat());
      return summary;
    },
    async suggest(typed, limit) {
      return summariesOf(fittingCards(shelf().newest, typed, limit));
    },
    async examples(lang, most) {
      const looked = await summariesOf(shelf().newest.slice(0, LOOKED_AT_FOR_EXAMPLES));
      return examplesOf(looked, lang).slice(0, most);
    },
    async section(articleId, sectionId) {
      const article = index.article(articleId);
      const section = article?.sections.find(({ id }) => id === sectionId);
      return article && section ? { article: summaryOf(article), section } : null;
    },
    async status() {
      const { newest, sections } = shelf();
      const readyMs = readySinceMs();
      const [latest = null] = await summariesOf(newest.slice(0, 1).filter(({ publishedAt }) => publishedAt !== null));
      return {
        articles: newest.length,
        sections,
        revision: index.revision(),
        newest: latest,
        readySince: readyMs === null ? null : new Date(readyMs).toISOString(),
      };
    },
  };
}

function arrange(cards: readonly ArticleCard[]): Shelf {
  return {
    newest: sortNewestFirst(cards),
    byKey: new Map(cards.map((card) => [card.key, card])),
    sections: cards.reduce((sum, card) => sum + card.sections, 0),
  };
}

function examplesOf(newest: readonly ArticleSummary[], lang: Language): SectionReference[] {
  const inLanguageFirst = [...newest].sort((a, b) => Number(b.lang === lang) - Number(a.lang === lang));
  const examples = inLanguageFirst.flatMap(({ id: articleId, title, sections }) => {
    const section = sections.find(({ empty, headingPath }) => !empty && headingPath.length > 0);
    return section ? [{ articleId, sectionId: section.id, title, headingPath: section.headingPath, score: 0 }] : [];
  });
  const nameOf = ({ title, headingPath }: SectionReference) => JSON.stringify([title, headingPath.at(-1)]);
  return [...new Map(examples.toReversed().map((each) => [nameOf(each), each])).values()].toReversed();
}

/** Those that begin with it fit best: where they are enough, no title is looked at closely. */
function fittingCards(cards: readonly ArticleCard[], typed: string, limit: number): ArticleCard[] {
  const { keys } = readTyped(typed);
  const beginning = cards.filter((card) => card.keys.startsWith(keys));
  if (beginning.length >= limit) return firstByTitle(beginning, limit);
  const holding = cards.filter((card) => card.keys.includes(keys) || card.initials.includes(keys)).sort(byTitle);
  const titles = holding.map((card) => ({ card, typed: readTyped(card.title) }));
  return bestFitting(titles, typed, limit).map(({ card }) => card);
}

/** Without sorting all of them. */
function firstByTitle(cards: readonly ArticleCard[], limit: number): ArticleCard[] {
  const first: ArticleCard[] = [];
  for (const card of cards) {
    const last = first[limit - 1];
    if (last && byTitle(card, last) > 0) continue;
    const place = first.findIndex((other) => byTitle(card, other) < 0);
    first.splice(place < 0 ? first.length : place, 0, card);
    first.length = Math.min(first.length, limit);
  }
  return first;
}

function byTitle(a: ArticleCard, b: ArticleCard): number {
  return collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
}

function summaryOf(article: Article): ArticleSummary {
  const { id, title, source, url, publishedAt, lang } = article;
  const sections = article.sections.map((section) => ({
    id: section.id,
    headingPath: section.headingPath,
    empty: sectionsWithText(article, section).length === 0,
  }));
  return { id, key: shortHash(id), title, source, url, publishedAt, lang, sections };
}
