import { collapseSpace } from "./block.ts";
import { endsLikeSentence } from "./ends-like-sentence.ts";

export const TITLE_MAX_CHARS = 80;

/** Names the kind of a document and not its matter, as 보 도 자 료 does: its letters stand apart. */
const KIND = /^(?:[가-힣] {1,3}){2,7}[가-힣]$/u;
/** Of whom, when and under which number: "담당 부서: 수도과". */
const FACT = /^[\p{L}\s]{1,20}[:：]/u;
/** So many paragraphs of facts may stand between a kind and the title. */
const MOST_FACTS = 3;
/** A date or a name below a title. Characters. */
const LONGEST_BYLINE = 40;
const MOST_BYLINES = 3;

/**
 * Which line of a text without markup is its title, or null: the first one, where it is short, no sentence, and stands alone
 * or above a date and names; below the kind of a document the first line that stands alone.
 */
export function titleLine(lines: readonly string[]): number | null {
  const [first = [], second, ...further] = firstParagraphs(lines, MOST_FACTS + 2);
  if (second === undefined) return null;
  const textOf = (at: number | undefined) => collapseSpace(lines[at ?? -1] ?? "");
  const [top, ...below] = first;
  if (top === undefined) return null;
  if (KIND.test(textOf(top))) {
    if (!below.every((at) => FACT.test(textOf(at)))) return null;
    const headline = [second, ...further].find((paragraph) => !paragraph.every((at) => FACT.test(textOf(at))));
    const [alone] = headline ?? [];
    return headline?.length === 1 && alone !== undefined && couldBeHeadline(textOf(alone)) ? alone : null;
  }
  if (!couldBeHeadline(textOf(top)) || endsLikeSentence(textOf(top))) return null;
  return below.length === 0 || areBylines(below.map(textOf)) ? top : null;
}

/** The places of their lines. */
function firstParagraphs(lines: readonly string[], most: number): number[][] {
  const paragraphs: number[][] = [];
  let isOpen = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") {
      isOpen = false;
      continue;
    }
    if (!isOpen && paragraphs.length === most) break;
    if (isOpen) paragraphs.at(-1)?.push(at);
    else paragraphs.push([at]);
    isOpen = true;
  }
  return paragraphs;
}

/** The headline of a newspaper may be a sentence; it has no full stop. */
function couldBeHeadline(line: string): boolean {
  return (
    line.length <= TITLE_MAX_CHARS &&
    /\p{L}/u.test(line) &&
    !/[.。…,;:：]$/u.test(line) &&
    !/^(?:[-*•·]\s|[□○])/u.test(line)
  );
}

/** A date, and whose it is. */
function areBylines(lines: readonly string[]): boolean {
  const areShort = lines.every((line) => line.length <= LONGEST_BYLINE && !endsLikeSentence(line.replace(/\.$/, "")));
  return areShort && lines.length <= MOST_BYLINES && lines.some((line) => /^\(?(?:19|20)\d\d\s?[.년/-]/u.test(line));
}
