import Database from "better-sqlite3";
import { type Engine, entriesOf, MOST_HITS, type Terms } from "./engine.ts";

const SHORTEST_OF_TRIGRAM = 3;

export function fts5(terms: Terms): Engine[] {
  const asIs = (text: string) => text;
  const termText = (text: string) => terms(text).map(asWord).join(" ");
  return [
    engine("FTS5 trigram, words of three letters on", "trigram", asIs, longWords),
    engine("FTS5 trigram, any three letters", "trigram", asIs, trigrams),
    engine(
      "FTS5 unicode61, our terms, titles twice",
      "unicode61",
      termText,
      (question) => terms(question).map(asWord),
      2,
    ),
  ];
}

/** A term may hold spaces and signs, at which the tokenizer would part it. */
function asWord(term: string): string {
  return term.replace(/[^\p{L}\p{N}]/gu, (sign) => `x${sign.codePointAt(0)?.toString(16)}x`);
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function longWords(question: string): string[] {
  return words(question).filter((word) => [...word].length >= SHORTEST_OF_TRIGRAM);
}

function trigrams(question: string): string[] {
  return longWords(question).flatMap((word) => {
    const letters = [...word];
    return letters
      .slice(0, 1 - SHORTEST_OF_TRIGRAM)
      .map((_, at) => letters.slice(at, at + SHORTEST_OF_TRIGRAM).join(""));
  });
}

function engine(
  name: string,
  tokenizer: string,
  stored: (text: string) => string,
  asked: (question: string) => readonly string[],
  titleWeight = 1,
): Engine {
  return {
    name,
    build(articles) {
      const database = new Database(":memory:");
      database.exec(`create virtual table sections using fts5(id unindexed, title, text, tokenize = '${tokenizer}')`);
      const insert = database.prepare("insert into sections values (?, ?, ?)");
      database.transaction(() => {
        for (const { id, title, text } of entriesOf(articles)) insert.run(id, stored(title), stored(text));
      })();
      const select = database
        .prepare<[string, number], string>(
          `select id from sections where sections match ? order by bm25(sections, 0, ?, 1) limit ${MOST_HITS}`,
        )
        .pluck();
      return (question) => {
        const any = [...new Set(asked(question))].map((phrase) => `"${phrase}"`);
        return any.length === 0 ? [] : select.all(any.join(" OR "), titleWeight);
      };
    },
  };
}
