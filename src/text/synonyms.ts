import { linesOfList, listedOn } from "./list-lines.ts";
import { addTo } from "./multimap.ts";
import { rootOf } from "./roots.ts";
import { type VerbForm, verbForms } from "./verb-forms.ts";
import { readWords, type Word } from "./words.ts";

/** Other words that may say the same as a word, and its own forms where it is a verb: weaker evidence than a form of its concept. */
export interface Related {
  /** To be looked for where words begin; those in Latin letters are roots of words. */
  readonly nouns: readonly string[];
  readonly verbs: readonly VerbForm[];
}

export type Synonyms = (word: Word) => Related;

const NOTHING: Related = { nouns: [], verbs: [] };
const VERB_ENDING = "다";
/** Read as it stands. */
const ONE_WORD = /^[가-힣]+$/u;

/** What a verb is known by: the forms of one stem, the same array wherever it stands. */
type Verb = readonly VerbForm[];

interface Group {
  readonly nouns: readonly string[];
  readonly verbs: readonly Verb[];
}

/** Reads tab-separated lists: one group a line; verbs end in 다; "#" starts a comment line. A word may stand in several. */
export function parseSynonyms(...lists: readonly string[]): Synonyms {
  const verbByStem = new Map<string, Verb>();
  const groupsByNoun = new Map<string, Group[]>();
  const groupsByVerb = new Map<Verb, Group[]>();
  for (const line of lists.flatMap(linesOfList)) {
    const members = listedOn(line);
    const stems = members.filter((member) => member.endsWith(VERB_ENDING)).map((verb) => verb.slice(0, -1));
    for (const stem of stems) if (!verbByStem.has(stem)) verbByStem.set(stem, verbForms(stem));
    const nouns = members.filter((member) => !member.endsWith(VERB_ENDING));
    const group: Group = {
      nouns: nouns.flatMap((noun) => (ONE_WORD.test(noun) ? [noun] : readWords(noun).map(soughtOf))),
      verbs: stems.map((stem) => verbByStem.get(stem) ?? []),
    };
    for (const noun of group.nouns) addTo(groupsByNoun, noun, group);
    for (const verb of group.verbs) addTo(groupsByVerb, verb, group);
  }
  const verbsBeginning = readBeginnings([...groupsByVerb.keys()]);
  return (word) => {
    if (word.script !== "hangul" && word.script !== "latin") return NOTHING;
    const root = rootOf(word);
    const named = [groupsByNoun.get(root), groupsByNoun.get(word.text)].flatMap((groups) => groups ?? []);
    const verbs = named.length === 0 && word.script === "hangul" ? verbsBeginning(word.text) : [];
    const own = verbs.length === 0 ? named : verbs.flatMap((verb) => groupsByVerb.get(verb) ?? []);
    return {
      nouns: [...new Set(own.flatMap((group) => group.nouns))].filter((noun) => noun !== root),
      verbs: [...new Set(own.flatMap((group) => group.verbs))].flat(),
    };
  };
}

function soughtOf(word: Word): string {
  return word.script === "latin" ? rootOf(word) : word.text;
}

/** Gives the verbs that a word may be a form of: those whose form is the longest that begins it. */
function readBeginnings(verbs: readonly Verb[]): (word: string) => readonly Verb[] {
  const byBeginning = new Map<string, Verb[]>();
  for (const verb of verbs) {
    const beginnings = verb.flatMap(({ lead, next }) => (next === "" ? [lead] : [...next].map((last) => lead + last)));
    for (const beginning of new Set(beginnings)) addTo(byBeginning, beginning, verb);
  }
  let longest = 0;
  for (const { length } of byBeginning.keys()) longest = Math.max(longest, length);
  return (word) => {
    for (let length = Math.min(longest, word.length); length > 0; length--) {
      const found = byBeginning.get(word.slice(0, length));
      if (found !== undefined) return found;
    }
    return [];
  };
}
