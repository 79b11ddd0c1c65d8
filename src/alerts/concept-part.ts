import type { Lexicon } from "../text/lexicon.ts";
import { readWords } from "../text/words.ts";
import type { Needle, Part } from "./phrase.ts";
import { isSyllabic } from "./syllabic.ts";

/** A concept, and those of its forms that also stand in compounds and in longer names: 관세 in 상호관세. */
export function conceptPart(concept: string, lexicon: Lexicon): Part {
  const needles = new Map<string, Needle>();
  for (const form of lexicon.forms(concept)) {
    const needle = needleOfForm(form, concept, lexicon);
    if (needle) needles.set(JSON.stringify(needle), needle);
  }
  return { key: `=${concept}`, concept, needles: [...needles.values()] };
}

function needleOfForm(form: string, concept: string, lexicon: Lexicon): Needle | null {
  const [word, ...rest] = readWords(form);
  // Forms of several words are found as the lexicon finds them.
  if (!word || rest.length > 0) return null;
  if (isSyllabic(word.script) && word.text.length > 1) {
    return { kind: "syllables", text: word.text, isName: true, others: otherNames(word.text, concept, lexicon) };
  }
  // "US" is no needle: it would be found in "us".
  const isPlain = lexicon.mentions([{ ...word, capitals: false }]).some((mention) => mention.concept === concept);
  return isPlain ? { kind: "word", stem: word.stem, capitalsOnly: false } : null;
}

/** Longer names of the same kind that begin with this one, unless they say it as a word of its own (무역 적자). */
function otherNames(name: string, concept: string, lexicon: Lexicon): string[] {
  return lexicon.allForms().filter((form) => {
    if (form.length <= name.length || !form.startsWith(name) || form.includes(" ")) return false;
    const other = lexicon.mentions(readWords(form))[0]?.concept;
    if (other === undefined || other === concept || lexicon.kindOf(other) !== lexicon.kindOf(concept)) return false;
    return !lexicon.forms(other).some((spaced) => spaced.startsWith(`${name} `));
  });
}
