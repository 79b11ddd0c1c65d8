import { type Block, collapseSpace, lineOf } from "./block.ts";
import { endsLikeSentence } from "./ends-like-sentence.ts";
import { splitNotes, takeMarks, unexplainedMarks } from "./footnotes.ts";
import type { ReadDocument } from "./html.ts";
import { holdsArticles } from "./law-headings.ts";
import { withSpacedRows } from "./spaced-rows.ts";
import { TITLE_MAX_CHARS, titleLine } from "./title-line.ts";
import { gapBetween, isBroken, rightEdgeOf } from "./wrapped-lines.ts";

/** A numbered heading of a flattened wiki page and where it stands in the text. */
interface Candidate {
  readonly numbers: readonly number[];
  readonly title: string;
  readonly line: number;
  /** Where in the line the number begins: greater than 0 where it is glued to the end of the sentence before. */
  readonly column: number;
}

/** Whether three numbered headings at least follow each other in outline order, starting at 1. */
export function isOutline(text: string): boolean {
  const lines = splitNotes(text).text.split("\n");
  const headings = findHeadings(lines);
  if (headings.length < 3) return false;
  if (headings.some((heading) => heading.numbers.length > 1)) return true;
  if (holdsArticles(lines)) return false;
  // Numbers of one level may be a list: as headings most of them have text below.
  const taken = new Set(headings.map((heading) => heading.line));
  const withText = headings.filter(({ line }) => {
    const below = lines.slice(line + 1, line + 4).findIndex((next) => next.trim() !== "");
    return below >= 0 && !taken.has(line + 1 + below) && !/^[ \t]/.test(lines[line + 1 + below] ?? "");
  });
  return withText.length * 2 > headings.length;
}

/** Reads a flattened wiki page: numbered headings, reference marks (#), footnote marks and their notes at the end. */
export function readOutline(text: string, path: string): ReadDocument {
  const { text: body, notes } = splitNotes(text);
  const lines = withSpacedRows(body.split("\n"));
  const headings = new Map(findHeadings(lines).map((heading) => [heading.line, heading]));
  const first = titleLine(lines);
  const titleAt = first !== null && !headings.has(first) ? first : null;
  const known = new Set(notes.map((note) => note.mark));
  const titles = new Set([...headings.values()].map((heading) => squeezeHeading(heading.title)));
  const blocks: Block[] = [];
  const addLine = (line: string, isLead: boolean) => {
    const { text: unmarked, marks } = takeMarks(line, known);
    const clean = collapseSpace(removeReferences(unmarked));
    // A table of contents above the first heading repeats the headings.
    if (isLead && titles.has(squeezeHeading(clean))) return;
    if (clean !== "" || marks.length > 0) blocks.push(lineOf(clean, marks));
  };
  const edge = rightEdgeOf(lines);
  let isLead = true;
  let open = "";
  for (const [i, line] of lines.entries()) {
    const heading = headings.get(i);
    if (i === titleAt) continue;
    if (heading === undefined) {
      open = open === "" ? line.trimEnd() : open + gapBetween(lines[i - 1] ?? "", line) + line.trim();
      if (headings.has(i + 1) || !isBroken(line, lines[i + 1] ?? "", edge)) {
        addLine(open, isLead);
        open = "";
      }
      continue;
    }
    addLine(line.slice(0, heading.column), isLead);
    isLead = false;
    const { text: title, marks } = takeMarks(heading.title, known);
    const clean = collapseSpace(removeReferences(title));
    blocks.push({
      kind: "heading",
      level: heading.numbers.length,
      number: heading.numbers.join("."),
      text: clean,
      marks,
    });
  }
  const unknown = unexplainedMarks(body, notes);
  const warnings =
    unknown.length === 0
      ? []
      : [`${path}: no note explains the footnote mark [${unknown.join("], [")}]; it stays in the text.`];
  const title = titleAt === null ? null : collapseSpace(lines[titleAt] ?? "");
  return { blocks, notes, title, url: null, warnings };
}

