import { label, language } from "./labels.js";

/** What went wrong, in a sentence for the reader. */
export class ApiError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

export function ask(question, conversation) {
  return request("/api/ask", { question, conversation, lang: language() });
}

/** The answer once more with the reasons for it; the talk does not notice. `after`: the id of the answer before it. */
export function explain(question, after) {
  return request("/api/ask", { question, after, explain: true, lang: language() });
}

export function sendFeedback(feedback) {
  return request("/api/feedback", { ...feedback, lang: language() });
}

/** All by title, or only a number of the newest. */
export async function fetchArticles(newest = null) {
  const only = newest === null ? "" : `&newest=${newest}`;
  return (await request(`/api/articles?lang=${language()}${only}`)).articles;
}

export function fetchSection(articleId, sectionId) {
  const query = new URLSearchParams({ article: articleId, section: sectionId, lang: language() });
  return request(`/api/articles/section?${query}`);
}

async function request(path, body) {
  let response;
  let content;
  try {
    response = await fetch(path, body === undefined ? {} : postOf(body));
    content = await response.json();
  } catch {
    throw new ApiError("unreachable", label("unreachable"));
  }
  if (!response.ok) throw new ApiError(content.error?.code, content.error?.message ?? label("unreachable"));
  return content;
}

function postOf(body) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
