import type { Article } from "../../documents/article.ts";
import { countSections } from "../../documents/count-sections.ts";

/** Packed at a time, as packing takes memory. */
const SECTIONS_AT_ONCE = 5_000;

/** Articles in their order, in as few parts of about so many sections, all about alike; at least one. */
export function slicesOf(articles: readonly Article[]): Article[][] {
  const all = countSections(articles);
  const each = Math.max(1, all / Math.max(1, Math.round(all / SECTIONS_AT_ONCE)));
  const slices: Article[][] = [[]];
  let sections = 0;
  for (const article of articles) {
    if (sections >= each * slices.length) slices.push([]);
    slices.at(-1)?.push(article);
    sections += article.sections.length;
  }
  return slices;
}
