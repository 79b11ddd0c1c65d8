import { findSections } from "../../../src/answers/find-sections.ts";
import { createDocuments } from "../../../src/answers/knowledge.ts";
import { createInMemoryIndex } from "../../../src/search/in-memory-index.ts";
import { rankSections } from "../../../src/search/rank-sections.ts";
import type { Lexicon } from "../../../src/text/lexicon.ts";
import { type Engine, MOST_HITS } from "./engine.ts";

/** As many as an answer looks at. */
const CANDIDATES = 50;

export function ours(lexicon: Lexicon): Engine[] {
  return [
    { name: "PolicyDesk, its index alone", build: (articles) => build(articles, lexicon, false) },
    { name: "PolicyDesk", build: (articles) => build(articles, lexicon, true) },
  ];
}

function build(articles: Parameters<Engine["build"]>[0], lexicon: Lexicon, readClosely: boolean) {
  const knowledge = createDocuments(createInMemoryIndex(lexicon, articles), lexicon);
  return (text: string) => {
    const { question, found } = findSections(text, knowledge, { limit: CANDIDATES });
    const hits = readClosely ? rankSections(question.query, found, lexicon) : found.hits;
    return hits.slice(0, MOST_HITS).map(({ section }) => section.id);
  };
}
