/**
 * Reads a message as Discord's clients do (their rules are those of simple-markdown, with Discord's own): what people
 * see of it, and what in it does something.
 */
export interface ReadMarkup {
  readonly text: string;
  /** Everything that is more than text, such as "bold", "small", "link https://…", "mention". */
  readonly live: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly at: RegExp;
  /** What it shows, as markup again; null: the matched text, as it is. */
  readonly shows: ((match: RegExpExecArray) => string) | null;
}

const own = (match: RegExpExecArray) => match[1] ?? "";

/** In the order in which Discord tries them, wherever the reading has come to. */
const INLINE: readonly Rule[] = [
  { name: "code block", at: /```[\s\S]*?```/y, shows: null },
  { name: "address", at: /<(?:https?|steam|discord|mailto|tel|sms):[^ >]+>/y, shows: null },
  { name: "mention", at: /<(?:@[!&]?|#|id:)[\w-]+>/y, shows: null },
  { name: "mention", at: /@(?:everyone|here)/y, shows: null },
  { name: "emoji", at: /<a?:\w{2,32}:\d+>/y, shows: null },
  { name: "emoji", at: /:[\w+-]+:/y, shows: null },
  { name: "time", at: /<t:-?\d+(?::[tTdDfFR])?>/y, shows: null },
  { name: "command", at: /<\/[^:>]+:\d+>/y, shows: null },
  { name: "invite", at: /(?:discord(?:app)?\.(?:gg|com\/invite)|discord\.me)\/[\w-]+/iy, shows: null },
  { name: "address", at: /(?:https?|steam):\/\/[^\s<]+/y, shows: null },
  {
    name: "link",
    at: /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/y,
    shows: own,
  },
  { name: "bold", at: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, shows: own },
  { name: "underline", at: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, shows: own },
  { name: "italic", at: /\*(?!\s)((?:\\[\s\S]|\*\*|[^\\*])+?)\*(?!\*)/y, shows: own },
  { name: "italic", at: /_((?:\\[\s\S]|__|[^\\_])+?)_(?!_)/y, shows: own },
  { name: "strike", at: /~~([\s\S]+?)~~(?!_)/y, shows: own },
  { name: "code", at: /(`+)(?!`)([\s\S]*?[^`])\1(?!`)/y, shows: null },
  { name: "spoiler", at: /\|\|([\s\S]+?)\|\|/y, shows: own },
];

/** At the beginning of a line. */
const BLOCKS: readonly (readonly [name: string, at: RegExp])[] = [
  ["small", /^-# +/],
  ["heading", /^ *#{1,3} +(?=\S)/],
  ["quote", /^ *>(?:>>)? +/],
  ["list", /^ *[-*] +(?=\S)/],
  ["list", /^ *\d{1,9}\. +(?=\S)/],
];

/** What a backslash takes the meaning of. */
const ESCAPE = /\\([^0-9A-Za-z\s])/y;

export function readMarkup(source: string): ReadMarkup {
  const live: string[] = [];
  const lines = source.split("\n").map((line) => {
    let rest = line;
    for (const [name, at] of BLOCKS) {
      const found = at.exec(rest);
      if (!found) continue;
      live.push(name);
      rest = rest.slice(found[0].length);
    }
    return rest;
  });
  return { text: readInline(lines.join("\n"), live), live };
}

function readInline(source: string, live: string[]): string {
  let text = "";
  for (let at = 0; at < source.length; ) {
    ESCAPE.lastIndex = at;
    const escaped = ESCAPE.exec(source);
    if (escaped) {
      text += escaped[1];
      at = ESCAPE.lastIndex;
      continue;
    }
    const found = STARTS.test(source.charAt(at)) ? ruleAt(source, at) : null;
    if (!found) {
      text += source.charAt(at++);
      continue;
    }
    const { rule, match } = found;
    live.push(rule.name === "link" ? `link ${match[2]}` : rule.name);
    text += rule.shows ? readInline(rule.shows(match), live) : match[0];
    at += match[0].length;
  }
  return text;
}

/** With what any of the rules begins. */
const STARTS = /[`<@:[*_~|hsdHSD]/;

function ruleAt(source: string, at: number): { rule: Rule; match: RegExpExecArray } | null {
  for (const rule of INLINE) {
    rule.at.lastIndex = at;
    const match = rule.at.exec(source);
    if (match) return { rule, match };
  }
  return null;
}
