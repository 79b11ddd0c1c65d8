import type { SectionHit } from "../../search/section-index.ts";
import type { AnswerSentence, Citation, QuotedList, SectionReference } from "../answer.ts";
import { isNext } from "../passages/is-next.ts";
import type { ItemList } from "../passages/item-list.ts";
import { type Cell, namedCells } from "../passages/table-columns.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

/** What of a sentence is needed to quote it. */
export interface Quoted extends Pick<Candidate, "footnote" | "text" | "start" | "end" | "place" | "line" | "inList"> {
  readonly hit: SectionHit;
}

/** Sentences that lean on the one before: pronouns and conjunctions at the start. */
const LEANS_ON_PREVIOUS =
  /^(?:이는|이것|이에|이를|이로|이 때문|이런|이러한|이같은|이 같은|이와|이 밖|이후|그는|그가|그의|그녀|그들|그것|그러나|그런|그래서|그리고|그 뒤|그 후|그 결과|그중|이들|이날|하지만|다만|또한|또,|또 |따라서|때문에|특히|반면|한편|아울러|게다가|더욱이|여기에|당시|같은 날|He |She |It |They |This |These |That |Those |However|But |Also|In addition|Therefore|As a result|Moreover)/;

/** "다만, 새 차는 제외한다"; "단 한 번" begins otherwise. A mark may stand before it. */
const EXCEPTS = /^(?:[^\p{L}\p{N}]{1,3})?(?:다만[,\s]|단[,:]|단서|예외적으로|(?:Except|Unless|Provided that)\b)/u;
/** An answer stays one message: who writes ten of them writes a list, to be read where it stands. */
const MOST_EXCEPTIONS = 3;
/** However is more often another thought than a limit. */
const HOWEVER = /^However\b/;
const FORBIDS = /\b(?:not|cannot|only|unless|except|must|exempt)\b/;

/**
 * Quotes candidates, best first; one citation for neighbouring sentences. The very first sentence is the best one: what
 * leads up to it follows it.
 */
export function compose(
  chosen: readonly Quoted[],
  all: readonly Quoted[],
  isListAsked: boolean,
): { readonly sentences: AnswerSentence[]; readonly citations: Citation[]; readonly quotedLists: QuotedList[] } {
  const sentences: AnswerSentence[] = [];
  const citations: Citation[] = [];
  const groups = groupByPlace(withExceptions(withContext(chosen, all), all));
  for (const group of groups) {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) continue;
    const number = citations.length + 1;
    const { article, section } = first.hit;
    const note = section.footnotes.find(({ mark }) => mark === first.footnote);
    const source = first.footnote === null ? section.body : (note?.text ?? "");
    citations.push({
      number,
      articleId: article.id,
      sectionId: section.id,
      title: article.title,
      source: article.source,
      headingPath: section.headingPath,
      footnote: first.footnote,
      url: article.url,
      publishedAt: article.publishedAt,
      quote: source.slice(first.start, last.end),
    });
    const isBest = (candidate: Quoted) => candidate === chosen[0];
    for (const each of [...group.filter(isBest), ...group.filter((candidate) => !isBest(candidate))]) {
      const cells = cellsIn(each);
      sentences.push({ text: each.text, citation: number, ...(cells && { cells }) });
    }
  }
  return { sentences, citations, quotedLists: listsThatGoOn(groups, isListAsked) };
}

/** Null where it is no row of a table with named columns. */
function cellsIn({ text, inList }: Quoted): Cell[] | null {
  const columns = inList?.item === null ? null : inList?.list.columns;
  return columns ? namedCells(text, columns) : null;
}

/**
 * The lists that are quoted, as far as more of them is not; groups in the order of their citations. One row alone is what
 * was asked for, where no list was.
 */
function listsThatGoOn(groups: readonly (readonly Quoted[])[], isListAsked: boolean): QuotedList[] {
  const quoted = new Map<ItemList, { readonly citation: number; readonly items: Set<number> }>();
  for (const [at, group] of groups.entries()) {
    for (const { inList } of group) {
      if (inList === null) continue;
      const of = quoted.get(inList.list) ?? { citation: at + 1, items: new Set() };
      if (inList.item !== null) of.items.add(inList.item);
      quoted.set(inList.list, of);
    }
  }
  return [...quoted].flatMap(([{ kind, items: all }, { citation, items }]) => {
    const left = all.length - items.size;
    return left === 0 || (items.size === 1 && !isListAsked) ? [] : [{ citation, kind, left }];
  });
}

/** At most one sentence more: the one before the first that leans on it. */
function withContext(chosen: readonly Quoted[], all: readonly Quoted[]): Quoted[] {
  for (const candidate of chosen) {
    if (candidate.place === 0 || !LEANS_ON_PREVIOUS.test(candidate.text)) continue;
    const isPrevious = (other: Quoted) => isNext(candidate, other);
    if (chosen.some(isPrevious)) continue;
    const previous = all.find(isPrevious);
    if (previous) return [...chosen, previous];
  }
  return [...chosen];
}

/** Each with the sentences after it that limit it: a rule without its exception is another rule. */
function withExceptions(chosen: readonly Quoted[], all: readonly Quoted[]): Quoted[] {
  const quoted = new Set(chosen);
  for (const rule of quoted) {
    if (quoted.size >= chosen.length + MOST_EXCEPTIONS) break;
    const exception = all.find((other) => isNext(other, rule) && limits(other, rule));
    // A set goes on with what is added meanwhile: an exception may have its own.
    if (exception !== undefined) quoted.add(exception);
  }
  return [...quoted];
}

/** An item of the same list may limit the one above it; a paragraph of its own goes on with the story. */
function limits(other: Quoted, rule: Quoted): boolean {
  const isBeside = other.line === rule.line || (rule.inList !== null && other.inList?.list === rule.inList.list);
  return isBeside && (EXCEPTS.test(other.text) || (HOWEVER.test(other.text) && FORBIDS.test(other.text)));
}

/** Runs of neighbouring sentences of one text, in reading order; texts, and the runs of each, by their best sentence. */
function groupByPlace(candidates: readonly Quoted[]): Quoted[][] {
  const rank = new Map(candidates.map((candidate, at) => [candidate, at]));
  const bestRank = (run: readonly Quoted[]) => Math.min(...run.map((candidate) => rank.get(candidate) ?? 0));
  const byText = Map.groupBy(candidates, ({ hit, footnote }) => `${hit.section.id} ${footnote ?? ""}`);
  return [...byText.values()].flatMap((inText) => runsOf(inText).sort((a, b) => bestRank(a) - bestRank(b)));
}

function runsOf(inText: readonly Quoted[]): Quoted[][] {
  const runs: Quoted[][] = [];
  for (const candidate of inText.toSorted((a, b) => a.place - b.place)) {
    const run = runs.at(-1);
    if (run !== undefined && candidate.place === (run.at(-1)?.place ?? 0) + 1) run.push(candidate);
    else runs.push([candidate]);
  }
  return runs;
}

export function toReference({ article, section, score }: SectionHit): SectionReference {
  return {
    articleId: article.id,
    sectionId: section.id,
    title: article.title,
    headingPath: section.headingPath,
    score,
  };
}
