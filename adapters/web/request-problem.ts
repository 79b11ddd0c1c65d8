import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Logger } from "../../src/ports/runtime.ts";
import { errorId } from "../../src/text/random-id.ts";
import { messageOf } from "../../src/text/thrown.ts";
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

/** So many are told apart; of more, one that comes again is told with its stack again. */
const MOST_TOLD = 20;

/**
 * {error: {code, message}}; what nobody expected gets an id that stands in the log too. A failure that comes again, such as that of
 * a full disk, is one line there: its stack says nothing new.
 */
export function createProblemResponse(log: Logger): (c: Context, error: unknown) => Response {
  const told = new Set<string>();
  return (c, error) => {
    const wording = requestProblemsIn(readerLocale(chosenLocale(c), c.req.header("accept-language")));
    if (error instanceof RequestProblem) {
      return c.json({ error: { code: error.code, message: error.say(wording) } }, error.status, error.headers);
    }
    const id = errorId();
    const failed = `${c.req.method} ${c.req.path} failed`;
    const failure = `${failed}: ${messageOf(error)}`;
    if (told.has(failure)) log.error(failure, undefined, { errorId: id });
    else log.error(failed, error, { errorId: id });
    if (told.size >= MOST_TOLD) told.clear();
    told.add(failure);
    return c.json({ error: { code: "internal", message: wording.failure(id), id } }, 500);
  };
}
