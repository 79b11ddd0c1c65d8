import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Logger } from "../../src/ports/runtime.ts";
import { errorId } from "../../src/text/random-id.ts";
import type { RequestProblems } from "../../src/wording/page-wording.ts";
import { requestProblemsIn } from "../../src/wording/wording-for.ts";
import { chosenLocale, readerLocale } from "./reader-locale.ts";

/** Why a request is not answered, for the one who sent it. */
export class RequestProblem extends Error {
  override readonly name = "RequestProblem";
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly say: (wording: RequestProblems) => string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    say: (wording: RequestProblems) => string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.say = say;
    this.headers = headers;
  }
}

/** {error: {code, message}}; what nobody expected gets an id that stands in the log too. */
export function problemResponse(c: Context, error: unknown, log: Logger): Response {
  const wording = requestProblemsIn(readerLocale(chosenLocale(c), c.req.header("accept-language")));
  if (error instanceof RequestProblem) {
    return c.json({ error: { code: error.code, message: error.say(wording) } }, error.status, error.headers);
  }
  const id = errorId();
  log.error(`${c.req.method} ${c.req.path} failed`, error, { errorId: id });
  return c.json({ error: { code: "internal", message: wording.failure(id), id } }, 500);
}
