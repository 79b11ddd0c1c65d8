import type { Article, Section } from "./article.ts";
import { type Block, collapseSpace, type LineBlock, lineOf } from "./block.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { detectFormat } from "./detect-format.ts";
import { detectLanguage } from "./detect-language.ts";
import { addsToBody, excerptLines, squeeze } from "./excerpt.ts";
import { splitFrontMatter, webAddress } from "./front-matter.ts";
import { type ReadDocument, readHtml, readTagSoup } from "./html.ts";
import { lawHeadings } from "./law-headings.ts";
import { readMarkdown } from "./markdown.ts";
import { numberHeadings } from "./number-headings.ts";
import { readOutline } from "./outline.ts";
import { readPlainText } from "./plain-text.ts";
import { publishedAt } from "./published-at.ts";
import { questionHeadings } from "./question-headings.ts";
import { buildSections } from "./sections.ts";
import { stripControls } from "./strip-controls.ts";

/** What is known of a document from outside its bytes. */
export interface DocumentOrigin {
  /** Becomes the article's id. */
  readonly articleId: string;
  /** The publication's or folder's name, unless the document names its own. */
  readonly source: string;
  /** Path or file name: gives a title and a date where the content has none. */
  readonly path: string;
}

export type ParsedDocument =
  | { readonly article: Article; readonly warnings: readonly string[] }
  /** Not a text document; `warnings` then holds one sentence that says what it is and what to do. */
  | { readonly article: null; readonly warnings: readonly string[] };

/** Reads one document. The content decides the format, never the extension. Never throws. */
export function parseDocument(bytes: Uint8Array, origin: DocumentOrigin): ParsedDocument {
  const path = collapseSpace(stripControls(origin.path.toWellFormed().normalize("NFC")));
  try {
    const { article, warnings } = parse(bytes, origin, path);
    return { article, warnings: warnings.map(stripControls) };
  } catch (error) {
    return {
      article: null,
      warnings: [`${path} could not be read (${stripControls(String(error))}): please report it with the file.`],
    };
  }
}

function parse(bytes: Uint8Array, origin: DocumentOrigin, path: string): ParsedDocument {
  const decoded = decodeBytes(bytes, path);
  if (decoded.text === null) return { article: null, warnings: decoded.warnings };

  const front = splitFrontMatter(decoded.text, path);
  const { fields } = front;
  const read = withoutControls(readBody(front.body, fields !== null, path));
  const { title, blocks } = takeTitle(read, spokenTitle(fields?.title ?? null), fileName(path));

  const body = blocks.map((block) => block.text).join("\n");
  const excerpt = excerptLines(fields?.excerpt ?? "");
  const sections = buildSections({
    articleId: origin.articleId,
    title,
    blocks: questionHeadings(lawHeadings(numberHeadings(blocks))),
    notes: read.notes,
    excerpt: addsToBody(excerpt, `${title}\n${body}`) ? excerpt : [],
    feature: featureLines(fields?.featureText ?? "", excerpt, body, path),
  });
  const article: Article = {
    id: origin.articleId,
    source: fields?.source ?? stripControls(origin.source),
    title,
    url: fields?.url ?? webAddress(read.url),
    categories: fields?.categories ?? [],
    publishedAt: publishedAt(fields?.date ?? null, fileName(path)),
    lang: detectLanguage(`${title}\n${body}`),
    sections,
  };
  const empty = holdsText(sections) ? [] : [`${path} has no text below its title and headings.`];
  return { article, warnings: [...decoded.warnings, ...front.warnings, ...read.warnings, ...empty] };
}

function readBody(text: string, hasFrontMatter: boolean, path: string): ReadDocument {
  try {
    switch (detectFormat(text, hasFrontMatter)) {
      case "html":
        return readHtml(text, path);
      case "outline":
        return readOutline(text, path);
      case "markdown":
        return readMarkdown(text, path);
      case "plain":
        return readPlainText(text);
    }
  } catch (error) {
    // The tree builders recurse: what is nested deeper than the stack still has words.
    if (error instanceof RangeError) return readTagSoup(text, path);
    throw error;
  }
}

/** Entities and references bring in what the bytes did not hold. */
function withoutControls(read: ReadDocument): ReadDocument {
  const mark = (text: string) => stripControls(text) || "?";
  return {
    ...read,
    title: read.title === null ? null : collapseSpace(stripControls(read.title)) || null,
    blocks: read.blocks.map((block): Block => {
      const text = stripControls(block.text);
      const isBlank = text.trim() === "";
      const marks = block.marks.map(mark);
      if (block.kind === "line")
        return { ...block, text: isBlank ? "" : text, masked: stripControls(block.masked), marks };
      return isBlank ? lineOf("", marks) : { ...block, text: collapseSpace(text), marks };
    }),
    notes: read.notes
      .map((note) => ({ mark: mark(note.mark), text: stripControls(note.text).trim() }))
      .filter((note) => note.text !== ""),
  };
}

/** The front matter's title, else a heading of level 1 that stands alone, else what the head or file name says. */
function takeTitle(
  read: ReadDocument,
  given: string | null,
  name: string,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const tops = read.blocks.filter((block) => block.kind === "heading" && block.number === null && block.level === 1);
  const [top] = tops;
  const isTitle = tops.length === 1 && top !== undefined && (given === null || squeeze(given) === squeeze(top.text));
  const blocks = isTitle ? read.blocks.filter((block) => block !== top) : read.blocks;
  return { title: given ?? (isTitle ? top.text : null) ?? read.title ?? titleFromName(name), blocks };
}

/** "[" is no title. */
function spokenTitle(title: string | null): string | null {
  return title !== null && /[\p{L}\p{N}]/u.test(title) ? title : null;
}

function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

function titleFromName(name: string): string {
  const stem = name.replace(/(?<=.)\.[\p{L}\p{N}]{1,8}$/u, "");
  const undated = stem.replace(/^\d{4}-\d{2}-\d{2}[-_\s]*/, "");
  return /\p{L}/u.test(undated) ? undated : stem || "(no title)";
}

/** The lines of feature_text that neither the excerpt nor the body says already. */
function featureLines(feature: string, excerpt: readonly string[], body: string, path: string): LineBlock[] {
  if (feature === "") return [];
  const known = squeeze(excerpt.join(" "));
  const said = squeeze(body);
  // A folded YAML scalar leaves one line end where the author left an empty line.
  return withoutControls(readMarkdown(feature.replace(/\n+/g, "\n\n"), path)).blocks.filter(
    (block): block is LineBlock => {
      if (block.kind === "heading") return false;
      const text = squeeze(excerptLines(block.text).join(" "));
      return text !== "" && !known.includes(text) && !said.includes(text);
    },
  );
}

function holdsText(sections: readonly Section[]): boolean {
  return sections.some((section) => section.body !== "");
}
