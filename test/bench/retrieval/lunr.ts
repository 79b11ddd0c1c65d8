import lunr from "lunr";
import addKorean from "lunr-languages/lunr.ko.js";
import addStemmers from "lunr-languages/lunr.stemmer.support.js";
import { type Engine, entriesOf, MOST_HITS, type Terms } from "./engine.ts";

type Korean = typeof lunr & { readonly ko: lunr.Builder.Plugin };

addStemmers(lunr);
addKorean(lunr);

export function lunrJs(terms: Terms): Engine[] {
  const { ko } = lunr as Korean;
  return [
    engine("lunr, as it comes", (builder) => builder, lunr.tokenizer),
    engine("lunr, lunr-languages ko", (builder) => builder.use(ko), lunr.tokenizer),
    engine("lunr, our terms", (builder) => withTerms(builder, terms), tokens(terms)),
  ];
}

type Tokenize = (text: string) => lunr.Token[];

function tokens(terms: Terms): Tokenize {
  return (text) => terms(text).map((term) => new lunr.Token(term, {}));
}

function withTerms(builder: lunr.Builder, terms: Terms): void {
  builder.tokenizer = tokens(terms) as typeof lunr.tokenizer;
  builder.pipeline.reset();
  builder.searchPipeline.reset();
}

function engine(name: string, configure: (builder: lunr.Builder) => void, tokenize: Tokenize): Engine {
  return {
    name,
    build(articles) {
      const index = lunr((builder) => {
        configure(builder);
        builder.ref("id");
        builder.field("title");
        builder.field("text");
        for (const entry of entriesOf(articles)) builder.add(entry);
      });
      // Not `search`, for which some signs of a question are commands.
      return (question) =>
        index
          .query((query) => {
            for (const token of tokenize(question)) query.term(token, {});
          })
          .slice(0, MOST_HITS)
          .map(({ ref }) => ref);
    },
  };
}
