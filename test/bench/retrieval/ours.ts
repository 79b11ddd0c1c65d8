import { findCandidates } from "../../../src/answers/candidates/find-candidates.ts";
import { findSections } from "../../../src/answers/candidates/find-sections.ts";
import { createDocuments } from "../../../src/answers/candidates/knowledge.ts";
import { createInMemoryIndex } from "../../../src/search/in-memory-index.ts";
import type { Lexicon } from "../../../src/text/lexicon.ts";
import { type Engine, MOST_HITS } from "./engine.ts";

export function ours(lexicon: Lexicon): Engine[] {
  return [
    { name: "PolicyDesk, its index alone", build: (articles) => build(articles, lexicon, false) },
    { name: "PolicyDesk", build: (articles) => build(articles, lexicon, true) },
  ];
}

function build(articles: Parameters<Engine["build"]>[0], lexicon: Lexicon, readClosely: boolean) {
  const knowledge = createDocuments(createInMemoryIndex(lexicon, articles), lexicon);
  return (text: string) => {
    const hits = readClosely
      ? findCandidates(text, knowledge).hits
      : findSections(text, knowledge, { limit: MOST_HITS }).found.hits;
    return hits.slice(0, MOST_HITS).map(({ section }) => section.id);
  };
}
