import type { Block, HeadingBlock, LineBlock } from "./block.ts";
import { endsLikeSentence } from "./ends-like-sentence.ts";

/**
 * "제3조(정의)", "제7조의2 【감면】" or "제4조 삭제", and what follows it. "제3조(정의)에 따라" and "제3조(정의) 및 제4조(대상)" go on
 * in a particle or what joins two names, and are sentences that refer to articles.
 */
const ARTICLE =
  /^(제\s?\d{1,4}\s?조(?:\s?의\s?\d{1,3})?(?:\s?[([【［（][^()[\]【】［］（）]{1,60}[)\]】］）]|(?=\s삭제)))(?=\s|$|[①<])(?!\s(?:은|는|을|를|에|에서|에도|의|와|과|및|또는|내지|중)\s)/u;
const PART = /^제\s?\d{1,3}\s?([편장절관])(?:의\s?\d{1,3})?\s\S/u;
/** What stands behind the articles: when the law begins to hold, and its tables and forms. */
const ANNEX = /^(?:부\s?칙\s*(?:$|[<(〈（])|[[<【［〈]\s?별[표지])/u;
const LONGEST_HEADING = 80;

/** From the top down; articles stand below all of them. */
const PARTS = "편장절관";
/** So many make a law: a text that quotes one or two articles is none. */
const FEWEST = 3;

/** Whether a line begins an article of a law, or one of the parts that hold them. */
export function beginsPartOfLaw(line: string): boolean {
  return ARTICLE.test(line) || levelOfPart(line) !== null;
}

/** Whether lines begin the articles of a law. */
export function holdsArticles(lines: readonly string[]): boolean {
  let articles = 0;
  for (const line of lines) if (ARTICLE.test(line.trimStart())) articles += 1;
  return articles >= FEWEST;
}

/**
 * The lines of a law that begin its articles ("제3조(정의) 이 법에서…") become headings of what follows, and those that begin
 * chapters, the supplementary provisions and annexed tables become headings above them. Other texts stay as they are.
 */
export function lawHeadings(blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.map((block) => (block.kind === "line" ? block.text.trimStart() : ""));
  if (!holdsArticles(lines)) return blocks;
  const top = blocks.reduce((deepest, block) => Math.max(deepest, block.kind === "heading" ? block.level : 1), 1);
  const textFrom = endOfContents(lines);
  return blocks.flatMap((block, at): Block[] => {
    const line = lines[at] ?? "";
    if (block.kind === "heading" || at < textFrom) return [block];
    const name = ARTICLE.exec(line)?.[1];
    if (name !== undefined) return headed(block, name, top + PARTS.length + 1);
    const level = levelOfPart(line);
    return level === null ? [block] : [headingOf(line, top + level, block.marks)];
  });
}

/** A list of the articles above the law names each of them without text, and none is told there. */
function endOfContents(lines: readonly string[]): number {
  const later = new Set<string>();
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? "";
    const [name] = ARTICLE.exec(line) ?? [];
    if (name === undefined) continue;
    const next = lines[at + 1] ?? "";
    if (name === line.trimEnd() && later.has(name) && (ARTICLE.test(next) || levelOfPart(next) !== null)) return at + 1;
    later.add(name);
  }
  return 0;
}

function levelOfPart(line: string): number | null {
  if (line.length > LONGEST_HEADING || endsLikeSentence(line)) return null;
  if (ANNEX.test(line)) return 1;
  const part = PART.exec(line)?.[1];
  return part === undefined ? null : PARTS.indexOf(part) + 1;
}

function headed(block: LineBlock, name: string, level: number): Block[] {
  const indent = block.text.length - block.text.trimStart().length;
  const text = block.text.slice(indent + name.length).trimStart();
  if (text === "") return [headingOf(name, level, block.marks)];
  const masked = block.masked.slice(indent);
  const rest = masked.startsWith(name) ? masked.slice(name.length).trimStart() : masked;
  return [headingOf(name, level, []), { ...block, text, masked: rest }];
}

function headingOf(text: string, level: number, marks: readonly string[]): HeadingBlock {
  return { kind: "heading", level, number: null, text: text.trim(), marks };
}
