import { hash } from "node:crypto";
import type { Footnote, Section, SectionRole } from "./article.ts";
import { type Block, type HeadingBlock, type LineBlock, lineOf } from "./block.ts";
import { fingerprinter } from "./fingerprint.ts";

export interface SectionParts {
  readonly articleId: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Footnote[];
  readonly excerpt: readonly string[];
  readonly feature: readonly LineBlock[];
}

interface Draft {
  readonly role: SectionRole;
  readonly path: readonly HeadingBlock[];
  readonly lines: LineBlock[];
  readonly marks: Set<string>;
}

/** The sections in reading order: lead, excerpt, feature, then one per heading. */
export function buildSections(parts: SectionParts): Section[] {
  const lead: Draft = { role: "lead", path: [], lines: [], marks: new Set() };
  const headed: Draft[] = [];
  let current = lead;
  for (const block of parts.blocks) {
    if (block.kind === "heading") {
      const above = current.path.filter((heading) => heading.level < block.level);
      current = { role: "section", path: [...above, block], lines: [], marks: new Set() };
      headed.push(current);
    } else if (block.text !== "") {
      current.lines.push(block);
    }
    for (const mark of block.marks) current.marks.add(mark);
  }
  // A note that nothing refers to belongs to the last text, so that it can still be found.
  const used = new Set([lead, ...headed].flatMap((draft) => [...draft.marks]));
  const lastText = headed.findLast((draft) => draft.lines.length > 0) ?? lead;
  for (const note of parts.notes) if (!used.has(note.mark)) lastText.marks.add(note.mark);

  const field = (role: SectionRole, lines: readonly LineBlock[]): Draft => ({
    role,
    path: [],
    lines: [...lines],
    marks: new Set(),
  });
  const drafts = [
    ...[
      lead,
      field(
        "excerpt",
        parts.excerpt.map((line) => lineOf(line)),
      ),
      field("feature", parts.feature),
    ].filter((draft) => draft.lines.length > 0 || draft.marks.size > 0),
    ...headed,
  ];
  const identify = sectionIdentifier(parts.articleId);
  const fingerprint = fingerprinter(parts.title);
  return drafts.map((draft) => finish(draft, identify(draft), fingerprint, parts.notes));
}

function finish(
  draft: Draft,
  id: string,
  fingerprint: (line: LineBlock) => string,
  notes: readonly Footnote[],
): Section {
  const own = draft.path.at(-1);
  return {
    id,
    role: draft.role,
    number: own?.number ?? null,
    heading: own?.text ?? "",
    headingPath: draft.path.map((heading) =>
      heading.number === null ? heading.text : `${heading.number}. ${heading.text}`,
    ),
    body: draft.lines.map((line) => line.text).join("\n"),
    fingerprints: draft.lines.map(fingerprint),
    footnotes: notes.filter((note) => draft.marks.has(note.mark)),
  };
}

/** Numbers do not count, so that a section keeps its id when another is inserted before it. */
function sectionIdentifier(articleId: string): (draft: Draft) => string {
  const seen = new Map<string, number>();
  return (draft) => {
    const headings = draft.path.map((heading) => heading.text.replace(/^(?:\d{1,3}\.)+(?:\d{1,3})?\s+(?=\S)/, ""));
    const key = [draft.role, ...headings].join("\u001f");
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return hash("sha256", [articleId, key, String(ordinal)].join("\u001e")).slice(0, 16);
  };
}
