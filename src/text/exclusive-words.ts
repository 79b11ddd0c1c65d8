import { linesOfList, listedOn, placeOfLine, type WordList } from "./list-lines.ts";
import { addTo } from "./multimap.ts";

/** Words that part things of one sort: what is told of one member says nothing of the others. */
export interface ExclusiveSet {
  /** The members that the words of a text name (`Evidence.texts`), by their place in the list; all of them where it says a word for all. */
  readonly namedIn: (texts: string) => ReadonlySet<number>;
}

/** The sets of which the words of a text (`Evidence.texts`) name a member. */
export type ExclusiveSets = (texts: string) => readonly ExclusiveSet[];

/** Ends a word that stands for all members: 남녀 is women and men. */
const FOR_ALL = ":";
const ONE_WORD = /^(?:[가-힣]+|[a-z]+(?:-[a-z]+)*)$/u;
const IS_LATIN = /^[a-z]/u;
/** 한들고등학교 is one of them, 모여자 nothing. Syllables. */
const SHORTEST_WITHIN = 3;
/** Behind a word of one syllable, which others begin with by chance: 봄에 is spring, 봄내 a town. */
const AFTER_ONE_SYLLABLE = "(?=(?:[은는이가을를의에과와도만]|에[는도만]|에서[는도]?|부터|까지)? )";
const NONE: ReadonlySet<number> = new Set();

/**
 * Reads tab-separated lists: one set a line; spaces part words for the same member; a word with a colon behind it stands for all
 * members; "#" starts a comment line. A word counts where words begin, one of three syllables or more also within one, one of a
 * single syllable alone or with its particle, an English one whole, with or without its hyphen, as one or several. `warnings` names
 * lines that part nothing.
 */
export function parseExclusive(lists: readonly WordList[]): { setsIn: ExclusiveSets; warnings: string[] } {
  const byFirstSyllable = new Map<string, ExclusiveSet[]>();
  const warnings: string[] = [];
  for (const { name, text } of lists) {
    for (const [index, line] of linesOfList(text).entries()) {
      const listed = listedOn(line).map((member) => member.split(/\s+/));
      if (listed.length === 0) continue;
      const forAll = listed.flatMap((words) => words.filter((word) => word.endsWith(FOR_ALL)));
      const members = listed
        .map((words) => words.filter((word) => !word.endsWith(FOR_ALL)))
        .filter(({ length }) => length > 0);
      const words = [...members.flat(), ...forAll.map((word) => word.slice(0, -FOR_ALL.length))];
      const unread = words.find((word) => !ONE_WORD.test(word));
      if (unread !== undefined || members.length < 2) {
        const problem =
          unread === undefined
            ? "One member excludes nothing."
            : `"${unread}" is neither Korean nor in small English letters.`;
        warnings.push(`${placeOfLine(name, index)}: ${problem} Tabs part members, spaces words for the same one.`);
        continue;
      }
      const twice = words.find((word, place) => words.indexOf(word) < place);
      if (twice !== undefined) {
        warnings.push(`${placeOfLine(name, index)}: "${twice}" stands there twice. A word names one member.`);
        continue;
      }
      const set = createSet(
        words.map(asRead),
        members.map((names) => names.map(asRead)),
      );
      for (const first of new Set(words.map((word) => word.charAt(0)))) addTo(byFirstSyllable, first, set);
    }
  }
  return { setsIn: (texts) => setsNamed(texts, byFirstSyllable), warnings };
}

/** Hyphens part words. */
function asRead(word: string): string {
  return word.replaceAll("-", " ");
}

function setsNamed(texts: string, byFirstSyllable: ReadonlyMap<string, readonly ExclusiveSet[]>): ExclusiveSet[] {
  const sets = new Set([...new Set(texts)].flatMap((syllable) => byFirstSyllable.get(syllable) ?? []));
  return [...sets].filter((set) => set.namedIn(texts).size > 0);
}

function createSet(words: readonly string[], members: readonly (readonly string[])[]): ExclusiveSet {
  const memberOf = new Map(members.flatMap((names, place) => names.map((word) => [word, place] as const)));
  const all = new Set(members.keys());
  // The longest first: 대학원 is no 대학.
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const within = longestFirst.filter((word) => word.length >= SHORTEST_WITHIN && !IS_LATIN.test(word));
  const end = (word: string) => (IS_LATIN.test(word) ? "(?=s? )" : word.length === 1 ? AFTER_ONE_SYLLABLE : "");
  const anyOf = [...within, ...longestFirst.map((word) => `(?<= )${word}${end(word)}`)].join("|");
  // "오후 3시" names an hour, "2주간" a time.
  const named = new RegExp(`(?<!\\d )(?:${anyOf})(?![가-힣]{0,4} \\d{1,2} [시분])`, "gu");
  // "여자만", "개인 사업자만", "둘째 이상", "중학교까지": the others are told of, too.
  const bounds = new RegExp(
    `(?:${anyOf})[가-힣]{0,6}(?:(?: [가-힣]{1,8})?(?:만|부터|까지)[가-힣]?| (?:이상|이하|미만)[가-힣]{0,2}) | (?:only|except|unlike|else|others?|otherwise|both|either|everyone|everybody|all|any|regardless) `,
    "u",
  );
  // "중·고등학교": a syllable that stands alone before a member is another one.
  const initials = [...new Set([...memberOf.keys()].map((word) => word.charAt(0)))].join("");
  const abbreviated = IS_LATIN.test(initials)
    ? null
    : new RegExp(`(?<= )(?<initial>[${initials}]) (?=(?:[${initials}] ){0,4}(?:${anyOf}))`, "gu");
  const quick = words.map((word) => (within.includes(word) ? word : ` ${word}`));
  return {
    namedIn: (texts) => {
      if (!quick.some((word) => texts.includes(word))) return NONE;
      if (bounds.test(texts)) return all;
      const found = new Set<number>();
      for (const [word] of texts.matchAll(named)) {
        const member = memberOf.get(word);
        if (member === undefined) return all;
        found.add(member);
      }
      for (const [, initial = ""] of abbreviated === null ? [] : texts.matchAll(abbreviated))
        for (const [word, member] of memberOf) if (word.startsWith(initial)) found.add(member);
      return found;
    },
  };
}
