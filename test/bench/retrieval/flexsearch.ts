import { Document, Index, type IndexOptions } from "flexsearch";
import { type Engine, entriesOf, MOST_HITS, type Terms } from "./engine.ts";

export function flexSearch(terms: Terms): Engine[] {
  return [
    engine("FlexSearch, as it comes", {}, false),
    engine("FlexSearch, as it comes, any word", {}, true),
    engine("FlexSearch, our terms, any of them", { encode: terms }, true),
    titlesFirst("FlexSearch, our terms, titles first", terms),
  ];
}

/** Without `suggest` a section must hold every word of the question. */
function engine(name: string, options: IndexOptions, suggest: boolean): Engine {
  return {
    name,
    build(articles) {
      const index = new Index(options);
      const entries = entriesOf(articles);
      for (const [number, { title, text }] of entries.entries()) index.add(number, `${title}\n${text}`);
      return (question) =>
        index.search(question, { limit: MOST_HITS, suggest }).map((number) => entries[Number(number)]?.id ?? "");
    },
  };
}

/** Fields are searched one by one, and what is found by title stands before what is found by text. */
function titlesFirst(name: string, encode: Terms): Engine {
  return {
    name,
    build(articles) {
      const index = new Document({
        document: {
          id: "id",
          index: [
            { field: "title", encode },
            { field: "text", encode },
          ],
        },
      });
      for (const { id, title, text } of entriesOf(articles)) index.add({ id, title, text });
      return (question) =>
        index
          .search(question, { limit: MOST_HITS, suggest: true, merge: true })
          .slice(0, MOST_HITS)
          .map(({ id }) => String(id));
    },
  };
}
