import { type ExclusiveSets, parseExclusive } from "./exclusive-words.ts";
import { linesOfList, listedOn, placeOfLine, saysNothing, type WordList } from "./list-lines.ts";
import { addTo } from "./multimap.ts";
import { parseSynonyms, type Synonyms } from "./synonyms.ts";
import { readWords, type Word } from "./words.ts";

/** A place in a list of words where some form of a concept stands. */
export interface ConceptMention {
  /** The first form of its group: "유럽연합" for EU and for European Union. */
  readonly concept: string;
  readonly from: number;
  /** How many words the form covers. */
  readonly length: number;
}

/** A place where one concept is named, or several by one word: 한미 names two countries. */
export interface Named {
  readonly concepts: readonly string[];
  readonly from: number;
  readonly length: number;
}

/** Words that mean the same, as the operator lists them. */
export interface Lexicon {
  /** The longest form at each place, left to right, never overlapping. */
  named(words: readonly Word[]): Named[];
  /** Of these the places where a single concept is named. */
  mentions(words: readonly Word[]): ConceptMention[];
  /** The longest form of one word that a Hangul compound begins with: 대만 in 대만국방비. Null where none does. */
  formAtStart(compound: string): string | null;
  /** What sort of thing a concept is: the list's last heading ("# --- people ---") above it; "" where there is none. */
  kindOf(concept: string): string;
  /** Every form of a concept, the first one included. */
  forms(concept: string): readonly string[];
  /** Words that may say the same, as the operator's second list has them. */
  readonly relatedTo: Synonyms;
  /** Words of which only one holds of a thing. */
  readonly exclusiveIn: ExclusiveSets;
  /** Every form of every concept. */
  allForms(): readonly string[];
  /** Changes when the list does, so that an index made with another list is not used. */
  readonly fingerprint: string;
}

/** What a lexicon is made of. */
export interface WordLists {
  /** Words that mean the same. */
  readonly aliases: readonly WordList[];
  /** Words that may say the same. */
  readonly synonyms: readonly WordList[];
  /** Words of which only one holds of a thing at a time. */
  readonly exclusive: readonly WordList[];
}

interface Form {
  readonly concepts: readonly string[];
  readonly words: readonly string[];
  /** Short Latin forms that are also English words ("US", "WHO") count only in capitals. */
  readonly capitalsOnly: boolean;
}

const ENGLISH_FUNCTION_WORDS = new Set(
  "us who it is in on at to an as or am are be by do go he if me my no of so up we was".split(" "),
);
/** An editor's, in place of a tab. */
const SEVERAL_SPACES = /\s\s/;
/** Joins what the words of a group name at once: "한국+미국", 한미. */
const AND = "+";
const SHORTEST_COMPOUND_PART = 2;
const LONGEST_COMPOUND_PART = 12;
/** How many beginnings are told apart: most words begin as no form does, and are passed over at once. */
const BEGINNINGS = 1 << 14;
/** Of a line without spaces at its ends; those inside it are left to be trimmed: many of them would take long otherwise. */
const HEADING = /^#\s*---(?<kind>.+)---$/;

/** Reads one list of each kind. */
export function parseLexicon(aliases: string, synonyms = "", exclusive = ""): { lexicon: Lexicon; warnings: string[] } {
  const alone = (name: string, text: string) => [{ name, text }];
  return parseWordLists({
    aliases: alone("aliases.tsv", aliases),
    synonyms: alone("synonyms.tsv", synonyms),
    exclusive: alone("exclusive.tsv", exclusive),
  });
}

/**
 * Reads tab-separated lists: one group a line, its first form naming the concept; "#" starts a comment line. A group that
 * begins as an earlier one does adds to it. A form that stands in two groups keeps the first. Where the first form joins others
 * with "+", the words behind it name them all at once. `warnings` names each form of two groups and other mistakes, by file and line.
 */
export function parseWordLists({ aliases, synonyms, exclusive }: WordLists): { lexicon: Lexicon; warnings: string[] } {
  const byFirstWord = new Map<string, Form[]>();
  const formsByConcept = new Map<string, Set<string>>();
  const seen = new Map<string, string>();
  const kindByConcept = new Map<string, string>();
  const warnings: string[] = [];

  /** Notes that `written` names `concepts`, for which `group` stands; false where it names nothing or something else. */
  const note = (written: string, group: string, concepts: readonly string[], place: string): boolean => {
    const words = readWords(written);
    const first = words[0];
    if (!first) {
      warnings.push(saysNothing(place, written));
      return false;
    }
    const key = keyOf(words);
    const owner = seen.get(key);
    if (owner !== undefined && owner !== group) {
      warnings.push(`${place}: "${written}" already stands in the group "${owner}".`);
      return false;
    }
    if (owner !== undefined) return true;
    seen.set(key, group);
    const capitalsOnly = words.length === 1 && ENGLISH_FUNCTION_WORDS.has(first.text);
    addTo(byFirstWord, first.text, { concepts, words: words.map((word) => word.text), capitalsOnly });
    return true;
  };

  const groups = aliases.flatMap(groupsOf);
  for (const { place, forms } of groups) {
    const spaced = forms.find((form) => SEVERAL_SPACES.test(form));
    if (spaced !== undefined) warnings.push(`${place}: "${spaced}" holds several spaces in a row. Tabs part forms.`);
  }
  // Disney+ and R&D+ join nothing.
  const areSeveral = ({ forms: [first = ""] }: FormGroup) => {
    const parts = first.split(AND);
    return parts.length > 1 && !parts.includes("");
  };
  for (const { kind, place, forms } of groups.filter((group) => !areSeveral(group))) {
    const concept = forms[0];
    if (concept === undefined) continue;
    if (!kindByConcept.has(concept)) kindByConcept.set(concept, kind);
    for (const written of forms) {
      if (!note(written, concept, [concept], place)) continue;
      const known = formsByConcept.get(concept) ?? new Set();
      formsByConcept.set(concept, known.add(written));
    }
  }
  for (const { place, forms } of groups.filter(areSeveral)) {
    const [joined = "", ...names] = forms;
    const parts = joined.split(AND);
    const concepts = parts.flatMap((part) => seen.get(keyOf(readWords(part))) ?? []);
    if (concepts.length < parts.length)
      warnings.push(`${place}: "${joined}" joins what is no group of its own. Each part is a form of another group.`);
    else for (const written of names) note(written, joined, concepts, place);
  }
  const formsOf = new Map([...formsByConcept].map(([concept, forms]) => [concept, [...forms]]));
  const related = parseSynonyms(synonyms);
  const apart = parseExclusive(exclusive);
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  const beginnings = new Uint8Array(BEGINNINGS);
  for (const first of byFirstWord.keys()) beginnings[beginningOf(first)] = 1;

  return {
    lexicon: {
      named: (words) => findNamed(words, byFirstWord, beginnings),
      mentions: (words) => findNamed(words, byFirstWord, beginnings).flatMap(alone),
      formAtStart: (compound) => compoundStart(compound, byFirstWord)?.form ?? null,
      forms: (concept) => formsOf.get(concept) ?? [],
      kindOf: (concept) => kindByConcept.get(concept) ?? "",
      relatedTo: related.relatedTo,
      exclusiveIn: apart.setsIn,
      allForms: () => [...formsOf.values()].flat(),
      fingerprint: [...seen].map(([form, concept]) => `${form}=${concept}`).join("\n"),
    },
    warnings: [...warnings, ...related.warnings, ...apart.warnings],
  };
}

