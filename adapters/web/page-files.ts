import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { Hono } from "hono";
import { LONGEST_QUESTION } from "../../src/text/question-length.ts";
import type { Locale } from "../../src/wording/age.ts";
import { pageLabelsIn } from "../../src/wording/wording-for.ts";

const FOLDER = join(import.meta.dirname, "chat-page");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
};

/** Browsers send the one tag they were given. */
const LONGEST_HEADER = 200;
const LOCALES: readonly Locale[] = ["ko", "en"];

interface PageFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

/** The page's few files, held in memory; browsers ask again each time and get a 304 where nothing changed. */
export function pageFiles(): Hono {
  const app = new Hono();
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(FOLDER)) {
    const bytes = readFileSync(join(FOLDER, name));
    if (name === "index.html") files.set("/", toPageFile(name, withoutScript(bytes)));
    else files.set(`/${name}`, toPageFile(name, bytes));
  }
  for (const locale of LOCALES) files.set(`/labels.${locale}.json`, labelsFile(locale));

  for (const [path, { body, type, etag }] of files) {
    app.get(path, (c) => {
      const headers = { "Content-Type": type, ETag: etag, "Cache-Control": "no-cache" };
      const header = c.req.header("if-none-match")?.slice(0, LONGEST_HEADER) ?? "";
      const known = header.split(",").map((tag) => tag.trim());
      return known.includes(etag) || known.includes(`W/${etag}`)
        ? c.body(null, 304, headers)
        : c.body(body, 200, headers);
    });
  }
  return app;
}

/** What a browser without scripts shows; our own words, so that they may be markup. */
function withoutScript(html: Buffer): Buffer {
  const sentences = LOCALES.map((locale) => pageLabelsIn(locale).needsScript).join(" ");
  return Buffer.from(html.toString().replace("<!--needs-script-->", sentences));
}

function labelsFile(locale: Locale): PageFile {
  const text = JSON.stringify({ labels: pageLabelsIn(locale), longestQuestion: LONGEST_QUESTION });
  return toPageFile(`labels.${locale}.json`, Buffer.from(text));
}

function toPageFile(name: string, bytes: Buffer): PageFile {
  const body = Buffer.from(bytes);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { body, type: TYPES[extname(name)] ?? "application/octet-stream", etag };
}
