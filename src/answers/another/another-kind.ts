import { evidenceOf } from "../../text/evidence.ts";
import type { ExclusiveSet } from "../../text/exclusive-words.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { readText } from "../../text/read-text.ts";
import { onceEach } from "../../text/remembered.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";

/** Whoever is asked for need not be called a woman or a pupil where the name is told. */
const ASKS_FOR_NAME = /이름(?:은|이|을|도)?\s*(?:뭐|무엇|알려|[?？]|$)/u;

/** A set of which the question names some. */
interface AskedKind {
  readonly set: ExclusiveSet;
  readonly asked: ReadonlySet<number>;
}

/**
 * Whether sentences tell of another kind than the question names, of those that exclude each other: of the 초등학교 where the
 * 고등학교 is asked about. The nearest place that names any decides: the sentence, those before it, its headings from below, the title.
 * Null where the question names none.
 */
export function createAnotherKind(
  { text, query, askedFor }: ReadQuestion,
  lexicon: Lexicon,
): ((sentence: Placed) => boolean) | null {
  if (askedFor === "who" || ASKS_FOR_NAME.test(text)) return null;
  const counting = query.words.filter(({ preamble }) => !preamble).map(({ word }) => word.text);
  const texts = ` ${counting.join(" ")} `;
  const kinds = lexicon.exclusiveIn(texts).map((set): AskedKind => ({ set, asked: set.namedIn(texts) }));
  if (kinds.length === 0) return null;
  const textsOf = onceEach((heading: string) => evidenceOf(readText(heading), []).texts);
  return (sentence) => kinds.some((kind) => isOfAnotherKind(kind, sentence, textsOf));
}

function isOfAnotherKind({ set, asked }: AskedKind, sentence: Placed, textsOf: (place: string) => string): boolean {
  const { evidence, headingPath, title, before } = sentence;
  const named = set.namedIn(evidence.texts);
  const isAsked = (members: ReadonlySet<number>) => [...members].some((member) => asked.has(member));
  if (isAsked(named)) return false;
  const nearest = (texts: readonly string[]) => texts.map(set.namedIn).find((members) => members.size > 0);
  const above = nearest([...headingPath.toReversed(), title].map(textsOf));
  // A heading that names several says of no sentence which one it is about.
  if (named.size > 0) return above === undefined || !isAsked(above) || above.size > asked.size;
  const around = nearest(before.map((other) => other.evidence.texts)) ?? above;
  return around !== undefined && !isAsked(around);
}
