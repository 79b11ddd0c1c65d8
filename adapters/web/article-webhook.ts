import { createHmac, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ArticleIntake, Delivery } from "../../src/ports/article-intake.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { webAddress } from "../../src/presentation/web-address.ts";
import { onOneLine } from "../../src/text/plain.ts";
import type { ArticleField } from "../../src/wording/page-wording.ts";
import { RequestProblem } from "./request-problem.ts";

const MOST_MEGABYTES = 10;
const WINDOW_MS = 5 * 60_000;
const WINDOW_MINUTES = 5;
const MOST_AHEAD_MS = 2 * 24 * 3_600_000;
const MOST = { id: 200, title: 500, url: 2000, source: 100, categories: 50, category: 100 } as const;
const DOCUMENT_TYPES = ["text/html", "text/markdown", "text/plain"];
const TIMESTAMP = "x-policydesk-timestamp";
const SIGNATURE = "x-policydesk-signature";

/**
 * POST /articles: an article as JSON {id?, title, body, url?, publishedAt?, source?, categories?}, {id, removed: true},
 * or a document as it is with ?id=…. Signed: X-PolicyDesk-Signature is "v1=" and the HMAC-SHA256 in hex of
 * "<timestamp>.<body>", with ?id=… of "<timestamp>.<id>.<body>"; X-PolicyDesk-Timestamp is seconds since 1970. 202 when
 * it is in the database.
 */
export function articleWebhook(intake: ArticleIntake, secret: string | null, clock: Clock): Hono {
  const api = new Hono();
  api.post("/articles", limitArticle(), async (c) => {
    if (secret === null) throw new RequestProblem(404, "webhook-off", (say) => say.webhookOff());
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const signature = checkedSignature(c, bytes, secret, clock);
    const delivery = readDelivery(c, bytes, clock);
    const outcome = await intake.take(`webhook:${signature}`, delivery);
    if (outcome === "repeated") throw new RequestProblem(409, "repeated-delivery", (say) => say.repeatedDelivery());
    if (outcome === "no-text") throw badArticle("body");
    return c.json({ accepted: true }, 202);
  });
  return api;
}

function limitArticle() {
  return bodyLimit({
    maxSize: MOST_MEGABYTES * 1024 * 1024,
    onError: () => {
      throw new RequestProblem(413, "body-too-large", (say) => say.bodyTooLarge(MOST_MEGABYTES * 1024), {
        Connection: "close",
      });
    },
  });
}

/** The signature in hex, which names the delivery. Throws RequestProblem. */
function checkedSignature(c: Context, bytes: Uint8Array, secret: string, clock: Clock): string {
  const timestamp = c.req.header(TIMESTAMP) ?? "";
  const given = /^v1=([0-9a-f]{64})$/i.exec(c.req.header(SIGNATURE) ?? "")?.[1]?.toLowerCase();
  if (given === undefined || !/^\d{1,12}$/.test(timestamp))
    throw new RequestProblem(401, "not-signed", (say) => say.notSigned());
  const id = c.req.query("id");
  const named = id === undefined ? `${timestamp}.` : `${timestamp}.${id}.`;
  const expected = createHmac("sha256", secret).update(named).update(bytes).digest();
  if (!timingSafeEqual(expected, Buffer.from(given, "hex")))
    throw new RequestProblem(401, "wrong-signature", (say) => say.wrongSignature());
  if (Math.abs(clock.now() - Number(timestamp) * 1000) > WINDOW_MS)
    throw new RequestProblem(401, "stale-signature", (say) => say.staleSignature(WINDOW_MINUTES));
  return given;
}

/** Throws RequestProblem that names what is wrong. */
function readDelivery(c: Context, bytes: Uint8Array, clock: Clock): Delivery {
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (DOCUMENT_TYPES.includes(type)) {
    const id = c.req.query("id") ?? "";
    if (!isName(id)) throw badArticle("id");
    return { kind: "document", id, bytes };
  }
  if (type !== "application/json") throw new RequestProblem(415, "unknown-type", (say) => say.unknownArticleType());
  return readArticle(parseObject(bytes), clock);
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new RequestProblem(400, "invalid-json", (say) => say.badJson());
}

function readArticle(given: Readonly<Record<string, unknown>>, clock: Clock): Delivery {
  const id = textOrNull(given, "id", MOST.id);
  if (id !== null && !isName(id)) throw badArticle("id");
  if (given["removed"] === true) {
    if (id === null) throw badArticle("id");
    return { kind: "removal", id };
  }
  const title = textOrNull(given, "title", MOST.title);
  const body = textOrNull(given, "body", Number.POSITIVE_INFINITY);
  if (title === null) throw badArticle("title");
  if (body === null) throw badArticle("body");
  const url = textOrNull(given, "url", MOST.url);
  if (url !== null && webAddress(url) === null) throw badArticle("url");
  const publishedAt = textOrNull(given, "publishedAt", MOST.id);
  if (publishedAt !== null && !isDate(publishedAt, clock)) throw badArticle("publishedAt");
  const source = textOrNull(given, "source", MOST.source);
  return { kind: "article", id, title, body, url, publishedAt, source, categories: categoriesOf(given) };
}

function categoriesOf(given: Readonly<Record<string, unknown>>): string[] {
  const value = given["categories"] ?? [];
  const isFine = (each: unknown) => typeof each === "string" && each.length <= MOST.category;
  if (!Array.isArray(value) || value.length > MOST.categories || !value.every(isFine)) throw badArticle("categories");
  return value as string[];
}

function textOrNull(given: Readonly<Record<string, unknown>>, key: ArticleField, longest: number): string | null {
  const value = given[key] ?? null;
  if (value === null) return null;
  if (typeof value !== "string" || value.length > longest) throw badArticle(key);
  return value.trim() === "" ? null : value;
}

/** A day of these years, and none that is far ahead: it would be the newest for ever. */
function isDate(text: string, clock: Clock): boolean {
  const timeMs = Date.parse(text);
  return /^(?:19|20|21)\d{2}-\d{2}-\d{2}/.test(text) && timeMs <= clock.now() + MOST_AHEAD_MS;
}

/** Ids of articles are shown to operators, and begin with the origin's name and a "/". */
function isName(id: string): boolean {
  return id !== "" && id.length <= MOST.id && onOneLine(id) === id && id.trim() === id;
}

function badArticle(field: ArticleField): RequestProblem {
  return new RequestProblem(400, "invalid-article", (say) => say.badArticle(field, MOST));
}
