import type { ServerResponse } from "node:http";
import { slackWordsIn } from "../../src/wording/slack-words.ts";

const BAD_REQUEST = 400;

/** What the browser shows when somebody has installed the app, or has not. */
export const INSTALL_PAGES = {
  success: (_installation: unknown, _options: unknown, _request: unknown, response: ServerResponse) =>
    show(response, 200, "installed"),
  failure: (_error: unknown, _options: unknown, _request: unknown, response: ServerResponse) =>
    show(response, BAD_REQUEST, "notInstalledNow"),
};

/** Who reads it is not known here: it is said in both languages. */
function show(response: ServerResponse, status: number, name: "installed" | "notInstalledNow"): void {
  const [ko, en] = [slackWordsIn("ko")[name], slackWordsIn("en")[name]];
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  response.end(`<!doctype html><meta charset="utf-8"><title>PolicyDesk</title><p>${ko}</p><p lang="en">${en}</p>`);
}
