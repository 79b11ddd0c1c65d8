import { linesOfList, listedOn, placeOfLine, saysNothing, type WordList } from "./list-lines.ts";
import { addTo } from "./multimap.ts";
import { isParticle } from "./particles.ts";
import { rootOf } from "./roots.ts";
import { type VerbForm, verbForms } from "./verb-forms.ts";
import { readWords, type Word } from "./words.ts";

/** Other words that may say the same as a word, and its own forms where it is a verb: weaker evidence than a form of its concept. */
export interface Related {
  /** To be looked for where words begin; those in Latin letters are roots of words. */
  readonly nouns: readonly string[];
  readonly verbs: readonly VerbForm[];
  /** The concepts that the word names at once: a text that names them all may say the same. */
  readonly together: readonly string[];
}

/** `isName`: it is no form of a verb, whatever it begins with (그린란드). */
export type Synonyms = (word: Word, isName?: boolean) => Pick<Related, "nouns" | "verbs">;

const NOTHING = { nouns: [], verbs: [] };
const VERB_ENDING = "다";
/** Ends a word that stands for the others of its line, where none of them stands for it: a dog is a pet. */
const BROADER = ":";
const isVerb = (listed: string) => listed.endsWith(VERB_ENDING);
const ONE_WORD_EACH = "Each is one Korean or English word, and tabs part them.";
/** Syllables of a noun that is found with a particle behind it. */
const SHORTEST_NOUN = 2;
/** Read as it stands. */
const ONE_WORD = /^[가-힣]+$/u;

/** What a verb is known by: the forms of one stem, the same array wherever it stands. */
type Verb = readonly VerbForm[];

interface Group {
  readonly nouns: readonly string[];
  readonly verbs: readonly Verb[];
}

/**
 * Reads tab-separated lists: one group a line; verbs end in 다; a word with a colon behind it is broader than the others of
 * its line; "#" starts a comment line. A word may stand in several.
 * `warnings` names, by file and line, what can relate nothing or other words than those written.
 */
export function parseSynonyms(lists: readonly WordList[]): { relatedTo: Synonyms; warnings: string[] } {
  const verbByStem = new Map<string, Verb>();
  const groupsByNoun = new Map<string, Group[]>();
  const groupsByVerb = new Map<Verb, Group[]>();
  const warnings: string[] = [];

  const readNoun = (noun: string, place: () => string): string[] => {
    if (ONE_WORD.test(noun)) return [noun];
    const words = readWords(noun);
    const [word] = words;
    if (word === undefined) warnings.push(saysNothing(place(), noun));
    else if (words.length > 1 || word.script !== "latin")
      warnings.push(`${place()}: "${noun}" is read as ${words.map(({ text }) => text).join(", ")}. ${ONE_WORD_EACH}`);
    return words.map((each) => (each.script === "latin" ? rootOf(each) : each.text));
  };
  const readVerb = (verb: string, place: () => string): Verb => {
    const stem = verb.slice(0, -VERB_ENDING.length);
    const forms = verbByStem.get(stem) ?? verbForms(stem);
    verbByStem.set(stem, forms);
    if (forms.length === 0) warnings.push(`${place()}: "${verb}" is never found. ${ONE_WORD_EACH}`);
    return forms;
  };

  for (const { name, text } of lists) {
    for (const [index, line] of linesOfList(text).entries()) {
      const members = listedOn(line);
      if (members.length === 0) continue;
      const place = () => placeOfLine(name, index);
      const [first = "", ...others] = members;
      if (first.endsWith(BROADER)) {
        const broader: Group = { nouns: readNoun(first.slice(0, -BROADER.length), place), verbs: [] };
        if (others.length === 0) warnings.push(`${place()}: "${first}" stands alone. ${ONE_WORD_EACH}`);
        for (const noun of others.flatMap((other) => readNoun(other, place))) addTo(groupsByNoun, noun, broader);
        continue;
      }
      const group: Group = {
        nouns: members.filter((member) => !isVerb(member)).flatMap((noun) => readNoun(noun, place)),
        verbs: members.filter(isVerb).map((verb) => readVerb(verb, place)),
      };
      const [only] = group.nouns;
      // A verb alone still has its own forms.
      if (only !== undefined && group.verbs.length === 0 && group.nouns.every((noun) => noun === only))
        warnings.push(`${place()}: "${first}" stands alone. ${ONE_WORD_EACH}`);
      for (const noun of group.nouns) addTo(groupsByNoun, noun, group);
      for (const verb of group.verbs) addTo(groupsByVerb, verb, group);
    }
  }
  const verbsBeginning = readBeginnings([...groupsByVerb.keys()]);
  /** 맏아들이: what is read as the plural 맏아 + 들이 is the listed 맏아들. */
  const groupsOfBeginning = (text: string): readonly Group[] => {
    for (let length = text.length - 1; length >= SHORTEST_NOUN; length--) {
      const groups = groupsByNoun.get(text.slice(0, length));
      if (groups !== undefined && isParticle(text.slice(length))) return groups;
    }
    return [];
  };
  const relatedTo: Synonyms = (word, isName = false) => {
    if (word.script !== "hangul" && word.script !== "latin") return NOTHING;
    const root = rootOf(word);
    const whole = [groupsByNoun.get(root), groupsByNoun.get(word.text)].flatMap((groups) => groups ?? []);
    const named = whole.length === 0 && word.script === "hangul" ? groupsOfBeginning(word.text) : whole;
    const verbs = named.length === 0 && !isName && word.script === "hangul" ? verbsBeginning(word.text) : [];
    const own = verbs.length === 0 ? named : verbs.flatMap((verb) => groupsByVerb.get(verb) ?? []);
    return {
      nouns: [...new Set(own.flatMap((group) => group.nouns))].filter((noun) => noun !== root),
      verbs: [...new Set(own.flatMap((group) => group.verbs))].flat(),
    };
  };
  return { relatedTo, warnings };
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
