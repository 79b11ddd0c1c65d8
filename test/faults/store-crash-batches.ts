import type { IncomingArticle, Origin } from "../../src/ports/article-store.ts";

export const origin: Origin = { name: "crash", location: "/crash" };
export const articleIds = 60;

/** What the n-th commit holds: always the same, so that any process can say what must be in the store. */
export function batchOf(batch: number): { changed: IncomingArticle[]; removedIds: string[] } {
  const size = 1 + (batch % 17);
  const changed = Array.from({ length: size }, (_, i) => articleOf((batch * 7 + i) % articleIds, batch));
  return { changed, removedIds: batch % 3 === 0 ? [idOf((batch * 11 + 40) % articleIds)] : [] };
}

const idOf = (number: number) => `crash:${number}`;

function articleOf(number: number, batch: number): IncomingArticle {
  const fingerprints = [`common ${batch % 5}`, "signature", `own ${number} ${batch}`];
  return {
    contentHash: `${number} ${batch}`,
    article: {
      id: idOf(number),
      source: `source ${number % 2}`,
      title: `${batch}`,
      url: null,
      categories: [],
      publishedAt: null,
      lang: "und",
      sections: [
        {
          id: `${number}`,
          role: "section",
          number: null,
          heading: "제목",
          headingPath: ["제목"],
          body: fingerprints.map((line) => `${line} ${"본문 ".repeat(50)}`).join("\n"),
          fingerprints,
          footnotes: [],
        },
      ],
    },
  };
}