/** A number, its dots and the rest of its line; the number stands at the line start or behind the end of a sentence. */
const NUMBER = /(?<!\d)(?<!\d[.,])(\d{1,3}(?:\.\d{1,3}){0,6})(\.?)[ \t\u00a0]+(?=\S)/g;
const SENTENCE_END = /[.!?。…"”'’」』)\]#]$/;

function findHeadings(lines: readonly string[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [line, text] of lines.entries()) {
    for (const found of text.matchAll(NUMBER)) {
      const title = collapseSpace(text.slice(found.index + found[0].length, found.index + found[0].length + 400));
      const numbers = (found[1] ?? "").split(".").map(Number);
      const before = text.slice(Math.max(0, found.index - 12), found.index);
      if (isPlaceForHeading(before, numbers.length, found[2] === ".") && isTitle(title)) {
        candidates.push({ numbers, title: title.replace(/\s*\[(?:편집|edit)\]$/i, ""), line, column: found.index });
      }
    }
  }
  return longestOutline(withoutLists(candidates), lines);
}

function isPlaceForHeading(before: string, levels: number, dotted: boolean): boolean {
  if (/^[\s#,]*$/.test(before)) return dotted || levels > 1;
  if (!dotted) return false;
  // "4. 15." behind a full stop and a space is a date sooner than a heading; "3.6." is none.
  return SENTENCE_END.test(levels > 1 ? before.trimEnd() : before);
}

function isTitle(title: string): boolean {
  return (
    title.length <= TITLE_MAX_CHARS &&
    /[\p{L}\p{N}]/u.test(title) &&
    !/^(?:[%,.)~‰℃·/-]|\d{1,4}\s*\.(?:\s|\d)|\d{1,2}\s*[월일]|(?:조|억|만|천|배|명|원|달러|퍼센트|월|일|년|개|차례)(?:\s|[은는이가을를의에로도]|$))/u.test(
      title,
    ) &&
    !/[가-힣][.!?]\s+\S/u.test(title) &&
    !endsLikeSentence(title.replace(/[\s#,]+$/, ""))
  );
}

/** Runs like 1, 2, 3 on neighbouring lines that begin anew inside the outline are lists. */
function withoutLists(candidates: readonly Candidate[]): Candidate[] {
  const lists = new Set<Candidate>();
  for (let i = 1; i < candidates.length; i += 1) {
    const first = candidates[i];
    if (first === undefined || first.numbers.length > 1 || first.numbers[0] !== 1) continue;
    const run = [first];
    for (let next = candidates[i + run.length]; next !== undefined; next = candidates[i + run.length]) {
      const expected = next.numbers.length === 1 && next.numbers[0] === run.length + 1 && next.column === 0;
      if (!expected || next.line !== first.line + run.length) break;
      run.push(next);
    }
    if (run.length > 1) for (const item of run) lists.add(item);
  }
  return candidates.filter((candidate) => !lists.has(candidate));
}

interface Chain {
  readonly candidate: Candidate;
  readonly before: Chain | null;
  readonly score: number;
}

/**
 * The longest chain in which each number continues the outline: after 3.5 come 3.5.1, 3.6 or 4. Of chains of one
 * length the one with more text below its headings, so that a table of contents loses against the headings themselves.
 */
function longestOutline(candidates: readonly Candidate[], lines: readonly string[]): Candidate[] {
  const lineStarts = new Set(
    candidates.filter((candidate) => candidate.column === 0).map((candidate) => candidate.line),
  );
  const exact = new Map<string, Chain>();
  const within = new Map<string, Chain>();
  let best: Chain | null = null;
  let waiting: Chain[] = [];
  const admit = () => {
    for (const chain of waiting) {
      const { numbers } = chain.candidate;
      keepBetter(exact, numbers.join("."), chain);
      for (let length = 1; length <= numbers.length; length += 1)
        keepBetter(within, numbers.slice(0, length).join("."), chain);
    }
    waiting = [];
  };
  for (const candidate of candidates) {
    // Two headings never share a line.
    if (waiting[0] !== undefined && waiting[0].candidate.line !== candidate.line) admit();
    const before = predecessor(candidate.numbers, exact, within);
    if (before === undefined) continue;
    const hasText = (lines[candidate.line + 1] ?? "").trim() !== "" && !lineStarts.has(candidate.line + 1);
    const chain = { candidate, before, score: (before?.score ?? 0) + (hasText ? 1.001 : 1) };
    waiting.push(chain);
    if (best === null || chain.score > best.score) best = chain;
  }
  const outline: Candidate[] = [];
  for (let chain = best; chain !== null; chain = chain.before) outline.push(chain.candidate);
  return outline.reverse();
}

/** Null for the first heading of an outline, undefined where nothing that was read can stand before it. */
function predecessor(
  numbers: readonly number[],
  exact: ReadonlyMap<string, Chain>,
  within: ReadonlyMap<string, Chain>,
): Chain | null | undefined {
  const parent = numbers.slice(0, -1);
  const last = numbers.at(-1) ?? 0;
  if (last > 1) return within.get([...parent, last - 1].join("."));
  if (last < 1) return undefined;
  return parent.length === 0 ? null : exact.get(parent.join("."));
}

function keepBetter(chains: Map<string, Chain>, key: string, chain: Chain): void {
  const known = chains.get(key);
  if (known === undefined || chain.score > known.score) chains.set(key, chain);
}

/** Reference marks ("…했다.#", "… # 이어서", "#,#") go; hashtags (#한국), ranks (#1) and C# stay. */
function removeReferences(text: string): string {
  return text
    .replace(/(?<=[.!?。…"”'’」』)\]])#(?:\s?,\s?#)*(?!\d)/g, " ")
    .replace(/(?<=[\s]|^)#(?:\s?,\s?#)*(?=\s|$)/g, " ")
    .replace(/(?<![A-Za-z#])#(?:\s?,\s?#)*\s*$/, "");
}

function squeezeHeading(text: string): string {
  return text.replace(/^[\d.]+\s*|\s+/g, "");
}
