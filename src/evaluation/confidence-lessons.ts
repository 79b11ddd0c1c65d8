import { findCandidates } from "../answers/candidates/find-candidates.ts";
import { createDocuments } from "../answers/candidates/knowledge.ts";
import { FITTED_FEATURES } from "../answers/confidence/confidence-feature-names.ts";
import { confidenceFeatures } from "../answers/confidence/confidence-features.ts";
import type { Article } from "../documents/article.ts";
import { createInMemoryIndex } from "../search/in-memory-index.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { askWithout } from "./ask-without.ts";
import type { EvaluationQuestion, QuestionSet } from "./question-set.ts";

/** How a question was asked: with what answers it in place, without, or of articles of another field. */
export type AskedOf = "answerable" | "sections removed" | "articles removed" | "off-domain";

/** The best sentence found for a question, and whether it can answer. */
export interface ConfidenceLesson {
  /** The set whose articles were asked. */
  readonly set: "half" | "whole";
  /** Asked of a few articles alone, where sections are few and words rarer. */
  readonly isSmall: boolean;
  readonly asked: AskedOf;
  /** The position in its own set of the article that the question is about. */
  readonly position: number;
  /** In the order of FITTED_FEATURES. */
  readonly features: readonly number[];
}

/** Of the questions of a set. */
const EVERY = 2;
const EVERY_OF_SMALL = 3;
const EVERY_OFF_DOMAIN_OF_SMALL = 97;
/** Articles of a small library: some tens of sections. */
const SMALL = { half: 3, whole: 12 } as const;

/** Asks both sets' questions of their own articles, of few of them, and of each other's. */
export function readConfidenceLessons(half: QuestionSet, whole: QuestionSet, lexicon: Lexicon): ConfidenceLesson[] {
  const sets = { half, whole } as const;
  return (["half", "whole"] as const).flatMap((name) => {
    const other = numbered(sets[name === "half" ? "whole" : "half"]);
    const own = numbered(sets[name]);
    const large = lessonsOf(name, false, own, every(EVERY, own.questions), every(EVERY, other.questions), lexicon);
    const small = librariesOf(own, SMALL[name]).flatMap((library, number) =>
      lessonsOf(
        name,
        true,
        library,
        every(EVERY_OF_SMALL, library.questions),
        every(EVERY_OFF_DOMAIN_OF_SMALL, other.questions.slice(number)),
        lexicon,
      ),
    );
    return [...large, ...small];
  });
}

interface NumberedQuestion extends EvaluationQuestion {
  readonly position: number;
}

interface NumberedSet {
  readonly articles: readonly Article[];
  readonly questions: readonly NumberedQuestion[];
}

function numbered({ articles, questions }: QuestionSet): NumberedSet {
  const positions = new Map(articles.flatMap(({ sections }, at) => sections.map(({ id }) => [id, at] as const)));
  const positionOf = ({ relevant: [first] }: EvaluationQuestion) => positions.get(first ?? "") ?? 0;
  return { articles, questions: questions.map((question) => ({ ...question, position: positionOf(question) })) };
}

/** Articles at even positions by so many, then those at odd ones, each with the questions that they answer. */
function librariesOf({ articles, questions }: NumberedSet, size: number): NumberedSet[] {
  const libraries: NumberedSet[] = [];
  for (const parity of [0, 1]) {
    const half = articles.filter((_, at) => at % 2 === parity);
    for (let from = 0; from < half.length; from += size) {
      const held = half.slice(from, from + size);
      const ids = new Set(held.flatMap(({ sections }) => sections.map(({ id }) => id)));
      libraries.push({
        articles: held,
        questions: questions.filter(({ relevant }) => relevant.every((id) => ids.has(id))),
      });
    }
  }
  return libraries;
}

function every<Item>(step: number, items: readonly Item[]): Item[] {
  return items.filter((_, at) => at % step === 0);
}

function lessonsOf(
  set: "half" | "whole",
  isSmall: boolean,
  { articles }: NumberedSet,
  questions: readonly NumberedQuestion[],
  others: readonly NumberedQuestion[],
  lexicon: Lexicon,
): ConfidenceLesson[] {
  const index = createInMemoryIndex(lexicon, articles);
  const documents = createDocuments(index, lexicon);
  const askAs =
    (asked: AskedOf) =>
    ({ question, position }: NumberedQuestion): ConfidenceLesson[] => {
      const { candidates, grounds } = findCandidates(question, documents);
      const [best] = candidates;
      if (best === undefined) return [];
      const features = confidenceFeatures(grounds, best);
      return [{ set, isSmall, asked, position, features: FITTED_FEATURES.map((name) => features[name]) }];
    };
  const answering = { articles, questions };
  const hasParts = articles.some(({ sections }) => sections.length > 1);
  return [
    ...questions.flatMap(askAs("answerable")),
    ...others.flatMap(askAs("off-domain")),
    ...askWithout("sections", answering, index, askAs("sections removed")).flat(),
    ...(hasParts ? askWithout("articles", answering, index, askAs("articles removed")).flat() : []),
  ];
}
