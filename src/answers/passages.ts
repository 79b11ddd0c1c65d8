import type { Section } from "../documents/article.ts";
import { readSection } from "../search/section-reading.ts";
import { type Evidence, readEvidence } from "../text/evidence.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { splitSentences } from "../text/sentences.ts";
import { termsOfWords } from "../text/terms.ts";

/** A sentence of a section that may be quoted: text, where it stands, and what stands around it. */
export interface Passage {
  /** The mark of the footnote it stands in, or null for the body. */
  readonly footnote: string | null;
  readonly text: string;
  /** Where it stands in the body or the footnote's text. */
  readonly start: number;
  readonly end: number;
  /** The body's line that it stands in, from 0; null in a footnote. */
  readonly line: number | null;
  readonly evidence: Evidence;
  /** Numbers it states, without separators. */
  readonly numbers: readonly string[];
  /** In a table: the place of its first row, which names the columns; null elsewhere. */
  readonly headerRow: number | null;
}

/** A section's sentences, the body's and then the footnotes', read once for all questions that meet it. */
export interface Passages {
  readonly all: readonly Passage[];
  /** By term, the places in `all` that hold it, in order. */
  readonly placesByTerm: ReadonlyMap<string, readonly number[]>;
}

const PLAIN_NUMBER = /^\d+(?:\.\d+)?$/;

const read = new WeakMap<Section, Passages>();

export function passagesOf(title: string, section: Section, lexicon: Lexicon): Passages {
  const known = read.get(section);
  if (known) return known;
  const sentences = [...bodySentences(title, section, lexicon), ...noteSentences(section, lexicon)];
  const all = sentences.map((sentence, place) => ({
    ...sentence,
    numbers: numbersIn(sentence.evidence),
    headerRow: headerRowOf(sentences, place),
  }));
  const passages = { all, placesByTerm: placesByTerm(all, lexicon) };
  read.set(section, passages);
  return passages;
}

function numbersIn({ words }: Evidence): string[] {
  const forms = new Set(words.flatMap(({ stem, text }) => [stem, text]));
  return [...forms].filter((form) => PLAIN_NUMBER.test(form));
}

type ReadSentence = Omit<Passage, "numbers" | "headerRow">;

function bodySentences(title: string, section: Section, lexicon: Lexicon): ReadSentence[] {
  const { sentences, sentenceEvidence } = readSection(title, section, lexicon);
  let line = 0;
  let counted = 0;
  return sentences.map((sentence, i) => {
    for (; counted < sentence.start; counted++) if (section.body.charCodeAt(counted) === 10) line++;
    const evidence = sentenceEvidence[i] ?? readEvidence(sentence.text, lexicon);
    return { ...sentence, footnote: null, line, evidence };
  });
}

function noteSentences(section: Section, lexicon: Lexicon): ReadSentence[] {
  return section.footnotes.flatMap(({ mark, text }) =>
    splitSentences(text).map((sentence) => {
      return { ...sentence, footnote: mark, line: null, evidence: readEvidence(sentence.text, lexicon) };
    }),
  );
}

const CELL_BORDER = " | ";

/** The first of the rows that a row stands among; a row alone heads nothing. */
function headerRowOf(sentences: readonly ReadSentence[], place: number): number | null {
  const isRow = (at: number) => sentences[at]?.footnote === null && sentences[at]?.text.includes(CELL_BORDER) === true;
  if (!isRow(place) || !(isRow(place - 1) || isRow(place + 1))) return null;
  let first = place;
  while (isRow(first - 1)) first--;
  return first;
}

function placesByTerm(passages: readonly Passage[], lexicon: Lexicon): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { evidence }] of passages.entries()) {
    for (const term of new Set(termsOfWords(evidence.words, lexicon))) {
      const held = places.get(term);
      if (held) held.push(place);
      else places.set(term, [place]);
    }
  }
  return places;
}
