import type { Article } from "../../documents/article.ts";
import { type QueryWord, SAYS_WHAT } from "../../search/query.ts";
import type { CalendarDay } from "../../text/calendar.ts";
import { SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { readWords, type Word } from "../../text/words.ts";
import { type NumberedName, numberedNames, numbersByLabel, withoutRepeats } from "../asked/numbered-names.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Passage } from "../passages/passages.ts";

/** What of a sentence and of what stands above it is needed to see whose it is. */
export interface Placed extends Pick<Passage, "text" | "evidence"> {
  readonly article: Article;
  /** With the row that heads its table. */
  readonly headingPath: readonly string[];
  readonly title: string;
  /** The article's day, or null. */
  readonly writtenOn: CalendarDay | null;
  /** The sentences before it in its text, the nearest first: some. */
  readonly before: readonly Pick<Passage, "text" | "evidence">[];
  /** It states what is asked for in its own form. */
  readonly statesWanted: boolean;
  /** By word of the question, 0..1: in the sentence, and in it, its headings or the two before it. */
  readonly inSentence: readonly number[];
  readonly inReach: readonly number[];
}

/**
 * Whether sentences speak of another one than the question names: of branch 500 where branch 0 is asked for; of the number of
 * another office where a telephone number is. Null where the question names none that could be taken for another.
 */
export function createAnotherOne(
  { text, query, wanted }: ReadQuestion,
  lexicon: Lexicon,
): ((sentence: Placed) => boolean) | null {
  // "2회에서 몇 회로 늘었나?" asks for the other one.
  const asked = withoutRepeats(numberedNames(readWords(text))).filter(
    ({ label }) => !new RegExp(`몇\\s?${label}`, "u").test(text),
  );
  const owners = wanted?.calledBy ? query.words.flatMap((word, at) => (isOwner(word) ? [{ word, at }] : [])) : [];
  const concepts = new Set(query.words.flatMap(({ concept }) => concept ?? []));
  if (asked.length === 0 && owners.length === 0) return null;
  return (sentence) => {
    const above = readWords(sentence.headingPath.join("\n"));
    if (asked.length > 0 && numbersAnother(asked, sentence, above)) return true;
    if (owners.length === 0 || !sentence.statesWanted) return false;
    if (owners.every(({ at }) => (sentence.inReach[at] ?? 0) < SAID)) return true;
    const names = [...readWords(sentence.text), ...above];
    return owners.some(({ word, at }) => {
      if ((sentence.inSentence[at] ?? 0) >= SAID) return false;
      const { concept } = word;
      const kind = concept === null ? "" : lexicon.kindOf(concept);
      const isLike = (other: string) => !concepts.has(other) && kind !== "" && lexicon.kindOf(other) === kind;
      return names.some((name) => isSibling(name, word, text)) || [...sentence.evidence.concepts].some(isLike);
    });
  };
}

function isOwner({ weight, word, attribute }: QueryWord): boolean {
  return weight >= SAYS_WHAT && !attribute && word.script !== "number";
}

/** Shorter words end alike by chance. Syllables. */
const SHORTEST_NAME = 3;

/** What places and offices are called by. */
const HEADS = /[동섬시군구읍면리도항역산강촌을과부청점관팀국처원소터]$/u;
/** Any office may have one of these. */
const OF_ANY_OFFICE = /^(?:콜|안내|상담|고객|관리|민원|지원|통합|접수|문의|담당|예약|예매|매표|신청|대표|행정|사무)/u;

/** 갈매기섬 beside 물개섬, 솔섬동 beside 돌문동: another of the kind that the last syllable names. */
function isSibling({ stem, script }: Word, { word }: QueryWord, question: string): boolean {
  const isName =
    script === "hangul" && stem.length >= 2 && word.script === "hangul" && word.stem.length >= SHORTEST_NAME;
  return isName && isAlike(stem, word.stem) && !question.includes(stem);
}

function isAlike(name: string, asked: string): boolean {
  return HEADS.test(asked) && name.at(-1) === asked.at(-1) && !OF_ANY_OFFICE.test(name);
}

/**
 * The sentence or a heading gives one of the names another number, or none where it would have one, and nothing gives it the
 * one that is asked for.
 */
function numbersAnother(
  asked: readonly NumberedName[],
  { text, title, before }: Placed,
  above: readonly Word[],
): boolean {
  const named = numbersByLabel([...numberedNames(readWords(text)), ...numberedNames(above)]);
  const others = asked.filter(({ number, label, isTold }) => {
    const numbers = named.get(label) ?? (isTold ? nearestNumbers(label, before) : undefined);
    return numbers === undefined ? isTold : !numbers.has(number);
  });
  if (others.length === 0) return false;
  const inTitle = numbersByLabel(numberedNames(readWords(title)));
  return others.some(({ number, label }) => !inTitle.get(label)?.has(number));
}

/** "제3조는 다음과 같다. 주차장은 …": the second sentence is of the third article too. */
function nearestNumbers(label: string, before: Placed["before"]): ReadonlySet<string> | undefined {
  for (const { text } of before) {
    const numbers = numbersByLabel(numberedNames(readWords(text))).get(label);
    if (numbers !== undefined) return numbers;
  }
  return undefined;
}

/** All that an article says. */
export function textOf({ title, sections }: Article): string {
  const texts = sections.flatMap(({ headingPath, body, footnotes }) => [
    headingPath.at(-1) ?? "",
    body,
    ...footnotes.map((footnote) => footnote.text),
  ]);
  return [title, ...texts].join("\n");
}
