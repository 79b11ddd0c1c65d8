import { englishClassOf } from "../../search/english-words.ts";
import type { RankedSection } from "../../search/rank-sections.ts";
import { onceEach } from "../../text/remembered.ts";
import { latinRoot } from "../../text/roots.ts";
import { readWords } from "../../text/words.ts";
import type { Placed } from "./another-one.ts";

/** Two English words side by side, by their roots: the second says what sort of thing it is, the first which of them. */
interface Compound {
  readonly which: string;
  readonly thing: string;
}

/**
 * Whether sentences tell of another of the things that the question names in two words: of the visitor visa where the work visa is asked
 * about. Only where a title or a heading of what was found names the one that is asked for: the documents part them so. Null where none does.
 */
export function createAnotherCompound(
  question: string,
  hits: readonly Pick<RankedSection, "article" | "section">[],
): ((sentence: Pick<Placed, "text" | "title" | "headingPath">) => boolean) | null {
  const asked = compoundsIn(question);
  if (asked.length === 0) return null;
  const namedAbove = onceEach(compoundsIn);
  const headings = new Set(hits.flatMap(({ article, section }) => [article.title, ...section.headingPath]));
  const headed = [...headings].flatMap(namedAbove);
  const parted = asked.filter((one) => headed.some((other) => isSame(one, other)));
  if (parted.length === 0) return null;
  return ({ text, title, headingPath }) => {
    const told = [...compoundsIn(text), ...[...headingPath, title].flatMap(namedAbove)];
    return parted.some(
      (one) =>
        told.some((other) => other.thing === one.thing && !asked.some((each) => isSame(each, other))) &&
        !told.some((other) => isSame(one, other)),
    );
  };
}

function isSame(one: Compound, other: Compound): boolean {
  return one.which === other.which && one.thing === other.thing;
}

function compoundsIn(text: string): Compound[] {
  const words = readWords(text);
  return words.slice(1).flatMap((thing, at) => {
    const which = words[at];
    return which !== undefined && [which, thing].every(saysWhat)
      ? { which: latinRoot(which.text), thing: latinRoot(thing.text) }
      : [];
  });
}

function saysWhat({ script, text }: { readonly script: string; readonly text: string }): boolean {
  return script === "latin" && englishClassOf(text) !== "function";
}
