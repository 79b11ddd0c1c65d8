import type { Lexicon } from "../../text/lexicon.ts";
import { onceEach } from "../../text/remembered.ts";
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
  const namedIn = onceEach((text: string) => namedInWords(readWords(text), lexicon));
  const asked = namedIn(question).together;
  if (asked.length === 0) return null;
  return ({ text, title, headingPath }) => {
    const named = [text, title, ...headingPath].map(namedIn);
    const together = named.flatMap((each) => each.together);
    if (together.length === 0) return false;
    const told = [...together, new Set(named.flatMap(({ alone }) => alone))];
    return asked.some((concepts) => !told.some((others) => holds(others, concepts)));
  };
}

/** 한미일 tells of 한미, too. */
function holds(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...others].every((concept) => some.has(concept));
}

function namedInWords(words: readonly Word[], lexicon: Lexicon): NamedIn {
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
