import type { Lexicon } from "../../text/lexicon.ts";
import { readWords, type Word } from "../../text/words.ts";
import { isName } from "../asked/is-name.ts";
import type { Placed } from "./another-one.ts";

/** Neither 미국이 중국에 nor 미국의 관세. */
const AND_OR_NOTHING = /^(?:와|과|랑|이랑|하고)?$/u;
/** Stands between two: 한국 및 미국. */
const AND = /^(?:및|그리고|and)$/u;

/** Who is named together (한미, "한국과 미국"), and who else is named. */
interface NamedIn {
  readonly together: readonly ReadonlySet<string>[];
  readonly alone: readonly string[];
}

/**
 * Whether sentences tell of others than those that the question names together: of 한미 정상회담 where 북미 정상회담 is asked about. Where
 * neither a sentence nor what stands above it names some together, it tells of nobody else. Null where the question names nobody so.
 */
export function createAnotherPair(
  question: string,
  lexicon: Lexicon,
): ((sentence: Pick<Placed, "text" | "title" | "headingPath">) => boolean) | null {
  const asked = namedIn([question], lexicon).together;
  if (asked.length === 0) return null;
  // Titles and headings stand over many sentences.
  const known = new Map<string, NamedIn>();
  const namedAbove = (texts: readonly string[]) => {
    const key = texts.join("\n");
    const named = known.get(key) ?? namedIn(texts, lexicon);
    known.set(key, named);
    return named;
  };
  return ({ text, title, headingPath }) => {
    const own = namedIn([text], lexicon);
    const above = namedAbove([title, ...headingPath]);
    const together = [...own.together, ...above.together];
    if (together.length === 0) return false;
    const told = [...together, new Set([...own.alone, ...above.alone])];
    return asked.some((concepts) => !told.some((others) => holds(others, concepts)));
  };
}

/** 한미일 tells of 한미, too. */
function holds(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...others].every((concept) => some.has(concept));
}

function namedIn(texts: readonly string[], lexicon: Lexicon): NamedIn {
  const named = texts.map((text) => namedInText(readWords(text), lexicon));
  return { together: named.flatMap(({ together }) => together), alone: named.flatMap(({ alone }) => alone) };
}

function namedInText(words: readonly Word[], lexicon: Lexicon): NamedIn {
  const together: ReadonlySet<string>[] = [];
  const alone: string[] = [];
  let row: string[] = [];
  let end = -1;
  const endRow = () => {
    const concepts = new Set(row);
    if (concepts.size > 1) together.push(concepts);
    else alone.push(...concepts);
    row = [];
  };
  for (const { concepts, from, length } of lexicon.named(words)) {
    const [first = ""] = concepts;
    if (!isName(first, lexicon)) continue;
    if (end !== from || lexicon.kindOf(first) !== lexicon.kindOf(row[0] ?? "")) endRow();
    row.push(...concepts);
    end = from + length;
    if (!AND_OR_NOTHING.test(particleOf(words[end - 1]))) endRow();
    else if (AND.test(words[end]?.text ?? "")) end++;
  }
  endRow();
  return { together, alone };
}

function particleOf(word: Word | undefined): string {
  return word === undefined ? "" : word.text.slice(word.stem.length);
}
