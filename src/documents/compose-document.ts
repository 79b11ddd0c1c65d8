/** What is known of an article that did not come as a document. */
export interface Composed {
  readonly title: string;
  /** HTML or Markdown. */
  readonly body: string;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** The publication. */
  readonly source: string | null;
  readonly categories: readonly string[];
}

const OTHER_LINE_ENDS = /[\u0085\u2028\u2029]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A document that `parseDocument` reads into an article with these facts: front matter, then the body. */
export function composeDocument({ title, body, url, publishedAt, source, categories }: Composed): Uint8Array {
  const fields = { title, date: publishedAt, url, source, categories };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null && value.length > 0)
    // JSON is YAML, and needs no rules of its own for quotes, colons and line ends.
    .map(([key, value]) => `${key}: ${JSON.stringify(value).replace(OTHER_LINE_ENDS, escaped)}`);
  return new TextEncoder().encode(["---", ...lines, "---", "", body].join("\n").toWellFormed());
}
