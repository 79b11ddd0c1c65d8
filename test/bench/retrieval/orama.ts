import { create, insertMultiple, search, type Tokenizer } from "@orama/orama";
import { type Engine, entriesOf, MOST_HITS, type Terms } from "./engine.ts";

/** Behind every term, or Orama would also find longer ones that begin with it; it stands in no text. */
const END = "\u0000";

export function orama(terms: Terms): Engine[] {
  const byTerms: Tokenizer = {
    language: "english",
    normalizationCache: new Map(),
    tokenize: (text) => terms(text).map((term) => term + END),
  };
  return [engine("Orama, as it comes"), engine("Orama, our terms", byTerms)];
}

function engine(name: string, tokenizer?: Tokenizer): Engine {
  return {
    name,
    async build(articles) {
      const database = create({
        schema: { title: "string", text: "string" },
        ...(tokenizer ? { components: { tokenizer } } : {}),
      });
      await insertMultiple(database, entriesOf(articles), 1000);
      return async (question) => {
        const { hits } = await search(database, { term: question, limit: MOST_HITS });
        return hits.map(({ id }) => id);
      };
    },
  };
}
