import { type Context, Hono } from "hono";
import type { FrontDesk } from "../../src/ports/chat-platform.ts";
import type { ArticleSummary } from "../../src/ports/library.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { sectionName, sectionQuestion } from "../../src/presentation/answer-message.ts";
import { webAddress } from "../../src/presentation/web-address.ts";
import { ageOf, type Locale } from "../../src/wording/age.ts";
import { asLocale, chosenLocale, readerLocale } from "./reader-locale.ts";
import { RequestProblem } from "./request-problem.ts";

/** GET /articles, ?newest=10 for a few of them: what the bot has read. GET /articles/section?article=…&section=…: the whole text of one section. */
export function articlesApi({ library }: FrontDesk, clock: Clock, timeZone: string): Hono {
  const api = new Hono();
  api.get("/articles", async (c) => {
    checkLanguage(c);
    const locale = readerLocale(chosenLocale(c), c.req.header("accept-language"));
    const newest = readNewest(c.req.query("newest"));
    const articles = newest === null ? await library.articles() : (await library.newest(0, newest)).articles;
    return c.json({ articles: articles.map((article) => toArticle(article, clock.now(), locale, timeZone)) });
  });
  api.get("/articles/section", async (c) => {
    checkLanguage(c);
    const found = await library.section(readId(c, "article"), readId(c, "section"));
    if (found === null) throw new RequestProblem(404, "section-gone", (say) => say.sectionGone());
    const { article, section } = found;
    const { id, headingPath, body, footnotes } = section;
    const empty = article.sections.find((each) => each.id === id)?.empty ?? false;
    const { title, source, publishedAt } = article;
    return c.json({
      article: { id: article.id, title, source, url: webAddress(article.url), publishedAt },
      section: { id, name: sectionName({ title, headingPath }), headingPath, body, footnotes, empty },
    });
  });
  for (const path of ["/articles", "/articles/section"]) {
    api.all(path, () => {
      throw new RequestProblem(405, "wrong-method", (say) => say.wrongMethod("GET"), { Allow: "GET" });
    });
  }
  return api;
}

function checkLanguage(c: Context): void {
  const lang = c.req.query("lang");
  if (lang !== undefined && asLocale(lang) === null)
    throw new RequestProblem(400, "invalid-lang", (say) => say.badLanguage());
}

function readNewest(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^[0-9]+$/.test(value) || Number(value) === 0)
    throw new RequestProblem(400, "invalid-newest", (say) => say.badNewest());
  return Number(value);
}

function readId(c: Context, name: "article" | "section"): string {
  const id = c.req.query(name) ?? "";
  if (id === "") throw new RequestProblem(400, `no-${name}`, (say) => say.missingParameter(name));
  return id;
}

function toArticle(article: ArticleSummary, nowMs: number, locale: Locale, timeZone: string) {
  const { id, title, source, url, publishedAt, lang, sections } = article;
  const age = publishedAt === null ? null : ageOf(publishedAt, nowMs, locale, timeZone);
  return {
    id,
    title,
    source,
    url: webAddress(url),
    publishedAt,
    age: age === null ? null : { date: age.date, ago: age.ago, old: age.old },
    lang,
    sections: sections.map(({ id: sectionId, headingPath, empty }) => ({
      id: sectionId,
      name: sectionName({ title, headingPath }),
      headingPath,
      empty,
      question: sectionQuestion({ title, headingPath }),
    })),
  };
}
