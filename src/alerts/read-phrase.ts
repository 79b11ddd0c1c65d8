import type { ConceptMention, Lexicon } from "../text/lexicon.ts";
import { isParticle } from "../text/particles.ts";
import { readWords, type Word } from "../text/words.ts";
import { asRead } from "./as-read.ts";
import { conceptPart } from "./concept-part.ts";
import type { Part, Phrase, SyllableNeedle, WordNeedle } from "./phrase.ts";
import { isSyllabic } from "./syllabic.ts";
import { typedKey } from "./typed-key.ts";

/** Reads phrases of topics. What was read of a concept is kept: one reader serves many phrases. */
export function createPhraseReader(lexicon: Lexicon): (typed: string) => Phrase {
  const concepts = new Map<string, Part>();
  const partOf = (concept: string) => {
    const part = concepts.get(concept) ?? conceptPart(concept, lexicon);
    concepts.set(concept, part);
    return part;
  };
  return (typed) => {
    const words = readTyped(typed);
    // Nobody asks to hear of the word "us".
    const inCapitals = words.map((word) => ({ ...word, capitals: word.script === "latin" }));
    const named = lexicon.mentions(inCapitals).filter((mention) => isWhole(mention, words, lexicon));
    const inName = new Set(named.flatMap(({ from, length }) => words.slice(from, from + length)));
    const chunks = chunksOf(words.filter((word) => !inName.has(word) && isSearchable(word)));
    const parts = [...named.map(({ concept }) => partOf(concept)), ...chunks.map(wordPart)];
    return { text: typed, parts: [...new Map(parts.map((part) => [part.key, part])).values()] };
  };
}

interface TypedWord extends Word {
  /** What of it is looked for. */
  readonly key: string;
  /** Equal for words without a space between them. */
  readonly chunk: number;
}

function readTyped(typed: string): TypedWord[] {
  const words = typed.split(/\s+/).flatMap((text, chunk) => readWords(asRead(text)).map((word) => ({ word, chunk })));
  return words.map(({ word, chunk }, i) => ({ ...word, key: typedKey(word, i === words.length - 1), chunk }));
}

/** 미국산 names 미국, and is more than that. */
function isWhole({ concept, from, length }: ConceptMention, words: readonly Word[], lexicon: Lexicon): boolean {
  return lexicon.forms(concept).some((form) => {
    const parts = readWords(form);
    return (
      parts.length === length &&
      parts.every(({ text }, i) => words[from + i]?.text === text || words[from + i]?.stem === text)
    );
  });
}

/** Particles that are no nouns as well; 이자 and 인가 are. */
const PARTICLE_ONLY = /^(?:에서|에게|까지|부터|마다|조차|마저|밖에|처럼|보다|만큼|한테|으로|께서|이랑)$/;

function isSearchable({ text, script }: Word): boolean {
  return script !== "hangul" || !(text.length === 1 ? isParticle(text) : PARTICLE_ONLY.test(text));
}

function chunksOf(words: readonly TypedWord[]): TypedWord[][] {
  const chunks: TypedWord[][] = [];
  for (const word of words) {
    const last = chunks.at(-1);
    if (last?.[0]?.chunk === word.chunk) last.push(word);
    else chunks.push([word]);
  }
  return chunks;
}

function wordPart(chunk: readonly TypedWord[]): Part {
  const [first, ...rest] = joinSyllables(chunk);
  if (!first) return { key: "", concept: null, needles: [] };
  const needle = needleOf(first);
  const keys = rest.map(({ key }) => key);
  return {
    key: [JSON.stringify(needle), ...keys].join(" "),
    concept: null,
    needles: [rest.length === 0 ? needle : { kind: "run", first: needle, rest: keys }],
  };
}

/** 국방-예산 is looked for as 국방예산. */
function joinSyllables(chunk: readonly TypedWord[]): TypedWord[] {
  const joined: TypedWord[] = [];
  for (const word of chunk) {
    const last = joined.at(-1);
    if (last && last.script === word.script && isSyllabic(word.script))
      joined[joined.length - 1] = { ...last, key: last.key + word.key };
    else joined.push(word);
  }
  return joined;
}

/** A typed acronym of so few letters ("IT") is a small word where it stands in small letters. */
const SHORT_ACRONYM = 2;

function needleOf({ key, text, script, capitals }: TypedWord): SyllableNeedle | WordNeedle {
  if (isSyllabic(script) && key.length > 1) return { kind: "syllables", text: key, isName: false, others: [] };
  return { kind: "word", stem: key, capitalsOnly: capitals && text.length <= SHORT_ACRONYM };
}
