import { parseDocument } from "yaml";
import { messageOf } from "../text/thrown.ts";
import { stripControls } from "./strip-controls.ts";

/** Values as the author wrote them; null where absent or empty. */
export interface FrontMatter {
  readonly title: string | null;
  readonly categories: readonly string[];
  readonly excerpt: string | null;
  readonly featureText: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly date: string | null;
}

export interface SplitDocument {
  /** Null where the document has no front matter. */
  readonly fields: FrontMatter | null;
  readonly body: string;
  readonly warnings: readonly string[];
}

type Values = ReadonlyMap<string, unknown>;

/** A publication's name, in letters; databases look articles up by it. */
const LONGEST_SOURCE = 200;
/** A hundred times what authors write. The parser takes minutes to say what is wrong with some that is longer. */
const LONGEST_YAML = 100_000;
const FIRST_KEY = /^[\p{L}_][\p{L}\p{N}_.-]*[ \t]*:(?:[ \t]|$)/u;

/** Separates the YAML front matter from the body. Broken YAML gives warnings and what can be saved of it. */
export function splitFrontMatter(text: string, path: string): SplitDocument {
  const start = /^\s*---[ \t]*\n/.exec(text)?.[0].length ?? -1;
  if (start < 0) return { fields: null, body: text, warnings: [] };
  const lines = text.slice(start).split("\n");
  const firstLine = lines.find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  if (!FIRST_KEY.test(firstLine) && !/^(?:---|\.\.\.)[ \t]*$/.test(firstLine)) {
    // A thematic break, not front matter.
    return { fields: null, body: text, warnings: [] };
  }

  const warnings: string[] = [];
  let end = lines.findIndex((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line));
  let bodyStart = end + 1;
  if (end < 0) {
    end = lines.findIndex((line) => line !== "" && !FIRST_KEY.test(line) && !/^(?:[ \t]|- |#)/.test(line));
    if (end < 0) end = lines.length;
    bodyStart = end;
    warnings.push(
      `${path}: the front matter is not closed by a line of three hyphens; its lines were read up to the text.`,
    );
  }
  const yaml = lines.slice(0, end).join("\n");
  return { fields: readFields(readValues(yaml, path, warnings)), body: lines.slice(bodyStart).join("\n"), warnings };
}

function readValues(yaml: string, path: string, warnings: string[]): Values {
  let problem = "";
  try {
    if (yaml.length > LONGEST_YAML) throw new Error("it is too long");
    // The failsafe schema leaves 2025.10 and 2024-06-12 as they were written.
    const document = parseDocument(yaml, {
      schema: "failsafe",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    const values: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 100 });
    if (document.errors.length === 0) return values instanceof Map ? values : new Map();
    problem = document.errors[0]?.message ?? "";
  } catch (error) {
    problem = error instanceof RangeError ? "it is nested too deeply" : messageOf(error);
  }
  const reason =
    problem
      .split("\n")[0]
      ?.slice(0, 120)
      .replace(/[:.\s]+$/, "") ?? "";
  warnings.push(`${path}: the front matter is not valid YAML (${reason}); its simple lines were read one by one.`);
  return salvage(yaml);
}

/** Reads `key: value`, block scalars and lists of one level, line by line. */
function salvage(yaml: string): Values {
  const values = new Map<string, unknown>();
  let key = "";
  let block: string[] = [];
  const close = () => {
    if (key === "") return;
    const items = block.filter((line) => /^\s*- /.test(line)).map((line) => unquote(line.replace(/^\s*- /, "")));
    values.set(
      key,
      items.length > 0
        ? items
        : block
            .map((line) => line.trim())
            .join("\n")
            .trim(),
    );
  };
  for (const line of yaml.split("\n")) {
    const found = /^([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*:(?:[ \t]+(\S.*))?$/u.exec(line);
    if (found === null) {
      if (/^(?:\s|- )/.test(line)) block.push(line);
      continue;
    }
    close();
    key = found[1] ?? "";
    const inline = found[2] ?? "";
    block = /^[>|][+-]?\d?\s*$/.test(inline) || inline === "" ? [] : [unquote(inline)];
  }
  close();
  return values;
}

function unquote(value: string): string {
  const text = value.trim();
  // "'하나' '둘'" begins and ends with a quote but is not one quoted string.
  return /^(?:"[^"]*"|'[^']*')$/.test(text) ? text.slice(1, -1) : text;
}

function readFields(values: Values): FrontMatter {
  const text = (key: string): string | null => asText(values.get(key));
  const addresses = [text("url"), text("link"), text("permalink")];
  return {
    title: text("title")?.replace(/\s+/g, " ") ?? null,
    categories: asList(values.get("categories") ?? values.get("category")),
    excerpt: text("excerpt"),
    featureText: text("feature_text"),
    url: addresses.map(webAddress).find((address) => address !== null) ?? null,
    source: (text("source") ?? text("publication"))?.replace(/\s+/g, " ").slice(0, LONGEST_SOURCE) ?? null,
    date: text("date"),
  };
}

/** The address in its normal form, or null where it is none of the web. */
export function webAddress(address: string | null): string | null {
  if (address === null || !/^https?:\/\//i.test(address)) return null;
  return URL.parse(address)?.href ?? null;
}

function asText(value: unknown): string | null {
  if (Array.isArray(value)) return asText(value.filter((item) => typeof item === "string").join(", "));
  if (typeof value !== "string") return null;
  const text = stripControls(value.toWellFormed().normalize("NFC")).trim();
  return text === "" || text === "~" || text === "null" ? null : text;
}

function asList(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  return [...new Set(items.map((item) => asText(item)?.replace(/\s+/g, " ")).filter((item) => item !== undefined))];
}
