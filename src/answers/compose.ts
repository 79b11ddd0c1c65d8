import type { SectionHit } from "../search/section-index.ts";
import type { AnswerSentence, Citation, SectionReference } from "./answer.ts";
import type { Candidate } from "./rank-sentences.ts";

/** Sentences that lean on the one before: pronouns and conjunctions at the start. */
const LEANS_ON_PREVIOUS =
  /^(?:이는|이것|이에|이를|이로|이 때문|이런|이러한|이같은|이 같은|이와|이 밖|이후|그는|그가|그의|그녀|그들|그것|그러나|그런|그래서|그리고|그 뒤|그 후|그 결과|그중|이들|이날|하지만|다만|또한|또,|또 |따라서|때문에|특히|반면|한편|아울러|게다가|더욱이|여기에|당시|같은 날|He |She |It |They |This |These |That |Those |However|But |Also|In addition|Therefore|As a result|Moreover)/;

/** Quotes candidates in reading order, sections in the order given; one citation for neighbouring sentences. */
export function compose(
  chosen: readonly Candidate[],
  all: readonly Candidate[],
): { readonly sentences: AnswerSentence[]; readonly citations: Citation[] } {
  const sentences: AnswerSentence[] = [];
  const citations: Citation[] = [];
  for (const group of groupByPlace(withContext(chosen, all))) {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) continue;
    const number = citations.length + 1;
    const { article, section } = first.hit;
    const text =
      first.footnote === null
        ? section.body
        : (section.footnotes.find((note) => note.mark === first.footnote)?.text ?? "");
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
      quote: text.slice(first.start, last.end),
    });
    for (const candidate of group) sentences.push({ text: candidate.text, citation: number });
  }
  return { sentences, citations };
}

/** At most one sentence more: the one before the first that leans on it. */
function withContext(chosen: readonly Candidate[], all: readonly Candidate[]): Candidate[] {
  for (const candidate of chosen) {
    if (candidate.place === 0 || !LEANS_ON_PREVIOUS.test(candidate.text)) continue;
    const isPrevious = (other: Candidate) =>
      other.hit.section.id === candidate.hit.section.id &&
      other.footnote === candidate.footnote &&
      other.place === candidate.place - 1;
    if (chosen.some(isPrevious)) continue;
    const previous = all.find(isPrevious);
    if (previous) return [...chosen, previous];
  }
  return [...chosen];
}

/** Runs of neighbouring sentences of one text; texts in the order in which the candidates first name them. */
function groupByPlace(candidates: readonly Candidate[]): Candidate[][] {
  const bySection = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.hit.section.id} ${candidate.footnote ?? ""}`;
    bySection.set(key, [...(bySection.get(key) ?? []), candidate]);
  }
  const groups: Candidate[][] = [];
  for (const inSection of bySection.values()) {
    inSection.sort((a, b) => a.place - b.place);
    let run: Candidate[] = [];
    for (const candidate of inSection) {
      const previous = run.at(-1);
      if (previous && candidate.place !== previous.place + 1) {
        groups.push(run);
        run = [];
      }
      run.push(candidate);
    }
    groups.push(run);
  }
  return groups;
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
