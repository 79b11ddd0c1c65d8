import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openFolder } from "../../adapters/sources/folder.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import type { Answer, Citation } from "../../src/answers/answer.ts";
import { answerQuestion, type Knowledge } from "../../src/answers/engine.ts";
import type { Article, Section } from "../../src/documents/article.ts";
import { ingestDocuments } from "../../src/flows/ingest-documents.ts";
import { inlineReader } from "../../src/flows/inline-reader.ts";
import { knowIndex } from "../../src/flows/know-index.ts";
import { catchUp } from "../../src/flows/refresh-index.ts";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { type Lexicon, parseLexicon } from "../../src/text/lexicon.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { indexedArticles } from "../contracts/indexed-articles.ts";
import { readGoldenQuestions } from "./golden-questions.ts";
import { evenly } from "./real-documents.ts";

const project = join(import.meta.dirname, "../..");

async function know(folder: string): Promise<{ knowledge: Knowledge; articles: readonly Article[] }> {
  const wordList = (name: string) => readFileSync(join(project, "index-data/lexicon", name), "utf8");
  const lexicon: Lexicon = parseLexicon(
    wordList("aliases.tsv"),
    wordList("synonyms.tsv"),
    wordList("exclusive.tsv"),
  ).lexicon;
  const store = await openSqliteStore(":memory:", Date.now);
  await ingestDocuments(await openFolder(folder), { store, reader: inlineReader }, { articleId: (path) => path });
  const index = createInMemoryIndex(lexicon);
  await catchUp(index, store);
  await store.close();
  return { knowledge: knowIndex(index, lexicon), articles: indexedArticles(index) };
}

/** The same numbers in every run. */
function* random(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Titles, headings as people ask for them, sentences whole and cut, the golden questions, and nonsense. */
function questionsAbout(articles: readonly Article[], most: number): string[] {
  const numbers = random(20250120);
  const next = () => numbers.next().value;
  const questions = [
    ...readGoldenQuestions().map((golden) => golden.question),
    "?",
    "...",
    "ㅋㅋㅋ",
    "그럼 일본은?",
    "a",
  ];
  const endings = ["은?", "에 대해 알려줘", " 어떻게 됐어?", "는 언제 누가 얼마나?", "", "?!"];
  const ending = () => endings[Math.floor(next() * endings.length)] ?? "";
  const generated: string[] = [];
  for (const { title, sections } of articles) {
    generated.push(title, title + ending());
    for (const section of sections) {
      if (section.heading !== "") generated.push(section.heading + ending(), section.headingPath.join(" ") + ending());
      for (const { text } of splitSentences(section.body)) {
        const from = Math.floor(next() * text.length * 0.7);
        generated.push(text, text.slice(from, from + 5 + Math.floor(next() * 40)) + ending());
      }
      for (const note of section.footnotes) generated.push(note.text.slice(0, 60));
    }
  }
  return [...questions, ...evenly(generated, most)];
}

function textOf(section: Section, citation: Citation): string | undefined {
  if (citation.footnote === null) return section.body;
  return section.footnotes.find((note) => note.mark === citation.footnote)?.text;
}

/** What is wrong with an answer; empty where it keeps every promise. */
function complaints(answer: Answer, articles: ReadonlyMap<string, Article>): string[] {
  const found: string[] = [];
  const complain = (wrong: boolean, what: string) => {
    if (wrong) found.push(`${answer.question} (${answer.status}): ${what}`);
  };
  const { status, sentences, citations, hits, suggestions, confidence } = answer;
  const answered = status === "answered";
  complain(answered !== sentences.length > 0, "sentences only where it answers");
  complain(answered !== citations.length > 0, "citations only where it answers");
  complain(answered && suggestions.length > 0, "suggestions only where it does not answer");
  // More of them only as items of a list, each of which is a line of its own.
  const quotedLines = citations.flatMap(({ quote }) => quote.split("\n")).length;
  complain(
    sentences.length > Math.max(7, Math.min(quotedLines, 11)),
    "more than three sentences, one of context and three that limit them",
  );
  complain(hits.length > 10 || suggestions.length > 3, "too many hits or suggestions");
  complain(!(confidence >= 0 && confidence <= 1), `confidence ${confidence}`);
  for (const [index, citation] of citations.entries()) {
    complain(citation.number !== index + 1, "citations are not numbered from 1");
    const article = articles.get(citation.articleId);
    const section = article?.sections.find(({ id }) => id === citation.sectionId);
    if (!article || !section) {
      complain(true, `cites a section that is not there: ${citation.sectionId}`);
      continue;
    }
    complain(citation.quote.trim() === "", "quotes nothing");
    complain(!textOf(section, citation)?.includes(citation.quote), `does not stand there: ${citation.quote}`);
    complain(JSON.stringify(citation.headingPath) !== JSON.stringify(section.headingPath), "another heading path");
    complain(citation.title !== article.title || citation.source !== article.source, "another title or source");
    complain(citation.url !== article.url || citation.publishedAt !== article.publishedAt, "another address or date");
  }
  for (const sentence of sentences) {
    const citation = citations[sentence.citation - 1];
    complain(!citation?.quote.includes(sentence.text), `a sentence outside its quote: ${sentence.text}`);
  }
  complain(
    new Set(citations.map(({ number }) => number)).size !== new Set(sentences.map((each) => each.citation)).size,
    "a citation that no sentence uses",
  );
  if (status === "empty-section") {
    const [empty] = suggestions;
    const section = articles.get(empty?.articleId ?? "")?.sections.find(({ id }) => id === empty?.sectionId);
    complain(section === undefined || section.body !== "", "the section is not empty");
  }
  for (const { articleId, sectionId } of [...hits, ...suggestions]) {
    complain(
      !articles.get(articleId)?.sections.some(({ id }) => id === sectionId),
      `names ${sectionId}, which is not there`,
    );
  }
  return found;
}

/** Every promise about quotes, over a folder of documents and `most` generated questions. */
export function checkQuotes(name: string, folder: () => string, most: number): void {
  describe(name, () => {
    let known: Awaited<ReturnType<typeof know>>;
    let answers: Answer[] = [];
    beforeAll(async () => {
      known = await know(folder());
      answers = questionsAbout(known.articles, most).map(
        (question) => answerQuestion(question, null, known.knowledge).answer,
      );
    });

    it("every quote stands where the answer says, and no answer breaks a promise", () => {
      const byId = new Map(known.articles.map((article) => [article.id, article]));
      expect(answers.flatMap((answer) => complaints(answer, byId))).toEqual([]);
    });

    it("the questions reach answers and refusals", () => {
      const reached = new Set(answers.map((answer) => answer.status));
      expect(reached).toContain("answered");
      expect(reached).toContain("not-found");
    });

    it("the same question has the same answer", () => {
      const again = answers.slice(0, 20).map(({ question }) => answerQuestion(question, null, known.knowledge).answer);
      expect(again).toEqual(answers.slice(0, 20));
    });
  });
}
