import type { Transaction } from "kysely";
import type { Article } from "./article-row.ts";
import { inChunks } from "./chunks.ts";
import type { Tables } from "./tables.ts";

interface Change {
  articles: number;
  occurrences: number;
}

/** What a commit does to the block counts, summed up so that each row is written once. */
export class BlockCountChanges {
  readonly #bySource = new Map<string, Map<string, Change>>();

  add(source: string, sections: Article["sections"]): void {
    this.#count(source, sections, 1);
  }

  subtract(source: string, sections: Article["sections"]): void {
    this.#count(source, sections, -1);
  }

  #count(source: string, sections: Article["sections"], sign: 1 | -1): void {
    const changes = this.#bySource.get(source) ?? new Map<string, Change>();
    this.#bySource.set(source, changes);
    const seen = new Set<string>();
    for (const fingerprint of sections.flatMap((section) => section.fingerprints)) {
      const change = changes.get(fingerprint) ?? { articles: 0, occurrences: 0 };
      changes.set(fingerprint, change);
      change.occurrences += sign;
      if (!seen.has(fingerprint)) {
        seen.add(fingerprint);
        change.articles += sign;
      }
    }
  }

  /** Writes the changes; to be called once, in the transaction that writes the articles. */
  async write(transaction: Transaction<Tables>): Promise<void> {
    for (const [source, changes] of this.#bySource) {
      const rows = [...changes]
        .filter(([, change]) => change.articles !== 0 || change.occurrences !== 0)
        .map(([fingerprint, change]) => ({ source, fingerprint, ...change }));
      await inChunks(rows, 4, (chunk) =>
        transaction
          .insertInto("block_counts")
          .values(chunk)
          .onConflict((conflict) =>
            conflict.columns(["source", "fingerprint"]).doUpdateSet((eb) => ({
              articles: eb("block_counts.articles", "+", eb.ref("excluded.articles")),
              occurrences: eb("block_counts.occurrences", "+", eb.ref("excluded.occurrences")),
            })),
          )
          .execute(),
      );
      const fewer = rows.filter((row) => row.articles < 0).map((row) => row.fingerprint);
      await inChunks(fewer, 1, (chunk) =>
        transaction
          .deleteFrom("block_counts")
          .where("source", "=", source)
          .where("fingerprint", "in", chunk)
          .where("articles", "<=", 0)
          .execute(),
      );
    }
  }
}
