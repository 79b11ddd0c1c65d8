import type { ArticleSummary } from "../ports/library.ts";
import { LONGEST_LABEL } from "../presentation/answer-lines.ts";
import { sectionName } from "../presentation/answer-message.ts";
import { type ChatMessage, line, type Menu, saying } from "../presentation/chat-message.ts";
import { sectionLines } from "../presentation/section-lines.ts";
import { webAddress } from "../presentation/web-address.ts";
import { clip } from "../text/clip.ts";
import { ageOf } from "../wording/age.ts";
import type { ChatWording } from "../wording/chat-wording.ts";
import { chatWordingIn, wordingIn } from "../wording/wording-for.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";
import { pageOf, turnActions } from "./page-of.ts";

const ARTICLES_ON_PAGE = 10;
const SECTIONS_ON_PAGE = 20;
const LONGEST_TITLE = 150;

/** What the bot has read, the newest first, ten on a page. */
export async function documentsMessage(services: ChatServices, visitor: Visitor, page: number): Promise<ChatMessage> {
  const { desk, clock, timeZone } = services;
  const wording = chatWordingIn(visitor.locale);
  if (!desk.ready()) return saying(wordingIn(visitor.locale).notReady());
  const { total } = await desk.library.newest(0, 0);
  if (total === 0) return saying(wordingIn(visitor.locale).nothingLoaded());
  const { first, number, of } = pageAt(total, page, ARTICLES_ON_PAGE);
  const { articles: shown } = await desk.library.newest(first, ARTICLES_ON_PAGE);
  const describe = ({ source, publishedAt, sections }: ArticleSummary) => {
    const age = publishedAt === null ? null : ageOf(publishedAt, clock.now(), visitor.locale, timeZone);
    return wording.articleLine(clip(source, LONGEST_LABEL), age, sections.length);
  };
  const lines = shown.flatMap((article, index) => [
    line("item", `${first + index + 1}. ${clip(article.title, LONGEST_TITLE)}`, { url: webAddress(article.url) }),
    line("small", describe(article)),
  ]);
  return {
    lines: [line("heading", wording.documents(total)), ...lines, ...counterLines(number, of, wording)],
    actions: turnActions("documents", number, of, wording),
    menu: menuOf("article", "", wording.buttons.chooseArticle, shown, (article, index) => ({
      label: `${first + index + 1}. ${article.title}`,
      value: article.key,
      detail: null,
    })),
  };
}

/** The sections of one article, twenty on a page. */
export async function articleMessage(
  { desk }: ChatServices,
  { locale }: Visitor,
  key: string,
  page: number,
): Promise<ChatMessage> {
  const wording = chatWordingIn(locale);
  const article = await desk.library.article(key);
  if (!article) return saying(wording.articleGone());
  const { title, sections } = article;
  const { first, number, of } = pageAt(sections.length, page, SECTIONS_ON_PAGE);
  const shown = [...sections.entries()].slice(first, first + SECTIONS_ON_PAGE);
  const empty = sections.filter((section) => section.empty).length;
  const nameOf = (headingPath: readonly string[], isEmpty: boolean) =>
    `${clip(sectionName({ title, headingPath }), LONGEST_TITLE)}${isEmpty ? ` (${wording.emptyMark()})` : ""}`;
  return {
    lines: [
      line("heading", clip(title, LONGEST_TITLE), { url: webAddress(article.url) }),
      line("small", wording.sections(sections.length, empty)),
      ...shown.map(([, section]) => line("item", `• ${nameOf(section.headingPath, section.empty)}`)),
      ...counterLines(number, of, wording),
    ],
    actions: turnActions(`article.${key}`, number, of, wording),
    menu: menuOf("section", key, wording.buttons.chooseSection, shown, ([index, section]) => ({
      label: nameOf(section.headingPath, section.empty),
      value: String(index),
      detail: null,
    })),
  };
}

/** One section, whole. `index` counts the article's sections from 0. */
export async function sectionMessage(
  { desk, size }: ChatServices,
  { locale }: Visitor,
  key: string,
  index: string,
  page: number,
): Promise<ChatMessage> {
  const wording = chatWordingIn(locale);
  const article = await desk.library.article(key);
  const summary = article?.sections[Number(index)];
  const found = article && summary ? await desk.library.section(article.id, summary.id) : null;
  if (!found) return saying(wording.sectionChanged());
  const { title, url } = found.article;
  const name = sectionName({ title, headingPath: found.section.headingPath });
  const place = name === title ? title : `${title} › ${name}`;
  return pageOf({
    view: `section.${key}.${index}`,
    lines: [
      line("heading", clip(place, LONGEST_LABEL * 2), { url: webAddress(url) }),
      ...sectionLines(found.section, null, [], wording),
    ],
    sources: [],
    actions: [],
    menu: null,
    page,
    size,
    wording,
  });
}

/** The page asked for, or the nearest that there is: its number, of how many, and the place of its first item. */
function pageAt(items: number, page: number, onPage: number) {
  const of = Math.max(1, Math.ceil(items / onPage));
  const number = Math.min(Math.max(1, page), of);
  return { first: (number - 1) * onPage, number, of };
}

function counterLines(number: number, of: number, wording: ChatWording) {
  return of === 1 ? [] : [line("small", wording.page(number, of))];
}

function menuOf<Item>(
  name: Menu["name"],
  about: string,
  placeholder: string,
  items: readonly Item[],
  option: (item: Item, index: number) => Menu["options"][number],
): Menu | null {
  if (items.length === 0) return null;
  const options = items.map((item, index) => {
    const { label, ...more } = option(item, index);
    return { ...more, label: clip(label, LONGEST_LABEL) };
  });
  return { name, about, placeholder, options };
}
