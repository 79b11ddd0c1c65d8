import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { asLocale, chooseLocale } from "./reader-locale.ts";
import { RequestProblem } from "./request-problem.ts";

const MOST_KILOBYTES = 16;

/** Refuses a body that is too large before it is read to its end. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: MOST_KILOBYTES * 1024,
    onError: () => {
      throw new RequestProblem(413, "body-too-large", (say) => say.bodyTooLarge(MOST_KILOBYTES), {
        Connection: "close",
      });
    },
  });
}

/** The body as one JSON object, its language taken note of. Throws RequestProblem. */
export async function readObject(c: Context): Promise<Readonly<Record<string, unknown>>> {
  if (!/^application\/json\s*(?:;|$)/i.test(c.req.header("content-type") ?? "")) {
    throw new RequestProblem(415, "not-json", (say) => say.notJson());
  }
  const bad = new RequestProblem(400, "invalid-json", (say) => say.badJson());
  const value: unknown = await c.req.json().catch(() => {
    throw bad;
  });
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw bad;
  const object = value as Readonly<Record<string, unknown>>;
  const lang = object["lang"] ?? null;
  const locale = asLocale(lang);
  if (lang !== null && locale === null) throw new RequestProblem(400, "invalid-lang", (say) => say.badLanguage());
  if (locale !== null) chooseLocale(c, locale);
  return object;
}
