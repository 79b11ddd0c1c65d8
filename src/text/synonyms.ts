import { foldPastTense, toJamo } from "./hangul.ts";
import { readWords, type Word } from "./words.ts";

/** Other words that may say the same as a word: weaker evidence than a form of its concept. */
export interface Related {
  /** To be looked for where words begin. */
  readonly nouns: readonly string[];
  /** Roots of verbs, taken apart, to be looked for in unfolded letters. */
  readonly verbRoots: readonly string[];
}

export type Synonyms = (word: Word) => Related;

const NOTHING: Related = { nouns: [], verbRoots: [] };
/** A shorter root stands in too many words. Letters. */
const SHORTEST_ROOT = 4;
const VERB_ENDING = "다";

interface Group {
  readonly nouns: readonly string[];
  readonly verbRoots: readonly string[];
}

/** Reads a tab-separated list: one group a line; verbs end in 다; "#" starts a comment line. A word may stand in several. */
export function parseSynonyms(tsv: string): Synonyms {
  const byNoun = new Map<string, Group[]>();
  const byRoot = new Map<string, Group[]>();
  for (const line of tsv
    .normalize("NFC")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const members = line.split("\t").map((member) => member.trim());
    const verbs = members.filter((member) => member.endsWith(VERB_ENDING));
    const nouns = members.filter((member) => member !== "" && !member.endsWith(VERB_ENDING));
    const group: Group = {
      nouns: nouns.flatMap((noun) => readWords(noun).map((word) => word.text)),
      verbRoots: verbs.map((verb) => rootOf(verb.slice(0, -1))).filter((root) => root.length >= SHORTEST_ROOT),
    };
    for (const noun of group.nouns) byNoun.set(noun, [...(byNoun.get(noun) ?? []), group]);
    for (const root of group.verbRoots) byRoot.set(root, [...(byRoot.get(root) ?? []), group]);
  }
  const longestRoot = Math.max(0, ...[...byRoot.keys()].map(({ length }) => length));
  return (word) => {
    if (word.script !== "hangul") return NOTHING;
    const own = [byNoun.get(word.stem), byNoun.get(word.text)].flatMap((groups) => groups ?? []);
    const root = longestBeginning(rootOf(word.text).slice(0, longestRoot), byRoot);
    if (own.length === 0 && root !== null) own.push(...(byRoot.get(root) ?? []));
    return {
      nouns: [...new Set(own.flatMap((group) => group.nouns))].filter((noun) => noun !== word.stem),
      verbRoots: [...new Set(own.flatMap((group) => group.verbRoots))].filter((other) => other !== root),
    };
  };
}

/** A verb's root begins the word; the longest begins it best. Null where none does. */
function longestBeginning(jamo: string, roots: ReadonlyMap<string, unknown>): string | null {
  for (let { length } = jamo; length >= SHORTEST_ROOT; length--) {
    const root = jamo.slice(0, length);
    if (roots.has(root)) return root;
  }
  return null;
}

function rootOf(word: string): string {
  return foldPastTense(toJamo(word));
}