interface FormGroup {
  /** The list's last heading above it, or "". */
  readonly kind: string;
  /** For warnings. */
  readonly place: string;
  readonly forms: readonly string[];
}

function groupsOf({ name, text }: WordList): FormGroup[] {
  let kind = "";
  return linesOfList(text).map((line, index) => {
    kind = HEADING.exec(line.trimEnd())?.groups?.["kind"]?.trim() || kind;
    return { kind, place: placeOfLine(name, index), forms: listedOn(line) };
  });
}

/** A lexicon without entries. */
export const emptyLexicon: Lexicon = parseLexicon("").lexicon;

type FormsByFirstWord = ReadonlyMap<string, readonly Form[]>;

/** Of a word's first two characters, or its only one: its place in the marks of how forms begin. */
function beginningOf(word: string): number {
  const first = word.charCodeAt(0);
  return word.length < 2 ? first % BEGINNINGS : (first * 31 + word.charCodeAt(1)) % BEGINNINGS;
}

function findNamed(words: readonly Word[], byFirstWord: FormsByFirstWord, beginnings: Uint8Array): Named[] {
  const named: Named[] = [];
  for (let from = 0; from < words.length; ) {
    const here = namedAt(words, from, byFirstWord, beginnings);
    if (here) named.push(here);
    from += here?.length ?? 1;
  }
  return named;
}

function alone({ concepts: [concept = "", ...others], from, length }: Named): ConceptMention[] {
  return others.length === 0 ? [{ concept, from, length }] : [];
}

/** Words as a form of several is compared with others. */
function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(" ");
}

function namedAt(
  words: readonly Word[],
  from: number,
  byFirstWord: FormsByFirstWord,
  beginnings: Uint8Array,
): Named | null {
  const word = words[from];
  if (!word || !(beginnings[beginningOf(word.text)] || beginnings[beginningOf(word.stem)])) return null;
  const form =
    formStandingAt(from, byFirstWord.get(word.text), words) ??
    (word.stem === word.text ? undefined : formStandingAt(from, byFirstWord.get(word.stem), words));
  if (form) return { concepts: form.concepts, from, length: form.words.length };
  const compound = word.script === "hangul" ? compoundStart(word.text, byFirstWord) : null;
  return compound && { concepts: compound.concepts, from, length: 1 };
}

function formStandingAt(place: number, forms: readonly Form[] | undefined, words: readonly Word[]): Form | undefined {
  return forms?.find((form) => standsAt(place, form, words));
}

function standsAt(place: number, { words: parts, capitalsOnly }: Form, words: readonly Word[]): boolean {
  if (capitalsOnly && !words[place]?.capitals) return false;
  return parts.every((part, k) => {
    const word = words[place + k];
    return word !== undefined && (word.text === part || word.stem === part);
  });
}

/** What several are named together for: 한미동맹. 한미약품 and 일러스트 begin so by chance. */
const BEHIND_SEVERAL =
  /^$|^(?:정상|회담|동맹|관계|협상|갈등|전쟁|연합|경제|군사|무역|외교|안보|협력|합의|공동|양국|국방|통상|관세|방위|자유|훈련|공조|분쟁|협정|조약|수교|대화|교류|간(?![가-힣]{2}))/u;

/** Longest first, so that 인도네시아 is not 인도. */
function compoundStart(
  compound: string,
  byFirstWord: FormsByFirstWord,
): { readonly form: string; readonly concepts: readonly string[] } | null {
  for (let length = Math.min(compound.length, LONGEST_COMPOUND_PART); length >= SHORTEST_COMPOUND_PART; length--) {
    const form = compound.slice(0, length);
    const entry = byFirstWord.get(form)?.find((candidate) => candidate.words.length === 1);
    if (entry && (entry.concepts.length === 1 || BEHIND_SEVERAL.test(compound.slice(length))))
      return { form, concepts: entry.concepts };
  }
  return null;
}
