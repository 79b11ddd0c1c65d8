import { DEFAULT_THRESHOLD } from "../answers/confidence/threshold.ts";
import { createDocuments, type Knowledge } from "../answers/engine.ts";
import { findThreshold, thresholdOf } from "../answers/threshold/find-threshold.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import type { SectionIndex } from "../search/section-index.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { restAfter } from "./pace.ts";
import { perRevision } from "./per-revision.ts";

/** It asks a hundred questions, and arrivals change little. */
const FIND_EVERY_MS = 600_000;

export interface KeptKnowledge {
  readonly knowledge: Knowledge;
  /** Finds the threshold, and again after the index has changed, until it is closed. Call it once the index is filled. */
  keep(): { close(): void };
}

/**
 * What a bot answers from. The threshold follows the index some minutes behind and between questions; processes whose
 * indexes rest at the same revision agree on it.
 */
export function keepKnowing(
  index: SectionIndex,
  lexicon: Lexicon,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): KeptKnowledge {
  const documents = createDocuments(index, lexicon);
  let threshold = DEFAULT_THRESHOLD;
  let foundAt = -1;
  let closed = false;
  const find = async () => {
    const revision = index.revision();
    if (revision === foundAt) return;
    const steps = findThreshold(documents);
    for (;;) {
      const startedMs = clock.now();
      const step = steps.next();
      if (step.done) {
        threshold = step.value;
        foundAt = revision;
        return;
      }
      await restAfter(clock, startedMs);
      if (closed) return;
    }
  };
  const findOrLog = () =>
    find().catch((error: unknown) => log.error("How sure an answer must be was not found", error));
  return {
    knowledge: { ...documents, threshold: () => threshold },
    keep() {
      const first = findOrLog();
      const stop = clock.every(FIND_EVERY_MS, () => first.then(findOrLog));
      return {
        // Nothing but memory is read, so nobody needs to wait for the question under way.
        close() {
          closed = true;
          void stop();
        },
      };
    },
  };
}

/** What a command answers from: the threshold is found at the first question. */
export function knowIndex(index: SectionIndex, lexicon: Lexicon): Knowledge {
  const documents = createDocuments(index, lexicon);
  return { ...documents, threshold: perRevision(index, () => thresholdOf(documents)) };
}
