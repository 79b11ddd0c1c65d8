import type { SectionHit, SectionIndex } from "../search/section-index.ts";
import { evidenceByWord, importance, readHeadings, readSection } from "../search/section-reading.ts";
import { type Evidence, noEvidence, readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { splitSentences } from "../text/sentences.ts";
import type { ReadQuestion } from "./read-question.ts";

/** A sentence that may be quoted, with what it says of each word of the question. */
export interface Candidate {
  readonly hit: SectionHit;
  /** The mark of the footnote it stands in, or null for the body. */
  readonly footnote: string | null;
  readonly text: string;
  /** Where it stands in the body or the footnote's text. */
  readonly start: number;
  readonly end: number;
  /** Its place among the section's candidates, in reading order. */
  readonly place: number;
  /** By word of the question, 0..1: in the sentence, in its headings, beside it, in its section, in its article. */
  readonly inSentence: readonly number[];
  readonly inHeading: readonly number[];
  readonly inNeighbours: readonly number[];
  readonly inSection: readonly number[];
  readonly inArticle: readonly number[];
  /** How far it states the kind of thing that was asked for, 0..1; null where nothing in particular was. */
  readonly statesWanted: number | null;
  readonly score: number;
  /** What the score is the sum of. */
  readonly parts: Readonly<Record<"sentence" | "context" | "wanted" | "section" | "form", number>>;
}

/** A quoted passage: text, where it stands, and what stands around it. */
interface Passage {
  readonly footnote: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
  readonly repeats: boolean;
  /** In a table: the place of its first row, which names the columns; null elsewhere. */
  readonly headerRow: number | null;
}

/** How many of the best sections are read for sentences. */
const SECTIONS_READ = 10;
const WEIGHTS = {
  sentence: 0.9,
  context: 0.6,
  section: 0.4,
  rhetorical: -0.3,
  fragment: -0.2,
  label: -0.1,
} as const;
/** How far the surroundings stand for the sentence itself. */
const HEADING_SHARE = 0.8;
const NEIGHBOUR_SHARE = 0.5;
/** Shorter ones are labels more often than statements. Characters. */
const SHORTEST_STATEMENT = 9;

/** Every sentence of the best sections, best first; blocks that repeat through a source are left out. */
export function rankSentences(
  question: ReadQuestion,
  hits: readonly SectionHit[],
  rarity: ReadonlyMap<string, number>,
  index: SectionIndex,
  lexicon: Lexicon,
): Candidate[] {
  const { query } = question;
  const weights = query.words.map((word) => importance(word, rarity));
  const mass = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const bestSection = hits[0]?.score || 1;

  const candidates: Candidate[] = [];
  for (const hit of hits.slice(0, SECTIONS_READ)) {
    const passages = passagesOf(hit, index, lexicon);
    const reading = readSection(hit.article.title, hit.section, lexicon);
    const inTitles = evidenceByWord(query, reading.headingEvidence);
    const inArticle = evidenceByWord(query, readHeadings(hit.article, lexicon));
    // A block that repeats everywhere says nothing of what stands beside it.
    const evidence = passages.map(({ repeats, evidence: held }) => evidenceByWord(query, repeats ? noEvidence : held));
    const inSection = query.words.map((_, word) => Math.max(0, ...evidence.map((held) => held[word] ?? 0)));
    for (const [place, passage] of passages.entries()) {
      if (passage.repeats || passage.headerRow === place) continue;
      const inSentence = evidence[place] ?? [];
      // Rows of a table say nothing of each other; the first one says what they are about.
      const header = passage.headerRow === null ? null : evidence[passage.headerRow];
      const inHeading = inTitles.map((held, word) => Math.max(held, header?.[word] ?? 0));
      const inNeighbours = inSentence.map((_, word) =>
        header
          ? 0
          : Math.max(
              sameText(passages, place - 1, passage) ? (evidence[place - 1]?.[word] ?? 0) : 0,
              sameText(passages, place + 1, passage) ? (evidence[place + 1]?.[word] ?? 0) : 0,
            ),
      );
      let own = 0;
      let context = 0;
      for (const [word, weight] of weights.entries()) {
        const held = inSentence[word] ?? 0;
        own += weight * held;
        context +=
          weight * Math.max(held, HEADING_SHARE * (inHeading[word] ?? 0), NEIGHBOUR_SHARE * (inNeighbours[word] ?? 0));
      }
      const statesWanted = question.wanted?.statedBy(passage.text) ?? null;
      const parts = {
        sentence: (WEIGHTS.sentence * own) / mass,
        context: (WEIGHTS.context * context) / mass,
        wanted: (question.wanted?.preference ?? 0) * (statesWanted ?? 0),
        section: WEIGHTS.section * (hit.score / bestSection),
        form: formOf(passage.text),
      };
      candidates.push({
        hit,
        footnote: passage.footnote,
        text: passage.text,
        start: passage.start,
        end: passage.end,
        place,
        inSentence,
        inHeading,
        inNeighbours,
        inSection,
        inArticle,
        statesWanted,
        score: parts.sentence + parts.context + parts.wanted + parts.section + parts.form,
        parts,
      });
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** What is no statement by its form. */
function formOf(text: string): number {
  return (
    (/[?？]$/.test(text) ? WEIGHTS.rhetorical : 0) +
    (text.length < SHORTEST_STATEMENT ? WEIGHTS.fragment : 0) +
    (/[:：]$/.test(text) ? WEIGHTS.label : 0)
  );
}

function sameText(passages: readonly Passage[], place: number, passage: Passage): boolean {
  return passages[place]?.footnote === passage.footnote;
}

function passagesOf(hit: SectionHit, index: SectionIndex, lexicon: Lexicon): Passage[] {
  const { article, section } = hit;
  const reading = readSection(article.title, section, lexicon);
  let line = 0;
  let read = 0;
  const passages: Omit<Passage, "headerRow">[] = reading.sentences.map((sentence, i) => {
    for (; read < sentence.start; read++) if (section.body.charCodeAt(read) === 10) line++;
    return {
      ...sentence,
      footnote: null,
      evidence: reading.sentenceEvidence[i] ?? noEvidence,
      repeats: index.isBoilerplate(article, section, line),
    };
  });
  for (const note of section.footnotes) {
    for (const sentence of splitSentences(note.text)) {
      passages.push({
        ...sentence,
        footnote: note.mark,
        evidence: readEvidence(sentence.text, lexicon),
        repeats: false,
      });
    }
  }
  return passages.map((passage, place) => ({ ...passage, headerRow: headerRowOf(passages, place) }));
}

const CELL_BORDER = " | ";

/** The first of the rows that a row stands among; a row alone heads nothing. */
function headerRowOf(passages: readonly Pick<Passage, "text" | "footnote">[], place: number): number | null {
  const isRow = (at: number) => passages[at]?.footnote === null && passages[at]?.text.includes(CELL_BORDER) === true;
  if (!isRow(place) || !(isRow(place - 1) || isRow(place + 1))) return null;
  let first = place;
  while (isRow(first - 1)) first--;
  return first;
}
