import MiniSearch, { type Options, type SearchOptions } from "minisearch";
import { type Engine, type Entry, entriesOf, MOST_HITS, type Terms } from "./engine.ts";

export function miniSearch(terms: Terms): Engine[] {
  const byTerms = { tokenize: terms, processTerm: (term: string) => term };
  return [
    engine("MiniSearch, as it comes", {}, {}),
    engine("MiniSearch, prefix and fuzzy", {}, { prefix: true, fuzzy: 0.2 }),
    engine("MiniSearch, our terms, titles twice", byTerms, { boost: { title: 2 } }),
  ];
}

function engine(name: string, options: Omit<Options<Entry>, "fields">, search: SearchOptions): Engine {
  return {
    name,
    build(articles) {
      const mini = new MiniSearch<Entry>({ ...options, fields: ["title", "text"] });
      mini.addAll(entriesOf(articles));
      return (question) =>
        mini
          .search(question, search)
          .slice(0, MOST_HITS)
          .map(({ id }) => String(id));
    },
  };
}
