import type { Nodes, Paragraph, PhrasingContent, Root } from "mdast";
import { ITEM_LETTERS } from "../text/item-letters.ts";
import { beginsPartOfLaw } from "./law-headings.ts";
import { isAskedLine, isToldLine } from "./question-headings.ts";

/** A mark that a line begins with. */
interface Mark {
  /** Marks of one list have the same: "가.", "(1)", "○". */
  readonly kind: string;
  /** Its place in an order that its list keeps, from 0; null where marks are all alike or nothing else begins with one. */
  readonly at: number | null;
}

const ORDERED = new RegExp(String.raw`^(\(?)(?:(\d{1,2})|([${ITEM_LETTERS}]))([.)])\s`, "u");
const ALIKE = /^(?:[○◯●□■◇◆▷▶☐❍◦•▪‣☞★☆]|ㅇ\s|([①-⑳])|([Ⅰ-Ⅻ])\s?[.:]?\s|(※))/u;
const QUESTION = "question";
const ANSWER = "answer";
const REMARK = "※";

function markOf(line: string): Mark | null {
  const [, open, digits, letter = "", close] = ORDERED.exec(line) ?? [];
  if (close !== undefined)
    return digits === undefined
      ? { kind: `${open}${ITEM_LETTERS[0]}${close}`, at: ITEM_LETTERS.indexOf(letter) }
      : { kind: `${open}1${close}`, at: Number(digits) - 1 };
  const [alike, circled, roman] = ALIKE.exec(line) ?? [];
  if (alike !== undefined) return { kind: circled ? "①" : roman ? "Ⅰ" : alike.trim(), at: null };
  if (isAskedLine(line)) return { kind: QUESTION, at: null };
  if (isToldLine(line)) return { kind: ANSWER, at: null };
  return beginsPartOfLaw(line.split("\n", 1)[0] ?? "") ? { kind: "제1조", at: null } : null;
}

/** Where a line of a paragraph begins: in which of its pieces, and behind which character; -1 where it is the first. */
interface LineStart {
  readonly paragraph: Paragraph;
  readonly piece: number;
  readonly newline: number;
  readonly mark: Mark;
}

/**
 * Korean documents are pasted into Markdown with a line for each item (가., ○, Q.), where Markdown sees lines of one
 * paragraph. Such a line ends the one before, where the text as a whole shows that its mark is meant: marks of an order
 * continue each other, and others stand on two lines at least.
 */
export function endPastedLines(root: Root): void {
  const starts: LineStart[] = [];
  collect(root, starts);
  const counts = new Map<string, number>();
  for (const { mark } of starts) counts.set(mark.kind, (counts.get(mark.kind) ?? 0) + 1);
  const stands = (kind: string) => (counts.get(kind) ?? 0) > 1 || kind === REMARK;
  const last = new Map<string, number>();
  const taken = starts.filter(({ mark: { kind, at }, newline }) => {
    if (kind === QUESTION || kind === ANSWER) return stands(QUESTION) && stands(ANSWER);
    if (at === null || !stands(kind)) return stands(kind);
    // A line may begin by chance with the number that ends a sentence.
    const follows = newline < 0 || at === 0 || last.get(kind) === at - 1;
    if (follows) last.set(kind, at);
    return follows;
  });
  // From the end, so that the places before stay right.
  for (const { paragraph, piece, newline } of taken.toReversed())
    if (newline >= 0) endLineAt(paragraph, piece, newline);
}

/** More than a mark has. */
const LONGEST_MARK = 80;

function collect(node: Nodes, starts: LineStart[]): void {
  if (node.type !== "paragraph") {
    if ("children" in node) for (const child of node.children) collect(child, starts);
    return;
  }
  const add = (piece: number, newline: number) => {
    const mark = markOf(textFrom(node, piece, newline + 1));
    if (mark !== null) starts.push({ paragraph: node, piece, newline, mark });
  };
  add(0, -1);
  for (const [piece, child] of node.children.entries()) {
    if (child.type !== "text") continue;
    for (let at = child.value.indexOf("\n"); at >= 0; at = child.value.indexOf("\n", at + 1)) add(piece, at);
  }
}

function textFrom({ children }: Paragraph, piece: number, from: number): string {
  let text = wordsOf(children[piece]).slice(from, from + LONGEST_MARK);
  for (let next = piece + 1; next < children.length && text.length < LONGEST_MARK; next += 1) {
    // A piece may be empty, so that not only long texts must end this.
    if (next - piece > LONGEST_MARK) break;
    text += wordsOf(children[next]).slice(0, LONGEST_MARK);
  }
  return text;
}

function wordsOf(node: PhrasingContent | undefined): string {
  if (node === undefined) return "";
  if ("children" in node) return node.children.map(wordsOf).join("");
  return node.type === "text" ? node.value : " ";
}

function endLineAt({ children }: Paragraph, piece: number, newline: number): void {
  const text = children[piece];
  if (text?.type !== "text") return;
  const before = { ...text, value: text.value.slice(0, newline) };
  children.splice(piece, 1, before, { type: "break" }, { ...text, value: text.value.slice(newline + 1) });
}
