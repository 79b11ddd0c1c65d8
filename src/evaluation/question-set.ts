import { createHash } from "node:crypto";
import type { Article, Section } from "../documents/article.ts";
import { messageOf } from "../text/thrown.ts";

export interface EvaluationQuestion {
  readonly question: string;
  /** Ids of the sections that answer. */
  readonly relevant: readonly string[];
  /** Any of these in the answer will do; empty where the set gives none. */
  readonly answers: readonly string[];
}

export interface QuestionSet {
  readonly articles: readonly Article[];
  readonly questions: readonly EvaluationQuestion[];
}

/** Thrown where a set cannot be read: one sentence that names the place and what is wrong. */
export class QuestionSetError extends Error {
  override readonly name = "QuestionSetError";
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/** SQuAD 1.x, which KorQuAD 1 uses: every paragraph is a section, every title an article. */
export function readSquad(json: string): QuestionSet {
  const root = parseJson(json.replace(BYTE_ORDER_MARK, ""), "The file");
  const entries = isRecord(root) ? root["data"] : undefined;
  if (!Array.isArray(entries)) throw new QuestionSetError('The file is no SQuAD set: it has no list "data".');
  const articles: Article[] = [];
  const questions: EvaluationQuestion[] = [];
  for (const [number, entry] of entries.entries()) {
    const where = `data[${number}]`;
    const title = textAt(entry, "title", where).replaceAll("_", " ");
    const sections: Section[] = [];
    for (const [index, paragraph] of listAt(entry, "paragraphs", where).entries()) {
      const id = `${number}/${index}`;
      const place = `${where}.paragraphs[${index}]`;
      sections.push(toSection(id, textAt(paragraph, "context", place)));
      for (const [order, asked] of listAt(paragraph, "qas", place).entries()) {
        const at = `${place}.qas[${order}]`;
        const question = textAt(asked, "question", at);
        const answers = listAt(asked, "answers", at).map((answer, n) => textAt(answer, "text", `${at}.answers[${n}]`));
        questions.push({ question, relevant: [id], answers });
      }
    }
    articles.push(toArticle(String(number), title, sections));
  }
  return { articles, questions };
}

/** sections.jsonl {id, title, text} and questions.jsonl {question, relevant[], answers[]}. */
export function readSectionsAndQuestions(sectionLines: string, questionLines: string): QuestionSet {
  const known = new Set<string>();
  const articles = readJsonLines(sectionLines, "sections.jsonl").map(({ value, where }) => {
    const id = textAt(value, "id", where);
    if (known.has(id)) throw new QuestionSetError(`${where} repeats the id "${id}".`);
    known.add(id);
    return toArticle(id, textAt(value, "title", where), [toSection(id, textAt(value, "text", where))]);
  });
  const questions = readJsonLines(questionLines, "questions.jsonl").map(({ value, where }) => {
    const relevant = listAt(value, "relevant", where).map(String);
    const unknown = relevant.find((id) => !known.has(id));
    if (unknown !== undefined)
      throw new QuestionSetError(`${where} names the section "${unknown}", which sections.jsonl lacks.`);
    return {
      question: textAt(value, "question", where),
      relevant,
      answers: listAt(value, "answers", where).map(String),
    };
  });
  return { articles, questions };
}

function toArticle(id: string, title: string, sections: readonly Section[]): Article {
  return { id, source: "evaluation", title, url: null, categories: [], publishedAt: null, lang: "ko", sections };
}

function toSection(id: string, text: string): Section {
  const body = text.normalize("NFC").trim();
  const fingerprints = body.split("\n").map((line) => createHash("sha256").update(line).digest("hex").slice(0, 16));
  return { id, role: "lead", number: null, heading: "", headingPath: [], body, fingerprints, footnotes: [] };
}

function readJsonLines(lines: string, name: string): { value: unknown; where: string }[] {
  return lines
    .replace(BYTE_ORDER_MARK, "")
    .split(/\r?\n/)
    .map((line, index) => ({ line, where: `${name} line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, where }) => ({ value: parseJson(line, where), where }));
}

function parseJson(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    // The message quotes the text, line breaks included.
    const reason = messageOf(error).replace(/\s+/g, " ");
    throw new QuestionSetError(`${where} is no valid JSON: ${reason}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textAt(value: unknown, key: string, where: string): string {
  const text = isRecord(value) ? value[key] : undefined;
  if (typeof text !== "string") throw new QuestionSetError(`${where} has no text "${key}".`);
  return text;
}

function listAt(value: unknown, key: string, where: string): unknown[] {
  const list = isRecord(value) ? value[key] : undefined;
  if (!Array.isArray(list)) throw new QuestionSetError(`${where} has no list "${key}".`);
  return list;
}
